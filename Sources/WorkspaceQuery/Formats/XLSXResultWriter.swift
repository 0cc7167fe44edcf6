internal import Diagnostics
internal import Labels
internal import Query
internal import Spreadsheets
internal import Tables

/// A workbook with a sheet for each result. Numbers, days, moments and truth values keep their types, NULL
/// is an empty cell, a length of time is a text. Rows are not kept in memory; what a sheet cannot hold goes on
/// the next one.
final class XLSXResultWriter: ResultWriter {
  private let sink: any ByteSink
  private let workbook: Workbook
  private let header: CellStyle.ID
  private let day: CellStyle.ID
  private let moment: CellStyle.ID
  private let exactMoment: CellStyle.ID
  private var columns: [QueryColumn] = []
  private var sheet: Sheet?
  private var row = 0
  private var widths: [Int] = []
  /// How many results there are, and how many are to come in all.
  private var count = 0
  private let isOnly: Bool

  /// Rows that decide how wide columns are.
  private static let measuredRows = 1000
  private static let widest = 60

  init(_ sink: any ByteSink, isOnly: Bool) throws {
    self.sink = sink
    self.isOnly = isOnly
    do throws(SpreadsheetProblem) {
      workbook = try Workbook(title: "Nyckeltal", language: .english, isStreaming: true)
    } catch {
      throw Self.diagnostic(error)
    }
    var style = CellStyle()
    style.isBold = true
    style.hasLineBelow = true
    header = workbook.style(style)
    style = CellStyle()
    style.number = .day
    day = workbook.style(style)
    style.number = .moment
    moment = workbook.style(style)
    style.number = .exactMoment
    exactMoment = workbook.style(style)
  }

  func begin(_ columns: [QueryColumn]) throws {
    guard columns.count <= Sheet.columnLimit else {
      throw Self.diagnostic(.tooManyColumns(columns.count))
    }
    count += 1
    self.columns = columns
    addSheet()
  }

  func write(_ chunk: Chunk) throws {
    var first = 0
    while first < chunk.rowCount {
      if row == Sheet.rowLimit {
        endSheet()
        workbook.losses.furtherSheets += 1
        addSheet()
      }
      let end = min(chunk.rowCount, first + Sheet.rowLimit - row)
      write(chunk, first..<end)
      first = end
    }
  }

  func finish(duration: Duration?) { endSheet() }

  /// Writes the workbook out, behind the last result.
  func close() throws {
    let sentences = workbook.losses.sentences
    if !sentences.isEmpty || count == 0 {
      let sheet = workbook.addSheet(sentences.isEmpty ? "Empty" : "Remarks")
      for (row, sentence) in sentences.enumerated() {
        sheet.text(sentence[workbook.language], row: row, column: 0)
      }
    }
    do {
      try workbook.close { try sink.append($0) }
    } catch let problem as SpreadsheetProblem {
      throw Self.diagnostic(problem)
    }
  }

  private static func diagnostic(_ problem: SpreadsheetProblem) -> Diagnostic {
    problem.diagnostic(at: SourceLocation(file: "result"), .english)
  }

  private func addSheet() {
    let sheet = workbook.addSheet(isOnly ? "Result" : "Result \(count)")
    for (column, name) in columns.enumerated() {
      sheet.text(name.name, row: 0, column: column, style: header)
    }
    sheet.freeze(rows: 1)
    // The sign of the filter takes three characters.
    widths = columns.map { $0.name.count + 3 }
    self.sheet = sheet
    row = 1
  }

  private func endSheet() {
    guard let sheet else { return }
    for (column, width) in widths.enumerated() {
      sheet.setWidth(min(max(width + 1, 6), Self.widest), column: column)
    }
    if !columns.isEmpty, row > 1 {
      sheet.filter(rows: 0...row - 1, lastColumn: columns.count - 1)
      sheet.acceptTexts(rows: row, columns: columns.count)
    }
    self.sheet = nil
  }

  /// Writes rows that fit on the sheet, row by row, as the library keeps only one.
  private func write(_ chunk: Chunk, _ rows: Range<Int>) {
    guard let sheet else { return }
    for place in rows {
      for (column, vector) in chunk.columns.enumerated() where !vector.isNull(place) {
        write(vector, place, column, on: sheet)
      }
      if row <= Self.measuredRows { measure(chunk, place) }
      row += 1
    }
  }

  private func write(_ vector: Vector, _ place: Int, _ column: Int, on sheet: Sheet) {
    switch vector.storage {
    case .integer(let values): sheet.integer(values[place], row: row, column: column)
    case .real(let values): sheet.number(values[place], row: row, column: column)
    case .numeric(let values):
      // Excel keeps 15 digits; a number beyond a double is a text.
      let number = values[place].double
      if number.isFinite {
        sheet.number(number, row: row, column: column)
      } else {
        sheet.text(values[place].description, row: row, column: column)
      }
    case .boolean(let values): sheet.boolean(values[place], row: row, column: column)
    case .text(let codes, let pool):
      sheet.text(pool.string(codes[place]), row: row, column: column)
    case .date(let values): sheet.day(values[place], row: row, column: column, style: day)
    case .timestamp(let values):
      let value = Timestamp(microsecondsSince1970: values[place])
      sheet.moment(
        value, row: row, column: column, style: value.microsecond == 0 ? moment : exactMoment)
    case .interval(let values): sheet.text(values[place].description, row: row, column: column)
    }
  }

  private func measure(_ chunk: Chunk, _ place: Int) {
    for (column, vector) in chunk.columns.enumerated() {
      let length = TableCell(vector[place]).text.count
      if length > widths[column] { widths[column] = length }
    }
  }
}
