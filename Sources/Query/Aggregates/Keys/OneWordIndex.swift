internal import Tables

/// Numbers by one word: open addressing, the word beside the number, so that a look-up touches one
/// place in memory.
struct OneWordIndex {
  /// A word and a number plus one, 0 being free. The number of pairs is a power of two.
  private(set) var slots: [UInt64] = Array(repeating: 0, count: 2 * 1024)
  private var taken = 0
  /// The number of NULL plus one, where NULL is not a word.
  var null: UInt32 = 0

  var byteCount: Int { slots.count * 8 }

  /// Makes room for so many more words, before they come.
  mutating func reserve(_ more: Int) {
    var pairs = slots.count / 2
    while (taken + more) * 8 > pairs * 5 { pairs *= 2 }
    if pairs * 2 == slots.count { return }
    let old = slots
    slots = Array(repeating: 0, count: pairs * 2)
    old.withUnsafeBufferPointer { old in
      slots.withUnsafeMutableBufferPointer { slots in
        var at = 0
        while at < old.count {
          if old[at + 1] != 0 {
            let place = Self.free(in: slots, for: old[at])
            slots[place] = old[at]
            slots[place + 1] = old[at + 1]
          }
          at += 2
        }
      }
    }
  }

  /// Adds a word that is not there.
  mutating func insert(_ word: UInt64, _ number: UInt32) {
    reserve(1)
    slots.withUnsafeMutableBufferPointer { slots in
      let place = Self.free(in: slots, for: word)
      slots[place] = word
      slots[place + 1] = UInt64(number) + 1
    }
    taken += 1
  }

  private static func free(in slots: UnsafeMutableBufferPointer<UInt64>, for word: UInt64) -> Int {
    let mask = slots.count / 2 - 1
    var pair = Int(truncatingIfNeeded: TextPool.mix(word)) & mask
    while slots[2 * pair + 1] != 0 { pair = (pair + 1) & mask }
    return 2 * pair
  }

  /// Reads the slots where words will be looked for, one after another without a branch between
  /// them, so that the memory answers many at a time. What is read goes to `out`, for nothing else.
  func touch(
    _ words: UnsafePointer<UInt64>, count: Int, into out: UnsafeMutablePointer<UInt64>
  ) {
    slots.withUnsafeBufferPointer { buffer in
      guard let slots = buffer.baseAddress else { return }
      let mask = buffer.count / 2 - 1
      for row in 0..<count {
        out[row] = slots[2 * (Int(truncatingIfNeeded: TextPool.mix(words[row])) & mask)]
      }
    }
  }

  /// Numbers words, asking for a number for each new one. There must be room for all.
  @inline(__always)
  mutating func numbers(
    _ words: UnsafePointer<UInt64>, count: Int, into out: UnsafeMutablePointer<UInt32>,
    isNull: (Int) -> Bool, new: (Int) -> UInt32
  ) {
    slots.withUnsafeMutableBufferPointer { buffer in
      guard let slots = buffer.baseAddress else { return }
      let mask = buffer.count / 2 - 1
      for row in 0..<count {
        let word = words[row]
        if isNull(row) {
          if null == 0 { null = new(row) + 1 }
          out[row] = null - 1
          continue
        }
        var pair = Int(truncatingIfNeeded: TextPool.mix(word)) & mask
        while true {
          let number = slots[2 * pair + 1]
          if number == 0 {
            let number = new(row)
            slots[2 * pair] = word
            slots[2 * pair + 1] = UInt64(number) + 1
            taken += 1
            out[row] = number
            break
          }
          if slots[2 * pair] == word {
            out[row] = UInt32(truncatingIfNeeded: number &- 1)
            break
          }
          pair = (pair + 1) & mask
        }
      }
    }
  }

  /// The number of a word that is not NULL; -1 where it is not there.
  @inline(__always)
  func find(_ word: UInt64, in slots: UnsafeBufferPointer<UInt64>) -> Int32 {
    let mask = slots.count / 2 - 1
    var pair = Int(truncatingIfNeeded: TextPool.mix(word)) & mask
    while slots[2 * pair + 1] != 0 {
      if slots[2 * pair] == word {
        return Int32(truncatingIfNeeded: slots[2 * pair + 1]) &- 1
      }
      pair = (pair + 1) & mask
    }
    return -1
  }
}
