internal import Query
internal import Tables

/// Writes a result in some format: columns, then rows as they come, then the end.
protocol ResultWriter {
  mutating func begin(_ columns: [QueryColumn]) throws
  mutating func write(_ chunk: Chunk) throws
  /// Ends the result. The duration is `nil` where it is not to be told.
  mutating func finish(duration: Duration?) throws
}
