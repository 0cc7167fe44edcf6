internal import Tables

/// Gives texts their codes straight from bytes; a string is made only for a text that is new.
struct TextInterner {
  /// The dictionary so far.
  private(set) var dictionary = TextDictionary()
  private var entries: [Entry] = []
  /// Positions in `entries` plus one, by hash; 0 is free. The size is a power of two.
  private var slots: [UInt32] = []
  private var arena: [UInt8] = []
  private var hasEquivalents = false

  private struct Entry {
    var hash: UInt64
    var start: Int
    var length: Int
    var code: UInt32
  }

  /// The code of a text.
  ///
  /// Texts of other bytes may share a code: strings compare by canonical equivalence.
  mutating func code(of text: Bytes) -> UInt32 {
    if (entries.count + 1) * 2 > slots.count { grow() }
    let hash = Self.hash(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != 0 {
      let entry = entries[Int(slots[slot]) - 1]
      if entry.hash == hash, entry.length == text.count, equals(entry, text) { return entry.code }
      slot = (slot + 1) & mask
    }
    let code = newCode(String(decoding: text, as: UTF8.self))
    entries.append(Entry(hash: hash, start: arena.count, length: text.count, code: code))
    arena.append(contentsOf: text)
    slots[slot] = UInt32(entries.count)
    return code
  }

  /// The code of a text whose bytes are new. As long as no text holds anything that could be written
  /// in other bytes, new bytes are a new text; from the first one that does, texts are compared.
  private mutating func newCode(_ text: String) -> UInt32 {
    if !hasEquivalents, Self.hasOneSpelling(text.utf8) { return dictionary.append(new: text) }
    hasEquivalents = true
    return dictionary.code(adding: text)
  }

  /// Whether a text is below U+0300, where combining marks begin, but for dashes and quotation marks
  /// (U+2010 to U+2027).
  private static func hasOneSpelling(_ text: String.UTF8View) -> Bool {
    var iterator = text.makeIterator()
    while let byte = iterator.next() {
      if byte < 0xCC { continue }
      guard byte == 0xE2, iterator.next() == 0x80, let last = iterator.next(),
        (0x90...0xA7).contains(last)
      else { return false }
    }
    return true
  }

  private func equals(_ entry: Entry, _ text: Bytes) -> Bool {
    arena.withUnsafeBufferPointer { arena in
      var i = 0
      while i < text.count {
        if arena[entry.start + i] != text[i] { return false }
        i += 1
      }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: max(16, slots.count * 2))
    let mask = slots.count - 1
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }

  /// Eight bytes at a time, multiplied and folded.
  private static func hash(_ text: Bytes) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = UInt64(text.count) &* 0x9E37_79B9_7F4A_7C15
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

  @inline(__always)
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return product.high ^ product.low ^ value
  }
}
