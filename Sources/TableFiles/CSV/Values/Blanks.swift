/// Blanks inside and around values: space, tab, no-break space (U+00A0), the spaces of typesetting
/// (U+2000 to U+200A, U+202F, U+205F) and the wide one of East Asia (U+3000).
enum Blanks {
  /// The number of bytes of the blank at `i`, or 0.
  @inline(__always)
  static func length(_ bytes: Bytes, at i: Int) -> Int {
    let byte = bytes[i]
    if byte == .space || byte == .tab { return 1 }
    if byte < 0xC2 { return 0 }
    if byte == 0xC2 { return i + 1 < bytes.count && bytes[i + 1] == 0xA0 ? 2 : 0 }
    return byte == 0xE2 || byte == 0xE3 ? wideLength(bytes, at: i) : 0
  }

  private static func wideLength(_ bytes: Bytes, at i: Int) -> Int {
    guard i + 2 < bytes.count else { return 0 }
    switch (bytes[i], bytes[i + 1], bytes[i + 2]) {
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80):
      return 3
    default: return 0
    }
  }

  /// The bytes without blanks around them.
  @inline(__always)
  static func trimmed(_ bytes: Bytes) -> Bytes {
    guard let first = bytes.first, let last = bytes.last else { return bytes }
    // Nearly every value starts and ends with a printable ASCII character.
    if isPlain(first) && isPlain(last) { return bytes }
    return trimmedSlowly(bytes)
  }

  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5F }

  private static func trimmedSlowly(_ bytes: Bytes) -> Bytes {
    var (start, end) = (0, bytes.count)
    while start < end {
      let length = length(bytes, at: start)
      if length == 0 { break }
      start += length
    }
    while end > start {
      let length = (1...3).first { $0 <= end - start && self.length(bytes, at: end - $0) == $0 }
      guard let length else { break }
      end -= length
    }
    return Bytes(rebasing: bytes[start..<end])
  }
}
