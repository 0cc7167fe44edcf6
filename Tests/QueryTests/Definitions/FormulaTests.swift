import Tables
import Testing

@testable import Query

@Suite("Formulas of definitions")
struct FormulaTests {
  @Test(
    "names in order, whatever stands around them",
    arguments: [
      ("\"u-mc-2012-a\" + \"u-mc-2012-b\"", ["u-mc-2012-a", "u-mc-2012-b"]),
      ("100.0 * x / (y + x)", ["x", "y", "x"]),
      ("'x' || 1 -- a comment about y", []),
      ("\"övrigt\" / 2.0", ["övrigt"]),
    ])
  func names(_ text: String, _ names: [String]) throws {
    #expect(try Formula(parsing: text).names == names)
  }

  @Test(arguments: [
    ("a + b", 7.0), ("-a * b", -10), ("100.0 * a / b", 40), ("b - -a", 7), ("a / b", 0.4),
    ("(a) -- b", 2),
  ])
  func value(_ text: String, _ value: Double) throws {
    #expect(try Formula(parsing: text).value(["a": 2, "b": 5]) == .real(value))
  }

  @Test("a negative constant keeps its sign in every place")
  func negative() throws {
    #expect(try Formula(parsing: "1 - x").value(["x": -2.5]) == .real(3.5))
  }

  @Test("whole numbers divide as in queries")
  func division() throws {
    #expect(try Formula(parsing: "7 / 2").value() == .integer(3))
  }

  @Test(arguments: [
    ("1 +", "syntax error at or near \")\"", 4), ("", "syntax error at or near \")\"", 1),
    ("a b", "syntax error at or near \"b\"", 3),
  ])
  func refusals(_ text: String, _ message: String, _ position: Int) {
    do {
      _ = try Formula(parsing: text)
      Issue.record("no refusal")
    } catch {
      #expect(error.message == message)
      #expect(error.position == position)
    }
  }

  @Test("several are read together as each is alone")
  func together() throws {
    let texts = [
      "\"övrigt\" / 2.0", "(a) -- b", "sum(x) FILTER (WHERE y = 'q')", "a", "a", "\n c /* d */ ",
      "x IN (SELECT z FROM t)",
    ]
    let formulas = Formula.parsing(texts)
    for text in texts {
      let alone = try Formula(parsing: text)
      #expect(formulas[text] == alone)
      #expect(formulas[text]?.text(with: ["a": 1, "x": 2]) == alone.text(with: ["a": 1, "x": 2]))
    }
    #expect(formulas.count == 6)
    #expect(Formula.parsing([]).isEmpty)
  }

  @Test(
    "what is no expression alone is none beside others",
    arguments: [
      ["a", "1 +"], ["a", ""], ["a), (b", "c"], ["a'", "'b"], ["a'", "'b), (c"], ["a /*", "*/ b"],
      ["(a", "b)"], ["a) FROM (SELECT 1", "b"], ["a; SELECT 1", "b"], ["\"a", "b\""],
    ])
  func refusedTogether(_ texts: [String]) { #expect(Formula.parsing(texts).isEmpty) }

  @Test("what the engine refuses comes without a place in a text that nobody saw")
  func run() throws {
    let formula = try Formula(parsing: "a / 0")
    #expect(throws: QueryError("division by zero")) { try formula.value(["a": 1]) }
  }
}
