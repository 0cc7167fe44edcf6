internal import Labels
internal import TextLayout

/// Words in Markdown, in which nothing is markup that was not meant so.
struct MarkdownText {
  let words: FactWords
  var language: Language { words.language }

  /// A text on one line.
  func line(_ text: String) -> String {
    Self.escaped(text.replacing("\n", with: " "))
  }

  /// A sentence as a paragraph. What would make a list or a heading of it is escaped.
  func paragraph(_ sentence: Sentence) -> String {
    let text = line(words.text(sentence))
    guard let first = text.first else { return text }
    if "#+-=".contains(first) { return "\\" + text }
    let digits = text.prefix(while: \.isNumber)
    let rest = text.dropFirst(digits.count)
    guard !digits.isEmpty, let sign = rest.first, ".)".contains(sign) else { return text }
    return digits + "\\" + rest
  }

  /// A text in a cell of a table; its lines stay lines.
  func cell(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.escaped(String($0)) }.joined(separator: "<br>")
  }

  /// A name as a part of an address.
  static func address(_ name: String) -> String {
    name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"):
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    // A sign is markup whatever marks above letters follow it.
    for scalar in TextWidth.visible(text).unicodeScalars {
      if "\\`*_{}[]<>|~$".unicodeScalars.contains(scalar) { result.append("\\") }
      if scalar == "&" { result += "&amp;" } else { result.unicodeScalars.append(scalar) }
    }
    return result
  }
}
