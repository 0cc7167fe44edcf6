import Testing

@testable import Query

/// Expected trees follow from PostgreSQL's table of operator precedence (manual, 4.1.6).
@Suite struct ParserTests {
  @Test(
    "what belongs together",
    arguments: [
      ("1 + 2 * 3", "[1.0 + [2.0 * 3.0]]"),
      ("(1 + 2) * 3", "[[1.0 + 2.0] * 3.0]"),
      ("8 - 4 - 2", "[[8.0 - 4.0] - 2.0]"),
      ("8 / 4 / 2", "[[8.0 / 4.0] / 2.0]"),
      ("-a * b", "[[- a] * b]"),
      ("a - -b", "[a - [- b]]"),
      ("--a", "[- [- a]]"),
      ("---a", "[- a]"),
      ("a + 1 = b * 2", "[[a + 1.0] = [b * 2.0]]"),
      ("a < b AND c >= d", "[[a < b] AND [c >= d]]"),
      ("a OR b AND c", "[a OR [b AND c]]"),
      ("(a OR b) AND c", "[[a OR b] AND c]"),
      ("a OR b OR c", "[[a OR b] OR c]"),
      ("NOT a = 1", "[not [a = 1.0]]"),
      ("NOT a AND b", "[[not a] AND b]"),
      ("NOT NOT a", "[not [not a]]"),
      ("NOT NOT NOT a", "[not a]"),
      ("NOT (a AND b)", "[not [a AND b]]"),
      ("a != 'x'", "[a <> 'x']"),
      ("a IN (1, 2 + 3)", "[a in 1.0,[2.0 + 3.0]]"),
      ("a NOT IN ('x', NULL)", "[a not in 'x',null]"),
      ("NOT a IN (1)", "[not [a in 1.0]]"),
      ("-a IN (-1)", "[[- a] in [- 1.0]]"),
      ("a IS NULL OR b IS NOT NULL", "[[a is null] OR [b is not null]]"),
      ("a + b IS NULL", "[[a + b] is null]"),
      ("true and FALSE", "[true AND false]"),
      ("null", "null"),
      (#""and" = "or""#, "[and = or]"),
      (#""u-navet" + "u-kansli""#, "[u-navet + u-kansli]"),
      (#""null" is null"#, "[null is null]"),
      ("summa", "summa"),
    ])
  func shapes(text: String, shape: String) throws {
    #expect(try Expression(parsing: text).shape == shape)
  }

  @Test(
    "aggregates",
    arguments: [
      ("count(*)", "count(*)"),
      ("COUNT(betyg)", "count(betyg)"),
      ("Sum(a * 2)", "sum([a * 2.0])"),
      ("avg(a) FILTER (WHERE b = 1 OR c)", "avg(a) where [[b = 1.0] OR c]"),
      ("min(a) filter (where b) - max(a)", "[min(a) where b - max(a)]"),
      (
        "100 * count(*) FILTER (WHERE a IN (4, 5)) / count(a)",
        "[[100.0 * count(*) where [a in 4.0,5.0]] / count(a)]"
      ),
    ])
  func aggregates(text: String, shape: String) throws {
    #expect(try Expression(parsing: text).shape == shape)
  }

  @Test("names in order of appearance, those inside aggregates too")
  func names() throws {
    let text = "a + sum(b) FILTER (WHERE c = 1) > d AND NOT -e IN (f, 2) OR g IS NULL"
    #expect(try Expression(parsing: text).names == ["a", "b", "c", "d", "e", "f", "g"])
  }
}
