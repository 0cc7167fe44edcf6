#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Roots, powers and logarithms, with the digits after the point that PostgreSQL gives (`numeric.c` of
/// PostgreSQL 15). They are computed with more digits and rounded once.
extension DecimalNumber {
  /// The square root of a number that is not negative.
  package var squareRoot: DecimalNumber {
    let before = (leading.weight + 1) * 2 - 1
    return squareRoot(scale: Self.resultScale(16 - before, self))
  }

  /// The square root of a number that is not negative, rounded at a place.
  package func squareRoot(scale: Int) -> DecimalNumber {
    // One digit more, cut, decides the rounding: a root that is not whole never ends in a tie.
    let half = max((self.scale + 1) / 2, scale + 1)
    return DecimalNumber(units(scale: 2 * half).squareRoot, scale: half).rounded(to: scale)
  }

  /// e to the number; `nil` where PostgreSQL has no room for the result.
  package var exponential: DecimalNumber? {
    let value = double
    let weight = min(2000, max(-2000, value * 0.434294481903252))
    let scale = Self.resultScale(16 - Int(weight), self)
    if value.magnitude >= 6000 { return value > 0 ? nil : DecimalNumber(0, scale: scale) }
    return Self.exponential(self, scale: scale)
  }

  /// The natural logarithm of a positive number.
  package var logarithm: DecimalNumber {
    Self.logarithm(self, scale: Self.resultScale(16 - logarithmWeight, self))
  }

  /// The logarithm of a positive number to a positive base; `nil` for the base 1.
  package func logarithm(base: DecimalNumber) -> DecimalNumber? {
    let scale = Self.resultScale(16 - (logarithmWeight - base.logarithmWeight), base, self)
    let room = scale + 20 + max(0, logarithmWeight) + max(0, -base.logarithmWeight) * 2
    let below = Self.logarithm(base, scale: room)
    if below.isZero { return nil }
    return Self.logarithm(self, scale: room).divided(by: below, scale: scale)
  }

  /// The number to a power; `nil` where PostgreSQL has no room for the result. A negative number needs a
  /// whole exponent, and 0 one that is not negative.
  package func power(_ exponent: DecimalNumber) -> DecimalNumber? {
    if let whole = exponent.integer, let count = Int32(exactly: whole) {
      return power(Int(count))
    }
    if isZero { return DecimalNumber(0, scale: 16) }
    let weight =
      Self.logarithm(self, scale: max(0, 8 - logarithmWeight)).double * exponent.double
      * 0.434294481903252
    guard weight < 131_072 else { return nil }
    let scale = Self.resultScale(16 - Int(max(weight, -2000)), self, exponent)
    if weight < -1000 { return DecimalNumber(0, scale: scale) }
    let room = scale + max(0, Int(weight)) + exponent.digitCount + 20
    let power = Self.logarithm(self, scale: room) * exponent
    return Self.exponential(power, scale: scale)
  }

  private func power(_ exponent: Int) -> DecimalNumber? {
    let weight = isZero ? 0 : Double(exponent) * decimalLogarithm
    if weight > 131_072 { return nil }
    let scale = Self.resultScale(16, self)
    if weight + 1 < Double(-scale) { return DecimalNumber(0, scale: scale) }
    if exponent == 0 { return DecimalNumber(1).rounded(to: scale) }
    // Enough digits for every product on the way.
    let digits = scale + Int(max(0, weight)) + 2 * String(exponent).utf8.count + 12
    func kept(_ value: DecimalNumber) -> DecimalNumber {
      let place = max(scale, digits - value.exponent)
      return value.scale > place ? value.rounded(to: place) : value
    }
    var (result, square, rest) = (DecimalNumber(1), self, exponent.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { result = kept(result * square) }
      rest >>= 1
      if rest > 0 { square = kept(square * square) }
    }
    return exponent < 0
      ? DecimalNumber(1).divided(by: result, scale: scale) : result.rounded(to: scale)
  }

