/// Signs of footnotes and marks of quality behind the name of a period.
enum PeriodMark {
  // Words that change what the figure is, such as prognos or plan, are none of these.
  private static let words: Set<String> = [
    "p", "r", "prel", "preliminär", "preliminärt", "preliminära", "preliminary", "provisional",
    "rev", "reviderad", "reviderat", "reviderade", "revised", "korr", "korrigerad", "korrigerat",
    "corrected", "def", "definitiv", "definitivt", "final", "est", "uppskattad", "uppskattat",
    "estimated",
  ]
  private static let signs: Set<Character> = [
    "*", "†", "‡", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹",
  ]

  /// The text without its mark, and the mark.
  static func split(_ text: String) -> (rest: String, mark: String?) {
    let text = trimmed(text)
    if let last = text.lastIndex(where: { !signs.contains($0) }),
      case let behind = text.index(after: last), behind < text.endIndex
    {
      return (trimmed(text[...last]), String(text[behind...]))
    }
    for (open, close) in [("(", ")"), ("[", "]")] where text.hasSuffix(close) {
      guard let start = text.lastIndex(of: Character(open)) else { continue }
      let inner = text[text.index(after: start)...].dropLast()
      guard isWord(inner) || isNumber(inner) || inner.allSatisfy({ signs.contains($0) }) else {
        continue
      }
      return (trimmed(text[..<start]), trimmed(inner))
    }
    // 2023 1), as SCB sets its footnotes.
    if text.hasSuffix(")"), let space = text.lastIndex(where: \.isWhitespace) {
      let inner = text[text.index(after: space)...].dropLast()
      if isNumber(inner) { return (trimmed(text[..<space]), String(inner)) }
    }
    // 2023p, 2023 prel.
    let word = String(text.reversed().prefix { $0.isLetter || $0 == "." }.reversed())
    guard !word.isEmpty, isWord(word), text.count > word.count else { return (text, nil) }
    return (trimmed(text.dropLast(word.count)), word)
  }

  private static func isWord(_ text: some StringProtocol) -> Bool {
    words.contains(trimmed(text).lowercased().filter { $0 != "." })
  }

  private static func isNumber(_ text: some StringProtocol) -> Bool {
    text.count == 1 && text.first?.isWholeNumber == true
  }
}
