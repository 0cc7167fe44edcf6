/// Turns UTF-8 into the bytes of a file.
enum FileEncoder {
  static func encode(_ utf8: [UInt8], as encoding: CSVEncoding, withMark: Bool) -> [UInt8] {
    var result: [UInt8] = []
    switch encoding {
    case .utf8:
      return withMark ? [0xEF, 0xBB, 0xBF] + utf8 : utf8
    case .windows1252:
      result.reserveCapacity(utf8.count)
      for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
        result.append(Windows1252.byte(scalar) ?? UInt8(ascii: "?"))
      }
    case .utf16LittleEndian, .utf16BigEndian:
      result.reserveCapacity(utf8.count * 2 + 2)
      let highFirst = encoding == .utf16BigEndian
      func append(_ unit: UInt16) {
        let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
        result.append(highFirst ? high : low)
        result.append(highFirst ? low : high)
      }
      if withMark { append(0xFEFF) }
      for unit in String(decoding: utf8, as: UTF8.self).utf16 { append(unit) }
    }
    return result
  }
}
