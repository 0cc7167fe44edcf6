internal import Tables

/// Sorts row numbers by keys, stably and on several threads, with the same result for any number of
/// them.
///
/// An item of 64 bits holds a part of the key above the number of the row. One level of the key is
/// sorted by digits: large runs are first cut into buckets by their highest digit, on all threads,
/// and each bucket is then sorted from its lowest digit up, inside the cache. Rows that are still
/// equal are sorted by the next level of their keys.
///
/// Holds the memory that it sorts: `items` and `scratch` have `count` places; threads work in
/// ranges of their own. `marks`, where asked for, gets a value other than 0 at each row that
/// differs from the one before.
struct RadixRowSort<Keys: RadixKeys> {
  let keys: Keys
  let rowBits: UInt64
  let threads: Int
  private let itemArray: WorkArray<UInt64>
  private let scratchArray: WorkArray<UInt64>
  private let markArray: WorkArray<UInt8>?

  private var items: UnsafeMutablePointer<UInt64> { itemArray.base }
  private var scratch: UnsafeMutablePointer<UInt64> { scratchArray.base }
  private var rowMask: UInt64 { (1 << rowBits) - 1 }

  /// Runs of more rows are sorted by all threads together.
  private static var largeRun: Int { 1 << 15 }

  /// Prepares to sort rows 0 up to `count`.
  init(
    _ keys: Keys, count: Int, rowBits: UInt64, marks: Bool, memory: MemoryBudget, threads: Int
  ) throws {
    self.keys = keys
    self.rowBits = rowBits
    self.threads = threads
    itemArray = try WorkArray(count: count, memory: memory)
    scratchArray = try WorkArray(count: count, memory: memory)
    markArray = marks ? try WorkArray(repeating: 0, count: count, memory: memory) : nil
    if count > 0 { markArray?.base[0] = .max }
    let items = itemArray.base
    ParallelLoop.overRanges(count, pieces: threads, threads: threads) { _, range in
      for row in range { items[row] = UInt64(truncatingIfNeeded: row) }
    }
  }

  /// Sorts and returns the items, whose low bits are the rows in order, with the marks.
  consuming func sorted() throws -> (items: WorkArray<UInt64>, marks: WorkArray<UInt8>?) {
    var runs: [TieRun] = []
    if itemArray.count > 0 { runs.append(TieRun(start: 0, count: itemArray.count, depth: 0)) }
    while !runs.isEmpty {
      var ties: [TieRun] = []
      for run in runs where run.count > Self.largeRun { ties += try sortLarge(run) }
      ties += try sortSmall(runs.filter { $0.count <= Self.largeRun })
      runs = ties
    }
    return (itemArray, markArray)
  }

  private func sortSmall(_ runs: [TieRun]) throws -> [TieRun] {
    var batches: [Range<Int>] = []
    var (first, rows) = (0, 0)
    for (index, run) in runs.enumerated() {
      rows += run.count
      if rows >= 1 << 14 || index == runs.count - 1 {
        batches.append(first..<(index + 1))
        (first, rows) = (index + 1, 0)
      }
    }
    var ties: [[TieRun]] = Array(repeating: [], count: batches.count)
    ties.withUnsafeMutableBufferPointer { ties in
      let ties = ties
      ParallelLoop.run(batches.count, threads: threads) { batch in
        for run in runs[batches[batch]] {
          let part = UnsafeMutableBufferPointer(start: items + run.start, count: run.count)
          let level = keys.level(
            of: UnsafeBufferPointer(part), rowMask: rowMask, from: run.depth)
          keys.load(part, rowBits: rowBits, level: level)
          sortBlock(from: items + run.start, spare: scratch + run.start, run.count, ends: .inSource)
          collectTies(run, run.start..<(run.start + run.count), level, into: &ties[batch])
        }
      }
    }
    return ties.flatMap { $0 }
  }

