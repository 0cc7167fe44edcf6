/// Arithmetic with the digits after the point that PostgreSQL gives (`numeric.c` of PostgreSQL 15).
extension DecimalNumber {
  package static func + (a: Self, b: Self) -> Self {
    let scale = max(a.scale, b.scale)
    if let x = a.fitting(scale: scale), let y = b.fitting(scale: scale) {
      let (sum, overflow) = x.addingReportingOverflow(y)
      if !overflow { return DecimalNumber(sum, scale: scale) }
    }
    return DecimalNumber(a.units(scale: scale) + b.units(scale: scale), scale: scale)
  }

  package static func - (a: Self, b: Self) -> Self { a + -b }

  package static prefix func - (a: Self) -> Self {
    if let units = a.fitting, units != .min { return DecimalNumber(-units, scale: a.scale) }
    return DecimalNumber(-a.units, scale: a.scale)
  }

  package var magnitude: DecimalNumber { isNegative ? -self : self }

  package static func * (a: Self, b: Self) -> Self {
    let scale = a.scale + b.scale
    let product: Self
    if let x = a.fitting, let y = b.fitting,
      case let (units, false) = x.multipliedReportingOverflow(by: y)
    {
      product = DecimalNumber(units, scale: scale)
    } else {
      product = DecimalNumber(a.units * b.units, scale: scale)
    }
    return scale > greatestScale ? product.rounded(to: greatestScale) : product
  }

  /// The quotient with at least 16 digits that count; the divisor must not be 0.
  package static func / (a: Self, b: Self) -> Self {
    a.divided(by: b, scale: quotientScale(a, b))
  }

  /// The quotient rounded at a place, ties away from zero.
  package func divided(by divisor: DecimalNumber, scale: Int) -> DecimalNumber {
    let shift = scale + divisor.scale - self.scale
    if let a = fitting, let b = divisor.fitting, (0..<Self.powers.count).contains(shift) {
      let (scaled, overflow) = a.multipliedReportingOverflow(by: Self.powers[shift])
      if !overflow, scaled != .min {
        return DecimalNumber(Self.rounded(scaled, dividingBy: b), scale: scale)
      }
    }
    let (a, b) = (units, divisor.units)
    let quotient =
      shift >= 0
      ? (a * BigNumber.ten(to: shift)).rounded(dividingBy: b)
      : a.rounded(dividingBy: b * BigNumber.ten(to: -shift))
    return DecimalNumber(quotient, scale: scale)
  }

  private static func rounded(_ a: Int128, dividingBy b: Int128) -> Int128 {
    let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
    guard rest != 0, rest.magnitude >= b.magnitude - rest.magnitude else { return quotient }
    return (a < 0) != (b < 0) ? quotient - 1 : quotient + 1
  }

  /// The whole part of the quotient; the divisor must not be 0.
  package func wholeQuotient(dividingBy divisor: DecimalNumber) -> DecimalNumber {
    let scale = max(self.scale, divisor.scale)
    if let a = fitting(scale: scale), let b = divisor.fitting(scale: scale), a != .min {
      return DecimalNumber(a / b)
    }
    return DecimalNumber(
      units(scale: scale).quotientAndRemainder(dividingBy: divisor.units(scale: scale)).quotient)
  }

  /// What a whole number of divisors leaves, with the sign of the dividend; the divisor must not be 0.
  package static func % (a: Self, b: Self) -> Self {
    let scale = max(a.scale, b.scale)
    if let x = a.fitting(scale: scale), let y = b.fitting(scale: scale), x != .min {
      return DecimalNumber(x % y, scale: scale)
    }
    return DecimalNumber(
      a.units(scale: scale).quotientAndRemainder(dividingBy: b.units(scale: scale)).remainder,
      scale: scale)
  }

