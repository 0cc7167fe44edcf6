package import Labels

/// A text as a cell holds it: Excel's length, and no character that XML cannot carry.
package struct SpreadsheetText {
  /// The longest text of a cell, in units of UTF-16.
  package static let limit = 32_767

  /// What is written.
  package let text: String
  /// Whether something is missing at its end.
  package let isCut: Bool

  /// A text that ends with how long it was where it is too long.
  package init(_ text: String, cutIn language: Language) {
    self.init(text, longest: Self.limit) { count in
      Label(" … [avkortad: \(count) tecken]", " … [cut: \(count) characters]")[language]
    }
  }

  /// A text that ends where it is too long.
  package init(_ text: String, longest: Int) {
    self.init(text, longest: longest) { _ in "" }
  }

  private init(_ text: String, longest: Int, ending: (Int) -> String) {
    let escaped = Self.needsEscape(text) ? Self.escaped(text) : text
    // Bytes are at least as many as units.
    guard escaped.utf8.count > longest, escaped.utf16.count > longest else {
      self.text = escaped
      isCut = false
      return
    }
    let end = ending(text.count)
    let room = longest - end.utf16.count
    var (kept, units) = ("", 0)
    for character in text {
      let piece = Self.escaped(String(character))
      units += piece.utf16.count
      if units > room { break }
      kept += piece
    }
    self.text = kept + end
    isCut = true
  }

  private static func needsEscape(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      if isControl(byte) || byte == UInt8(ascii: "x") && previous == UInt8(ascii: "_") {
        return true
      }
      // U+FFFE and U+FFFF begin so; few other characters do.
      if byte == 0xEF { return true }
      previous = byte
    }
    return false
  }

  private static func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\t")
  }

  /// Control characters become `_x001B_`, as Excel writes them; a text that looks so keeps its look.
  private static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0xFFFE, 0xFFFF: result.append("\u{FFFD}")
      case 0..<0x20 where isControl(UInt8(scalar.value)):
        result.append(contentsOf: code(scalar.value).unicodeScalars)
      case 0x5F where looksEscaped(scalars[place...].prefix(7)):
        result.append(contentsOf: code(0x5F).unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func code(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  private static func looksEscaped(_ scalars: ArraySlice<UnicodeScalar>) -> Bool {
    let scalars = Array(scalars)
    return scalars.count == 7 && scalars[1] == "x" && scalars[6] == "_"
      && scalars[2..<6].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}
