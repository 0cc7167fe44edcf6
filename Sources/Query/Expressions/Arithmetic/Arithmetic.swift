internal import Tables

extension ScalarCatalogue {
  /// `+ - * / % ^` of numbers.
  static let arithmetic: [ScalarFunction] = [
    .rule("+", AddIntegers.self, canFail: true), .rule("-", SubtractIntegers.self, canFail: true),
    .rule("*", MultiplyIntegers.self, canFail: true),
    .rule("/", DivideIntegers.self, canFail: true),
    .rule("%", RemainderOfIntegers.self, canFail: true),
    .rule("mod", RemainderOfIntegers.self, canFail: true),
    .rule("+", AddReals.self, canFail: true), .rule("-", SubtractReals.self, canFail: true),
    .rule("*", MultiplyReals.self, canFail: true), .rule("/", DivideReals.self, canFail: true),
    .rule("%", RemainderOfReals.self, canFail: true),
    .rule("mod", RemainderOfReals.self, canFail: true),
    .unary("+", Integers.self, Integers.self) { $0 },
    .unary("+", Reals.self, Reals.self) { $0 },
    .unary("-", Integers.self, Integers.self, canFail: true) { value in
      guard value != .min else { throw QueryError(ValueProblem.bigint) }
      return -value
    },
    .unary("-", Reals.self, Reals.self) { -$0 },
    .pair("^", Reals.self, Reals.self, Reals.self, canFail: true, RealMathematics.power),
    .pair("power", Reals.self, Reals.self, Reals.self, canFail: true, RealMathematics.power),
    .pair("pow", Reals.self, Reals.self, Reals.self, canFail: true, RealMathematics.power),
  ]

  /// `& | # ~ << >>`.
  static let bitOperators: [ScalarFunction] = [
    .pair("&", Integers.self, Integers.self, Integers.self) { $0 & $1 },
    .pair("|", Integers.self, Integers.self, Integers.self) { $0 | $1 },
    .pair("#", Integers.self, Integers.self, Integers.self) { $0 ^ $1 },
    .pair("<<", Integers.self, Integers.self, Integers.self) { $0 &<< $1 },
    .pair(">>", Integers.self, Integers.self, Integers.self) { $0 &>> $1 },
    .unary("~", Integers.self, Integers.self) { ~$0 },
  ]

  /// Functions of whole numbers.
  static let numberFunctions: [ScalarFunction] = [
    .unary("abs", Integers.self, Integers.self, canFail: true) { value in
      guard value != .min else { throw QueryError(ValueProblem.bigint) }
      return Swift.abs(value)
    },
    .unary("@", Integers.self, Integers.self, canFail: true) { value in
      guard value != .min else { throw QueryError(ValueProblem.bigint) }
      return Swift.abs(value)
    },
    .pair("gcd", Integers.self, Integers.self, Integers.self, canFail: true) { a, b in
      try signed(greatestCommonDivisor(a.magnitude, b.magnitude))
    },
    .pair("lcm", Integers.self, Integers.self, Integers.self, canFail: true) { a, b in
      if a == 0 || b == 0 { return 0 }
      let divisor = greatestCommonDivisor(a.magnitude, b.magnitude)
      let (product, overflow) = (a.magnitude / divisor).multipliedReportingOverflow(
        by: b.magnitude)
      if overflow { throw QueryError(ValueProblem.bigint) }
      return try signed(product)
    },
    .cells("width_bucket", [.real, .real, .real, .integer], .integer, canFail: true) { cells in
      guard let value = Reals.value(cells[0]), let low = Reals.value(cells[1]),
        let high = Reals.value(cells[2]), let count = Integers.value(cells[3])
      else { return .null }
      return .integer(try bucket(of: value, from: low, to: high, count: count))
    },
  ]

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }

  private static func signed(_ value: UInt64) throws -> Int64 {
    guard let value = Int64(exactly: value) else { throw QueryError(ValueProblem.bigint) }
    return value
  }

  /// The bucket above all others.
  private static func above(_ count: Int64) throws -> Int64 {
    guard count < Int64(Int32.max) else { throw QueryError(ValueProblem.integer) }
    return count + 1
  }

  private static func bucket(
    of value: Double, from low: Double, to high: Double, count: Int64
  ) throws -> Int64 {
    guard count > 0, count <= Int64(Int32.max) else {
      throw QueryError("count must be greater than zero")
    }
    guard low != high else { throw QueryError("lower bound cannot equal upper bound") }
    if low < high {
      if value < low { return 0 }
      if value >= high { return try above(count) }
      return Swift.min(count, Int64(Double(count) * ((value - low) / (high - low))) + 1)
    }
    if value > low { return 0 }
    if value <= high { return try above(count) }
    return Swift.min(count, Int64(Double(count) * ((low - value) / (low - high))) + 1)
  }
}
