/// How many columns of a terminal a text takes.
///
/// East Asian wide characters and emoji take two, combining marks, joiners and control characters
/// none. Widths follow Unicode Standard Annex #11 as terminals apply it.
package enum TextWidth {
  /// The columns that a text takes on one line.
  package static func of(_ text: String) -> Int { columns(text) }

  /// The columns that a part of a text takes on one line.
  package static func of(_ text: Substring) -> Int { columns(text) }

  /// One code for both kinds of text, which is made for each of them within this module: called
  /// from another it would stay slow.
  private static func columns(_ text: some StringProtocol) -> Int {
    var count = 0
    for scalar in text.unicodeScalars {
      // Nearly every text is of these alone; the borders of characters take far longer to find.
      guard isPlain(scalar) else { return text.reduce(0) { $0 + width($1) } }
      count += 1
    }
    return count
  }

  /// Whether a scalar takes one column and never combines, so that it need not be looked up.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300, 0x2010..<0x2028, 0x2030..<0x2060, 0x2070..<0x20D0,
      0x2100..<0x2300, 0x2500..<0x2580:
      true
    default: false
    }
  }

  /// The columns of one character.
  package static func width(_ character: Character) -> Int {
    var width = 0
    for scalar in character.unicodeScalars {
      // A selector for emoji makes a narrow sign wide.
      if scalar == "\u{FE0F}" { return max(width, 2) }
      width = max(width, self.width(scalar))
    }
    return width
  }

  /// A text cut to so many columns, the last of them an ellipsis.
  package static func cut(_ text: String, _ columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 1 else { return columns == 1 ? "…" : "" }
    var kept = ""
    var used = 0
    for character in text {
      used += width(character)
      if used > columns - 1 { break }
      kept.append(character)
    }
    return kept + "…"
  }

  /// The end of a text, so many columns of it, the first of them an ellipsis.
  package static func tail(_ text: String, _ columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 1 else { return columns == 1 ? "…" : "" }
    var kept: [Character] = []
    var used = 0
    for character in text.reversed() {
      used += width(character)
      if used > columns - 1 { break }
      kept.append(character)
    }
    return "…" + String(kept.reversed())
  }

  /// A text on one line in which control characters show as signs, so that they can neither move
  /// the cursor nor hide what follows. A tab is a blank.
  package static func visible(_ text: String) -> String {
    signed(text, tab: " ")
  }

  /// As ``visible(_:)``, with a sign for tabs too: for values, where a tab and a blank differ.
  package static func visibleValue(_ text: String) -> String {
    signed(text, tab: "\u{2409}")
  }

  private static func signed(_ text: String, tab: Unicode.Scalar) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 9: result.append(tab)
      case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
      case 0x7F: result.append("\u{2421}")
      default: result.append(isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  /// Control characters, line separators and what turns the direction of writing.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if isPlain(scalar) { return 1 }
    let value = scalar.value
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: break
    }
    // Hangul vowels and final consonants join the syllable before them.
    if (0x1160...0x11FF).contains(value) { return 0 }
    if scalar.properties.isEmojiPresentation { return 2 }
    return wide.contains { $0.contains(value) } ? 2 : 1
  }

  /// East Asian wide and fullwidth blocks.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF,
    0x1B000...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}
