/// Names longer than 63 bytes, which the parser would cut: columns of surveys are whole questions, and
/// files have long paths. Each stands in the text as a short name, with blanks so that no place moves.
struct LongNames {
  private static let longest = 63
  private var names: [String] = []

  /// Replaces the long names of a text.
  init(replacingIn bytes: inout [UInt8], tokens: Tokens) {
    for token in tokens.all where token.range.count > Self.longest && token.isClosed {
      let text = tokens.text(token)
      switch token.kind {
      case .word: names.append(Self.folded(text))
      case .quotedName:
        // U&"…" has escapes of its own and stays as it is.
        let before = token.range.lowerBound - 1
        if before >= 0, bytes[before] == UInt8(ascii: "&") { continue }
        names.append(Self.unquoted(text))
      default: continue
      }
      let short = Array("\"\(Self.mark)\(names.count - 1)\"".utf8)
      for (offset, position) in token.range.enumerated() {
        bytes[position] = offset < short.count ? short[offset] : UInt8(ascii: " ")
      }
    }
  }

  private static let mark = "\u{1}n"

  /// The name that a text of the tree stands for.
  func original(_ text: String) -> String {
    guard !names.isEmpty, text.hasPrefix(Self.mark),
      let number = Int(text.dropFirst(Self.mark.count)), names.indices.contains(number)
    else { return text }
    return names[number]
  }

  /// A message with the names as they were written.
  func restored(_ message: String) -> String {
    var message = message
    for (number, name) in names.enumerated() {
      guard let place = Self.place(of: "\(Self.mark)\(number)\"", in: message) else { continue }
      message.replaceSubrange(place, with: "\(name)\"")
    }
    return message
  }

  private static func place(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }

  private static func unquoted(_ text: String) -> String {
    var name = ""
    var isSecond = false
    for character in text.dropFirst().dropLast() {
      if character == "\"" {
        isSecond.toggle()
        if isSecond { continue }
      }
      name.append(character)
    }
    return name
  }

  /// PostgreSQL folds the letters A to Z only.
  private static func folded(_ text: String) -> String {
    String(
      decoding: text.utf8.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }
}
