internal import Tables

extension Chunk {
  /// Some consecutive rows.
  func slice(_ rows: Range<Int>) -> Chunk {
    if rows.lowerBound == 0, rows.upperBound == rowCount { return self }
    return Chunk(columns: columns.map { $0.part(rows) }, rowCount: rows.count)
  }

  /// The most rows that steps hand on at once.
  static let capacity = 65_536

  /// The rows cut into chunks of at most ``capacity``.
  var pieces: [Chunk] {
    if rowCount <= Self.capacity { return [self] }
    return stride(from: 0, to: rowCount, by: Self.capacity).map {
      slice($0..<min($0 + Self.capacity, rowCount))
    }
  }
}
