/// Roman numerals from I to MMMCMXCIX.
enum RomanNumeral {
  private static let letters: [(value: Int, text: String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  /// `nil` for what has no numeral: 0, negative numbers, 4000 and more.
  static func text(_ number: Int?) -> String? {
    guard let number, (1..<4000).contains(number) else { return nil }
    var rest = number
    var text = ""
    for (value, letters) in letters {
      text += String(repeating: letters, count: rest / value)
      rest %= value
    }
    return text
  }
}
