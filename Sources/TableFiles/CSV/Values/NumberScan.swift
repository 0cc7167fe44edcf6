/// The parts of a number as it is written in Sweden or by a program.
///
///     number = [sign] digits [mark digits] [("e" | "E") [sign] digits] [blank] ["%"]
///
/// The sign is `+`, `-`, U+2212 or a hyphen or dash that a word processor puts for it; the mark is a point or a comma; blanks may part the digits
/// before the mark in groups of three. The digits before a mark may be left out.
struct NumberScan {
  private(set) var isNegative = false
  private(set) var hasPlus = false
  /// All digits as one whole number, right as long as there are at most 19.
  private(set) var mantissa: UInt64 = 0
  /// The digits before the mark.
  private(set) var wholeDigits = 0
  /// The digits after the mark.
  private(set) var fractionDigits = 0
  /// Zeros that the number starts with.
  private(set) var leadingZeros = 0
  /// A point, a comma, or 0.
  private(set) var mark: UInt8 = 0
  private(set) var exponent: Int?
  private(set) var isPercent = false

  /// Whether it is the writing of an identifier: leading zeros, more digits than `Int64` holds, or a
  /// telephone number.
  var isIdentifier: Bool {
    if wholeDigits > 1 && leadingZeros > 0 { return true }
    guard mark == 0, exponent == nil else { return false }
    return wholeDigits > 18 && integer == nil || (hasPlus && wholeDigits >= 10)
  }

  /// - Parameter bytes: The value without blanks around it.
  @inline(__always)
  init?(_ bytes: Bytes) {
    guard let first = bytes.first else { return nil }
    // Letters and most signs cannot start a number: + , - . and the digits lie side by side.
    guard (first >= UInt8(ascii: "+") && first <= UInt8(ascii: "9")) || first == 0xE2 else {
      return nil
    }
    var i = 0
    scanSign(bytes, &i)
    guard scanWhole(bytes, &i), scanFraction(bytes, &i), scanExponent(bytes, &i) else {
      return nil
    }
    guard i < bytes.count else { return }
    while i < bytes.count {
      let length = Blanks.length(bytes, at: i)
      if length == 0 { break }
      i += length
    }
    guard i == bytes.count - 1, bytes[i] == UInt8(ascii: "%") else { return nil }
    isPercent = true
  }

  /// Whether the mark may part thousands: `1.299`, but not `0.125` or `1 234.567`.
  var mayBeGroup: Bool {
    fractionDigits == 3 && (1...3).contains(wholeDigits) && leadingZeros == 0 && exponent == nil
  }

  /// The whole number that it is if the mark parts thousands.
  var grouped: NumberScan {
    var result = self
    result.wholeDigits += fractionDigits
    (result.fractionDigits, result.mark) = (0, 0)
    return result
  }

