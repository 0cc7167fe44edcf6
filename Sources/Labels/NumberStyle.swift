/// Writes numbers as a language does.
package struct NumberStyle: Sendable {
  private let decimalSign: Character
  private let groupSign: Character
  /// What stands behind a percentage: Swedish keeps a space before the sign.
  package let percentSign: String

  package init(_ language: Language) {
    switch language {
    case .swedish: (decimalSign, groupSign, percentSign) = (",", "\u{A0}", "\u{A0}%")
    case .english: (decimalSign, groupSign, percentSign) = (".", ",", "%")
    }
  }

  /// A number rounded half away from zero to some decimals, digits in groups of three; from 10^15,
  /// where a number no longer knows its last digits, as a power of ten.
  package func text(_ value: Double, decimals: Int) -> String {
    guard abs(value) < 1e15 else { return powerOfTen(value) }
    let digits = DecimalDigits(value, decimals: decimals)
    var text = digits.isNegative ? "−" : ""
    text += grouped(digits.whole)
    if decimals > 0 { text += String(decimalSign) + digits.fraction }
    return text
  }

  /// A number with as many decimals as it needs, at most some.
  package func text(_ value: Double, upTo decimals: Int) -> String {
    let digits = DecimalDigits(value, decimals: decimals)
    let needed = digits.fraction.reversed().drop { $0 == "0" }.count
    return text(value, decimals: needed)
  }

  /// A number with as many decimals as it takes to tell it from another.
  package func text(_ value: Double, upTo decimals: Int, apartFrom other: Double?) -> String {
    guard let other, other != value else { return text(value, upTo: decimals) }
    for places in decimals...9 {
      let text = text(value, upTo: places)
      if text != self.text(other, upTo: places) { return text }
    }
    return String(value).replacing(".", with: String(decimalSign))
  }

  /// How many decimals the percentage of a share below 1 takes so that it does not read as 100;
  /// `nil` where 9 are not enough.
  package static func decimals(ofShareBelowOne share: Double) -> Int? {
    (0...9).first { DecimalDigits(share * 100, decimals: $0).whole != "100" }
  }

  /// A number with its sign, `±0` for none.
  package func signed(_ value: Double, decimals: Int) -> String {
    guard abs(value) < 1e15 else { return powerOfTen(value, signed: true) }
    let digits = DecimalDigits(value, decimals: decimals)
    if digits.isZero { return "±0" }
    return (digits.isNegative ? "" : "+") + text(value, decimals: decimals)
  }

  /// A number as four digits and a power of ten, such as `1,35·10²⁰`, for what is too large or too small
  /// for decimals.
  package func powerOfTen(_ value: Double, signed: Bool = false) -> String {
    guard value.isFinite, value != 0 else { return signed && value == 0 ? "±0" : String(value) }
    var (size, exponent) = (abs(value), 0)
    while size >= 10 { (size, exponent) = (size / 10, exponent + 1) }
    while size < 1 { (size, exponent) = (size * 10, exponent - 1) }
    if DecimalDigits(size, decimals: 3).whole == "10" { (size, exponent) = (1, exponent + 1) }
    let raised = String(exponent).map { digit in
      digit.wholeNumberValue.map { Self.raisedDigits[$0] } ?? "⁻"
    }
    let sign = value < 0 ? "−" : signed ? "+" : ""
    return sign + text(size, upTo: 3) + "·10" + raised.joined()
  }

  /// How many decimals the first number in a text has, if this style wrote it.
  package func decimals(in text: String) -> Int {
    let characters = text.drop { !$0.isASCIIDigit }
    let whole = characters.prefix { $0.isASCIIDigit || $0 == groupSign }
    guard let sign = characters.dropFirst(whole.count).first, sign == decimalSign else { return 0 }
    return characters.dropFirst(whole.count + 1).prefix(while: \.isASCIIDigit).count
  }

  private static let raisedDigits = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]

  private func grouped(_ digits: String) -> String {
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(groupSign) }
      result.append(digit)
    }
    return result
  }
}

/// A number as decimal digits, rounded half away from zero.
package struct DecimalDigits {
  let isNegative: Bool
  let whole: String
  let fraction: String

  /// - Precondition: `value` is finite and below 10^15 in size with its decimals; `decimals` is 0 to 12.
  package init(_ value: Double, decimals: Int) {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    // 0.145 × 100 is 14.499999999999998: what a person wrote as a half rounds as one. The push stays
    // far below a digit of any number.
    let size = abs(value) * scale
    let rounded = (size + min(size * 1e-12 + 1e-9, 1e-3)).rounded(.toNearestOrAwayFromZero)
    var digits = String(Int64(clampedTo: rounded))
    if digits.count <= decimals {
      digits = String(repeating: "0", count: decimals + 1 - digits.count) + digits
    }
    whole = String(digits.dropLast(decimals))
    fraction = String(digits.suffix(decimals))
    isNegative = value < 0 && rounded != 0
  }

  /// Whether every digit is 0.
  package var isZero: Bool { (whole + fraction).allSatisfy { $0 == "0" } }
}

extension Int64 {
  fileprivate init(clampedTo value: Double) {
    self = value.isFinite && value < 9e18 ? Int64(value) : .max
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
