import Tables
import Testing

/// Decimal numbers of any size. Digits are PostgreSQL 15's (`SELECT …::text`).
@Suite struct DecimalNumberTests {
  private func number(_ text: String) throws -> DecimalNumber {
    try #require(DecimalNumber(text), "\(text)")
  }

  @Test(arguments: [
    ("12", "12"), ("-1.50", "-1.50"), (".5", "0.5"), ("1e3", "1000"), ("1.5e-5", "0.000015"),
    ("-0.0", "0.0"), ("12.", "12"), ("+7", "7"),
    (
      "123456789012345678901234567890123456789012.5", "123456789012345678901234567890123456789012.5"
    ),
  ]) func readsAndWrites(_ text: String, _ written: String) throws {
    #expect(try number(text).description == written)
  }

  @Test(arguments: ["", ".", "e5", "1e", "1.2.3", "abc", "1 2", "--1", "0x10", "1e999999"])
  func refuses(_ text: String) { #expect(DecimalNumber(text) == nil) }

  @Test(arguments: [
    ("1.10", "+", "2.2", "3.30"), ("1.10", "-", "1.1", "0.00"), ("1.5", "*", "2.00", "3.000"),
    ("7", "/", "2", "3.5000000000000000"), ("1", "/", "3", "0.33333333333333333333"),
    ("100000", "/", "3", "33333.333333333333"), ("-5.5", "%", "2.25", "-1.00"),
    (
      "170141183460469231731687303715884105727", "+", "1",
      "170141183460469231731687303715884105728"
    ),
    (
      "170141183460469231731687303715884105728", "*", "170141183460469231731687303715884105728",
      "28948022309329048855892746252171976963317496166410141009864396001978282409984"
    ),
    (
      "28948022309329048855892746252171976963317496166410141009864396001978282409984", "/",
      "170141183460469231731687303715884105729",
      "170141183460469231731687303715884105727"
    ),
  ]) func calculates(_ a: String, _ name: String, _ b: String, _ result: String) throws {
    let (a, b) = (try number(a), try number(b))
    let found =
      switch name {
      case "+": a + b
      case "-": a - b
      case "*": a * b
      case "/": a / b
      default: a % b
      }
    #expect(found.description == result)
  }

  /// What is divided is given back, whatever the sizes: quotient · divisor + rest.
  @Test func dividesNumbersOfAllSizes() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      func limbs(_ most: Int) -> [UInt64] {
        // Limbs full of ones and zeros are where a digit is guessed too large.
        (0..<Int.random(in: 1...most, using: &random)).map { _ in
          [0, .max, 1 << 63, .random(in: 0 ... .max, using: &random)].randomElement(using: &random)
            ?? 0
        }
      }
      let a = BigNumber(limbs: limbs(8), isNegative: Bool.random(using: &random))
      let b = BigNumber(limbs: limbs(5) + [1], isNegative: Bool.random(using: &random))
      let (quotient, rest) = a.quotientAndRemainder(dividingBy: b)
      #expect(quotient * b + rest == a)
      #expect(rest.magnitude < b.magnitude)
      #expect(rest.isZero || rest.isNegative == a.isNegative)
    }
  }

  @Test func equalNumbersAreOne() throws {
    #expect(try number("1.0") == number("1.00"))
    #expect(Set([try number("1.0"), try number("1.00"), try number("10")]).count == 2)
    #expect(try number("-1e40") < number("-1"))
    #expect(try number("1e40") > number("9e39"))
  }

  @Test(arguments: [
    ("2.5", 0, "3"), ("-2.5", 0, "-3"), ("1234.5", -2, "1200"), ("1.5", 4, "1.5000"),
    ("99.99", 1, "100.0"), ("5", -1, "10"),
  ]) func rounds(_ text: String, _ place: Int, _ result: String) throws {
    #expect(try number(text).rounded(to: place).description == result)
  }

  @Test(arguments: [
    ("0.1", 0.1), ("1e-300", 1e-300),
    ("123456789012345678901234567890", 1.2345678901234568e29),
    ("0.30000000000000004", 0.30000000000000004), ("-2.5", -2.5),
  ]) func nearestDouble(_ text: String, _ value: Double) throws {
    #expect(try number(text).double == value)
  }
}
