/// A number held as the exact sum of two floating-point numbers: about 32 decimal digits.
///
/// Least squares with columns that are nearly dependent lose as many digits as the columns have in
/// common. A polynomial of degree 10 can have ten in common, and then plain numbers leave six. The
/// fits here keep the products and sums in this form and lose nothing that the data hold.
///
/// Reference: Dekker 1971, A floating-point technique for extending the available precision; Hida,
/// Li and Bailey 2001, Algorithms for quad-double precision floating point arithmetic.
struct DoubleDouble: Hashable, Sendable {
  var high: Double
  var low: Double

  static let zero = DoubleDouble(0)

  @inline(__always)
  init(_ value: Double) {
    high = value
    low = 0
  }

  @inline(__always)
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  /// The nearest single floating-point number.
  var value: Double { high + low }

  /// The exact sum of two numbers.
  @inline(__always)
  init(_ a: Double, plus b: Double) {
    high = a + b
    let part = high - a
    low = (a - (high - part)) + (b - part)
  }

  /// The exact product of two numbers.
  @inline(__always)
  init(_ a: Double, times b: Double) {
    high = a * b
    low = (-high).addingProduct(a, b)
  }

  /// Moves what fits from the lower number into the higher one.
  @inline(__always)
  private static func settled(_ high: Double, _ low: Double) -> DoubleDouble {
    let sum = high + low
    return DoubleDouble(high: sum, low: low - (sum - high))
  }

  @inline(__always)
  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let sum = DoubleDouble(a.high, plus: b.high)
    let rest = DoubleDouble(a.low, plus: b.low)
    let first = settled(sum.high, sum.low + rest.high)
    return settled(first.high, first.low + rest.low)
  }

  @inline(__always)
  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  @inline(__always)
  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }

  @inline(__always)
  static func += (a: inout DoubleDouble, b: DoubleDouble) { a = a + b }

  @inline(__always)
  static func -= (a: inout DoubleDouble, b: DoubleDouble) { a = a + -b }

  @inline(__always)
  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let product = DoubleDouble(a.high, times: b.high)
    return settled(product.high, product.low + (a.high * b.low + a.low * b.high))
  }

  @inline(__always)
  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let product = DoubleDouble(a.high, times: b)
    return settled(product.high, product.low + a.low * b)
  }

  @inline(__always)
  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let first = a.high / b.high
    let rest = a - b * first
    let second = rest.high / b.high
    let third = (rest - b * second).high / b.high
    return settled(first, second) + DoubleDouble(third)
  }

  /// The square root of a number above 0.
  func squareRoot() -> DoubleDouble {
    // One step of Newton's method doubles the digits of the plain root.
    let root = high.squareRoot()
    let rest = self - DoubleDouble(root, times: root)
    return Self.settled(root, rest.high / (2 * root))
  }

  /// The number times a power of two, which rounds nothing.
  @inline(__always)
  func scaled(byPowerOfTwo exponent: Int) -> DoubleDouble {
    DoubleDouble(
      high: high.scaled(byPowerOfTwo: exponent), low: low.scaled(byPowerOfTwo: exponent))
  }
}

extension Double {
  /// The number times a power of two, which rounds nothing unless the result is too small.
  @inline(__always)
  func scaled(byPowerOfTwo exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: self)
  }
}
