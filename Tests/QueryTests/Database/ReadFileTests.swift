import Foundation
import Tables
import Testing

@testable import Query

/// `read_csv(…)`, columns without a value, and texts that outgrow the memory.
@Suite struct ReadFileTests {
  private static let files = [
    "data.csv": "5;6,5\n7;8,5\n",
    "empty.csv": "a,b\n1,\n2,\n",
    "header.csv": "a,b\n",
    "whole.csv": "k,v\n1,a\n2,b\n",
    "text.csv": "k,w\n1,x\n2x,y\n",
  ]

  /// The rows of a query over these files as texts, or its error; `@` is their folder.
  private static func outcome(
    _ sql: String, _ options: QueryOptions = QueryOptions()
  ) throws -> (rows: [[String?]], error: QueryError?) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    let run = StatementRun(
      sql.replacing("@", with: folder.path), in: FileCatalogue(folder: folder.path),
      options: options)
    var rows: [[String?]] = []
    do {
      try run.run { _ in
      } handle: { chunk in
        for row in 0..<chunk.rowCount { rows.append(chunk.columns.map { $0[row].written }) }
      }
      return (rows, nil)
    } catch let error as QueryError {
      return (rows, error)
    }
  }

  @Test(
    "A file is read as the query says",
    arguments: [
      (
        "SELECT * FROM read_csv('@/data.csv', header := false, delimiter := ';', decimal := ',')",
        [["5", "6.5"], ["7", "8.5"]]
      ),
      (
        "SELECT * FROM read_csv('@/data.csv', decimal => ',', header => true) AS t(x, y)",
        [["7", "8.5"]]
      ),
      (
        "SELECT f.k FROM read_csv('@/text.csv', skip := 1, header := false) AS f(k)",
        [["1"], ["2x"]]
      ),
      ("SELECT k, w FROM read_csv('text', missing := '2x, y')", [["1", "x"], [nil, nil]]),
      ("SELECT k || 'a' FROM read_csv('whole', types := 'k: text') WHERE v = 'a'", [["1a"]]),
    ] as [(String, [[String?]])])
  func said(sql: String, rows: [[String?]]) throws {
    let outcome = try Self.outcome(sql)
    #expect(outcome.error == nil)
    #expect(outcome.rows == rows)
  }

  @Test(
    "What cannot be said is refused with what can",
    arguments: [
      ("heade := true", "read_csv has no option \"heade\"", "did you mean 'header'?"),
      ("header := 3", "option header must be true or false", nil),
      ("delimiter := 'ab'", "option delimiter must be one character, such as ';', or tab", nil),
      ("true", "the options of read_csv have names", "write them as header := false"),
      ("header := now() > '2020-01-01'", "an argument of read_csv must be a constant", nil),
    ] as [(String, String, String?)])
  func refused(option: String, message: String, hint: String?) throws {
    let outcome = try Self.outcome("SELECT * FROM read_csv('whole', \(option))")
    let error = try #require(outcome.error)
    #expect(error.message == message)
    #expect(error.hint == hint)
    #expect(error.position != nil)
  }

  @Test(
    "The path stands in the statement",
    arguments: ["'whole' || ''", "header := true", "upper('whole')", ""])
  func path(arguments: String) throws {
    let error = try #require(try Self.outcome("SELECT * FROM read_csv(\(arguments))").error)
    #expect(error.message == "read_csv takes the path of a file in quotes first")
  }

  @Test("Whoever asks what a statement reads is told of its files")
  func references() throws {
    let references = try StatementReferences("SELECT * FROM read_csv('a.csv', header := true), b")
    #expect(references.tables.map(\.name) == ["a.csv", "b"])
  }

  @Test(
    "A column without a value takes the type that is asked for",
    arguments: [
      ("SELECT sum(b), count(b), max(b), avg(b) FROM empty", [[nil, "0", nil, nil]]),
      ("SELECT a FROM empty WHERE b = 1 OR b > 2.5 OR b IN (3, 4)", []),
      ("SELECT b + 1, -b, coalesce(b, 0), abs(b) FROM empty WHERE a = 1", [[nil, nil, "0", nil]]),
      (
        "SELECT date_trunc('month', b), length(b), b || 'x' FROM empty WHERE a = 1",
        [[nil, nil, nil]]
      ),
      ("SELECT sum(b) FROM header", [[nil]]), ("SELECT a + b FROM header WHERE b < 3", []),
      ("SELECT k FROM whole UNION ALL SELECT b FROM header ORDER BY k", [["1"], ["2"]]),
      ("SELECT x + 1 FROM (SELECT b AS x FROM empty) AS t LIMIT 1", [[nil]]),
      ("WITH t AS (SELECT b FROM empty) SELECT sum(b) FROM t", [[nil]]),
      ("SELECT v FROM whole LEFT JOIN empty ON b = k ORDER BY v", [["a"], ["b"]]),
      ("SELECT v FROM whole WHERE k NOT IN (SELECT b FROM header) ORDER BY v", [["a"], ["b"]]),
      ("SELECT b, count(*) FROM empty GROUP BY b", [[nil, "2"]]),
      ("SELECT count(*) FROM empty WHERE b", [["0"]]),
    ] as [(String, [[String?]])])
  func empty(sql: String, rows: [[String?]]) throws {
    let outcome = try Self.outcome(sql)
    #expect(outcome.error == nil)
    #expect(outcome.rows == rows)
  }

  @Test("A column that is whole in one file and text in another says how they are joined")
  func mixedKeys() throws {
    let error = try #require(
      try Self.outcome("SELECT * FROM whole JOIN text USING (k)").error)
    #expect(error.message == "operator does not exist: integer = text")
    #expect(
      error.hint == "some values are no numbers or days: write ON whole.k::text = text.k")
    let joined = try Self.outcome("SELECT w FROM whole JOIN text ON whole.k::text = text.k")
    #expect(joined.rows == [["x"]])
  }

  @Test(
    "Texts that grow in one chunk stay within the memory",
    arguments: [
      "repeat('x', 10000) || g", "lpad('x', 10000 + g)", "concat(repeat('x', 10000), g, g)",
      "replace(g || '', '1', repeat('x', 10000))",
    ])
  func memory(text: String) throws {
    var options = QueryOptions()
    options.memory = 8 << 20
    let sql = "SELECT max(length(\(text))) FROM generate_series(1, 20000) AS s(g)"
    let error = try #require(try Self.outcome(sql, options).error)
    #expect(error.message == "the query needs more than 8 MB of memory")
    options.memory = 2 << 30
    #expect(try Self.outcome(sql, options).error == nil)
  }
}
