import Query
import Testing
import TextLayout

/// The mark under the place of an error.
@Suite struct ExcerptTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let position: Int?
    let width: Int
    let expected: String?
    var testDescription: String { name }
    init(_ name: String, _ sql: String, _ position: Int?, _ expected: String?, width: Int = 80) {
      self.name = name
      self.sql = sql
      self.position = position
      self.width = width
      self.expected = expected
    }
  }

  static let cases = [
    Case("start", "SELEC 1", 1, "LINE 1: SELEC 1\n        ^"),
    Case("middle", "SELECT betygg FROM t", 8, "LINE 1: SELECT betygg FROM t\n               ^"),
    Case("no place", "SELECT 1", nil, nil),
    Case("place 0", "SELECT 1", 0, nil),
    Case("empty text", "", 1, nil),
    Case("end of text", "SELECT 1 +", 11, "LINE 1: SELECT 1 +\n                  ^"),
    Case("end behind blanks", "SELECT 1 +  \n\n", 15, "LINE 1: SELECT 1 +\n                  ^"),
    Case("far beyond the end", "SELECT", 999, "LINE 1: SELECT\n              ^"),
    Case("second line", "SELECT 1,\n  x\nFROM t", 13, "LINE 2:   x\n          ^"),
    Case("windows line ends", "SELECT 1,\r\n  x\r\nFROM t", 14, "LINE 2:   x\n          ^"),
    Case("tab counts one blank", "SELECT\tx", 8, "LINE 1: SELECT x\n               ^"),
    Case("å is one column", "SELECT 'å', x", 13, "LINE 1: SELECT 'å', x\n                    ^"),
    Case(
      "å of two scalars", "SELECT 'a\u{30A}', x", 14,
      "LINE 1: SELECT 'a\u{30A}', x\n                    ^"),
    Case("字 is two columns", "SELECT '字', x", 13, "LINE 1: SELECT '字', x\n                     ^"),
    Case(
      "emoji is two columns", "SELECT '😀', x", 13, "LINE 1: SELECT '😀', x\n                     ^"),
    Case(
      "family is one emoji of seven scalars", "SELECT '👨‍👩‍👧‍👦', x", 19,
      "LINE 1: SELECT '👨‍👩‍👧‍👦', x\n                     ^"),
    Case(
      "control characters show", "SELECT \u{1B}[2J x", 13,
      "LINE 1: SELECT ␛[2J x\n                    ^"),
    Case(
      "long line, place at the end", "SELECT " + String(repeating: "a, ", count: 40) + "x", 128,
      "LINE 1: …a, a, a, a, a, a, a, a, a, x\n" + String(repeating: " ", count: 36) + "^",
      width: 37),
    Case(
      "long line, place at the start", "SELEC " + String(repeating: "a, ", count: 40), 1,
      "LINE 1: SELEC a, a, a, a, a, a, a, a…\n        ^", width: 37),
    Case(
      "long line, place in the middle",
      String(repeating: "a, ", count: 20) + "X, " + String(repeating: "b, ", count: 20), 61,
      "LINE 1: …a, a, a, X, b, b, b, b, b, b…\n                  ^", width: 38),
  ]

  @Test(arguments: cases) func excerpt(_ test: Case) {
    let error = QueryError("m", at: test.position)
    #expect(error.excerpt(of: test.sql, width: test.width) == test.expected)
  }

  /// Whatever the place: no line is too long, and the mark never stands beyond the end of the line.
  @Test(arguments: [28, 40, 80]) func everyPlace(width: Int) {
    let sql = "SELECT 'åäö字😀' AS \"x\ty\",\n" + String(repeating: "length('字') + ", count: 9) + "1"
    for position in 1...(sql.unicodeScalars.count + 3) {
      let lines = QueryError("m", at: position).excerpt(of: sql, width: width)?
        .split(separator: "\n").map(String.init)
      guard let lines, lines.count == 2 else {
        Issue.record("no excerpt at \(position)")
        return
      }
      #expect(TextWidth.of(lines[0]) <= width)
      #expect(TextWidth.of(lines[1]) <= TextWidth.of(lines[0]) + 1)
    }
  }

  @Test func wholeMessage() {
    let error = QueryError(
      "column \"betygg\" does not exist", at: 8, hint: "did you mean 'betyg'?")
    #expect(
      error.formatted(in: "SELECT betygg FROM t") == """
        column "betygg" does not exist
        LINE 1: SELECT betygg FROM t
                       ^
        hint: did you mean 'betyg'?
        """)
    #expect(QueryError("division by zero").formatted(in: "SELECT 1/0") == "division by zero")
  }
}
