/// Text that is marked as text: `="007"`, a formula that Excel reads as the text 007.
///
/// The reader takes the mark off. The writer puts it on where a column of text would be read back
/// as numbers, days or truth values. Quotes in the text are doubled.
enum ExcelText {
  /// Whether a value bears the mark.
  static func isMarked(_ bytes: Bytes) -> Bool {
    guard bytes.count >= 3, bytes[0] == UInt8(ascii: "="), bytes[1] == .quote,
      bytes[bytes.count - 1] == .quote
    else { return false }
    var i = 2
    while i < bytes.count - 1 {
      if bytes[i] == .quote {
        guard i + 1 < bytes.count - 1, bytes[i + 1] == .quote else { return false }
        i += 1
      }
      i += 1
    }
    return true
  }

  /// The text inside the mark.
  static func unmarked(_ bytes: Bytes) -> [UInt8] {
    var result: [UInt8] = []
    var i = 2
    while i < bytes.count - 1 {
      result.append(bytes[i])
      i += bytes[i] == .quote ? 2 : 1
    }
    return result
  }

  /// The text with the mark.
  static func marked(_ bytes: Bytes) -> [UInt8] {
    var result = Array("=\"".utf8)
    for byte in bytes {
      if byte == .quote { result.append(byte) }
      result.append(byte)
    }
    result.append(.quote)
    return result
  }
}
