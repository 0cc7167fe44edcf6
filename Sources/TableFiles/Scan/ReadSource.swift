internal import Diagnostics
internal import Tables

/// A file that a ``TableReader`` has read as a whole, as the source of a query.
struct ReadSource: ChunkSource {
  private let table: TableSource
  /// What is wrong in the file and was not an error.
  let problems: [Diagnostic]

  /// Reads a file.
  ///
  /// - Throws: Its first error.
  init(_ path: String) throws {
    let reading = try TableFile.read(path, named: path)
    if let error = reading.diagnostics.first(where: { $0.severity == .error }) { throw error }
    table = TableSource(reading.table)
    problems = reading.diagnostics
  }

  var schema: Schema { table.schema }
  var rowCount: Int? { table.rowCount }
  var byteCount: Int? { nil }

  func open(columns: [Int]) -> any ChunkScan { table.open(columns: columns) }
}
