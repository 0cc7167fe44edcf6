internal import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

extension ScalarCatalogue {
  /// Functions of real numbers.
  static let mathematics: [ScalarFunction] = [
    total("abs") { Swift.abs($0) }, total("@") { Swift.abs($0) },
    total("ceil") { $0.rounded(.up) }, total("ceiling") { $0.rounded(.up) },
    total("floor") { $0.rounded(.down) }, total("trunc") { $0.rounded(.towardZero) },
    // Away from zero, as `numeric`: columns of files are doubles, which nobody chose.
    total("round") { $0.rounded(.toNearestOrAwayFromZero) },
    total("sign") { $0 > 0 ? 1 : $0 < 0 ? -1 : 0 },
    total("cbrt") { cbrt($0) }, total("atan") { atan($0) },
    total("radians") { $0 * (Double.pi / 180) },
    finite("degrees") { $0 * (180 / Double.pi) },
    finite("exp") { exp($0) }, finite("sinh") { sinh($0) }, finite("cosh") { cosh($0) },
    total("tanh") { tanh($0) },
    total("sin") { sin($0) }, total("cos") { cos($0) }, finite("tan") { tan($0) },
    .unary("asin", Reals.self, Reals.self, canFail: true) { value in
      guard Swift.abs(value) <= 1 else { throw QueryError(ValueProblem.input) }
      return asin(value)
    },
    .unary("acos", Reals.self, Reals.self, canFail: true) { value in
      guard Swift.abs(value) <= 1 else { throw QueryError(ValueProblem.input) }
      return acos(value)
    },
    .pair("atan2", Reals.self, Reals.self, Reals.self) { atan2($0, $1) },
    .unary("sqrt", Reals.self, Reals.self, canFail: true) { value in
      guard value >= 0 else {
        throw QueryError("cannot take square root of a negative number")
      }
      return value.squareRoot()
    },
    .unary("ln", Reals.self, Reals.self, canFail: true) { log(try RealMathematics.positive($0)) },
    .unary("log", Reals.self, Reals.self, canFail: true) {
      log10(try RealMathematics.positive($0))
    },
    .unary("log10", Reals.self, Reals.self, canFail: true) {
      log10(try RealMathematics.positive($0))
    },
    .pair("log", Reals.self, Reals.self, Reals.self, canFail: true) { base, value in
      let base = log(try RealMathematics.positive(base))
      guard base != 0 else { throw QueryError(ValueProblem.zero) }
      return log(try RealMathematics.positive(value)) / base
    },
    .pair("div", Reals.self, Reals.self, Reals.self, canFail: true) { a, b in
      guard b != 0 else { throw QueryError(ValueProblem.zero) }
      return try RealMathematics.finite((a / b).rounded(.towardZero))
    },
    .pair("round", Reals.self, Integers.self, Reals.self, canFail: true) { value, digits in
      try RealMathematics.finite(DecimalRounding.rounded(value, digits: digits))
    },
    .pair("trunc", Reals.self, Integers.self, Reals.self) { value, digits in
      DecimalRounding.truncated(value, digits: digits)
    },
    .cells("pi", [], .real) { _ in .real(Double.pi) },
  ]

  private static func total(
    _ name: String, _ body: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    .unary(name, Reals.self, Reals.self, body)
  }

  private static func finite(
    _ name: String, _ body: @escaping @Sendable (Double) -> Double
  ) -> ScalarFunction {
    .unary(name, Reals.self, Reals.self, canFail: true) { try RealMathematics.finite(body($0)) }
  }
}

/// Checks of real functions.
enum RealMathematics {
  static func finite(_ value: Double) throws -> Double {
    guard value.isFinite else { throw QueryError(ValueProblem.overflow) }
    return value
  }

  static func positive(_ value: Double) throws -> Double {
    if value == 0 { throw QueryError("cannot take logarithm of zero") }
    if value < 0 { throw QueryError("cannot take logarithm of a negative number") }
    return value
  }

  static func power(_ base: Double, _ exponent: Double) throws -> Double {
    if base == 0, exponent < 0 {
      throw QueryError("zero raised to a negative power is undefined")
    }
    if base < 0, exponent.rounded(.down) != exponent {
      throw QueryError(
        "a negative number raised to a non-integer power yields a complex result")
    }
    return try finite(pow(base, exponent))
  }
}
