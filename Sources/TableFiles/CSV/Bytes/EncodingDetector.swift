/// Finds the encoding of a file from its first bytes and from whether all of it is UTF-8.
enum EncodingDetector {
  struct Finding {
    var encoding: CSVEncoding
    /// The length of the byte order mark, 0 without one.
    var markLength: Int
    /// Whether the bytes are known to be UTF-8 without a fault.
    var isCleanUTF8 = false
    /// Whether Windows-1252 is a guess that the reader should hear of.
    var isGuess = false
  }

  /// What a file is written in. If the caller declares it, only the mark is looked for.
  static func detect(_ bytes: Bytes, declared: CSVEncoding?) -> Finding {
    if let (encoding, length) = byteOrderMark(bytes), declared ?? encoding == encoding {
      let isClean = encoding == .utf8 && UTF8Scan(bytes, from: length).invalid == 0
      return Finding(encoding: encoding, markLength: length, isCleanUTF8: isClean)
    }
    if let declared {
      let isClean = declared == .utf8 && UTF8Scan(bytes, from: 0).invalid == 0
      return Finding(encoding: declared, markLength: 0, isCleanUTF8: isClean)
    }
    if let encoding = wideByZeros(bytes) { return Finding(encoding: encoding, markLength: 0) }
    let scan = UTF8Scan(bytes, from: 0)
    if scan.invalid == 0 { return Finding(encoding: .utf8, markLength: 0, isCleanUTF8: true) }
    // Swedish in Windows-1252 hardly ever forms a UTF-8 sequence. A file with more good sequences
    // than bad ones is UTF-8 with damage.
    if scan.multibyte > scan.invalid { return Finding(encoding: .utf8, markLength: 0) }
    return Finding(encoding: .windows1252, markLength: 0, isGuess: true)
  }

  private static func byteOrderMark(_ bytes: Bytes) -> (CSVEncoding, Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// Western text in UTF-16 has a zero in every other byte, nearly always on the same side.
  private static func wideByZeros(_ bytes: Bytes) -> CSVEncoding? {
    let pairs = min(bytes.count / 2, 2048)
    guard pairs > 0 else { return nil }
    var (even, odd) = (0, 0)
    for i in 0..<pairs {
      if bytes[2 * i] == 0 { even += 1 }
      if bytes[2 * i + 1] == 0 { odd += 1 }
    }
    if odd * 10 >= pairs * 6, even * 4 <= odd { return .utf16LittleEndian }
    if even * 10 >= pairs * 6, odd * 4 <= even { return .utf16BigEndian }
    return nil
  }
}
