internal import Tables

/// An exact sum of any doubles, or of any products of two: digits of 32 bits, each in 64, so that
/// carries can wait. For the few values that do not fit a ``RealWindow``.
struct LongSum {
  private var digits: [Int64]
  private var waiting = 0
  /// The exponent of the lowest bit.
  let exponent: Int

  /// The exponent of the lowest bit of a double.
  static let least = -1074

  /// - Parameter order: 1 for doubles, 2 for products of two.
  init(order: Int) {
    exponent = Self.least * order
    // All bits of the range, 64 more for the number of values, and one digit for the sign.
    digits = Array(repeating: 0, count: (2098 * order + 64) / 32 + 2)
  }

  var byteCount: Int { digits.count * 8 }

  /// Adds `±magnitude · 2^exponent`, which must be a multiple of the lowest bit.
  mutating func add(_ magnitude: UInt128, exponent: Int, isNegative: Bool) {
    let place = exponent - self.exponent
    var (digit, shift) = (place / 32, place % 32)
    var rest = magnitude
    while rest != 0 {
      // 32 bits at the first digit less those below the point where the number begins.
      let part = Int64(truncatingIfNeeded: (rest << shift) & 0xFFFF_FFFF)
      rest >>= 32 - shift
      shift = 0
      digits[digit] += isNegative ? -part : part
      digit += 1
    }
    count(1)
  }

  /// Adds a number of several words in two's complement times a power of two.
  mutating func add(
    twosComplement words: UnsafePointer<UInt64>, count: Int, exponent: Int
  ) {
    for place in 0..<count {
      let at = exponent + 64 * place
      if place < count - 1 {
        add(UInt128(words[place]), exponent: at, isNegative: false)
      } else {
        let top = Int64(bitPattern: words[place])
        add(UInt128(top.magnitude), exponent: at, isNegative: top < 0)
      }
    }
  }

  mutating func add(_ other: LongSum) {
    var other = other
    other.settle()
    settle()
    for digit in digits.indices { digits[digit] += other.digits[digit] }
    count(2)
  }

  private mutating func count(_ added: Int) {
    waiting += added
    if waiting > 1 << 29 { settle() }
  }

  /// Carries what exceeds 32 bits on; the last digit keeps the sign.
  private mutating func settle() {
    var carry: Int64 = 0
    for digit in digits.indices.dropLast() {
      let sum = digits[digit] + carry
      digits[digit] = sum & 0xFFFF_FFFF
      carry = sum >> 32
    }
    digits[digits.count - 1] += carry
    waiting = 1
  }

  /// The digits with all carries done.
  var settledDigits: [Int64] {
    var sum = self
    sum.settle()
    return sum.digits
  }

  /// Sets a digit of a sum that has none; `false` where there is no such place, or the digit is not
  /// one of 32 bits (the last keeps the sign).
  mutating func set(_ digit: Int64, at place: Int) -> Bool {
    guard digits.indices.contains(place),
      place == digits.count - 1 || (0...0xFFFF_FFFF).contains(digit)
    else { return false }
    digits[place] = digit
    waiting = 1
    return true
  }

  var number: BigNumber { BigNumber(digits: digits) }
}
