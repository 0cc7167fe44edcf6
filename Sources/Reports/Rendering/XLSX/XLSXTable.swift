internal import Labels
internal import Spreadsheets

/// A table of a report on its sheet: the title, the rows with their headings, remarks.
struct XLSXTable {
  /// A column of the sheet: one side of the cells of a table's column.
  private struct Column {
    let source: Int
    let aspect: Aspect
    let header: String
    let values: [XLSXValue]
    /// Whether its figures stand at the right.
    let isRight: Bool
  }

  private let part: XLSXReport.Part
  private let report: XLSXReport
  private let notes: PlacedNotes
  private let columns: [Column]

  init(_ part: XLSXReport.Part, in report: XLSXReport) {
    self.part = part
    self.report = report
    let (shown, words) = (part.shown, report.words)
    let notes = PlacedNotes(shown)
    self.notes = notes
    let cells = XLSXCells(words)
    columns = shown.columns.flatMap { source -> [Column] in
      let sides = Self.sides(of: source, in: shown)
      return sides.enumerated().map { place, side in
        // A remark stands at the first side.
        func mark(_ noted: PlacedNotes.Place) -> String {
          place == 0 ? Self.raised(notes.numbers(at: noted)) : ""
        }
        let values = shown.table.rows.indices.map { row in
          cells.value(
            shown.table.rows[row].cells[source], side.aspect,
            mark: mark(.cell(row: row, column: source)), isExample: shown.table.isExample)
        }
        let header = shown.table.columns[source].header[words.language]
        return Column(
          source: source, aspect: side.aspect,
          header: [header, side.name[words.language]].filter { !$0.isEmpty }.joined(separator: ", ")
            + mark(.column(source)),
          values: values, isRight: Self.areFigures(values))
      }
    }
  }

  /// Whether a column holds nothing but figures, and what stands in place of one.
  private static func areFigures(_ values: [XLSXValue]) -> Bool {
    let known = values.filter { !$0.isMuted && !$0.shown.isEmpty }
    return !known.isEmpty && known.allSatisfy(\.isNumber)
  }

  private var table: ReportTable { part.shown.table }
  private var sheet: Sheet { part.sheet }
  private var styles: XLSXStyles { report.styles }
  private var language: Language { report.language }

  /// The row of the headings.
  private static let headerRow = 3

  /// Writes the sheet.
  ///
  /// - Returns: The first row below everything.
  func write() throws(SpreadsheetProblem) -> Int {
    guard columns.count <= Sheet.columnLimit else { throw .tooManyColumns(columns.count) }
    sheet.text(part.shown.title[language], row: 0, column: 0, style: styles.title)
    sheet.setHeight(XLSXStyles.titleHeight, row: 0)
    sheet.link(
      "← " + report.contents.name, to: report.contents, row: 1, column: 0, style: styles.backLink)
    for (place, column) in columns.enumerated() {
      sheet.text(
        column.header, row: Self.headerRow, column: place,
        style: styles.header(isRight: column.isRight))
    }
    let widths = widths
    sheet.fit(columns.map(\.header), widths: widths, row: Self.headerRow, isBold: true)
    for row in table.rows.indices {
      write(row)
      sheet.fit(
        columns.map { $0.values[row].isNumber ? "" : $0.values[row].shown }, widths: widths,
        row: Self.headerRow + 1 + row, isBold: table.rows[row].totalOf != nil)
    }
    for (place, width) in widths.enumerated() { sheet.setWidth(width, column: place) }
    let first = Self.headerRow + 1
    sheet.freeze(rows: first, columns: columns.count > 4 && widths.first ?? 0 <= 45 ? 1 : 0)
    sheet.setPage(isLying: widths.reduce(0, +) > 90, repeating: Self.headerRow)
    var end = first + table.rows.count
    if table.rows.isEmpty {
      sheet.text(Label("(inga rader)", "(no rows)")[language], row: first, column: 0)
      end += 1
    }
    sheet.acceptTexts(rows: end, columns: columns.count)
    return writeRemarks(from: end + 1, widths)
  }

