internal import TableFiles

/// How the rows of a result are written.
package enum ResultFormat: String, Sendable, CaseIterable {
  case table, csv, json, ndjson, markdown, xlsx

  /// Whether it is text, of which several results may stand one below the other, and which a terminal
  /// shows. What is no text is a file of its own.
  package var isText: Bool { self != .xlsx }

  /// A writer of one result as text; `nil` for a format that is no text.
  func writer(to sink: any ByteSink, _ style: ResultStyle) -> (any ResultWriter)? {
    switch self {
    case .table: TableWriter(sink, width: style.terminalWidth, style: style.text)
    case .csv: CSVResultWriter(sink, dialect: style.dialect)
    case .json: JSONWriter(sink, layout: .array)
    case .ndjson: JSONWriter(sink, layout: .lines)
    case .markdown: MarkdownWriter(sink)
    case .xlsx: nil
    }
  }
}
