/// A double times a power of two, for products and quotients that must not overflow on the way.
struct ScaledNumber {
  /// Magnitude from 1 to below 2, or 0.
  private var significand: Double
  private var exponent: Int

  init(_ value: Double, exponent: Int) {
    guard value != 0 else {
      (significand, self.exponent) = (0, 0)
      return
    }
    significand = value.sign == .minus ? -value.significand : value.significand
    self.exponent = exponent + Int(value.exponent)
  }

  static func * (a: ScaledNumber, b: ScaledNumber) -> ScaledNumber {
    ScaledNumber(a.significand * b.significand, exponent: a.exponent + b.exponent)
  }

  static func / (a: ScaledNumber, b: ScaledNumber) -> ScaledNumber {
    ScaledNumber(a.significand / b.significand, exponent: a.exponent - b.exponent)
  }

  func squareRoot() -> ScaledNumber {
    let isOdd = exponent & 1 != 0
    return ScaledNumber(
      (isOdd ? significand * 2 : significand).squareRoot(),
      exponent: (isOdd ? exponent - 1 : exponent) / 2)
  }

  /// The plain number; infinite when it is too large.
  var double: Double { Double(sign: .plus, exponent: exponent, significand: significand) }
}
