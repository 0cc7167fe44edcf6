internal import Diagnostics
internal import Indicators
public import Labels
public import TableFiles
internal import Tables

/// Renders the tables of a report as CSV files.
///
/// Column names are the same in every language; the last three columns say where a row comes
/// from. Shares are in per cent, differences of shares in percentage points, both unrounded.
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
    let marks = table.isExample ? ["example"] : []
    writer.append(
      fields: columns.map { table.columns[$0].id } + marks + ["documents", "file", "line"])
    for row in table.rows {
      let cells = columns.map { row.values[$0].cell(language) }
      let documents = row.documents.map(\.text).joined(separator: "; ")
      let place = row.locations.first
      writer.append(
        cells: cells + marks.map { _ in .boolean(true) } + [
          documents.isEmpty ? .null : .text(documents),
          place.map { .text($0.file) } ?? .null,
          place?.line.map { .integer(Int64($0)) } ?? .null,
        ])
    }
    return writer.text
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
    case .number(let value, _): Int64(exactly: value).map(Cell.integer) ?? .real(value)
    case .share(let share, _), .points(let share, _): .real(tidy(share * 100))
    case .flag(let flag): .boolean(flag)
    }
  }

  /// Takes the binary noise off a percentage: 0.95 × 100 reads 95, not 94.99999999999999.
  private func tidy(_ value: Double) -> Double {
    let rounded = (value * 1e9).rounded() / 1e9
    return rounded
  }
}
