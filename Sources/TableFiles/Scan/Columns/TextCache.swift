internal import Tables

/// Remembers the codes of texts seen lately, so that a repeated text costs one comparison.
///
/// A text of up to 15 bytes is compared as two words, together with its length; of a longer one the
/// hash, and then its bytes. Invariant: `entries` has as many entries as a key has slots, and their
/// codes are those of one pool.
struct TextCache {
  /// What is compared of a text. Sixteen bytes from its start on may be read.
  struct Key {
    let low: UInt64
    /// The rest of a short text, and its length plus one in the upper byte; 0 is free.
    let high: UInt64
    let slot: Int

    /// - Parameters:
    ///   - start: The text.
    ///   - length: Its bytes.
    ///   - shift: ``TextCache/shift`` of the cache.
    @inline(__always)
    init(_ start: UnsafePointer<UInt8>, _ length: Int, _ shift: UInt64) {
      if length <= 15 {
        let raw = UnsafeRawPointer(start)
        let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
        let size = UInt64(truncatingIfNeeded: length &+ 1) << 56
        if length < 8 {
          low = first & ((1 &<< UInt64(truncatingIfNeeded: 8 &* length)) &- 1)
          high = size
        } else {
          let rest = UInt64(littleEndian: (raw + 8).loadUnaligned(as: UInt64.self))
          low = first
          high =
            rest & ((1 &<< UInt64(truncatingIfNeeded: 8 &* (length &- 8))) &- 1) | size
        }
      } else {
        low = TextPool.hash(Bytes(start: start, count: length))
        high = 0xFF << 56
      }
      let hash = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xA076_1D64_78BD_642F
      slot = Int(truncatingIfNeeded: hash &>> shift)
    }
  }

  struct Entry {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var code: UInt32 = 0
  }

  let entries: UnsafeMutablePointer<Entry>
  /// How far a hash is shifted for its slot.
  let shift: UInt64
  private let count: Int

  /// Room for a power of two of entries.
  init(bits: Int) {
    (count, shift) = (1 << bits, UInt64(64 - bits))
    entries = .allocate(capacity: count)
    clear()
  }

  /// Forgets all codes, because the pool is another one.
  func clear() {
    entries.initialize(repeating: Entry(), count: count)
  }

  func deallocate() { entries.deallocate() }
}
