/// A decimal number as SQL's `numeric`: exact, and written with as many digits after the point as it was
/// computed with. 1.5 and 1.50 are equal.
///
/// The units are 128 bits where they fit, which is 38 digits, and a number of any size beyond.
public struct DecimalNumber: Sendable {
  /// Units beyond 128 bits; behind a reference, so that an array of small numbers stays dense.
  private final class Large: Sendable {
    let units: BigNumber
    init(_ units: BigNumber) { self.units = units }
  }

  /// The number in units of 10^-scale; 0 where they do not fit. In two words, as a whole of 16 bytes would
  /// ask every enum and array that holds one for its alignment.
  private let low: UInt64
  private let high: Int64
  private let large: Large?
  private let places: Int32

  /// A number by its units of 10^-scale. What lies behind 16 383 digits after the point is rounded away; a
  /// negative scale counts tens, hundreds and so on, up to 10^131 072.
  public init(_ units: Int128, scale: Int = 0) {
    if UInt(bitPattern: scale) <= UInt(Self.greatestScale) {
      self.init(units, scale: scale, large: nil)
    } else if scale < 0 {
      self.init(
        BigNumber(units) * BigNumber.ten(to: min(-scale, Self.greatestLength)), scale: 0)
    } else if scale - Self.greatestScale < Self.powers.count {
      let power = BigNumber(Self.powers[scale - Self.greatestScale])
      self.init(BigNumber(units).rounded(dividingBy: power), scale: Self.greatestScale)
    } else {
      self.init(0, scale: Self.greatestScale, large: nil)
    }
  }

  @inline(__always)
  private init(_ units: Int128, scale: Int, large: Large?) {
    (low, high) = (UInt64(truncatingIfNeeded: units), Int64(truncatingIfNeeded: units >> 64))
    self.large = large
    places = Int32(truncatingIfNeeded: scale)
  }

  package init(_ units: BigNumber, scale: Int = 0) {
    let fitting = units.int128
    self.init(fitting ?? 0, scale: scale, large: fitting == nil ? Large(units) : nil)
  }

  @inline(__always)
  private var small: Int128 { Int128(high) << 64 | Int128(low) }

  /// The number of digits after the point.
  public var scale: Int { Int(places) }

  /// The units, where they are 128 bits.
  package var fitting: Int128? {
    @inline(__always) get { large == nil ? small : nil }
  }

  /// The units, whatever their size.
  package var units: BigNumber { large?.units ?? BigNumber(small) }

  package var isZero: Bool { large == nil && small == 0 }
  package var isNegative: Bool { large?.units.isNegative ?? (small < 0) }

  /// 1 to 10^38.
  package static let powers: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
    return powers
  }()

  /// The same number in smaller units; the scale must not be less.
  package func units(scale: Int) -> BigNumber {
    scale == self.scale ? units : units * BigNumber.ten(to: scale - self.scale)
  }

  /// The same number in smaller units, where they are 128 bits.
  @inline(__always)
  package func fitting(scale: Int) -> Int128? {
    guard let units = fitting else { return nil }
    let shift = scale - self.scale
    if shift == 0 { return units }
    guard shift < Self.powers.count else { return units == 0 ? 0 : nil }
    let (scaled, overflow) = units.multipliedReportingOverflow(by: Self.powers[shift])
    return overflow ? nil : scaled
  }
}

extension DecimalNumber: Comparable, Hashable {
  /// Whether both are the same number, however many digits they are written with.
  public static func == (a: Self, b: Self) -> Bool { order(a, b) == 0 }

  /// Whether the left number is less.
  public static func < (a: Self, b: Self) -> Bool { order(a, b) < 0 }

  /// Negative, zero or positive.
  package static func order(_ a: Self, _ b: Self) -> Int {
    let scale = max(a.scale, b.scale)
    if let x = a.fitting(scale: scale), let y = b.fitting(scale: scale) {
      return x < y ? -1 : x == y ? 0 : 1
    }
    let (x, y) = (a.units(scale: scale), b.units(scale: scale))
    return x == y ? 0 : x < y ? -1 : 1
  }

