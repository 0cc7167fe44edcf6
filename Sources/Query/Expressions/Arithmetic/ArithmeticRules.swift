internal import Tables

/// What is wrong with values, in PostgreSQL's words.
enum ValueProblem {
  static let bigint = "bigint out of range"
  static let integer = "integer out of range"
  static let zero = "division by zero"
  static let overflow = "value out of range: overflow"
  static let input = "input is out of range"
  static let date = "date out of range"
  static let timestamp = "timestamp out of range"
  static let interval = "interval out of range"
}

/// The highest bit where a whole number overflowed.
@inline(__always)
private func sign(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) & (1 << 63) }

/// A bit where a number is not finite.
@inline(__always)
private func infinity(_ value: Double) -> UInt64 { value - value == 0 ? 0 : 1 }

enum AddIntegers: BinaryRule {
  typealias Left = Integers
  typealias Right = Integers
  typealias Result = Integers
  @inline(__always)
  static func result(_ a: Int64, _ b: Int64, _ trouble: inout UInt64) -> Int64 {
    let sum = a &+ b
    trouble |= sign((a ^ sum) & (b ^ sum))
    return sum
  }
  static func problem(_ a: Int64, _ b: Int64) -> String? {
    a.addingReportingOverflow(b).overflow ? ValueProblem.bigint : nil
  }
}

enum SubtractIntegers: BinaryRule {
  typealias Left = Integers
  typealias Right = Integers
  typealias Result = Integers
  @inline(__always)
  static func result(_ a: Int64, _ b: Int64, _ trouble: inout UInt64) -> Int64 {
    let difference = a &- b
    trouble |= sign((a ^ b) & (a ^ difference))
    return difference
  }
  static func problem(_ a: Int64, _ b: Int64) -> String? {
    a.subtractingReportingOverflow(b).overflow ? ValueProblem.bigint : nil
  }
}

enum MultiplyIntegers: BinaryRule {
  typealias Left = Integers
  typealias Right = Integers
  typealias Result = Integers
  @inline(__always)
  static func result(_ a: Int64, _ b: Int64, _ trouble: inout UInt64) -> Int64 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    trouble |= overflow ? 1 : 0
    return product
  }
  static func problem(_ a: Int64, _ b: Int64) -> String? {
    a.multipliedReportingOverflow(by: b).overflow ? ValueProblem.bigint : nil
  }
}

enum DivideIntegers: BinaryRule {
  typealias Left = Integers
  typealias Right = Integers
  typealias Result = Integers
  @inline(__always)
  static func result(_ a: Int64, _ b: Int64, _ trouble: inout UInt64) -> Int64 {
    if b > 0 || b < -1 { return a / b }
    // 0 and -1 are the divisors that can fail.
    trouble |= b == 0 || a == .min ? 1 : 0
    return 0 &- a
  }
  static func problem(_ a: Int64, _ b: Int64) -> String? {
    if b == 0 { return ValueProblem.zero }
    return a == .min && b == -1 ? ValueProblem.bigint : nil
  }
}

enum RemainderOfIntegers: BinaryRule {
  typealias Left = Integers
  typealias Right = Integers
  typealias Result = Integers
  @inline(__always)
  static func result(_ a: Int64, _ b: Int64, _ trouble: inout UInt64) -> Int64 {
    if b > 0 || b < -1 { return a % b }
    trouble |= b == 0 ? 1 : 0
    return 0
  }
  static func problem(_ a: Int64, _ b: Int64) -> String? { b == 0 ? ValueProblem.zero : nil }
}

enum AddReals: BinaryRule {
  typealias Left = Reals
  typealias Right = Reals
  typealias Result = Reals
  @inline(__always)
  static func result(_ a: Double, _ b: Double, _ trouble: inout UInt64) -> Double {
    let sum = a + b
    trouble |= infinity(sum)
    return sum
  }
  static func problem(_ a: Double, _ b: Double) -> String? {
    (a + b).isFinite ? nil : ValueProblem.overflow
  }
}

