import Diagnostics
import Foundation
import Query
import Tables
import Testing
import WorkspaceQuery

/// Statements of a script one after the other, without a command line.
@Suite struct ScriptTests {
  private static let catalogue = WorkspaceCatalogue(
    folder: nil, readsStandardInput: false, today: CalendarDate(daysSince1970: 20_000))

  private static func output(
    _ sql: String, _ format: ResultFormat, style: ResultStyle = ResultStyle(), isWhole: Bool = true
  ) throws -> String {
    let sink = TextSink()
    let document = ResultDocument(format, to: sink, style: style, isWhole: isWhole)
    try ScriptRun(SQLScript(sql), in: catalogue).run(to: document)
    return sink.text
  }

  private static func failure(_ sql: String) throws -> ScriptError {
    try #require(throws: ScriptError.self) {
      try ScriptRun(SQLScript(sql), in: catalogue).run(to: Recorder())
    }
  }

  @Test("JSON of several statements is one document, of one statement its rows")
  func json() throws {
    let one = try Self.output("SELECT 1 AS a;", .json)
    #expect(one == "[{\"a\":1}]\n")
    let several = try Self.output(
      "SELECT 1 AS a; SELECT 'x' AS b WHERE false; SELECT 2 AS c", .json)
    let parsed = try JSONSerialization.jsonObject(with: Data(several.utf8)) as? [[[String: Int]]]
    #expect(parsed == [[["a": 1]], [], [["c": 2]]])
  }

  @Test(
    "several results in one format, in a document of their own and beside others",
    arguments: [
      (ResultFormat.json, true, "[[{\"a\":1}]\n,[{\"b\":2}]\n]\n"),
      (.json, false, "[{\"a\":1}]\n\n[{\"b\":2}]\n"), (.ndjson, true, "{\"a\":1}\n{\"b\":2}\n"),
      (.csv, true, "a\n1\n\nb\n2\n"),
      (.markdown, true, "| a |\n| ---: |\n| 1 |\n\n| b |\n| ---: |\n| 2 |\n"),
      (.table, true, "a\n─\n1\n(1 row)\n\nb\n─\n2\n(1 row)\n"),
    ]) func several(_ format: ResultFormat, _ isWhole: Bool, _ expected: String) throws
  {
    let sql = "SELECT 1 AS a; SELECT 2 AS b;"
    #expect(try Self.output(sql, format, isWhole: isWhole) == expected)
  }

  @Test("A terminal gets as much as fits, and is told how long it took")
  func terminal() throws {
    let text = try Self.output(
      "SELECT i AS n FROM generate_series(1, 100) AS s(i)", .table,
      style: ResultStyle(terminalWidth: 40))
    #expect(text.contains("\n 20\n  ⋮\n 81\n"), "\(text)")
    #expect(text.contains("\n(100 rows, first and last 20 shown, "))
    #expect(text.hasSuffix("s)\n"))
  }

  @Test("Minus zero stands in no format", arguments: ResultFormat.allCases.filter(\.isText))
  func minusZero(_ format: ResultFormat) throws {
    let sql = """
      SELECT x, sum(x) AS s, round(x - 0.4) AS r, x::text AS t
      FROM (VALUES (-0.0), (0.0), (-1 * 0.0)) AS v(x) GROUP BY x
      """
    let text = try Self.output(sql, format)
    #expect(!text.contains("-0"), "\(text)")
    #expect(text.contains("0.0"), "\(text)")
  }

  @Test func summaries() throws {
    let sql = "SELECT i AS n, 'x' AS t FROM generate_series(1, 7) AS s(i); ;SHOW TABLES"
    let results = Recorder()
    let summaries = try ScriptRun(SQLScript(sql), in: Self.catalogue).run(to: results)
    #expect(
      results.calls == [
        "open 2", "begin 0 at 0", "columns n t", "rows 7", "end 7 rows", "begin 1 at 61",
        "columns table rows from", "end 0 rows", "close",
      ])
    #expect(summaries.map(\.rowCount) == [7, 0])
    #expect(summaries[0].columns == [QueryColumn("n", .integer), QueryColumn("t", .text)])
    #expect(summaries[0].statement.sql.hasPrefix("SELECT i") && summaries[0].problems == [])
    #expect(summaries.allSatisfy { $0.duration > .zero })
  }

  @Test("What is wrong says where in the script, and whether rows had to be read to know")
  func failures() throws {
    let name = try Self.failure("SELECT 1; SELECT b")
    #expect(name.phase == .binding && name.statement?.index == 1 && name.error.position == 18)
    #expect(name.error.message == "column \"b\" does not exist")
    let cast = try Self.failure("SELECT 'x' || i FROM generate_series(1, 2) s(i); SELECT 1/(2-2)")
    #expect(cast.phase == .running && cast.statement?.index == 1)
    #expect(cast.error.message == "division by zero")
    let quote = try Self.failure("SELECT 1; SELECT 'b")
    #expect(quote.phase == .binding && quote.statement == nil && quote.error.position == 18)
  }

  @Test("The first statement that fails is the last")
  func endsAtTheFirst() throws {
    let results = Recorder()
    #expect(throws: ScriptError.self) {
      try ScriptRun(SQLScript("SELECT 1; SELECT b; SELECT 2"), in: Self.catalogue)
        .run(to: results)
    }
    #expect(results.calls.last == "begin 1 at 10")
  }

  @Test(
    "A file that is not there is a slip in the query; one that cannot be read is its own problem")
  func files() throws {
    let missing = try Self.failure("SELECT * FROM \"/no/such.csv\"")
    #expect(missing.phase == .binding && missing.error.position == 15)
    let path = NSTemporaryDirectory() + "/nyckeltal-\(UUID()).csv"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data("a,b\n1,2\n\"x,3\n".utf8).write(to: URL(fileURLWithPath: path))
    let problem = try #require(throws: Diagnostic.self) {
      try ScriptRun(SQLScript("SELECT * FROM \"\(path)\""), in: Self.catalogue)
        .run(to: Recorder())
    }
    #expect(problem.code == "csv-unclosed-quote" && problem.location.line == 3)
  }

  @Test("What takes the rows may end the run with an error of its own")
  func handlerThrows() {
    struct Full: Error {}
    let results = Recorder()
    results.onRows = { throw Full() }
    #expect(throws: Full.self) {
      try ScriptRun(SQLScript("SELECT 1; SELECT 2"), in: Self.catalogue).run(to: results)
    }
    #expect(results.calls == ["open 2", "begin 0 at 0", "columns ?column?", "rows 1"])
  }

  @Test func cancelledBefore() {
    let control = RunControl()
    control.cancel()
    let results = Recorder()
    #expect(throws: QueryCancelled.self) {
      try ScriptRun(SQLScript("SHOW TABLES"), in: Self.catalogue).run(to: results, control: control)
    }
    #expect(results.calls == ["open 1"])
    #expect(control.progress.done == 0)
  }

  @Test("Cancelled while a statement runs; the next does not begin")
  func cancelledWithin() {
    let control = RunControl()
    let results = Recorder()
    results.onRows = { control.cancel() }
    #expect(throws: QueryCancelled.self) {
      try ScriptRun(
        SQLScript("SELECT i FROM generate_series(1, 1000000) AS s(i); SELECT 2"),
        in: Self.catalogue
      ).run(to: results, control: control)
    }
    #expect(!results.calls.contains("close") && !results.calls.contains { $0.hasPrefix("begin 1") })
  }
}

/// Notes what is called.
private final class Recorder: ResultHandler {
  var calls: [String] = []
  var onRows: () throws -> Void = {}

  func open(statements count: Int) { calls.append("open \(count)") }
  func begin(_ statement: ScriptStatement) {
    calls.append("begin \(statement.index) at \(statement.start)")
  }
  func columns(_ columns: [QueryColumn]) {
    calls.append("columns " + columns.map(\.name).joined(separator: " "))
  }
  func rows(_ chunk: Chunk) throws {
    calls.append("rows \(chunk.rowCount)")
    try onRows()
  }
  func end(_ summary: StatementSummary) { calls.append("end \(summary.rowCount) rows") }
  func close() { calls.append("close") }
}
