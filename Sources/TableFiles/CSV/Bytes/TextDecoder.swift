/// A text in UTF-8.
struct DecodedText {
  /// The bytes; well-formed UTF-8 from `start` on.
  var bytes: [UInt8]
  /// Where the text starts, after the byte order mark.
  var start: Int
  /// The encoding of the file.
  var encoding: CSVEncoding
  /// Whether the file had a byte order mark.
  var hasByteOrderMark: Bool
}

/// Turns the bytes of a file into UTF-8. A file that is UTF-8 already is not copied.
enum TextDecoder {
  static func decode(
    _ bytes: [UInt8], as declared: CSVEncoding?, problems: inout ProblemList
  ) -> DecodedText {
    let finding = bytes.withUnsafeBufferPointer {
      EncodingDetector.detect($0, declared: declared)
    }
    var text = DecodedText(
      bytes: bytes, start: finding.markLength, encoding: finding.encoding,
      hasByteOrderMark: finding.markLength > 0)
    if finding.isGuess { problems.add(.guessedEncoding) }
    var faults = Faults()
    if !finding.isCleanUTF8 {
      text.bytes = bytes.withUnsafeBufferPointer { source in
        let body = Bytes(rebasing: source[finding.markLength...])
        return switch finding.encoding {
        case .utf8: repaired(body, &faults)
        case .windows1252: fromWindows1252(body, &faults)
        case .utf16LittleEndian: fromUTF16(body, highFirst: false, &faults)
        case .utf16BigEndian: fromUTF16(body, highFirst: true, &faults)
        }
      }
      text.start = 0
    }
    text.bytes.withUnsafeBufferPointer { whole in
      let body = Bytes(rebasing: whole[text.start...])
      if let first = faults.offsets.first {
        problems.add(
          .invalidBytes(finding.encoding), at: [first], of: 1, in: body)
      }
      let zeros = zeros(in: body)
      problems.add(.zeroByte, at: zeros.offsets, of: zeros.count, in: body)
    }
    return text
  }

  /// Offsets in the decoded text; only as many as will be shown.
  private struct Faults {
    var offsets: [Int] = []
    var count = 0

    mutating func add(_ offset: Int) {
      if offsets.count < ProblemList.limit { offsets.append(offset) }
      count += 1
    }
  }

  private static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  private static func repaired(_ bytes: Bytes, _ faults: inout Faults) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 64)
    var i = 0
    while i < bytes.count {
      let end = UTF8Scan.endOfASCII(bytes, from: i)
      result += bytes[i..<end]
      i = end
      guard i < bytes.count else { break }
      let (length, isValid) = UTF8Scan.sequence(bytes, at: i)
      if isValid {
        result += bytes[i..<i + length]
      } else {
        faults.add(result.count)
        result += replacement
      }
      i += length
    }
    return result
  }

  private static func fromWindows1252(_ bytes: Bytes, _ faults: inout Faults) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else if let scalar = Windows1252.scalar(byte) {
        append(scalar, to: &result)
      } else {
        faults.add(result.count)
        result += replacement
      }
    }
    return result
  }

  private static func fromUTF16(
    _ bytes: Bytes, highFirst: Bool, _ faults: inout Faults
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 2 + bytes.count / 8)
    let units = bytes.count / 2
    func unit(_ i: Int) -> UInt32 {
      let (a, b) = (UInt32(bytes[2 * i]), UInt32(bytes[2 * i + 1]))
      return highFirst ? a << 8 | b : b << 8 | a
    }
    var i = 0
    while i < units {
      let first = unit(i)
      i += 1
      if first & 0xF800 != 0xD800 {
        append(first, to: &result)
      } else if first < 0xDC00, i < units, unit(i) & 0xFC00 == 0xDC00 {
        append(0x10000 + (first & 0x3FF) << 10 + unit(i) & 0x3FF, to: &result)
        i += 1
      } else {
        faults.add(result.count)
        result += replacement
      }
    }
    if bytes.count % 2 == 1 {
      faults.add(result.count)
      result += replacement
    }
    return result
  }

  private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
    if scalar < 0x80 {
      result.append(UInt8(scalar))
    } else if scalar < 0x800 {
      result.append(UInt8(0xC0 | scalar >> 6))
      result.append(UInt8(0x80 | scalar & 0x3F))
    } else {
      if scalar < 0x10000 {
        result.append(UInt8(0xE0 | scalar >> 12))
      } else {
        result.append(UInt8(0xF0 | scalar >> 18))
        result.append(UInt8(0x80 | scalar >> 12 & 0x3F))
      }
      result.append(UInt8(0x80 | scalar >> 6 & 0x3F))
      result.append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  private static func zeros(in bytes: Bytes) -> Faults {
    var faults = Faults()
    let raw = UnsafeRawBufferPointer(bytes)
    var i = 0
    while i < bytes.count {
      if i + 8 <= bytes.count {
        // Bit trick (A. Mycroft): the result is 0 only if no byte of the word is 0.
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        if (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080 == 0 {
          i += 8
          continue
        }
      }
      let end = min(i + 8, bytes.count)
      for j in i..<end where bytes[j] == 0 { faults.add(j) }
      i = end
    }
    return faults
  }
}
