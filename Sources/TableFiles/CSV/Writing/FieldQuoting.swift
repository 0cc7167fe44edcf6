/// Decides how a text is written.
enum FieldQuoting {
  /// Whether a text has to stand in quotes.
  ///
  /// More than RFC 4180 asks for: the empty text, to tell it from a null; blanks at the ends; and
  /// every byte that a reader may take for a delimiter, so that sniffing finds the right one.
  static func needsQuotes(_ bytes: Bytes, _ dialect: CSVDialect) -> Bool {
    guard let first = bytes.first else { return true }
    // 0xEF may start a byte order mark, which a reader would take off the first name.
    if first == 0xEF || Blanks.trimmed(bytes).count < bytes.count { return true }
    return bytes.contains { byte in
      // Nearly all bytes are letters and digits, which lie above these.
      byte == dialect.delimiter || byte == .quote || byte == .lf || byte == .cr || byte == .tab
        || byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
    }
  }

  /// Whether a spreadsheet may run a text as a formula. A number with its sign is what it says.
  static func startsFormula(_ bytes: Bytes) -> Bool {
    guard let first = bytes.first else { return false }
    let signs = [UInt8(ascii: "+"), UInt8(ascii: "-")]
    if signs.contains(first) { return !isNumber(bytes.dropFirst()) }
    return [UInt8(ascii: "="), UInt8(ascii: "@"), .tab, .cr].contains(first)
  }

  /// Digits with at most one decimal mark among them.
  private static func isNumber(_ bytes: Slice<Bytes>) -> Bool {
    let marks = [UInt8(ascii: "."), UInt8(ascii: ",")]
    let digits = bytes.split(omittingEmptySubsequences: false) { marks.contains($0) }
    return (1...2).contains(digits.count)
      && digits.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
