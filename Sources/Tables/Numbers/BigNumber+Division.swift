extension BigNumber {
  /// The quotient, cut towards zero, and the rest, which has the sign of the dividend. The divisor must not
  /// be 0 (D. E. Knuth, "The Art of Computer Programming" 2, 4.3.1, algorithm D).
  package func quotientAndRemainder(
    dividingBy divisor: BigNumber
  ) -> (quotient: BigNumber, remainder: BigNumber) {
    if Self.precedes(limbs, divisor.limbs) { return (BigNumber(0), self) }
    let isNegativeQuotient = isNegative != divisor.isNegative
    if divisor.limbs.count == 1 {
      var quotient = self
      let rest = quotient.divide(by: divisor.limbs[0])
      return (
        BigNumber(limbs: quotient.limbs, isNegative: isNegativeQuotient),
        BigNumber(limbs: [rest], isNegative: isNegative)
      )
    }
    let shift = divisor.limbs[divisor.limbs.count - 1].leadingZeroBitCount
    let v = (divisor << shift).limbs
    var u = (self << shift).limbs
    while u.count <= limbs.count { u.append(0) }
    var quotient = [UInt64](repeating: 0, count: u.count - v.count)
    for place in quotient.indices.reversed() {
      let digit = Self.digit(of: u, place, by: v)
      quotient[place] = Self.subtract(v, times: digit, from: &u, at: place)
    }
    let rest = BigNumber(limbs: Array(u[..<v.count]), isNegative: isNegative)
    return (BigNumber(limbs: quotient, isNegative: isNegativeQuotient), rest >> shift)
  }

  /// Divides the magnitude by one word and gives the rest.
  package mutating func divide(by divisor: UInt64) -> UInt64 {
    var rest: UInt64 = 0
    for place in limbs.indices.reversed() {
      let part = divisor.dividingFullWidth((rest, limbs[place]))
      (limbs[place], rest) = (part.quotient, part.remainder)
    }
    while limbs.last == 0 { limbs.removeLast() }
    return rest
  }

  /// The next digit of a quotient, at most one too large.
  private static func digit(of u: [UInt64], _ place: Int, by v: [UInt64]) -> UInt64 {
    let n = v.count
    let (high, low) = (u[place + n], u[place + n - 1])
    if high >= v[n - 1] { return .max }
    var (digit, rest) = v[n - 1].dividingFullWidth((high, low))
    while true {
      let product = digit.multipliedFullWidth(by: v[n - 2])
      let isTooLarge =
        product.high > rest || (product.high == rest && product.low > u[place + n - 2])
      guard isTooLarge else { return digit }
      digit -= 1
      let (sum, overflow) = rest.addingReportingOverflow(v[n - 1])
      if overflow { return digit }
      rest = sum
    }
  }

  /// Takes a multiple away; where it was too large by one, that is mended. Gives the digit that held.
  private static func subtract(
    _ v: [UInt64], times digit: UInt64, from u: inout [UInt64], at place: Int
  ) -> UInt64 {
    var digit = digit
    var carry: UInt64 = 0
    var borrow: UInt64 = 0
    for (i, limb) in v.enumerated() {
      let product = limb.multipliedFullWidth(by: digit)
      let low = product.low.addingReportingOverflow(carry)
      carry = product.high &+ (low.overflow ? 1 : 0)
      let first = u[place + i].subtractingReportingOverflow(low.partialValue)
      let second = first.partialValue.subtractingReportingOverflow(borrow)
      u[place + i] = second.partialValue
      borrow = first.overflow || second.overflow ? 1 : 0
    }
    let first = u[place + v.count].subtractingReportingOverflow(carry)
    let second = first.partialValue.subtractingReportingOverflow(borrow)
    u[place + v.count] = second.partialValue
    var isBelow = first.overflow || second.overflow
    while isBelow {
      digit -= 1
      var carry: UInt64 = 0
      for (i, limb) in v.enumerated() {
        let first = u[place + i].addingReportingOverflow(limb)
        let second = first.partialValue.addingReportingOverflow(carry)
        u[place + i] = second.partialValue
        carry = first.overflow || second.overflow ? 1 : 0
      }
      let top = u[place + v.count].addingReportingOverflow(carry)
      u[place + v.count] = top.partialValue
      isBelow = !top.overflow
    }
    return digit
  }

  package static func >> (a: BigNumber, bits: Int) -> BigNumber {
    let (whole, part) = (bits / 64, bits % 64)
    guard whole < a.limbs.count else { return BigNumber(0) }
    var limbs = Array(a.limbs[whole...])
    if part > 0 {
      for place in limbs.indices {
        let above = place + 1 < limbs.count ? limbs[place + 1] << UInt64(64 - part) : 0
        limbs[place] = limbs[place] >> UInt64(part) | above
      }
    }
    return BigNumber(limbs: limbs, isNegative: a.isNegative)
  }
}

