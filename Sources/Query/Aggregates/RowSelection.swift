internal import Tables

/// Which rows of a chunk a call counts: those where its FILTER is true and no argument is null.
struct RowSelection: Hashable {
  var filter: Int?
  var arguments: [Int]

  /// The rows in order; `nil` for all.
  func rows(_ chunk: Chunk) -> [Int32]? {
    var excluded: Nulls?
    for argument in arguments {
      excluded = Nulls.union(excluded, chunk.columns[argument].nulls)
    }
    if let filter {
      let vector = chunk.columns[filter]
      excluded = Nulls.union(excluded, vector.nulls)
      if case .boolean(let truths) = vector.storage {
        var mask = excluded ?? Nulls(count: chunk.rowCount)
        truths.withUnsafeBufferPointer { truths in
          mask.words.withUnsafeMutableBufferPointer { words in
            for row in 0..<chunk.rowCount {
              words[row >> 6] |= (truths[row] ? 0 : 1) << UInt64(row & 63)
            }
          }
        }
        excluded = mask
      }
    }
    guard let excluded, excluded.isAny else { return nil }
    let left = chunk.rowCount - excluded.words.reduce(0) { $0 + $1.nonzeroBitCount }
    return Array(unsafeUninitializedCapacity: left) { rows, count in
      for (place, word) in excluded.words.enumerated() {
        let first = place << 6
        let length = min(64, chunk.rowCount - first)
        var kept = ~word
        if length < 64 { kept &= (1 << UInt64(max(0, length))) - 1 }
        while kept != 0 {
          rows.initializeElement(
            at: count, to: Int32(truncatingIfNeeded: first + kept.trailingZeroBitCount))
          count += 1
          kept &= kept - 1
        }
      }
    }
  }

  /// Whether a row counts.
  func contains(_ chunk: Chunk, _ row: Int) -> Bool {
    if let filter {
      guard case .boolean(let truths) = chunk.columns[filter].storage,
        !chunk.columns[filter].isNull(row), truths[row]
      else { return false }
    }
    return !arguments.contains { chunk.columns[$0].isNull(row) }
  }
}
