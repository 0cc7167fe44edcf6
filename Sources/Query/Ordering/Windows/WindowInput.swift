internal import Tables

/// The input of window functions, with the columns that they need as wholes.
final class WindowInput {
  let chunks: [Chunk]
  let types: [ColumnType]
  let count: Int
  let memory: MemoryBudget
  let threads: Int
  private var known: [[Int]: JoinedColumn] = [:]

  /// The most rows, so that numbers of rows and of as many default values fit in 32 bits.
  private static let mostRows = Int(Int32.max) / 2

  init(_ chunks: [Chunk], types: [ColumnType], memory: MemoryBudget, threads: Int) throws {
    self.chunks = chunks
    self.types = types
    self.memory = memory
    self.threads = threads
    count = chunks.reduce(0) { $0 + $1.rowCount }
    guard count <= Self.mostRows else {
      throw QueryError("too many rows for window functions", hint: "filter the rows first")
    }
  }

  /// All rows of a column.
  func column(_ column: Int) throws -> JoinedColumn { try rows(of: [column]) }

  /// All rows of columns of one type, column after column.
  func rows(of columns: [Int]) throws -> JoinedColumn {
    if let known = known[columns] { return known }
    let joined = try JoinedColumn(
      columns.flatMap { column in chunks.map { $0.columns[column] } },
      type: columns.first.map { types[$0] } ?? .integer, memory: memory)
    known[columns] = joined
    return joined
  }
}