  /// The common logarithm of the magnitude, as a double.
  private var decimalLogarithm: Double {
    let digits = digitCount
    let first =
      digits <= 17
      ? Double(
        description.utf8.filter { $0 != 45 && $0 != 46 }.reduce(0.0) { $0 * 10 + Double($1 - 48) })
      : Double(
        units.magnitude.quotientAndRemainder(dividingBy: .ten(to: digits - 17)).quotient.digits)
        ?? 1
    return log10(first) + Double(max(0, digits - 17) - scale)
  }

  /// PostgreSQL's `estimate_ln_dweight`: about where the first digit of the logarithm stands.
  private var logarithmWeight: Int {
    if self >= DecimalNumber(9, scale: 1), self <= DecimalNumber(11, scale: 1) {
      let difference = self - DecimalNumber(1)
      if difference.isZero { return 0 }
      let (weight, digit) = difference.leading
      return weight * 4 + Int(log10(Double(digit)))
    }
    return Int(log10((decimalLogarithm * 2.302585092994046).magnitude))
  }

  /// A number as units of 10^-scale, whatever its own scale.
  private func fixed(_ scale: Int) -> BigNumber {
    scale >= self.scale
      ? units(scale: scale) : units.rounded(dividingBy: BigNumber.ten(to: self.scale - scale))
  }

  private static func exponential(_ value: DecimalNumber, scale: Int) -> DecimalNumber {
    let digits = max(0, Int(value.double * 0.4342944819032518) + 1)
    // Halved until the series is short, then squared as often.
    let halvings = max(0, value.exponent + 1) * 4 + 8
    let room = scale + digits + halvings + 10
    let one = BigNumber.ten(to: room)
    let small = value.fixed(room).rounded(dividingBy: BigNumber(1) << halvings)
    var (sum, term, count) = (one, one, 1)
    while !term.isZero {
      term =
        (term * small).quotientAndRemainder(dividingBy: one * BigNumber(Int128(count))).quotient
      sum = sum + term
      count += 1
    }
    for _ in 0..<halvings { sum = (sum * sum).rounded(dividingBy: one) }
    return DecimalNumber(sum, scale: room).rounded(to: scale)
  }

  private static func logarithm(_ value: DecimalNumber, scale: Int) -> DecimalNumber {
    // value = m · 10^e with m from 1 to 10.
    let exponent = value.exponent
    let room = scale + 20 + String(exponent.magnitude).utf8.count
    let one = BigNumber.ten(to: room)
    let mantissa = DecimalNumber(value.units, scale: 0).fixed(0)
    let shift = room - (value.scale + exponent)
    let start =
      shift >= 0
      ? mantissa * BigNumber.ten(to: shift)
      : mantissa.rounded(dividingBy: BigNumber.ten(to: -shift))
    var sum = naturalLogarithm(start, one)
    if exponent != 0 {
      sum = sum + naturalLogarithm(one * BigNumber(10), one) * BigNumber(Int128(exponent))
    }
    return DecimalNumber(sum, scale: room).rounded(to: scale)
  }

  /// The logarithm of a number from 1 to 10, both in units of `1 / one`: roots bring it near 1, where
  /// ln y = 2 artanh((y - 1) / (y + 1)) is a short series.
  private static func naturalLogarithm(_ value: BigNumber, _ one: BigNumber) -> BigNumber {
    let roots = 6
    var y = value
    for _ in 0..<roots { y = (y * one).squareRoot }
    let z = ((y - one) * one).rounded(dividingBy: y + one)
    let square = (z * z).rounded(dividingBy: one)
    var (sum, power, count) = (z, z, 1)
    while true {
      power = (power * square).quotientAndRemainder(dividingBy: one).quotient
      count += 2
      let term = power.quotientAndRemainder(dividingBy: BigNumber(Int128(count))).quotient
      if term.isZero { break }
      sum = sum + term
    }
    return sum << (roots + 1)
  }
}