enum SubtractReals: BinaryRule {
  typealias Left = Reals
  typealias Right = Reals
  typealias Result = Reals
  @inline(__always)
  static func result(_ a: Double, _ b: Double, _ trouble: inout UInt64) -> Double {
    let difference = a - b
    trouble |= infinity(difference)
    return difference
  }
  static func problem(_ a: Double, _ b: Double) -> String? {
    (a - b).isFinite ? nil : ValueProblem.overflow
  }
}

enum MultiplyReals: BinaryRule {
  typealias Left = Reals
  typealias Right = Reals
  typealias Result = Reals
  @inline(__always)
  static func result(_ a: Double, _ b: Double, _ trouble: inout UInt64) -> Double {
    let product = a * b
    trouble |= infinity(product)
    return product
  }
  static func problem(_ a: Double, _ b: Double) -> String? {
    (a * b).isFinite ? nil : ValueProblem.overflow
  }
}

enum DivideReals: BinaryRule {
  typealias Left = Reals
  typealias Right = Reals
  typealias Result = Reals
  @inline(__always)
  static func result(_ a: Double, _ b: Double, _ trouble: inout UInt64) -> Double {
    let quotient = a / b
    trouble |= infinity(quotient)
    return quotient
  }
  static func problem(_ a: Double, _ b: Double) -> String? {
    if b == 0 { return ValueProblem.zero }
    return (a / b).isFinite ? nil : ValueProblem.overflow
  }
}

enum RemainderOfReals: BinaryRule {
  typealias Left = Reals
  typealias Right = Reals
  typealias Result = Reals
  @inline(__always)
  static func result(_ a: Double, _ b: Double, _ trouble: inout UInt64) -> Double {
    trouble |= b == 0 ? 1 : 0
    return a.truncatingRemainder(dividingBy: b)
  }
  static func problem(_ a: Double, _ b: Double) -> String? { b == 0 ? ValueProblem.zero : nil }
}

/// The days that a calendar date can show: years 1 to 9999.
enum DayRange {
  static let days: ClosedRange<Int64> = -719_162...2_932_896
  static let microseconds: ClosedRange<Int64> =
    -719_162 * 86_400_000_000...2_932_897 * 86_400_000_000 - 1
}

enum AddDays: BinaryRule {
  typealias Left = Dates
  typealias Right = Integers
  typealias Result = Dates
  @inline(__always)
  static func result(_ a: Int32, _ b: Int64, _ trouble: inout UInt64) -> Int32 {
    let (sum, overflow) = Int64(a).addingReportingOverflow(b)
    trouble |= overflow || !DayRange.days.contains(sum) ? 1 : 0
    return Int32(truncatingIfNeeded: sum)
  }
  static func problem(_ a: Int32, _ b: Int64) -> String? {
    let (sum, overflow) = Int64(a).addingReportingOverflow(b)
    return overflow || !DayRange.days.contains(sum) ? ValueProblem.date : nil
  }
}

enum SubtractDays: BinaryRule {
  typealias Left = Dates
  typealias Right = Integers
  typealias Result = Dates
  @inline(__always)
  static func result(_ a: Int32, _ b: Int64, _ trouble: inout UInt64) -> Int32 {
    let (difference, overflow) = Int64(a).subtractingReportingOverflow(b)
    trouble |= overflow || !DayRange.days.contains(difference) ? 1 : 0
    return Int32(truncatingIfNeeded: difference)
  }
  static func problem(_ a: Int32, _ b: Int64) -> String? {
    let (difference, overflow) = Int64(a).subtractingReportingOverflow(b)
    return overflow || !DayRange.days.contains(difference) ? ValueProblem.date : nil
  }
}

enum DaysBetween: BinaryRule {
  typealias Left = Dates
  typealias Right = Dates
  typealias Result = Integers
  @inline(__always)
  static func result(_ a: Int32, _ b: Int32, _ trouble: inout UInt64) -> Int64 {
    Int64(a) - Int64(b)
  }
}
