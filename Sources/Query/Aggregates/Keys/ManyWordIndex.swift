internal import Tables

/// Numbers by the hash of several words; the words stand elsewhere, under the number.
struct ManyWordIndex {
  /// The upper half of a hash, and a number plus one; 0 is free. The size is a power of two.
  private(set) var slots: [UInt64] = Array(repeating: 0, count: 1024)
  private var hashes: [UInt64] = []

  var byteCount: Int { (slots.count + hashes.capacity) * 8 }

  @inline(__always)
  static func hash(_ words: UnsafePointer<UInt64>, _ width: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in 0..<width { hash = TextPool.mix(hash ^ words[place]) }
    return hash
  }

  private static let upper: UInt64 = 0xFFFF_FFFF_0000_0000

  /// Makes room for so many more keys, before they come.
  mutating func reserve(_ more: Int) {
    var size = slots.count
    while (hashes.count + more) * 2 > size { size *= 2 }
    if size == slots.count { return }
    slots = Array(repeating: 0, count: size)
    slots.withUnsafeMutableBufferPointer { slots in
      hashes.withUnsafeBufferPointer { hashes in
        for number in hashes.indices {
          var slot = Int(truncatingIfNeeded: hashes[number]) & (size - 1)
          while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
          slots[slot] = hashes[number] & Self.upper | UInt64(number + 1)
        }
      }
    }
  }

  /// Adds the hash of a key that is not there; numbers come in order.
  mutating func insert(_ hash: UInt64, _ number: UInt32) {
    reserve(1)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = hash & Self.upper | UInt64(number + 1)
    hashes.append(hash)
  }

  /// Reads the slots where hashes will be looked for, so that the memory answers many at a time.
  /// What is read goes to `out`, for nothing else.
  func touch(
    _ hashes: UnsafePointer<UInt64>, count: Int, into out: UnsafeMutablePointer<UInt64>
  ) {
    slots.withUnsafeBufferPointer { buffer in
      guard let slots = buffer.baseAddress else { return }
      let mask = buffer.count - 1
      for row in 0..<count { out[row] = slots[Int(truncatingIfNeeded: hashes[row]) & mask] }
    }
  }

  /// The number of a key by its hash and a comparison, or what `new` gives it. There must be room.
  @inline(__always)
  mutating func number(
    _ hash: UInt64, isEqual: (UInt32) -> Bool, new: () -> UInt32
  ) -> UInt32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = UInt32(truncatingIfNeeded: slots[slot]) &- 1
      if (slots[slot] ^ hash) & Self.upper == 0, isEqual(number) { return number }
      slot = (slot + 1) & mask
    }
    let number = new()
    slots[slot] = hash & Self.upper | UInt64(number) + 1
    hashes.append(hash)
    return number
  }

  /// The number of a key; -1 where it is not there.
  @inline(__always)
  func find(_ hash: UInt64, isEqual: (UInt32) -> Bool) -> Int32 {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let number = UInt32(truncatingIfNeeded: slots[slot]) &- 1
      if (slots[slot] ^ hash) & Self.upper == 0, isEqual(number) { return Int32(number) }
      slot = (slot + 1) & mask
    }
    return -1
  }
}
