package import Tables

/// Sorts rows.
package enum Sorting {
  /// Rows in one chunk of the result.
  private static let chunkRows = 65_536

  /// Sorts rows, those that are equal in all keys staying in their order.
  ///
  /// Keys become numbers that compare like the values, texts their rank among the distinct texts of
  /// the column, and the numbers are sorted by their digits.
  ///
  /// - Parameters:
  ///   - chunks: The rows.
  ///   - types: The types of the columns.
  ///   - keys: What to sort by, the most significant first; none keeps the order.
  ///   - limit: How many rows to keep, from the first; `nil` for all.
  ///   - memory: Counts what the sort itself needs, which is free again when it ends.
  ///   - threads: At most so many, `nil` for one a processor; the result is the same for any.
  /// - Returns: The rows in order, in chunks of at most 65 536.
  /// - Throws: ``QueryError`` where there is too little memory, or too many rows.
  package static func sorted(
    _ chunks: [Chunk], types: [ColumnType], by keys: [SortKey], limit: Int?, memory: MemoryBudget,
    threads: Int? = nil
  ) throws -> [Chunk] {
    let chunks = chunks.filter { $0.rowCount > 0 }
    let threads = max(1, threads ?? Machine.processorCount)
    let count = chunks.reduce(0) { $0 + $1.rowCount }
    let wanted = min(count, max(0, limit ?? count))
    guard wanted > 0 else { return [] }
    guard let first = keys.first else {
      return try rows(Array(0..<Int32(clamping: wanted)), chunks, types, memory, threads)
    }
    var candidates = chunks
    if wanted < count {
      candidates = try TopRows.candidates(
        chunks, by: first, limit: wanted, memory: memory, threads: threads)
    }
    let sorted = try SortedRows(
      candidates, by: keys, marks: false, memory: memory, threads: threads)
    return try rows(sorted.rows.copied(0..<wanted), candidates, types, memory, threads)
  }

  private static func rows(
    _ order: [Int32], _ chunks: [Chunk], _ types: [ColumnType], _ memory: MemoryBudget,
    _ threads: Int
  ) throws -> [Chunk] {
    let pieces = stride(from: 0, to: order.count, by: chunkRows).map {
      Array(order[$0..<min($0 + chunkRows, order.count)])
    }
    var result = pieces.map { Chunk(columns: [], rowCount: $0.count) }
    for (column, type) in types.enumerated() {
      let joined = try JoinedColumn(
        chunks.map { $0.columns[column] }, type: type, memory: memory)
      var vectors: [Vector?] = Array(repeating: nil, count: pieces.count)
      vectors.withUnsafeMutableBufferPointer { vectors in
        let vectors = vectors
        ParallelLoop.run(pieces.count, threads: threads) { piece in
          vectors[piece] = joined.vector.gathered(pieces[piece])
        }
      }
      for (piece, vector) in vectors.enumerated() {
        if let vector { result[piece].columns.append(vector) }
      }
    }
    return result
  }
}
