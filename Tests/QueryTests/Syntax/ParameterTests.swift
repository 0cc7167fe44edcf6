import Tables
import Testing

@testable import Query

/// Parameters by name, as PostgreSQL binds `$1` of PREPARE: a text takes the type of its surroundings.
struct ParameterTests {
  private static let parameters: [String: Cell] = [
    "year": .integer(2023), "a": .integer(1), "b": .text("it's; -- '"), "share": .real(0.5),
    "day": .text("2023-02-01"), "yes": .boolean(true), "nothing": .null,
  ]

  @Test(arguments: [
    ("SELECT $year + $a", "2024"), ("SELECT $b", "it's; -- '"), ("SELECT $share * 2", "1.0"),
    ("SELECT DATE '2023-02-03' - $day::date", "2"), ("SELECT DATE '2023-02-03' > $day", "true"),
    ("SELECT CASE WHEN $yes THEN 'ja' END", "ja"), ("SELECT coalesce($nothing, 'x')", "x"),
    ("SELECT count(*) FROM generate_series(1, 5) AS t (i) WHERE i > $a", "4"),
    ("SELECT i FROM generate_series(1, 5) AS t (i) ORDER BY i DESC LIMIT $a", "5"),
    ("SELECT $a + n FROM (VALUES (2)) AS t (n) GROUP BY $a + n", "3"),
    ("SELECT $$a$$ || '$a' || $t$ $b $t$", "a$a $b "), ("SELECT 'å' || $b", "åit's; -- '"),
    ("DESCRIBE SELECT $year AS y", "y"), ("SELECT \"x$a\" FROM (SELECT 7) AS t (\"x$a\")", "7"),
  ])
  func `A parameter is a value`(_ sql: String, _ expected: String) throws {
    let result = try Database().query(sql, QueryOptions(parameters: Self.parameters))
    #expect(result.rows.first?[0].written == expected)
  }

  @Test(
    arguments: [
      ("SELECT $yera", "there is no parameter $yera", 8, "did you mean 'year'?"),
      ("SELECT 'å', $x + 1", "there is no parameter $x", 13, nil),
      ("SELECT $1", "there is no parameter $1", 8, "parameters have names, as in $year"),
      ("SELECT $a $b", "syntax error at or near \"$b\"", 11, nil),
      ("SELECT 1 FROM $share", "syntax error at or near \"$share\"", 15, nil),
    ] as [(String, String, Int, String?)])
  func `A parameter that is missing is named with its place`(
    _ sql: String, _ message: String, _ position: Int, _ hint: String?
  ) throws {
    let error = #expect(throws: QueryError.self) {
      try Database().query(sql, QueryOptions(parameters: Self.parameters))
    }
    #expect(error?.message == message)
    #expect(error?.position == position)
    if let hint { #expect(error?.hint == hint) }
  }

  @Test func `Different parameters are different expressions`() {
    #expect(throws: QueryError.self) {
      try Database().query(
        "SELECT n + $year FROM (VALUES (2)) AS t (n) GROUP BY n + $a",
        QueryOptions(parameters: Self.parameters))
    }
  }

  @Test func `Ten names of one letter are as many as there are digits for`() throws {
    let names = "abcdefghij".map(String.init)
    let sum = { (names: [String]) in "SELECT " + names.map { "$" + $0 }.joined(separator: " + ") }
    let options = QueryOptions(
      parameters: Dictionary(uniqueKeysWithValues: names.map { ($0, Cell.integer(1)) }))
    #expect(
      try Database().query(sum(Array(names.dropLast())), options).rows.first?[0] == .integer(9))
    #expect(throws: QueryError("there are too many parameters with names of one letter")) {
      try Database().query(sum(names), options)
    }
  }
}

struct StatementReferencesTests {
  @Test(arguments: [
    ("SELECT * FROM a, \"b/c.csv\" JOIN a AS x ON true", ["a", "b/c.csv"]),
    ("WITH a AS (SELECT * FROM b) SELECT * FROM a, c", ["b", "c"]),
    ("WITH a AS (SELECT * FROM a) SELECT * FROM a", ["a"]),
    ("WITH RECURSIVE a AS (SELECT 1 UNION ALL SELECT * FROM a) SELECT * FROM a", []),
    ("WITH x AS (SELECT 1), y AS (SELECT * FROM x, z) SELECT * FROM y", ["z"]),
    (
      "SELECT (SELECT max(n) FROM inner_one) FROM outer_one WHERE EXISTS (SELECT FROM third)",
      ["inner_one", "outer_one", "third"]
    ),
    ("SELECT * FROM a UNION SELECT * FROM b", ["a", "b"]), ("TABLE a", ["a"]), ("FROM a", ["a"]),
    ("SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a) AS t, a", ["a"]),
  ])
  func `The tables of a statement are known`(_ sql: String, _ tables: [String]) throws {
    #expect(try Set(StatementReferences(sql).tables.map(\.name)) == Set(tables))
  }

  @Test func `Parameters and functions are known with their places`() throws {
    let references = try StatementReferences(
      "SELECT å, working_days(d, current_date), $year, $year FROM t")
    #expect(references.parameters == [.init(name: "year", position: 42)])
    #expect(references.functions.map(\.name) == ["working_days", "current_date"])
  }

  @Test(arguments: ["EXPLAIN SELECT 1", "DESCRIBE t", "SUMMARIZE t", "SHOW TABLES"])
  func `What asks for no rows of tables is told apart`(_ sql: String) throws {
    #expect(try !StatementReferences(sql).isQuery)
  }
}
