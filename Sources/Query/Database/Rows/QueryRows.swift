internal import Tables

/// Rows of a result, in order.
public struct QueryRows: Sendable, RandomAccessCollection {
  let positions: ColumnPositions
  let chunks: [Chunk]
  /// The number of rows before each chunk, and of all.
  private let starts: [Int]

  init(positions: ColumnPositions, chunks: [Chunk]) {
    self.positions = positions
    self.chunks = chunks
    var starts = [0]
    for chunk in chunks { starts.append(starts[starts.count - 1] + chunk.rowCount) }
    self.starts = starts
  }

  /// The columns of every row.
  public var columns: [QueryColumn] { positions.columns }
  /// The position of the first row.
  public var startIndex: Int { 0 }
  /// The number of rows.
  public var endIndex: Int { starts[starts.count - 1] }

  /// A row by its number, from 0.
  public subscript(position: Int) -> QueryRow {
    precondition(position >= 0 && position < endIndex, "row \(position) of \(endIndex)")
    // The last chunk that starts at or before the row.
    var low = 0
    var high = chunks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= position { low = middle } else { high = middle }
    }
    return QueryRow(positions: positions, chunk: chunks[low], index: position - starts[low])
  }
}
