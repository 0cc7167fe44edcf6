/// What a terminal may be given: a text of which no control character is one. Names and values come from data,
/// and what moves a cursor, sets a title or hides what follows is shown, not done.
enum VisibleBytes {
  /// Bytes of UTF-8 with signs in place of control characters. Ends of lines, tabs and colours stay.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      if byte == 0x1B, let end = endOfColour(in: bytes, from: place) {
        result += bytes[place..<end]
        place = end
        continue
      }
      switch byte {
      case 0x09, 0x0A: result.append(byte)
      case 0x0D where next == 0x0A: result.append(byte)
      case 0..<0x20: result += [0xE2, 0x90, 0x80 + byte]
      case 0x7F: result += [0xE2, 0x90, 0xA1]
      case 0xC2 where (0x80..<0xA0).contains(next):
        // The control characters of Latin-1: some terminals obey them too.
        result += [0xEF, 0xBF, 0xBD]
        place += 1
      default: result.append(byte)
      }
      place += 1
    }
    return result
  }

  /// The same for a text.
  static func of(_ text: String) -> String {
    String(decoding: of(Array(text.utf8)), as: UTF8.self)
  }

  /// Behind `ESC [ 1 ; 31 m`, which colours what follows and does nothing else.
  private static func endOfColour(in bytes: [UInt8], from start: Int) -> Int? {
    guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "[") else { return nil }
    let rest = bytes[(start + 2)...].prefix(16)
    guard
      let end = rest.firstIndex(where: {
        !(UInt8(ascii: "0")...UInt8(ascii: ";")).contains($0)
      }), bytes[end] == UInt8(ascii: "m")
    else { return nil }
    return end + 1
  }
}