  /// The number, if it is whole, written without mark and exponent, and within `Int64`.
  var integer: Int64? {
    guard mark == 0, exponent == nil else { return nil }
    if wholeDigits - leadingZeros > 19 { return nil }
    if isNegative { return mantissa <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- mantissa) : nil }
    return Int64(exactly: mantissa)
  }

  /// The double nearest to the number in the scanned bytes, or `nil` if none is finite.
  func real(_ bytes: Bytes) -> Double? {
    let power = (exponent ?? 0) - fractionDigits
    // Both factors are exact, so one rounding gives the nearest double (W. Clinger, "How to Read
    // Floating Point Numbers Accurately", 1990).
    if wholeDigits + fractionDigits <= 19, mantissa <= 1 << 53, abs(power) <= 22 {
      let magnitude = Double(mantissa)
      let scale = Self.powersOfTen[abs(power)]
      let value = power < 0 ? magnitude / scale : magnitude * scale
      // Minus zero is zero.
      return isNegative ? 0 - value : value
    }
    return slowReal(bytes)
  }

  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  private func slowReal(_ bytes: Bytes) -> Double? {
    var text = ""
    if wholeDigits == 0 { text += "0" }
    var seen = 0
    for byte in bytes where seen < wholeDigits + fractionDigits {
      guard let digit = Self.digit(byte) else { continue }
      if seen == wholeDigits { text += "." }
      text += String(digit)
      seen += 1
    }
    if let exponent { text += "e\(exponent)" }
    guard let value = Double(text), value.isFinite else { return nil }
    return isNegative ? 0 - value : value
  }

  private static func digit(_ byte: UInt8) -> UInt64? {
    let digit = byte &- UInt8(ascii: "0")
    return digit < 10 ? UInt64(digit) : nil
  }

  @inline(__always)
  private mutating func scanSign(_ bytes: Bytes, _ i: inout Int) {
    guard let (length, isMinus) = Self.sign(bytes) else { return }
    (isNegative, hasPlus, i) = (isMinus, !isMinus, length)
  }

  /// The sign that a number starts with: U+2212, hyphens U+2010 and U+2011, and the dash U+2013 are
  /// minus.
  @inline(__always)
  static func sign(_ bytes: Bytes) -> (length: Int, isMinus: Bool)? {
    switch bytes[0] {
    case UInt8(ascii: "+"): return (1, false)
    case UInt8(ascii: "-"): return (1, true)
    case 0xE2 where bytes.count > 3:
      switch (bytes[1], bytes[2]) {
      case (0x88, 0x92), (0x80, 0x90), (0x80, 0x91), (0x80, 0x93): return (3, true)
      default: return nil
      }
    default: return nil
    }
  }

  @inline(__always)
  private mutating func add(_ digit: UInt64) {
    mantissa = mantissa &* 10 &+ digit
  }

  /// The digits before the mark, perhaps in groups of three.
  @inline(__always)
  private mutating func scanWhole(_ bytes: Bytes, _ i: inout Int) -> Bool {
    while i < bytes.count, let digit = Self.digit(bytes[i]) {
      if digit == 0, leadingZeros == wholeDigits { leadingZeros += 1 }
      add(digit)
      wholeDigits += 1
      i += 1
    }
    if i < bytes.count, (1...3).contains(wholeDigits) { scanGroups(bytes, &i) }
    return true
  }

  private mutating func scanGroups(_ bytes: Bytes, _ i: inout Int) {
    while i < bytes.count {
      let blank = Blanks.length(bytes, at: i)
      guard blank > 0, bytes[i] != .tab, i + blank + 3 <= bytes.count else { return }
      var j = i + blank
      var group: UInt64 = 0
      for _ in 0..<3 {
        guard let digit = Self.digit(bytes[j]) else { return }
        group = group * 10 + digit
        j += 1
      }
      if j < bytes.count, Self.digit(bytes[j]) != nil { return }
      mantissa = mantissa &* 1000 &+ group
      wholeDigits += 3
      i = j
    }
  }

  @inline(__always)
  private mutating func scanFraction(_ bytes: Bytes, _ i: inout Int) -> Bool {
    guard i < bytes.count, bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ",") else {
      return wholeDigits > 0
    }
    mark = bytes[i]
    i += 1
    while i < bytes.count, let digit = Self.digit(bytes[i]) {
      add(digit)
      fractionDigits += 1
      i += 1
    }
    return fractionDigits > 0
  }

  @inline(__always)
  private mutating func scanExponent(_ bytes: Bytes, _ i: inout Int) -> Bool {
    guard i < bytes.count, bytes[i] | 0x20 == UInt8(ascii: "e") else { return true }
    i += 1
    guard i < bytes.count else { return false }
    let isMinus = bytes[i] == UInt8(ascii: "-")
    if isMinus || bytes[i] == UInt8(ascii: "+") { i += 1 }
    let start = i
    var value = 0
    while i < bytes.count, let digit = Self.digit(bytes[i]) {
      // Beyond this every number is 0 or infinite.
      value = min(value * 10 + Int(digit), 1_000_000)
      i += 1
    }
    exponent = isMinus ? -value : value
    return i > start
  }
}
