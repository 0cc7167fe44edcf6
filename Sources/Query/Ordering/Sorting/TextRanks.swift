internal import Tables

/// The rank of every text of a column among its distinct texts, whatever pools they come from.
///
/// Texts are sorted once, not at every comparison of rows.
struct TextRanks: Sendable {
  /// The place of each pool's first text.
  private let firsts: [ObjectIdentifier: Int]
  private let ranks: WorkArray<UInt32>

  init(
    _ vectors: [Vector], collation: SortKey.Collation, memory: MemoryBudget, threads: Int
  ) throws {
    var pools: [(pool: TextPool, first: Int)] = []
    var firsts: [ObjectIdentifier: Int] = [:]
    var (count, rows) = (0, 0)
    for case .text(let codes, let pool) in vectors.lazy.map(\.storage) {
      rows += codes.count
      guard firsts[ObjectIdentifier(pool)] == nil else { continue }
      firsts[ObjectIdentifier(pool)] = count
      pools.append((pool, count))
      count += pool.count
    }
    guard count <= Int(UInt32.max) else { throw QueryError("too many distinct texts to sort") }
    self.firsts = firsts
    ranks = try WorkArray(count: count, memory: memory)
    // Few rows of large pools: only the texts that stand in a row are sorted.
    var used: [UInt32]?
    if count > 2 * rows {
      var isUsed = Array(repeating: false, count: count)
      for vector in vectors {
        guard case .text(let codes, let pool) = vector.storage,
          let first = firsts[ObjectIdentifier(pool)]
        else { continue }
        for (row, code) in codes.enumerated() where !vector.isNull(row) {
          isUsed[first + Int(code)] = true
        }
      }
      used = (0..<UInt32(count)).filter { isUsed[Int($0)] }
    }
    let keys = try TextKeys(
      pools, used: used, collation: collation, memory: memory, threads: threads)
    let rowBits = UInt64(max(1, UInt64.bitWidth - UInt64(keys.count).leadingZeroBitCount))
    let (items, marks) = try RadixRowSort(
      keys, count: keys.count, rowBits: rowBits, marks: true, memory: memory, threads: threads
    ).sorted()
    guard let marks else { return }
    let mask: UInt64 = (1 << rowBits) - 1
    var rank: UInt32 = 0
    for place in 0..<keys.count {
      if marks.base[place] != 0, place > 0 { rank += 1 }
      let entry = Int(items.base[place] & mask)
      ranks.base[used.map { Int($0[entry]) } ?? entry] = rank
    }
  }

  /// Writes the ranks of one vector's rows; those of null rows mean nothing.
  func write(
    _ codes: [UInt32], of pool: TextPool, nulls: Nulls?, to target: UnsafeMutablePointer<UInt64>
  ) {
    guard let first = firsts[ObjectIdentifier(pool)] else { return }
    let known = ranks.base + first
    codes.withUnsafeBufferPointer { codes in
      if let nulls {
        for row in codes.indices where !nulls[row] {
          target[row] = UInt64(known[Int(codes[row])])
        }
      } else {
        for row in codes.indices { target[row] = UInt64(known[Int(codes[row])]) }
      }
    }
  }
}
