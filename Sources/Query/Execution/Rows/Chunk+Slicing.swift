internal import Tables

extension Chunk {
  /// Some consecutive rows.
  func slice(_ rows: Range<Int>) -> Chunk {
    if rows.lowerBound == 0, rows.upperBound == rowCount { return self }
    return Chunk(columns: columns.map { $0.slice(rows) }, rowCount: rows.count)
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

extension Vector {
  /// Some consecutive rows.
  func slice(_ rows: Range<Int>) -> Vector {
    let mask = nulls.map { nulls in
      Nulls(count: rows.count) { nulls[rows.lowerBound + $0] }
    }
    let part: Storage =
      switch storage {
      case .boolean(let values): .boolean(Array(values[rows]))
      case .integer(let values): .integer(Array(values[rows]))
      case .real(let values): .real(Array(values[rows]))
      case .text(let codes, let pool): .text(Array(codes[rows]), pool)
      case .date(let values): .date(Array(values[rows]))
      case .timestamp(let values): .timestamp(Array(values[rows]))
      case .interval(let values): .interval(Array(values[rows]))
      }
    return Vector(part, nulls: mask)
  }
}
