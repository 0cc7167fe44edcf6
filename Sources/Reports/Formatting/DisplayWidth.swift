/// Columns that a text takes on a terminal.
///
/// Combining marks and joiners take none, East Asian wide characters and emoji two, all others
/// one (Unicode Standard Annex 11, wide ranges only).
func displayWidth(_ text: some StringProtocol) -> Int {
  var width = 0
  for scalar in text.unicodeScalars {
    // Letters and signs that take one column and never combine: nearly everything in reports.
    switch scalar.value {
    case 0x20..<0x300, 0x2010..<0x2028, 0x2030..<0x2060, 0x2070..<0x2300, 0x2500..<0x2580:
      width += 1
    default: return text.reduce(0) { $0 + displayWidth(of: $1) }
    }
  }
  return width
}

private func displayWidth(of character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  // Nearly everything that reports hold.
  if first.value < 0x300 { return first.value < 0x20 ? 0 : 1 }
  let properties = first.properties
  if properties.generalCategory == .nonspacingMark || properties.generalCategory == .format {
    return 0
  }
  if properties.isEmojiPresentation { return 2 }
  switch first.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x20000...0x3FFFD:
    return 2
  default: return 1
  }
}