  /// The number with so many digits after the point, ties away from zero. A place before the point is
  /// negative: tens are -1.
  package func rounded(to place: Int) -> DecimalNumber {
    let target = max(0, place)
    if place >= scale { return widened(to: target) }
    if place < -200_000 { return DecimalNumber(0) }
    let cut = scale - place
    let kept: DecimalNumber
    if let units = fitting, units != .min, cut < Self.powers.count {
      kept = DecimalNumber(Self.rounded(units, dividingBy: Self.powers[cut]), scale: target)
    } else {
      kept = DecimalNumber(units.rounded(dividingBy: BigNumber.ten(to: cut)), scale: target)
    }
    return place < 0 ? kept.times(tensTo: -place) : kept
  }

  /// The number with so many digits after the point, what lies beyond cut off.
  package func truncated(to place: Int) -> DecimalNumber {
    let target = max(0, place)
    if place >= scale { return widened(to: target) }
    if place < -200_000 { return DecimalNumber(0) }
    let cut = scale - place
    let kept: DecimalNumber
    if let units = fitting {
      kept = DecimalNumber(cut < Self.powers.count ? units / Self.powers[cut] : 0, scale: target)
    } else {
      kept = DecimalNumber(
        units.quotientAndRemainder(dividingBy: BigNumber.ten(to: cut)).quotient, scale: target)
    }
    return place < 0 ? kept.times(tensTo: -place) : kept
  }

  private func times(tensTo power: Int) -> DecimalNumber {
    DecimalNumber(units * BigNumber.ten(to: power), scale: scale)
  }

  private func widened(to scale: Int) -> DecimalNumber {
    if scale == self.scale { return self }
    if let units = fitting(scale: scale) { return DecimalNumber(units, scale: scale) }
    return DecimalNumber(units(scale: scale), scale: scale)
  }

  /// The greatest whole number that is not greater.
  package var floor: DecimalNumber {
    let whole = truncated(to: 0)
    return isNegative && whole != self ? whole - DecimalNumber(1) : whole
  }

  /// The least whole number that is not less.
  package var ceiling: DecimalNumber {
    let whole = truncated(to: 0)
    return !isNegative && whole != self ? whole + DecimalNumber(1) : whole
  }
}

extension DecimalNumber {
  /// The decimal digits of the units; 1 for 0.
  package var digitCount: Int {
    if let units = fitting {
      let magnitude = units.magnitude
      var count = max(1, (128 - magnitude.leadingZeroBitCount) * 1233 >> 12)
      while count < Self.powers.count, magnitude >= UInt128(Self.powers[count]) { count += 1 }
      return count
    }
    return units.digits.utf8.count
  }

  /// The place of the first digit: 0 for 1 to 9, -1 for 0.1 to 0.9; 0 for 0.
  package var exponent: Int { isZero ? 0 : digitCount - 1 - scale }

  /// PostgreSQL's digits are four decimal ones each: the place of the first, and what it is.
  package var leading: (weight: Int, digit: Int) {
    if isZero { return (0, 0) }
    let exponent = exponent
    let weight = exponent >= 0 ? exponent / 4 : -((3 - exponent) / 4)
    let kept = exponent - weight * 4 + 1
    let all = digitCount
    if kept >= all {
      // Fewer digits than those of the first group: zeros follow.
      let units = Int(truncatingIfNeeded: fitting?.magnitude ?? 0)
      return (weight, units * Int(Self.powers[kept - all]))
    }
    if let units = fitting {
      return (weight, Int(truncatingIfNeeded: units.magnitude / UInt128(Self.powers[all - kept])))
    }
    let first = units.magnitude.quotientAndRemainder(dividingBy: BigNumber.ten(to: all - kept))
      .quotient
    return (weight, Int(first.int128 ?? 0))
  }

  /// PostgreSQL's `select_div_scale`.
  package static func quotientScale(_ a: Self, _ b: Self) -> Int {
    let (first, second) = (a.leading, b.leading)
    let weight = first.weight - second.weight - (first.digit <= second.digit ? 1 : 0)
    return resultScale(16 - weight * 4, a, b)
  }

  /// A scale within PostgreSQL's bounds, and not less than those of the operands.
  package static func resultScale(_ scale: Int, _ operands: Self...) -> Int {
    min(1000, operands.reduce(max(0, scale)) { max($0, $1.scale) })
  }
}
