internal import Tables

/// Rounds reals at a decimal place as the decimal numbers that they are written as: 2.675 to two
/// digits is 2.68, although the nearest double lies below.
enum DecimalRounding {
  /// Ties go away from zero.
  static func rounded(_ value: Double, digits: Int64) -> Double {
    shifted(value, digits) { magnitude in
      let whole = magnitude.rounded(.down)
      let rest = magnitude - whole
      // Near a tie the decimal digits decide.
      if Swift.abs(rest - 0.5) < 1e-6 || magnitude >= 1e13 { return nil }
      return rest > 0.5 ? whole + 1 : whole
    } exact: { digitAfter in
      digitAfter >= 5
    }
  }

  /// The digits beyond the place are dropped.
  static func truncated(_ value: Double, digits: Int64) -> Double {
    shifted(value, digits) { magnitude in
      let nearest = magnitude.rounded()
      if Swift.abs(magnitude - nearest) < 1e-6 || magnitude >= 1e13 { return nil }
      return magnitude.rounded(.down)
    } exact: { _ in
      false
    }
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
  ]

  private static func shifted(
    _ value: Double, _ digits: Int64, fast: (Double) -> Double?, exact: (UInt8) -> Bool
  ) -> Double {
    if digits >= 400 || value == 0 { return value }
    if digits <= -400 { return 0 }
    if (0..<Int64(powers.count)).contains(digits) {
      let power = powers[Int(digits)]
      if let whole = fast(value.magnitude * power) {
        return value < 0 ? -(whole / power) : whole / power
      }
    }
    let decimal = ShortestDigits(value.magnitude)
    let place = decimal.point + Int(digits)
    if place >= decimal.digits.count { return value }
    if place < 0 { return 0 }
    var kept = Array(decimal.digits[..<place])
    if exact(decimal.digits[place]) {
      var index = place - 1
      while index >= 0, kept[index] == 9 {
        kept[index] = 0
        index -= 1
      }
      if index >= 0 { kept[index] += 1 } else { kept.insert(1, at: 0) }
    }
    if kept.isEmpty { return 0 }
    let text = kept.map { String($0) }.joined() + "e" + String(-digits)
    let magnitude = Double(text) ?? value.magnitude
    return value < 0 ? -magnitude : magnitude
  }
}

/// The shortest decimal digits that give a finite number back: `0.digits × 10^point`.
struct ShortestDigits {
  var isNegative = false
  /// Without zeros at either end; empty for 0.
  var digits: [UInt8] = []
  var point = 0

  init(_ value: Double) {
    isNegative = value < 0
    var exponent = 0
    var whole = 0
    var isFraction = false
    var bytes = value.magnitude.description.utf8.makeIterator()
    while let byte = bytes.next() {
      switch byte {
      case UInt8(ascii: "."): isFraction = true
      case UInt8(ascii: "e"):
        var rest: [UInt8] = []
        while let byte = bytes.next() { rest.append(byte) }
        exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
      default:
        digits.append(byte &- UInt8(ascii: "0"))
        if !isFraction { whole += 1 }
      }
    }
    point = whole + exponent
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point = digits.isEmpty ? 0 : point - zeros
  }

  /// As PostgreSQL writes double precision: `1`, `0.25`, `1e+20`, `1e-05`.
  var description: String {
    guard !digits.isEmpty else { return "0" }
    var text = isNegative ? "-" : ""
    let exponent = point - 1
    if exponent < -4 || exponent >= 15 {
      text += String(digits[0])
      if digits.count > 1 { text += "." + digits[1...].map { String($0) }.joined() }
      text += exponent < 0 ? "e-" : "e+"
      return text + (exponent.magnitude < 10 ? "0" : "") + String(exponent.magnitude)
    }
    if point <= 0 {
      text += "0." + String(repeating: "0", count: -point)
      return text + digits.map { String($0) }.joined()
    }
    for place in 0..<Swift.max(point, digits.count) {
      if place == point { text += "." }
      text += place < digits.count ? String(digits[place]) : "0"
    }
    return text
  }
}

extension DecimalNumber {
  /// A double as PostgreSQL makes it `numeric`: of 15 digits that count.
  init(_ value: Double) {
    let shortest = ShortestDigits(value)
    var units = Int128(0)
    for digit in shortest.digits { units = units * 10 + Int128(digit) }
    let scale = shortest.digits.count - shortest.point
    let whole =
      scale < 0
      ? DecimalNumber(BigNumber(units) * BigNumber.ten(to: -scale))
      : DecimalNumber(units, scale: scale)
    let rounded = whole.rounded(to: min(whole.scale, 15 - shortest.point)).shortened
    self = shortest.isNegative ? -rounded : rounded
  }
}
