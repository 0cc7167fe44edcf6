internal import Tables

/// One sort key of all rows as small numbers: descending order, the place of nulls and the least
/// value are worked in, so that rows compare by these numbers alone.
struct KeyCodes: Sendable {
  /// How texts become words.
  enum Texts {
    /// Their rank among all texts of the column.
    case ranks
    /// Their first eight bytes, which do not tell all texts apart.
    case prefixes
  }

  let codes: WorkArray<UInt64>
  /// Bits of the highest code; 0 when all rows are equal.
  let bits: UInt64

  /// The codes of a key, most significant first: one list as a rule, two where the values take all
  /// 64 bits and some are null.
  static func make(
    _ vectors: [Vector], key: SortKey, texts: Texts, memory: MemoryBudget, threads: Int
  ) throws -> [KeyCodes] {
    let vectors = vectors.keyedTogether
    var starts: [Int] = []
    var count = 0
    for vector in vectors {
      starts.append(count)
      count += vector.count
    }
    let words = try WorkArray<UInt64>(count: count, memory: memory)
    let ranks: TextRanks? =
      if texts == .ranks, case .text? = vectors.first?.storage {
        try TextRanks(vectors, collation: key.collation, memory: memory, threads: threads)
      } else {
        nil
      }
    let ranges = try WorkArray<WordRange>(
      repeating: WordRange(), count: vectors.count, memory: memory)
    ParallelLoop.run(vectors.count, threads: threads) { index in
      let vector = vectors[index]
      let target = words.base + starts[index]
      if case .text(let codes, let pool) = vector.storage {
        if let ranks {
          ranks.write(codes, of: pool, nulls: vector.nulls, to: target)
        } else {
          for (row, code) in codes.enumerated() where !vector.isNull(row) {
            target[row] = OrderedWords.prefix(pool[code])
          }
        }
      } else {
        OrderedWords.write(vector.storage, to: target)
      }
      ranges.base[index] = WordRange(target, count: vector.count, nulls: vector.nulls)
    }
    let range = (0..<vectors.count).reduce(WordRange()) { $0.union(ranges.base[$1]) }
    let coding = Coding(range, key: key)
    var flags: WorkArray<UInt64>?
    if coding.needsFlags { flags = try WorkArray(repeating: 0, count: count, memory: memory) }
    ParallelLoop.run(vectors.count, threads: threads) { index in
      let vector = vectors[index]
      let target = words.base + starts[index]
      coding.encode(target, count: vector.count)
      if range.hasNulls, let nulls = vector.nulls {
        for row in 0..<vector.count where nulls[row] { target[row] = coding.null }
      }
      guard let flags else { return }
      for row in 0..<vector.count where vector.isNull(row) != key.nullsFirst {
        flags.base[starts[index] + row] = 1
      }
    }
    let values = KeyCodes(codes: words, bits: coding.bits)
    return (flags.map { [KeyCodes(codes: $0, bits: 1)] } ?? []) + [values]
  }
}

/// The least and the greatest word of some rows.
private struct WordRange: BitwiseCopyable {
  var least = UInt64.max
  var most = UInt64.min
  var hasNulls = false

  init() {}

  init(_ words: UnsafeMutablePointer<UInt64>, count: Int, nulls: Nulls?) {
    guard let nulls, nulls.isAny else {
      for row in 0..<count {
        least = min(least, words[row])
        most = max(most, words[row])
      }
      return
    }
    hasNulls = true
    for row in 0..<count where !nulls[row] {
      least = min(least, words[row])
      most = max(most, words[row])
    }
  }

  func union(_ other: WordRange) -> WordRange {
    var union = self
    union.least = min(least, other.least)
    union.most = max(most, other.most)
    union.hasNulls = hasNulls || other.hasNulls
    return union
  }
}

/// How words become codes from 0.
private struct Coding {
  let least: UInt64
  let most: UInt64
  let isDescending: Bool
  /// Added to codes of values: 1 where nulls come first.
  let offset: UInt64
  let null: UInt64
  let bits: UInt64
  /// Whether nulls have no code beside those of the values.
  let needsFlags: Bool

  init(_ range: WordRange, key: SortKey) {
    let isEmpty = range.least > range.most
    least = isEmpty ? 0 : range.least
    most = isEmpty ? 0 : range.most
    isDescending = key.isDescending
    let span = most - least
    needsFlags = range.hasNulls && span == .max
    let nullsHaveCode = range.hasNulls && !needsFlags
    offset = nullsHaveCode && key.nullsFirst ? 1 : 0
    null = nullsHaveCode && !key.nullsFirst ? span + 1 : 0
    let highest = isEmpty ? 0 : span + (nullsHaveCode ? 1 : 0)
    bits = UInt64(64 - highest.leadingZeroBitCount)
  }

  func encode(_ words: UnsafeMutablePointer<UInt64>, count: Int) {
    if isDescending {
      for row in 0..<count { words[row] = most &- words[row] &+ offset }
    } else {
      for row in 0..<count { words[row] = words[row] &- least &+ offset }
    }
  }
}
