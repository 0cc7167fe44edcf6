internal import Query
internal import TableFiles
internal import Tables

/// CSV by RFC 4180, or for a spreadsheet. NULL is an empty field, the empty text `""`.
struct CSVResultWriter: ResultWriter {
  private let sink: any ByteSink
  /// That of the rows: only the first bytes bear the mark.
  private var dialect: CSVDialect

  init(_ sink: any ByteSink, dialect: CSVDialect) {
    self.sink = sink
    self.dialect = dialect
  }

  mutating func begin(_ columns: [QueryColumn]) throws {
    var writer = CSVWriter(dialect: dialect)
    writer.append(fields: columns.map(\.name))
    try sink.append(writer.bytes)
    dialect.hasByteOrderMark = false
  }

  mutating func write(_ chunk: Chunk) throws {
    var writer = CSVWriter(dialect: dialect)
    for row in 0..<chunk.rowCount { writer.append(cells: chunk.columns.map { $0[row] }) }
    try sink.append(writer.bytes)
  }

  mutating func finish(duration: Duration?) {}
}
