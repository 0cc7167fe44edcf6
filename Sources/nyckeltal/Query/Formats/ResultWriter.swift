internal import Diagnostics
internal import Query
internal import TableFiles
internal import Tables

/// Writes a result in some format: columns, then rows as they come, then the end.
protocol ResultWriter {
  mutating func begin(_ columns: [QueryColumn]) throws
  mutating func write(_ chunk: Chunk) throws
  /// Ends the result. The duration is `nil` where it is not to be told.
  mutating func finish(duration: Duration?) throws
}

extension ResultFormat {
  /// A writer of one result.
  func writer(
    to output: ResultOutput, dialect: CSVDialect, hasColor: Bool
  ) -> any ResultWriter {
    switch self {
    case .table: TableWriter(output, style: TextStyle(hasColor: hasColor))
    case .csv: CSVResultWriter(output, dialect: dialect)
    case .json: JSONWriter(output, layout: .array)
    case .ndjson: JSONWriter(output, layout: .lines)
    case .markdown: MarkdownWriter(output)
    }
  }
}