  /// Feeds what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) {
    let plain = shortened
    hasher.combine(plain.scale)
    hasher.combine(plain.units.limbs)
    hasher.combine(plain.isNegative)
  }

  /// The same number without zeros at the end.
  package var shortened: DecimalNumber {
    if isZero { return DecimalNumber(0) }
    if var units = fitting {
      var scale = scale
      while scale > 0, units % 10 == 0 { (units, scale) = (units / 10, scale - 1) }
      return DecimalNumber(units, scale: scale)
    }
    var (units, scale) = (units, scale)
    while scale > 0 {
      var shorter = units
      guard shorter.divide(by: 10) == 0 else { break }
      (units, scale) = (shorter, scale - 1)
    }
    return DecimalNumber(units, scale: scale)
  }
}

extension DecimalNumber: CustomStringConvertible {
  /// All its digits: `-12.50`.
  public var description: String {
    let digits = fitting.map { String($0.magnitude) } ?? units.digits
    let sign = isNegative ? "-" : ""
    if scale == 0 { return sign + digits }
    let all = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
    let point = all.utf8.index(all.endIndex, offsetBy: -scale)
    return sign + all[..<point] + "." + all[point...]
  }

  /// Reads `12`, `-1.50`, `.5`, `1e-7`; `nil` for anything else, and beyond PostgreSQL's 131 072 digits
  /// before the point and 16 383 after it.
  public init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes.removeFirst()
    }
    var exponent = 0
    if let mark = bytes.firstIndex(where: { $0 | 32 == UInt8(ascii: "e") }) {
      guard let value = Int(String(decoding: bytes[(mark + 1)...], as: UTF8.self)),
        value.magnitude <= 200_000
      else { return nil }
      exponent = value
      bytes = bytes[..<mark]
    }
    let point = bytes.firstIndex(of: UInt8(ascii: "."))
    let whole = bytes[..<(point ?? bytes.endIndex)]
    let fraction = point.map { bytes[($0 + 1)...] } ?? []
    let digits = Array(whole + fraction)
    guard !digits.isEmpty, digits.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
    let scale = fraction.count - exponent
    guard scale <= Self.greatestScale, digits.count - scale <= Self.greatestLength else {
      return nil
    }
    var units = BigNumber(digits: digits)
    if isNegative { units = -units }
    if scale < 0 { units = units * BigNumber.ten(to: -scale) }
    self.init(units, scale: max(0, scale))
  }

  /// The most digits after the point that PostgreSQL keeps.
  package static let greatestScale = 16_383
  /// The most digits before the point that PostgreSQL keeps.
  package static let greatestLength = 131_072

  /// Whether it has more digits before the point than PostgreSQL keeps.
  package var isTooLarge: Bool {
    guard let large else { return false }
    // Between 3.32 and 3.33 bits a digit.
    let most = large.units.bitCount * 100 / 332 + 1 - scale
    return most > Self.greatestLength && digitCount - scale > Self.greatestLength
  }
}

extension DecimalNumber {
  /// The nearest double.
  public var double: Double {
    if let units = fitting, scale <= 22, units.magnitude < 1 << 53 {
      // Both are exact, so that one division rounds once.
      return Double(Int64(truncatingIfNeeded: units)) / Self.tens[scale]
    }
    return Double(description) ?? (isNegative ? -.infinity : .infinity)
  }

  /// 1 to 10^22, all of them exact.
  private static let tens: [Double] = powers.prefix(23).map { Double($0) }

  /// The number, if it is whole and 64 bits.
  public var integer: Int64? {
    guard let units = shortened.fitting, shortened.scale == 0 else { return nil }
    return Int64(exactly: units)
  }
}