  private func sortLarge(_ run: TieRun) throws -> [TieRun] {
    let all = UnsafeBufferPointer(start: items + run.start, count: run.count)
    let level = keys.level(of: all, rowMask: rowMask, from: run.depth)
    ParallelLoop.overRanges(run.count, pieces: threads * 4, threads: threads) { _, range in
      let part = UnsafeMutableBufferPointer(
        start: items + run.start + range.lowerBound, count: range.count)
      keys.load(part, rowBits: rowBits, level: level)
    }
    var pending = [(start: run.start, count: run.count)]
    while let (start, count) = pending.popLast() {
      let buckets = try cut(start, count)
      pending += buckets.filter { $0.count > Self.largeRun }
      let small = buckets.filter { $0.count <= Self.largeRun }
      ParallelLoop.run(small.count, threads: threads) { index in
        let (start, count) = small[index]
        sortBlock(from: scratch + start, spare: items + start, count, ends: .inSpare)
      }
    }
    let pieces = threads * 4
    var ties: [[TieRun]] = Array(repeating: [], count: pieces)
    ties.withUnsafeMutableBufferPointer { ties in
      let ties = ties
      ParallelLoop.overRanges(run.count, pieces: pieces, threads: threads) { piece, range in
        let rows = (run.start + range.lowerBound)..<(run.start + range.upperBound)
        collectTies(run, rows, level, into: &ties[piece])
      }
    }
    return ties.flatMap { $0 }
  }

  /// Moves items to `scratch`, bucket by bucket of their highest differing digit. Buckets that are
  /// large themselves go back to `items`.
  private func cut(_ start: Int, _ count: Int) throws -> [(start: Int, count: Int)] {
    let source = items + start
    let target = scratch + start
    let pieces = max(1, min(threads, count))
    let differences = try WorkArray<UInt64>(count: pieces, memory: MemoryBudget())
    ParallelLoop.overRanges(count, pieces: pieces, threads: threads) { piece, range in
      var differing: UInt64 = 0
      for i in range { differing |= source[i] ^ source[0] }
      differences.base[piece] = differing
    }
    let differing = (0..<pieces).reduce(0) { $0 | differences.base[$1] } >> rowBits
    if differing == 0 { return [] }
    let keyBits = UInt64(64 - differing.leadingZeroBitCount)
    let digitBits = min(RadixDigits.bucketBits, keyBits)
    let shift = rowBits + keyBits - digitBits
    let digits = 1 << Int(digitBits)
    let mask = UInt64(digits - 1)
    let places = try WorkArray<Int>(
      repeating: 0, count: digits * pieces, memory: MemoryBudget())
    ParallelLoop.overRanges(count, pieces: pieces, threads: threads) { piece, range in
      let counts = places.base + piece * digits
      for i in range { counts[Int(truncatingIfNeeded: source[i] >> shift & mask)] += 1 }
    }
    var buckets: [(start: Int, count: Int)] = []
    var place = 0
    for digit in 0..<digits {
      let first = place
      for piece in 0..<pieces {
        let size = places.base[piece * digits + digit]
        places.base[piece * digits + digit] = place
        place += size
      }
      if place > first { buckets.append((start + first, place - first)) }
    }
    ParallelLoop.overRanges(count, pieces: pieces, threads: threads) { piece, range in
      let next = places.base + piece * digits
      for i in range {
        let item = source[i]
        let digit = Int(truncatingIfNeeded: item >> shift & mask)
        target[next[digit]] = item
        next[digit] += 1
      }
    }
    for bucket in buckets where bucket.count > Self.largeRun {
      (items + bucket.start).update(from: scratch + bucket.start, count: bucket.count)
    }
    return buckets
  }

  private func sortBlock(
    from source: UnsafeMutablePointer<UInt64>, spare: UnsafeMutablePointer<UInt64>, _ count: Int,
    ends: RadixDigits.End
  ) {
    RadixDigits.sort(source, spare: spare, count, rowBits: rowBits, ends: ends)
  }

  /// Marks the rows of a range that begin a new key, and collects the runs of equal keys that begin
  /// there and need another level.
  private func collectTies(
    _ run: TieRun, _ range: Range<Int>, _ level: RadixLevel, into ties: inout [TieRun]
  ) {
    let end = run.start + run.count
    var row = range.lowerBound
    while row < range.upperBound {
      let key = items[row] >> rowBits
      if row > run.start {
        let previous = items[row - 1] >> rowBits
        if previous == key {
          row += 1
          continue
        }
        markArray?.base[row] = keys.mark(key, after: previous, level: level)
      }
      var next = row + 1
      while next < end, items[next] >> rowBits == key { next += 1 }
      if next - row > 1, let depth = keys.depth(after: level, key: key) {
        ties.append(TieRun(start: row, count: next - row, depth: depth))
      }
      row = next
    }
  }
}
