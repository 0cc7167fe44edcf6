internal import Tables

extension ScalarCatalogue {
  /// Operators and functions of decimal numbers.
  static let decimals: [ScalarFunction] = [
    // Sums grow by one digit at most; products of products would grow for ever.
    .pair("+", Decimals.self, Decimals.self, Decimals.self) { $0 + $1 },
    .pair("-", Decimals.self, Decimals.self, Decimals.self) { $0 - $1 },
    .pair("*", Decimals.self, Decimals.self, Decimals.self, canFail: true) {
      try bounded($0 * $1)
    },
    quotient("/") { $0 / $1 }, quotient("%") { $0 % $1 }, quotient("mod") { $0 % $1 },
    quotient("div") { $0.wholeQuotient(dividingBy: $1) },
    .unary("+", Decimals.self, Decimals.self) { $0 },
    .unary("-", Decimals.self, Decimals.self) { -$0 },
    .unary("abs", Decimals.self, Decimals.self) { $0.magnitude },
    .unary("@", Decimals.self, Decimals.self) { $0.magnitude },
    .unary("ceil", Decimals.self, Decimals.self) { $0.ceiling },
    .unary("ceiling", Decimals.self, Decimals.self) { $0.ceiling },
    .unary("floor", Decimals.self, Decimals.self) { $0.floor },
    .unary("sign", Decimals.self, Decimals.self) {
      DecimalNumber($0.isZero ? 0 : $0.isNegative ? -1 : 1)
    },
    .unary("round", Decimals.self, Decimals.self) { $0.rounded(to: 0) },
    .unary("trunc", Decimals.self, Decimals.self) { $0.truncated(to: 0) },
    .pair("round", Decimals.self, Integers.self, Decimals.self) { $0.rounded(to: places($1)) },
    .pair("trunc", Decimals.self, Integers.self, Decimals.self) { $0.truncated(to: places($1)) },
    .unary("scale", Decimals.self, Integers.self) { Int64($0.scale) },
    .unary("min_scale", Decimals.self, Integers.self) { Int64($0.shortened.scale) },
    .unary("trim_scale", Decimals.self, Decimals.self) { $0.shortened },
    .unary("sqrt", Decimals.self, Decimals.self, canFail: true) { value in
      guard !value.isNegative else {
        throw QueryError("cannot take square root of a negative number")
      }
      return value.squareRoot
    },
    .unary("exp", Decimals.self, Decimals.self, canFail: true) { try fitting($0.exponential) },
    .unary("ln", Decimals.self, Decimals.self, canFail: true) { try positive($0).logarithm },
    .unary("log", Decimals.self, Decimals.self, canFail: true) {
      try logarithm(DecimalNumber(10), $0)
    },
    .unary("log10", Decimals.self, Decimals.self, canFail: true) {
      try logarithm(DecimalNumber(10), $0)
    },
    .pair("log", Decimals.self, Decimals.self, Decimals.self, canFail: true, logarithm),
    .pair("^", Decimals.self, Decimals.self, Decimals.self, canFail: true, power),
    .pair("power", Decimals.self, Decimals.self, Decimals.self, canFail: true, power),
    .pair("pow", Decimals.self, Decimals.self, Decimals.self, canFail: true, power),
    .pair("gcd", Decimals.self, Decimals.self, Decimals.self, divisor),
    .pair("lcm", Decimals.self, Decimals.self, Decimals.self) { a, b in
      if a.isZero || b.isZero { return DecimalNumber(0, scale: max(a.scale, b.scale)) }
      let multiple = (a.wholeQuotient(dividingBy: divisor(a, b)) * b).magnitude
      return multiple.rounded(to: max(a.scale, b.scale))
    },
    .unary("factorial", Integers.self, Decimals.self, canFail: true) { value in
      guard value >= 0 else {
        throw QueryError("factorial of a negative number is undefined")
      }
      guard value <= 32_177 else { throw QueryError(overflow) }
      var product = DecimalNumber(1)
      for factor in 1...max(1, value) { product = product * DecimalNumber(Int128(factor)) }
      return product
    },
  ]

  private static let overflow = "value overflows numeric format"

  private static func quotient(
    _ name: String, _ body: @escaping @Sendable (DecimalNumber, DecimalNumber) -> DecimalNumber
  ) -> ScalarFunction {
    .pair(name, Decimals.self, Decimals.self, Decimals.self, canFail: true) { a, b in
      guard !b.isZero else { throw QueryError(ValueProblem.zero) }
      return try bounded(body(a, b))
    }
  }

  @inline(__always)
  private static func bounded(_ value: DecimalNumber) throws -> DecimalNumber {
    if value.isTooLarge { throw QueryError(overflow) }
    return value
  }

  /// PostgreSQL rounds no farther out.
  private static func places(_ value: Int64) -> Int { Int(min(2000, max(-2000, value))) }

  private static func fitting(_ value: DecimalNumber?) throws -> DecimalNumber {
    guard let value else { throw QueryError(overflow) }
    return value
  }

  private static func positive(_ value: DecimalNumber) throws -> DecimalNumber {
    if value.isZero { throw QueryError("cannot take logarithm of zero") }
    if value.isNegative { throw QueryError("cannot take logarithm of a negative number") }
    return value
  }

  private static func logarithm(
    _ base: DecimalNumber, _ value: DecimalNumber
  ) throws -> DecimalNumber {
    guard let result = try positive(value).logarithm(base: positive(base)) else {
      throw QueryError(ValueProblem.zero)
    }
    return result
  }

  private static func power(
    _ base: DecimalNumber, _ exponent: DecimalNumber
  ) throws -> DecimalNumber {
    if base.isZero, exponent.isNegative {
      throw QueryError("zero raised to a negative power is undefined")
    }
    if base.isNegative, exponent.shortened.scale > 0 {
      throw QueryError(
        "a negative number raised to a non-integer power yields a complex result")
    }
    return try fitting(base.power(exponent))
  }

  private static func divisor(_ a: DecimalNumber, _ b: DecimalNumber) -> DecimalNumber {
    let scale = max(a.scale, b.scale)
    var (a, b) = (a.magnitude, b.magnitude)
    while !b.isZero { (a, b) = (b, a % b) }
    return a.rounded(to: scale)
  }
}
