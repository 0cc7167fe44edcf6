import Tables
import Testing

@testable import Query

@Suite struct ArithmeticTests {
  @Test(
    "numbers, by hand",
    arguments: [
      ("1 + 2 * 3 - 4 / 8", 6.5), ("-(2 - 5)", 3), ("--2", 2), ("7 / 2", 3.5), ("n / 2", 3.5),
      ("-n", -7), ("1e2 * .5", 50),
    ])
  func numbers(text: String, expected: Double) throws {
    #expect(try value(text, ["n": .integer(7)]) == .real(expected))
  }

  @Test(
    "what has no value is refused",
    arguments: [
      ("1 / 0", "division by zero"),
      ("n / (n - 7)", "division by zero"),
      ("1e308 * 10", "the result of '*' is out of range"),
      ("-1e308 - 1e308", "the result of '-' is out of range"),
      ("1e308 / 1e-10", "the result of '/' is out of range"),
      ("1 + 'a'", "'+' needs numbers, not a text"),
      ("TRUE * 2", "'*' needs numbers, not true/false"),
      ("-'a'", "'-' needs a number"),
      ("--'a'", "'-' needs a number"),
      ("sum(n)", "sum is not allowed here"),
      ("1 + count(*)", "count is not allowed here"),
    ])
  func refusals(text: String, message: String) {
    #expect(refusal { () throws(QueryError) in try value(text, ["n": .integer(7)]) } == message)
  }
}
