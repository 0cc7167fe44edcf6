internal import TableFiles

/// How the rows of a result are written.
package enum ResultFormat: String, Sendable, CaseIterable {
  case table, csv, json, ndjson, markdown

  /// A writer of one result.
  func writer(to sink: any ByteSink, _ style: ResultStyle) -> any ResultWriter {
    switch self {
    case .table: TableWriter(sink, width: style.terminalWidth, style: style.text)
    case .csv: CSVResultWriter(sink, dialect: style.dialect)
    case .json: JSONWriter(sink, layout: .array)
    case .ndjson: JSONWriter(sink, layout: .lines)
    case .markdown: MarkdownWriter(sink)
    }
  }
}
