internal import Diagnostics
internal import Indicators
public import Labels
public import TableFiles
internal import Tables

/// Renders the tables of a report as CSV files.
///
/// Column names are ids, the same in every language; a file for Excel has headings and truth values in the
/// language of its texts. The last three columns say where a row comes from. Shares are in per cent,
/// differences of shares in percentage points, both unrounded.
public struct CSVRenderer: Sendable {
  /// The language of texts.
  public var language: Language
  /// How to write.
  public var dialect: CSVDialect

  /// A renderer.
  public init(language: Language, dialect: CSVDialect = .standard) {
    self.language = language
    self.dialect = dialect
  }

  /// One table as the text of a file.
  public func render(_ table: ReportTable) -> String {
    var writer = CSVWriter(dialect: dialect)
    let columns = table.columns.indices.filter { table.columns[$0].audience != .readers }
    writer.append(fields: header(columns.map { table.columns[$0] }, table))
    for row in table.rows {
      var cells = columns.map { cell(row.values[$0]) }
      if table.isExample { cells.append(cell(.flag(true))) }
      let documents = row.documents.map(\.text).joined(separator: "; ")
      let place = row.locations.first
      writer.append(
        cells: cells + [
          documents.isEmpty ? .null : .text(documents),
          place.map { .text($0.file) } ?? .null,
          place?.line.map { .integer(Int64($0)) } ?? .null,
        ])
    }
    return writer.text
  }

  private var isForExcel: Bool { dialect == .excelSwedish }

  private func header(_ columns: [ReportColumn], _ table: ReportTable) -> [String] {
    let own = table.isExample ? [ReportColumn.data("example")] : []
    let all = columns + own + ["documents", "file", "line"].map { ReportColumn.data($0) }
    guard isForExcel else { return all.map(\.id) }
    return SpreadsheetHeadings(language: language).headings(all, in: table)
  }

  private func cell(_ value: ReportValue) -> Cell {
    guard isForExcel, case .flag = value else { return value.cell(language) }
    return .text(value.shown(language, NumberStyle(language)))
  }
}

extension ReportValue {
  /// The value as data.
  fileprivate func cell(_ language: Language) -> Cell {
    switch self {
    case .none: .null
    case .text(let label): label[language].isEmpty ? .null : .text(label[language])
    case .code(let code): .text(code)
    case .count(let count): .integer(Int64(count))
    case .number(let value, _): Int64(exactly: value).map(Cell.integer) ?? .real(rounded(value))
    case .share(let share, _), .points(let share, _): .real(tidy(share * 100))
    case .flag(let flag): .boolean(flag)
    }
  }

  /// The fifteen digits that a double holds for sure: 3.4, not 3.4000000000000004. A spreadsheet keeps
  /// no more.
  private func rounded(_ value: Double) -> Double {
    // The powers of ten up to the 22nd are exact.
    var scale = 1.0
    while abs(value) * scale < 1e14, scale < 1e22 { scale *= 10 }
    let digits = value * scale
    return (1e14..<1e15).contains(abs(digits)) ? digits.rounded() / scale : value
  }

  /// Takes the binary noise off a percentage: 0.95 × 100 reads 95, not 94.99999999999999. What is
  /// more than noise below 100 stays below it.
  private func tidy(_ value: Double) -> Double {
    let rounded = (value * 1e9).rounded() / 1e9
    return rounded == 100 && abs(value - 100) > 1e-10 ? value : rounded
  }
}
