/// Arithmetic modulo the prime 2⁶¹ − 1.
///
/// A column that is a combination of others over the rational numbers is one modulo the prime as well,
/// unless the prime divides a minor of the matrix; the audit, which asks for two different solutions,
/// would catch that. The other way round a false "is a combination" withholds one cell too many. So
/// elimination is exact in effect, needs no large numbers, and gives the same on every machine.
enum PrimeField {
  static let prime: UInt64 = (1 << 61) - 1

  static func element(_ factor: Int) -> UInt64 {
    let remainder = factor % Int(prime)
    return UInt64(remainder < 0 ? remainder + Int(prime) : remainder)
  }

  @inline(__always)
  static func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    if left == 1 { return right }
    if right == 1 { return left }
    let (high, low) = left.multipliedFullWidth(by: right)
    let sum = (low & prime) &+ (low >> 61 | high << 3)
    return sum >= prime ? sum &- prime : sum
  }

  @inline(__always)
  static func difference(_ left: UInt64, _ right: UInt64) -> UInt64 {
    left >= right ? left &- right : left &+ prime &- right
  }

  /// The inverse of an element other than 0, by Fermat: a^(p−2).
  static func inverse(_ element: UInt64) -> UInt64 {
    if element == 1 || element == prime - 1 { return element }
    var (result, square, exponent): (UInt64, UInt64, UInt64) = (1, element, prime - 2)
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, square) }
      square = product(square, square)
      exponent >>= 1
    }
    return result
  }
}
