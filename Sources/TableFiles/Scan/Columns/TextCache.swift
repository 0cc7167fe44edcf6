internal import Tables

/// Remembers the codes of fields seen lately, so that a repeated field costs one comparison.
///
/// A field of up to 15 bytes is compared as two words, together with its length; of a longer one the
/// hash, and then its bytes. Invariant: `entries` has as many entries as a key has slots, and their
/// codes are those of one pool.
struct TextCache {
  /// What is compared of a field.
  struct Key {
    let low: UInt64
    /// The rest of a short field, and its length plus one in the upper byte; 0 is free.
    let high: UInt64
    let slot: Int
  }

  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var code: UInt32 = 0

    @inline(__always)
    func has(_ key: Key) -> Bool { (low ^ key.low) | (high ^ key.high) == 0 }
  }

  /// The most bytes of a field that its key holds.
  static let keyLength = 15

  let entries: UnsafeMutablePointer<Entry>
  /// For each length the bits of its bytes in the two words. No processor can predict how long the next
  /// field is, so that branches would cost more.
  private let masks: UnsafeMutablePointer<(low: UInt64, high: UInt64)>
  /// How far a hash is shifted for its slot.
  private let shift: UInt64
  private let count: Int

  /// Room for a power of two of entries.
  init(bits: Int) {
    (count, shift) = (1 << bits, UInt64(64 - bits))
    entries = .allocate(capacity: count)
    masks = .allocate(capacity: Self.keyLength + 1)
    for length in 0...Self.keyLength {
      let bits = UInt64(8 * length)
      (masks + length).initialize(
        to: (low: ~(~0 << bits), high: length < 8 ? 0 : ~(~0 << (bits - 64))))
    }
    clear()
  }

  /// Forgets all codes, because the pool is another one.
  func clear() {
    entries.initialize(repeating: Entry(), count: count)
  }

  func deallocate() {
    entries.deallocate()
    masks.deallocate()
  }

  /// Remembers a code.
  func note(_ key: Key, _ code: UInt32) {
    entries[key.slot] = Entry(low: key.low, high: key.high, code: code)
  }

  /// The key of a field. Sixteen bytes from its start on may be
  /// read.
  @inline(__always)
  func key(_ start: UnsafePointer<UInt8>, _ length: Int) -> Key {
    let (low, high): (UInt64, UInt64)
    if length <= Self.keyLength {
      let raw = UnsafeRawPointer(start)
      let mask = masks[length]
      low = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) & mask.low
      high =
        UInt64(littleEndian: (raw + 8).loadUnaligned(as: UInt64.self)) & mask.high
        | UInt64(truncatingIfNeeded: length &+ 1) &<< 56
    } else {
      low = TextPool.hash(Bytes(start: start, count: length))
      high = 0xFF << 56
    }
    let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xA076_1D64_78BD_642F
    return Key(low: low, high: high, slot: Int(truncatingIfNeeded: hash &>> shift))
  }
}
