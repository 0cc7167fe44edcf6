internal import Tables

/// Bytes of texts, or of their collation keys, as keys of ``RadixRowSort``.
///
/// The spans point into pools that this value keeps alive and that nobody changes any more.
struct TextKeys: RadixKeys {
  /// The number of texts.
  let count: Int
  private let spans: WorkArray<Span>
  private let pools: [TextPool]
  /// Bytes that one level reads; below them stand three bits that count how many there were, so
  /// that a text comes before those that it begins.
  private let width: Int

  private struct Span: BitwiseCopyable {
    var start: UnsafePointer<UInt8>?
    var count: Int
  }

  init(
    _ pools: [(pool: TextPool, first: Int)], used: [UInt32]?, collation: SortKey.Collation,
    memory: MemoryBudget, threads: Int
  ) throws {
    let all = pools.last.map { $0.first + $0.pool.count } ?? 0
    let count = used?.count ?? all
    self.count = count
    let rowBits = UInt64.bitWidth - UInt64(count).leadingZeroBitCount
    width = min(7, (64 - max(1, rowBits) - 3) / 8)
    let spans = try WorkArray<Span>(count: count, memory: memory)
    self.spans = spans
    // The pool of a text is the last that begins at or before it.
    func fill(_ range: Range<Int>, _ take: (Int, TextPool.Bytes) -> Void) {
      var pool = 0
      for index in range {
        let entry = used.map { Int($0[index]) } ?? index
        while entry >= pools[pool].first + pools[pool].pool.count { pool += 1 }
        take(index, pools[pool].pool[UInt32(entry - pools[pool].first)])
      }
    }
    let pieces = max(1, min(count, count > 10_000 ? threads * 8 : 1))
    var keyPools: [TextPool?] = Array(repeating: nil, count: collation == .swedish ? pieces : 0)
    keyPools.withUnsafeMutableBufferPointer { keyPools in
      let keyPools = keyPools
      ParallelLoop.overRanges(count, pieces: pieces, threads: threads) { piece, range in
        guard collation == .swedish else {
          fill(range) { spans.base[$0] = Span(start: $1.baseAddress, count: $1.count) }
          return
        }
        let keys = TextPool(isDistinct: false)
        var collation = SwedishCollation()
        var key: [UInt8] = []
        fill(range) { _, text in
          collation.write(text, to: &key)
          key.withUnsafeBufferPointer { _ = keys.append($0) }
        }
        for (number, index) in range.enumerated() {
          let text = keys[UInt32(number)]
          spans.base[index] = Span(start: text.baseAddress, count: text.count)
        }
        keyPools[piece] = keys
      }
    }
    self.pools = pools.map(\.pool) + keyPools.compactMap { $0 }
  }

  /// Skips bytes that all texts have in common.
  func level(
    of items: UnsafeBufferPointer<UInt64>, rowMask: UInt64, from depth: Int
  ) -> RadixLevel {
    guard items.count > 1 else { return RadixLevel(depth: depth) }
    let first = spans.base[Int(items[0] & rowMask)]
    var common = first.count - depth
    guard common > 0, let start = first.start else { return RadixLevel(depth: depth) }
    for item in items.dropFirst() {
      let span = spans.base[Int(item & rowMask)]
      guard let other = span.start else { return RadixLevel(depth: depth) }
      common = min(common, span.count - depth)
      var same = 0
      while same < common, start[depth + same] == other[depth + same] { same += 1 }
      common = same
      if common <= 0 { return RadixLevel(depth: depth) }
    }
    return RadixLevel(depth: depth + common)
  }

  func load(
    _ items: UnsafeMutableBufferPointer<UInt64>, rowBits: UInt64, level: RadixLevel
  ) {
    let mask: UInt64 = (1 << rowBits) - 1
    for index in items.indices {
      let row = items[index] & mask
      let span = spans.base[Int(row)]
      let rest = max(0, span.count - level.depth)
      var key: UInt64 = 0
      if let start = span.start, rest > 0 {
        let text = start + level.depth
        if rest >= 8 {
          let word = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
          key = UInt64(bigEndian: word) >> UInt64(64 - 8 * width)
        } else {
          for byte in 0..<min(rest, width) { key = key << 8 | UInt64(text[byte]) }
          key <<= UInt64(8 * (width - min(rest, width)))
        }
      }
      items[index] = (key << 3 | UInt64(min(rest, width))) << rowBits | row
    }
  }

  func depth(after level: RadixLevel, key: UInt64) -> Int? {
    key & 7 == UInt64(width) ? level.depth + width : nil
  }

  func mark(_ key: UInt64, after previous: UInt64, level: RadixLevel) -> UInt8 { 1 }
}
