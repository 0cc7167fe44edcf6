internal import Tables

/// Narrows rows down before a sort of which only the first rows are wanted.
enum TopRows {
  /// Chunks that hold, in their old order, every row which can be among the first `limit` by the
  /// keys. Decided by the first key alone, texts by their beginning.
  static func candidates(
    _ chunks: [Chunk], by key: SortKey, limit: Int, memory: MemoryBudget, threads: Int
  ) throws -> [Chunk] {
    let count = chunks.reduce(0) { $0 + $1.rowCount }
    let vectors = chunks.map { $0.columns[key.column] }
    if case .text? = vectors.first?.storage, key.collation != .bytes { return chunks }
    guard limit < count / 4, count > 1024 else { return chunks }
    let codes = try KeyCodes.make(
      vectors, key: key, texts: .prefixes, memory: memory, threads: threads)
    // Where nulls are told apart by a key of their own it does not narrow much.
    guard codes.count == 1, codes[0].bits > 0 else { return chunks }
    let words = codes[0].codes
    let highest = try bound(words, bits: codes[0].bits, limit: limit, threads: threads)
    var starts: [Int] = []
    var start = 0
    for chunk in chunks {
      starts.append(start)
      start += chunk.rowCount
    }
    var kept: [Chunk?] = Array(repeating: nil, count: chunks.count)
    kept.withUnsafeMutableBufferPointer { kept in
      let kept = kept
      ParallelLoop.run(chunks.count, threads: threads) { index in
        let own = words.base + starts[index]
        var rows: [Int32] = []
        for row in 0..<chunks[index].rowCount where own[row] <= highest {
          rows.append(Int32(truncatingIfNeeded: row))
        }
        if !rows.isEmpty { kept[index] = chunks[index].gathered(rows) }
      }
    }
    return kept.compactMap { $0 }
  }

  /// A word that at least `limit` rows do not exceed, close to the least such.
  private static func bound(
    _ words: WorkArray<UInt64>, bits: UInt64, limit: Int, threads: Int
  ) throws -> UInt64 {
    var (prefix, shift, below) = (UInt64(0), bits, 0)
    while shift > 0 {
      let digit = min(11, shift)
      let known = shift
      shift -= digit
      let size = 1 << Int(digit)
      let pieces = max(1, threads)
      let counts = try WorkArray<Int>(
        repeating: 0, count: size * pieces, memory: MemoryBudget())
      ParallelLoop.overRanges(words.count, pieces: pieces, threads: threads) { piece, range in
        let own = counts.base + piece * size
        for row in range {
          let word = words.base[row]
          // A shift by all 64 bits gives 0.
          if word >> known == prefix { own[Int(word >> shift & UInt64(size - 1))] += 1 }
        }
      }
      var (bucket, rows) = (0, 0)
      while bucket < size {
        rows = (0..<pieces).reduce(0) { $0 + counts.base[$1 * size + bucket] }
        if below + rows >= limit { break }
        below += rows
        bucket += 1
      }
      prefix = prefix << digit | UInt64(min(bucket, size - 1))
      if rows <= max(limit, 4096) { break }
    }
    return prefix << shift | (shift == 0 ? 0 : ~0 >> (64 - shift))
  }
}