  private func write(_ row: Int) {
    let source = table.rows[row]
    let isTotal = source.totalOf != nil
    for (place, column) in columns.enumerated() {
      styles.write(
        column.values[row], on: sheet, row: Self.headerRow + 1 + row, column: place,
        isRight: column.isRight, isTotal: isTotal,
        indent: place == 0 ? min(source.depth, 10) : 0)
    }
  }

  // MARK: Columns

  /// The sides of a column's cells that become columns: of an interval both ends, of a base part and whole.
  private static func sides(
    of source: Int, in shown: ShownTable
  ) -> [(aspect: Aspect, name: Label)] {
    let aspect = shown.aspect(source)
    let facts = shown.table.rows.compactMap { $0.cells[source].fact }
    switch aspect {
    case .interval where facts.contains { $0.interval != nil }:
      return [(.low, Label("från", "from")), (.high, Label("till", "to"))]
    case .base where facts.contains { $0.baseNumber(.whole) != nil }:
      let wholes: (Aspect, Label) = (.whole, Label("av", "of"))
      return facts.contains { $0.baseNumber(.part) != nil }
        ? [(.part, Label("antal", "number")), wholes] : [wholes]
    default: return [(aspect, Label("", ""))]
    }
  }

  /// The characters that columns take: figures do not wrap, words do, the more of them the narrower.
  private var widths: [Int] {
    var widths: [Int] = []
    for longest in [44, 36, 30, 25, 20] {
      widths = columns.indices.map { width($0, longest: longest + ($0 == 0 ? 8 : 0)) }
      if widths.reduce(0, +) <= Self.comfortable { break }
    }
    return widths
  }

  /// What a page of A4 shows lying and still legible.
  private static let comfortable = 150

  private func width(_ place: Int, longest: Int) -> Int {
    let column = columns[place]
    let header = max(column.header.longestWord + 3, column.header.count / 3 + 2)
    let figures = column.values.filter(\.isNumber).map(\.shown.count).max() ?? 0
    let texts = column.values.filter { !$0.isNumber }
    // What stands in place of a figure takes no more room than one.
    let longest = column.isRight ? 14 : longest
    let words = texts.map { min($0.shown.longestWord, 28) }.max() ?? 0
    let whole = texts.map(\.shown.count).max() ?? 0
    return max(header, figures + 3, min(whole + 2, max(longest, words + 2)), 7)
  }

  // MARK: Remarks

  private func writeRemarks(from start: Int, _ widths: [Int]) -> Int {
    var row = start
    let span = span(widths)
    func write(_ text: String) {
      sheet.text(text, row: row, across: 0...span.last, width: span.width, style: styles.note)
      row += 1
    }
    for note in notes.general { write(report.words.text(note)) }
    for (place, note) in notes.numbered.enumerated() {
      write(Self.raised([place + 1]) + " " + report.words.text(note))
    }
    for row in table.rows.indices {
      for (place, column) in columns.enumerated() {
        guard let remark = column.values[row].remark else { continue }
        write("\(Sheet.letters(place))\(Self.headerRow + 2 + row): \(remark)")
      }
    }
    return row
  }

  /// As many columns as give remarks a line that reads well.
  private func span(_ widths: [Int]) -> (last: Int, width: Int) {
    var (last, width) = (0, widths.first ?? 8)
    while width < 80 {
      last += 1
      width += last < widths.count ? widths[last] : 8
    }
    return (last, width)
  }

  private static func raised(_ numbers: [Int]) -> String {
    guard !numbers.isEmpty else { return "" }
    let digits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    return "\u{202F}"
      + numbers.map { String($0).compactMap(\.wholeNumberValue).map { digits[$0] }.joined() }
      .joined(separator: "\u{2060}˒") + "⁾"
  }
}
