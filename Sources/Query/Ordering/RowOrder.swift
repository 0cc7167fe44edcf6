package import Tables

/// Compares rows of one chunk by sort keys.
///
/// For a few comparisons among the rows of a group; ``Sorting`` sorts whole results.
package struct RowOrder: Sendable {
  private enum Values {
    case words([UInt64])
    case texts([UInt32], TextPool)
  }

  private struct Key {
    var values: Values
    var nulls: Nulls?
    var isDescending: Bool
    var nullsFirst: Bool
  }

  private let keys: [Key]

  /// Prepares the columns of the keys.
  package init(_ keys: [SortKey], of chunk: Chunk) {
    self.keys = keys.map { key in
      let vector = [chunk.columns[key.column]].keyedTogether[0]
      return Key(
        values: Self.values(vector, key.collation), nulls: vector.nulls,
        isDescending: key.isDescending, nullsFirst: key.nullsFirst)
    }
  }

  /// Whether row `a` comes before row `b`; false for rows that are equal in all keys.
  package func precedes(_ a: Int, _ b: Int) -> Bool { compare(a, b) < 0 }

  /// Whether two rows are equal in all keys, NULL being equal to NULL.
  package func areEqual(_ a: Int, _ b: Int) -> Bool { compare(a, b) == 0 }

  /// Negative when row `a` comes before row `b`, 0 when they are equal.
  package func compare(_ a: Int, _ b: Int) -> Int {
    for key in keys {
      if let nulls = key.nulls, nulls[a] || nulls[b] {
        if nulls[a] == nulls[b] { continue }
        return nulls[a] == key.nullsFirst ? -1 : 1
      }
      let order: Int =
        switch key.values {
        case .words(let words): words[a] == words[b] ? 0 : words[a] < words[b] ? -1 : 1
        case .texts(let codes, let pool): byteOrder(pool[codes[a]], pool[codes[b]])
        }
      if order != 0 { return key.isDescending ? -order : order }
    }
    return 0
  }

  private static func values(_ vector: Vector, _ collation: SortKey.Collation) -> Values {
    guard case .text(let codes, let pool) = vector.storage else {
      let words = Array<UInt64>(unsafeUninitializedCapacity: vector.count) { words, count in
        if let base = words.baseAddress { OrderedWords.write(vector.storage, to: base) }
        count = vector.count
      }
      return .words(words)
    }
    if collation == .bytes { return .texts(codes, pool) }
    let keys = TextPool(isDistinct: false)
    var collating = SwedishCollation()
    var key: [UInt8] = []
    var known: [UInt32: UInt32] = [:]
    let keyCodes = codes.enumerated().map { row, code -> UInt32 in
      if vector.isNull(row) { return 0 }
      if let known = known[code] { return known }
      collating.write(pool[code], to: &key)
      let added = key.withUnsafeBufferPointer { keys.append($0) }
      known[code] = added
      return added
    }
    return .texts(keyCodes, keys)
  }
}
