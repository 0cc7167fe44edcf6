internal import Tables

/// Codes from 1 on for the distinct texts of one key column, whatever pools they come from. 0 is
/// left for NULL.
final class KeyDictionary {
  /// The texts; the code of a text is one more than its place.
  let pool = TextPool()
  /// The upper half of a hash, and a code; 0 is free. The size is a power of two.
  private var slots: [UInt64] = Array(repeating: 0, count: 256)
  /// The pools seen last, each with the codes of its texts; 0 where a text has not been met. A pool grows
  /// between chunks, so a list may be shorter than its pool.
  private var known: [(pool: TextPool, codes: [UInt32])] = []
  private static let kept = 4

  /// The number of codes, that of NULL included.
  var count: Int { pool.count + 1 }

  var byteCount: Int {
    pool.byteCount + slots.count * MemoryLayout<UInt64>.stride
      + known.reduce(0) { $0 + $1.codes.count * MemoryLayout<UInt32>.stride }
  }

  /// Lends the codes of a pool's texts: one entry a text, 0 where it is not known yet.
  func withCodes<Result>(
    of source: TextPool, _ body: (UnsafeMutableBufferPointer<UInt32>) throws -> Result
  ) rethrows -> Result {
    var codes: [UInt32] = []
    if let place = known.firstIndex(where: { $0.pool === source }) {
      codes = known.remove(at: place).codes
    } else if known.count == Self.kept {
      known.removeFirst()
    }
    // Null rows hold code 0 even where the pool is empty.
    let needed = max(1, source.count)
    if codes.count < needed {
      codes.append(contentsOf: repeatElement(0, count: needed - codes.count))
    }
    defer { known.append((source, codes)) }
    return try codes.withUnsafeMutableBufferPointer { try body($0) }
  }

  /// The code of a text, which is added if it is new.
  func code(adding text: TextPool.Bytes) -> UInt32 {
    if (pool.count + 1) * 2 > slots.count { enlarge() }
    let hash = TextPool.hash(text)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    return slots.withUnsafeMutableBufferPointer { slots in
      while slots[slot] != 0 {
        let code = UInt32(truncatingIfNeeded: slots[slot])
        if slots[slot] ^ UInt64(code) == tag, sameBytes(pool[code - 1], text) { return code }
        slot = (slot + 1) & mask
      }
      let code = pool.append(text) + 1
      slots[slot] = tag | UInt64(code)
      return code
    }
  }

  /// The code of a text; 0 where it is not there.
  func code(finding text: TextPool.Bytes) -> UInt32 {
    let hash = TextPool.hash(text)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    return slots.withUnsafeBufferPointer { slots in
      while slots[slot] != 0 {
        let code = UInt32(truncatingIfNeeded: slots[slot])
        if slots[slot] ^ UInt64(code) == tag, sameBytes(pool[code - 1], text) { return code }
        slot = (slot + 1) & mask
      }
      return 0
    }
  }

  private func enlarge() {
    let size = slots.count * 4
    var larger = [UInt64](repeating: 0, count: size)
    larger.withUnsafeMutableBufferPointer { larger in
      for code in 0..<UInt32(pool.count) {
        let hash = TextPool.hash(pool[code])
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
        larger[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
      }
    }
    slots = larger
  }
}
