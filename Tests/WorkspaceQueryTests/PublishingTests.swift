import Foundation
import Query
import Tables
import Testing

@testable import WorkspaceQuery

/// What `query --publish` lets pass.
@Suite struct PublishingTests {
  /// A case log of 12 cases of kind x, 3 of y and 9 of z.
  private static func inFolder<Result>(
    _ body: (WorkspaceCatalogue) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var rows = "nr,in,ut,kind,region\n"
    let kinds = [("x", 12), ("y", 3), ("z", 9)].flatMap { Array(repeating: $0.0, count: $0.1) }
    for (place, kind) in kinds.enumerated() {
      let region = place.isMultiple(of: 2) ? "n" : "s"
      rows += "\(place),2026-01-\(10 + place % 9),2026-02-02,\(kind),\(region)\n"
    }
    let files = [
      "nyckeltal.yaml": "title: T\nyear: 2026\nunits: [a]\n",
      "a/unit.yaml": "label: A",
      "a/cases/cases.yaml": """
      title: C
      columns: {id: nr, received: in, answered: ut, category: kind}
      subsets: [{id: north, column: region, equals: n}]
      """,
      "a/cases/cases.csv": rows,
    ]
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try body(
      WorkspaceCatalogue(
        folder: folder.path, readsStandardInput: false,
        today: CalendarDate(iso: "2027-01-01")))
  }

  private static func output(_ sql: String, in catalogue: WorkspaceCatalogue) throws -> String {
    let sink = TextSink()
    let document = ResultDocument(.csv, to: sink, style: ResultStyle(), isWhole: true)
    try ScriptRun(SQLScript(sql), in: catalogue, publishes: true).run(to: document)
    return sink.text
  }

  @Test("few and what would give them away are left out") func few() throws {
    let text = try Self.inFolder {
      try Self.output(
        "SELECT unit, log, category, count(*) FROM cases GROUP BY 1, 2, 3 ORDER BY 3; "
          + "SELECT unit, log, count(*) FROM cases GROUP BY 1, 2", in: $0)
    }
    #expect(text.contains("a,cases,x,12"))
    #expect(!text.contains(",y,"))
    // With the total, which two are left out would tell y; so either z or the total is left out too.
    #expect(!(text.contains(",z,9") && text.contains("a,cases,24")))
  }

  /// x and z by themselves, then all: the difference would be the three of y.
  @Test("differences between queries tell nothing") func differences() throws {
    let text = try Self.inFolder {
      try Self.output("SELECT unit, log, count(*) FROM cases GROUP BY 1, 2", in: $0)
        + Self.output(
          "SELECT unit, log, count(*) FROM cases WHERE category IN ('x', 'z') GROUP BY 1, 2", in: $0
        )
    }
    #expect(text.contains("a,cases,24"))
    #expect(!text.contains("a,cases,21"))
  }

  @Test("a query is answered as it was before") func again() throws {
    try Self.inFolder { catalogue in
      let sql = "SELECT unit, log, category, count(*) FROM cases GROUP BY 1, 2, 3 ORDER BY 3"
      let first = try Self.output(sql, in: catalogue)
      _ = try Self.output("SELECT unit, log, count(*) FROM cases GROUP BY 1, 2", in: catalogue)
      #expect(try Self.output(sql, in: catalogue) == first)
    }
  }

  @Test(
    "all else is refused by name",
    arguments: [
      ("SELECT * FROM cases", "rows of persons"),
      ("SELECT id FROM cases GROUP BY id", "counts by id"),
      ("SELECT count(*) FROM cases", "about one unit"),
      ("SELECT unit, log, avg(1) FROM cases GROUP BY 1, 2", "avg is not published"),
      ("SELECT unit, log, count(*) + 0 FROM cases GROUP BY 1, 2", "computed from counts"),
      ("SELECT unit, log, count(*) FROM cases GROUP BY 1, 2 HAVING count(*) > 2", "HAVING"),
      ("SELECT unit, log, count(*) FROM cases GROUP BY 1, 2 ORDER BY 3", "order of the rows"),
      ("SELECT unit, log, count(*) FROM cases GROUP BY 1, 2 LIMIT 1", "LIMIT"),
      ("SELECT unit, log, count(*) FROM cases GROUP BY ROLLUP (1, 2)", "ROLLUP"),
      ("SELECT unit, log, count(*) FROM cases WHERE category <> 'x' GROUP BY 1, 2", "WHERE takes"),
      (
        "SELECT unit, log, count(*) FROM cases WHERE received > '2026-01-12' GROUP BY 1, 2", "WHERE"
      ),
      (
        "SELECT a.unit, a.log, count(*) FROM cases a JOIN cases b USING (id) GROUP BY 1, 2", "joins"
      ),
      (
        "SELECT unit, log, CASE WHEN category = 'x' THEN 1 END, count(*) FROM cases GROUP BY 1, 2, 3",
        "not expressions"
      ),
      ("SELECT log, count(*) FROM cases GROUP BY unit, log", "lacks the column unit"),
      ("SELECT count(*) FROM targets", "one table of responses"),
      ("DESCRIBE cases", "takes a SELECT"),
    ]) func refusals(_ sql: String, _ part: String) throws
  {
    try Self.inFolder { catalogue in
      let error = try #require(throws: ScriptError.self) {
        try Self.output(sql, in: catalogue)
      }
      #expect(error.error.message.contains(part), "\(error)")
      #expect(error.error.hint?.isEmpty == false)
    }
  }
}
