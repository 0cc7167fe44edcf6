/// A sum that keeps what plain addition rounds away: about 32 decimal digits.
///
/// Each addition keeps its rounding error in a second number (double-double arithmetic). So the
/// order of the values hardly matters, and sums of values that cancel keep their digits.
///
/// Reference: Knuth 1997, The Art of Computer Programming, volume 2, section 4.2.2; Dekker 1971, A
/// floating-point technique for extending the available precision.
struct PreciseSum {
  private(set) var high = 0.0
  private(set) var low = 0.0

  init() {}

  init(_ values: some Sequence<Double>) {
    for value in values { add(value) }
  }

  var value: Double { high + low }

  /// Adds a value exactly, but for the last bits of the pair.
  @inline(__always)
  mutating func add(_ value: Double) {
    let sum = high + value
    let part = sum - high
    let error = (high - (sum - part)) + (value - part)
    low += error
    high = sum
  }

  /// Adds the exact product of two values.
  @inline(__always)
  mutating func add(_ a: Double, times b: Double) {
    let product = a * b
    add(product)
    low += (-product).addingProduct(a, b)
  }

  /// Adds another sum.
  @inline(__always)
  mutating func add(_ other: PreciseSum) {
    add(other.high)
    low += other.low
  }
}
