import Tables
import Testing

@testable import Query

@Suite struct ParserRefusalTests {
  @Test(
    "what is no expression is refused with its place",
    arguments: [
      ("", "expected a value, found the end at character 1"),
      ("a +", "expected a value, found the end at character 4"),
      ("a 5", "expected the end of the expression, found a number at character 3"),
      ("a 'x'", "expected the end of the expression, found a text at character 3"),
      ("a b", "expected the end of the expression, found 'b' at character 3"),
      (#"a "b c""#, "expected the end of the expression, found 'b c' at character 3"),
      ("(a", "expected ')', found the end at character 3"),
      ("a)", "expected the end of the expression, found ')' at character 2"),
      ("* 2", "expected a value, found '*' at character 1"),
      ("a = b = c", "expected the end of the expression, found '=' at character 7"),
      ("a < b < c", "expected the end of the expression, found '<' at character 7"),
      ("a IS 5", "expected NULL, found a number at character 6"),
      ("a IS NOT b", "expected NULL, found 'b' at character 10"),
      ("a NOT b", "expected IN, found 'b' at character 7"),
      ("a IN 5", "expected '(', found a number at character 6"),
      ("a IN ()", "expected a value, found ')' at character 7"),
      ("a IN (1, )", "expected a value, found ')' at character 10"),
      ("a IN (1 2)", "expected ')', found a number at character 9"),
      ("count(*", "expected ')', found the end at character 8"),
      ("count()", "expected a value, found ')' at character 7"),
      ("sum(*)", "expected a value, found '*' at character 5"),
      ("count(*) FILTER WHERE a", "expected '(', found 'WHERE' at character 17"),
      ("count(*) FILTER (a)", "expected WHERE, found 'a' at character 18"),
      ("count(*) FILTER (WHERE a", "expected ')', found the end at character 25"),
      // Words of the language are no names unless quoted.
      ("a AND AND b", "expected a value, found 'AND' at character 7"),
      ("a = or", "expected a value, found 'or' at character 5"),
      ("NOT", "expected a value, found the end at character 4"),
      ("1 + NOT a", "expected a value, found 'NOT' at character 5"),
      ("IS NULL", "expected a value, found 'IS' at character 1"),
      ("in (1)", "expected a value, found 'in' at character 1"),
    ])
  func refusals(text: String, message: String) {
    #expect(refusal { () throws(QueryError) in try Expression(parsing: text) } == message)
  }

  @Test(
    "an unknown function names the closest one",
    arguments: [
      ("1 + summ(a)", "there is no function 'summ' at character 5; did you mean 'sum'?"),
      ("COUNTT(a)", "there is no function 'COUNTT' at character 1; did you mean 'count'?"),
      (
        "median(a)",
        "there is no function 'median' at character 1; known: count, sum, avg, min, max"
      ),
    ])
  func functions(text: String, message: String) {
    #expect(refusal { () throws(QueryError) in try Expression(parsing: text) } == message)
  }

  /// The whole expression is the first of the 200 levels.
  @Test("nesting ends at 200 levels", arguments: [("(", ")"), ("count(", ")"), ("a OR (", ")")])
  func nesting(open: String, close: String) throws {
    let nested = { (levels: Int) in
      String(repeating: open, count: levels) + "a" + String(repeating: close, count: levels)
    }
    #expect(throws: Never.self) { try Expression(parsing: nested(199)) }
    #expect(
      refusal { () throws(QueryError) in try Expression(parsing: nested(200)) }
        == "the expression is nested too deeply at character \(200 * open.count + 1)")
    // No stack overflow either, however deep.
    #expect(
      refusal { () throws(QueryError) in try Expression(parsing: nested(50_000)) }
        == "the expression is nested too deeply at character \(200 * open.count + 1)")
  }

  /// A chain is a deep tree, too: 1 000 operators run, more are refused before they overflow.
  @Test("a chain ends at 1000 operators", arguments: [" + ", " * ", " AND ", " OR "])
  func chains(separator: String) throws {
    let chain = { (operators: Int) in
      Array(repeating: "a", count: operators + 1).joined(separator: separator)
    }
    let cell: Cell = separator.contains("D") || separator.contains("R") ? .boolean(true) : .real(1)
    #expect(throws: Never.self) { try value(chain(1000), ["a": cell]) }
    #expect(try Expression(parsing: chain(1000)).names.count == 1001)
    let message = refusal { () throws(QueryError) in try Expression(parsing: chain(100_000)) }
    #expect(message.hasPrefix("the expression has more than 1000 operators at character "))
    // The place is the one after the last of 1 002 operands.
    let place = 1002 + 1001 * separator.count + 1
    #expect(
      refusal { () throws(QueryError) in try Expression(parsing: chain(1001)) }
        == "the expression has more than 1000 operators at character \(place)")
  }

  @Test("signs and NOTs in any number are no depth")
  func signs() throws {
    #expect(try value(String(repeating: "-", count: 10_001) + "1") == .real(-1))
    #expect(try value(String(repeating: "NOT ", count: 10_000) + "TRUE") == .boolean(true))
  }
}
