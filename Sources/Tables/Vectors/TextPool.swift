#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The texts of a vector: bytes in one arena, each text under a code from 0 on.
///
/// A pool grows while a file is read. Only the worker that fills it may read it until that work is
/// over; from then on it is never changed, so any thread may. Caches by code must therefore expect
/// codes beyond those they know.
///
/// Safe although unchecked: by the rule above, nothing is written while another thread reads.
package final class TextPool: @unchecked Sendable {
  /// The number of texts.
  package private(set) var count = 0
  /// Whether no text stands twice, so that equal codes are the same as equal texts.
  package let isDistinct: Bool

  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int
  /// `starts[code]` to `starts[code + 1]` is a text.
  private var starts: UnsafeMutablePointer<Int>
  private var startsCapacity: Int
  /// By hash, the upper half of a text's hash above its code plus one; 0 is free. So neither a
  /// comparison that fails nor a larger table looks at texts. There are a power of two, and none until
  /// they are needed.
  private var slots: UnsafeMutablePointer<UInt64>?
  private var slotCount = 0
  private var hashed = 0

  /// An empty pool.
  ///
  /// - Parameter isDistinct: Whether ``code(adding:)-(Bytes)`` is the only way in.
  package init(isDistinct: Bool = true) {
    self.isDistinct = isDistinct
    arenaCapacity = 1024
    startsCapacity = 64
    arena = .allocate(capacity: arenaCapacity)
    starts = .allocate(capacity: startsCapacity)
    starts[0] = 0
  }

  deinit {
    arena.deallocate()
    starts.deallocate()
    slots?.deallocate()
  }

  /// Bytes of a text.
  package typealias Bytes = UnsafeBufferPointer<UInt8>

  /// The bytes of a text, valid until the pool grows.
  @inline(__always)
  package subscript(code: UInt32) -> Bytes {
    let start = starts[Int(code)]
    return Bytes(start: arena + start, count: starts[Int(code) + 1] - start)
  }

  /// A text as a string.
  package func string(_ code: UInt32) -> String { String(decoding: self[code], as: UTF8.self) }

  /// The bytes that the pool occupies.
  package var byteCount: Int {
    arenaCapacity + startsCapacity * MemoryLayout<Int>.stride
      + slotCount * MemoryLayout<UInt64>.stride
  }

  /// Adds a text without looking whether it is there already. Only for pools that are not distinct,
  /// or for texts known to be new.
  @discardableResult
  package func append(_ text: Bytes) -> UInt32 {
    let start = starts[count]
    reserve(start + text.count)
    if let base = text.baseAddress { (arena + start).update(from: base, count: text.count) }
    count += 1
    starts[count] = start + text.count
    return UInt32(count - 1)
  }

  /// Adds a string, like ``append(_:)-(Bytes)``.
  @discardableResult
  package func append(_ text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { append($0) }
  }

  /// The code of a text, which is added if it is new. Texts are the same when their bytes are.
  package func code(adding text: Bytes) -> UInt32 { code(adding: text, hash: Self.hash(text)) }

  /// The code of a text whose hash is known, which is added if it is new.
  @inline(__always)
  package func code(adding text: Bytes, hash: UInt64) -> UInt32 {
    if (count + 1) * 2 > slotCount || hashed < count { rehash() }
    let (slot, known) = place(of: text, hash)
    if let known { return known }
    let code = append(text)
    slots?[slot] = Self.entry(hash, code)
    hashed = count
    return code
  }

  /// The code of a string, like ``code(adding:)-(Bytes)``.
  package func code(adding text: String) -> UInt32 {
    var text = text
    return text.withUTF8 { code(adding: $0) }
  }

  /// The code of a text that is there already, from a pool that nobody fills any more.
  package func code(of text: String) -> UInt32? {
    var text = text
    return text.withUTF8 { wanted in
      (0..<UInt32(count)).first { equal(self[$0], wanted) }
    }
  }

  /// Makes ready for ``code(finding:)``, when nothing is added any more.
  package func prepareForFinding() {
    if slotCount == 0 || hashed < count { rehash() }
  }

  /// The code of a text that is there already, by its hash, from a pool that was prepared for it. Any
  /// thread may ask.
  @inline(__always)
  package func code(finding text: Bytes, hash: UInt64) -> UInt32? { place(of: text, hash).code }

  /// What stands in the first slot of a hash. In a large pool it lies far away in memory, and the code
  /// and the text behind it as well: whoever looks up many texts asks for those of all of them first, so
  /// that the memory answers side by side.
  @inline(__always)
  package func guess(_ hash: UInt64) -> Guess {
    guard let slots else { return Guess(entry: 0) }
    return Guess(entry: slots[Int(truncatingIfNeeded: hash >> 32) & (slotCount - 1)])
  }

  /// The content of a slot, which holds as long as the pool does: no text ever gets another code.
  package struct Guess {
    fileprivate let entry: UInt64
  }

  /// The code that was guessed, if the hash belongs to it.
  @inline(__always)
  package func code(_ guess: Guess, hash: UInt64) -> UInt32? {
    guess.entry != 0 && guess.entry >> 32 == hash >> 32
      ? UInt32(truncatingIfNeeded: guess.entry) &- 1 : nil
  }

  /// Where a text has its slot: that of its code, or else a free one.
  @inline(__always)
  private func place(of text: Bytes, _ hash: UInt64) -> (slot: Int, code: UInt32?) {
    guard let slots else { return (0, nil) }
    let mask = slotCount - 1
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash >> 32 {
        let code = UInt32(truncatingIfNeeded: slots[slot]) &- 1
        if equal(self[code], text) { return (slot, code) }
      }
      slot = (slot + 1) & mask
    }
    return (slot, nil)
  }

  @inline(__always)
  private static func entry(_ hash: UInt64, _ code: UInt32) -> UInt64 {
    (hash & 0xFFFF_FFFF_0000_0000) | UInt64(code &+ 1)
  }

  /// Whether the text of a code has these bytes.
  package func holds(_ text: Bytes, as code: UInt32) -> Bool { equal(self[code], text) }

  @inline(__always)
  private func equal(_ a: Bytes, _ b: Bytes) -> Bool { a.hasBytes(of: b) }

  private func reserve(_ bytes: Int) {
    if bytes > arenaCapacity {
      let capacity = max(bytes, arenaCapacity * 2)
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      larger.update(from: arena, count: starts[count])
      arena.deallocate()
      (arena, arenaCapacity) = (larger, capacity)
    }
    if count + 2 > startsCapacity {
      let capacity = startsCapacity * 2
      let larger = UnsafeMutablePointer<Int>.allocate(capacity: capacity)
      larger.update(from: starts, count: count + 1)
      starts.deallocate()
      (starts, startsCapacity) = (larger, capacity)
    }
  }

  /// Makes room for so many texts, so that their slots need not grow again and again.
  package func reserve(texts: Int) {
    if texts * 2 > slotCount { rehash(for: texts) }
  }

  private func rehash(for texts: Int = 0) {
    var size = max(64, slotCount)
    while (max(count, texts) + 1) * 2 > size { size *= 2 }
    let larger = UnsafeMutablePointer<UInt64>.allocate(capacity: size)
    larger.initialize(repeating: 0, count: size)
    func insert(_ entry: UInt64) {
      var slot = Int(truncatingIfNeeded: entry >> 32) & (size - 1)
      while larger[slot] != 0 { slot = (slot + 1) & (size - 1) }
      larger[slot] = entry
    }
    if let slots {
      for slot in 0..<slotCount where slots[slot] != 0 { insert(slots[slot]) }
      slots.deallocate()
    }
    for code in hashed..<count {
      insert(Self.entry(Self.hash(self[UInt32(code)]), UInt32(code)))
    }
    (slots, slotCount, hashed) = (larger, size, count)
  }

  /// A hash of bytes, eight at a time, multiplied and folded; the same in every run.
  @inline(__always)
  package static func hash(_ text: Bytes) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = UInt64(truncatingIfNeeded: text.count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i + 8 <= raw.count {
      hash = mix(hash ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      i += 8
    }
    var rest: UInt64 = 0
    while i < raw.count {
      rest = rest << 8 | UInt64(raw[i])
      i += 1
    }
    return mix(hash ^ rest)
  }

  /// Spreads the bits of a number, for hash tables.
  @inline(__always)
  package static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low ^ value
  }
}

extension TextPool.Bytes {
  /// Whether two texts are the same bytes.
  @inline(__always)
  func hasBytes(of other: Self) -> Bool {
    guard count == other.count else { return false }
    guard let x = baseAddress, let y = other.baseAddress else { return true }
    guard count >= 8, count <= 16 else { return memcmp(x, y, count) == 0 }
    // The first and the last eight bytes: most identities are no longer than both.
    func word(_ start: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
      UnsafeRawPointer(start).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    return word(x, 0) == word(y, 0) && word(x, count - 8) == word(y, count - 8)
  }
}
