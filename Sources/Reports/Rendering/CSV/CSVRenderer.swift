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
public struct CSVRenderer: ReportRenderer {
  /// The language of texts.
  public var language: Language
  /// How to write.
  public var dialect: CSVDialect

  /// A renderer.
  public init(language: Language, dialect: CSVDialect = .standard) {
    self.language = language
    self.dialect = dialect
  }

  /// The files of a report: see ``ReportRenderer``.
  public func files(of document: ReportDocument, at place: ReportPlace) -> [ReportFile] {
    document.dataTables.map { table in
      ReportFile(path: place.file(table.id, "csv"), content: Array(render(table).utf8))
    }
  }

  /// One table as the text of a file.
  public func render(_ table: ReportTable) -> String {
    var writer = CSVWriter(dialect: dialect)
    let exports = table.exports
    writer.append(fields: header(exports, table))
    for row in table.rows {
      var cells = exports.map { cell(row.cells[$0.column], $0.export.aspect) }
      if table.withholds {
        let reasons = row.withheld.map(\.rawValue)
        cells.append(reasons.isEmpty ? .null : .text(reasons.joined(separator: "; ")))
      }
      if table.isExample { cells.append(flag(true)) }
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

  private func header(_ exports: [ExportedColumn], _ table: ReportTable) -> [String] {
    let own = (table.withholds ? ["withheld"] : []) + (table.isExample ? ["example"] : [])
    let ids = exports.map(\.export.id) + own + ["documents", "file", "line"]
    guard isForExcel else { return ids }
    return SpreadsheetHeadings(language: language).headings(ids, in: table)
  }

  private func flag(_ value: Bool) -> Cell {
    isForExcel ? .text(FactWords(language).text(Fact(.flag(value)))) : .boolean(value)
  }

  private func cell(_ cell: ReportCell, _ aspect: Aspect) -> Cell {
    switch cell {
    case .none: return .null
    case .code(let code): return .text(code)
    case .words(let sentence):
      let text = sentence.text(language)
      return text.isEmpty ? .null : .text(text)
    case .member(let members):
      let words = FactWords(language)
      let texts = members.compactMap { aspect == .id ? $0.id : words.text($0) }
      return texts.isEmpty ? .null : .text(texts.joined(separator: "; "))
    case .fact(let fact):
      if case .flag(let value) = fact.value { return flag(value) }
      return fact.data(aspect).map(\.cell) ?? .null
    }
  }
}

/// A column of a data file and the table's column that it comes from.
struct ExportedColumn {
  let column: Int
  let export: ReportColumn.Export
}

extension ReportTable {
  /// The columns of its data file.
  var exports: [ExportedColumn] {
    columns.indices.flatMap { column in
      columns[column].exports.map { ExportedColumn(column: column, export: $0) }
    }
  }
}

extension ReportRow {
  /// Why figures of it are withheld, each reason once.
  var withheld: [Withholding] {
    cells.compactMap { cell in
      if case .withheld(let reason)? = cell.fact?.value { reason } else { nil }
    }.unique
  }
}

extension ReportTable {
  /// Whether it withholds any figure.
  var withholds: Bool { rows.contains { !$0.withheld.isEmpty } }
}