extension BigNumber: Comparable {
  package static func == (a: BigNumber, b: BigNumber) -> Bool {
    a.limbs == b.limbs && (a.isNegative == b.isNegative || a.isZero)
  }

  package static func < (a: BigNumber, b: BigNumber) -> Bool {
    let difference = a - b
    return difference.isNegative && !difference.isZero
  }

  /// The same without its sign.
  package var magnitude: BigNumber { BigNumber(limbs: limbs, isNegative: false) }

  package static prefix func - (a: BigNumber) -> BigNumber {
    BigNumber(limbs: a.limbs, isNegative: !a.isNegative && !a.isZero)
  }

  /// The number in 128 bits, where it fits.
  package var int128: Int128? {
    guard limbs.count <= 2 else { return nil }
    let magnitude =
      UInt128(limbs.count > 1 ? limbs[1] : 0) << 64 | UInt128(limbs.isEmpty ? 0 : limbs[0])
    guard let value = Int128(exactly: magnitude) else { return nil }
    return isNegative ? -value : value
  }
}

extension BigNumber {
  /// Ten to a power that is not negative.
  package static func ten(to power: Int) -> BigNumber {
    if power < DecimalNumber.powers.count { return BigNumber(DecimalNumber.powers[power]) }
    var (result, square, rest) = (BigNumber(1), BigNumber(10), power)
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return result
  }

  /// The decimal digits of the magnitude.
  package var digits: String {
    var parts: [UInt64] = []
    var rest = magnitude
    while !rest.isZero { parts.append(rest.divide(by: 1_000_000_000_000_000_000)) }
    guard let first = parts.last else { return "0" }
    return String(first)
      + parts.dropLast().reversed().map { part in
        let digits = String(part)
        return String(repeating: "0", count: 18 - digits.utf8.count) + digits
      }.joined()
  }

  /// A number by its decimal digits.
  package init(digits text: some Sequence<UInt8>) {
    var value = BigNumber(0)
    var (part, count): (UInt64, Int) = (0, 0)
    for digit in text {
      part = part * 10 + UInt64(digit - 48)
      count += 1
      if count == 18 {
        value = value * BigNumber(1_000_000_000_000_000_000) + BigNumber(Int128(part))
        (part, count) = (0, 0)
      }
    }
    if count > 0 { value = value * Self.ten(to: count) + BigNumber(Int128(part)) }
    self = value
  }

  /// The quotient rounded to the nearest whole number, ties away from zero.
  package func rounded(dividingBy divisor: BigNumber) -> BigNumber {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    guard (rest + rest).magnitude >= divisor.magnitude else { return quotient }
    let isNegative = isNegative != divisor.isNegative
    return isNegative ? quotient - BigNumber(1) : quotient + BigNumber(1)
  }

  /// The square root of a number that is not negative, cut.
  package var squareRoot: BigNumber {
    if isZero { return self }
    // Newton's steps from above fall until they are there.
    var root = BigNumber(1) << ((bitCount + 1) / 2)
    while true {
      let next = (root + quotientAndRemainder(dividingBy: root).quotient) >> 1
      if next >= root { return root }
      root = next
    }
  }
}
