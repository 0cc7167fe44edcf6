internal import TextLayout

/// About how wide a text is in a sans-serif font that is not known: Helvetica's advance widths and an
/// eighth, which covers the fonts that systems put in its place.
enum AdvanceWidth {
  /// The width of a text at a font size, in the unit of the size.
  static func of(_ text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    var thousandths = 0
    for character in text { thousandths += width(character) }
    return Double(thousandths) / 1000 * size * (isBold ? 1.2 : 1.125)
  }

  private static func width(_ character: Character) -> Int {
    if let width = known[character] { return width }
    // A letter with an accent is as wide as without.
    if let first = String(character).unicodeScalars.first, let width = known[Character(first)] {
      return width
    }
    return TextWidth.width(character) > 1 ? 1000 : 600
  }

  private static let known: [Character: Int] = {
    let groups: [(Int, String)] = [
      (191, "'’‘"), (222, "ijl"), (278, " \u{A0}.,:;/\\!|fItïìí"), (333, "-()rﬁ“”\"·"), (389, "*"),
      (400, "°"), (500, "ckszvxyJç"), (556, "0123456789abdeghnopquåäöéèüáàôL_?–#$€"),
      (584, "+−=<>±×≥≤≈≠~"), (611, "FTZ"), (667, "ABEKPSVXYÅÄ&É"), (722, "CDHNRUwÜ"),
      (778, "GOQÖ"), (833, "Mm"), (889, "%æ"), (944, "W"), (1000, "—…@"),
    ]
    return Dictionary(
      groups.flatMap { width, characters in characters.map { ($0, width) } },
      uniquingKeysWith: { first, _ in first })
  }()

  /// A text in lines of at most some width; what goes beyond the lines that there is room for ends
  /// in an ellipsis.
  static func lines(
    _ text: String, size: Double, width: Double, most: Int, isBold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    for word in TextWrapping.words(text[...]) {
      if let last = lines.last {
        let longer = last + " " + word
        if of(longer, size: size, isBold: isBold) <= width + rounding {
          lines[lines.count - 1] = longer
          continue
        }
      }
      lines.append(String(word))
    }
    let isCut = lines.count > most
    lines = Array(lines.prefix(max(most, 1)))
    return lines.indices.map { index in
      let isLastOfMore = isCut && index == lines.count - 1
      return cut(lines[index], size: size, width: width, isBold: isBold, always: isLastOfMore)
    }
  }

  /// What was measured to be as wide as the room fits, whatever was added and taken off since.
  private static let rounding = 0.01

  private static func cut(
    _ text: String, size: Double, width: Double, isBold: Bool, always: Bool
  ) -> String {
    guard always || of(text, size: size, isBold: isBold) > width + rounding else { return text }
    var kept = text
    while !kept.isEmpty, of(kept + "…", size: size, isBold: isBold) > width { kept.removeLast() }
    // A part of a number is another number.
    if text.dropFirst(kept.count).first.map(isOfNumber) == true {
      while kept.last.map(isOfNumber) == true { kept.removeLast() }
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  private static func isOfNumber(_ character: Character) -> Bool {
    character.isNumber || "\u{A0},.".contains(character)
  }
}
