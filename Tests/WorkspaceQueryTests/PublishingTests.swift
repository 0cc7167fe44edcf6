import Foundation
import Query
import Tables
import Testing
import Workspace

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
      "a/unit.yaml": """
      label: A
      before_after: [{id: s, title: S, table: persons}]
      """,
      "a/persons.csv": "group,person,before,after\n1,1,2,3\n",
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

  /// The report of the log tells that there are 24; less x and z that would be the three of y.
  @Test("what a report tells of all cases is known") func reported() throws {
    let text = try Self.inFolder {
      try Self.output(
        "SELECT unit, log, count(*) FROM cases WHERE category IN ('x', 'z') GROUP BY 1, 2", in: $0)
    }
    #expect(!text.contains("21"))
  }

  @Test("a query is answered as it was before") func again() throws {
    try Self.inFolder { catalogue in
      let sql = "SELECT unit, log, category, count(*) FROM cases GROUP BY 1, 2, 3 ORDER BY 3"
      let first = try Self.output(sql, in: catalogue)
      _ = try Self.output("SELECT unit, log, count(*) FROM cases GROUP BY 1, 2", in: catalogue)
      #expect(try Self.output(sql, in: catalogue) == first)
    }
  }

  /// Of 24 cases 12 are in the north, and 3 are of kind y.
  @Test(
    "figures are made of what is shown",
    arguments: [
      // x has 12 of 24, y is withheld, and so is what tells it.
      (
        "SELECT count(*) FILTER (WHERE category = 'x') * 1.0 / count(*) AS share FROM cases "
          + "GROUP BY unit, log", "share\n0.50000000000000000000\n"
      ),
      ("SELECT count(*) FILTER (WHERE category = 'y') AS y FROM cases GROUP BY unit, log", "y\n\n"),
      (
        "SELECT 1 / (count(*) FILTER (WHERE category = 'y') - 3) AS y FROM cases GROUP BY unit, log",
        "y\n\n"
      ),
      // A mean is of all kinds, one of which is of few.
      (
        "SELECT avg(CASE WHEN category = 'x' THEN 1 ELSE 0 END) AS mean FROM cases GROUP BY unit, log",
        "mean\n\n"
      ),
      // North and south are 12 each.
      (
        "SELECT avg(CASE WHEN region = 'n' THEN 1 ELSE 0 END) AS mean, share(region = 'n') AS share "
          + "FROM cases GROUP BY unit, log", "mean,share\n0.50000000000000000000,0.5\n"
      ),
      // What stands above the groups sees what is published.
      (
        "SELECT category, count(*) AS n FROM cases GROUP BY unit, log, category HAVING count(*) < 5",
        "category,n\n"
      ),
      (
        "SELECT category, count(*) AS n FROM cases GROUP BY unit, log, category "
          + "ORDER BY count(*) DESC LIMIT 1", "category,n\nx,12\n"
      ),
      // Nobody and few look the same.
      (
        "SELECT count(*) FILTER (WHERE category = 'none') AS none FROM cases GROUP BY unit, log",
        "none\n0\n"
      ),
    ]) func figures(_ sql: String, _ expected: String) throws
  {
    #expect(try Self.inFolder { try Self.output(sql, in: $0) } == expected)
  }

  /// Tries all ways in which the 24 cases can be of three kinds and two regions, and keeps those that fit
  /// everything that was shown: the three of kind y, and theirs of each region, must stay unknown.
  @Test(
    "an attacker with many questions learns no count of few",
    arguments: [[0, 1, 2, 3, 4, 5, 6, 7], [7, 6, 5, 4, 3, 2, 1, 0], [3, 0, 6, 5, 1, 7, 2, 4]])
  func attacker(_ order: [Int]) throws {
    // x n, x s, y n, y s, z n, z s
    typealias Kinds = [Int]
    func count(_ places: Int...) -> (Kinds) -> Double {
      { kinds in Double(places.reduce(0) { $0 + kinds[$1] }) }
    }
    let questions: [(sql: String, value: (Kinds) -> Double)] = [
      ("count(*) FILTER (WHERE category = 'x')", count(0, 1)),
      ("count(*) FILTER (WHERE category IN ('x', 'z'))", count(0, 1, 4, 5)),
      ("count(*) FILTER (WHERE category <> 'y' AND region = 'n')", count(0, 4)),
      ("count(*) FILTER (WHERE region = 'n')", count(0, 2, 4)),
      (
        "avg(CASE category WHEN 'x' THEN 1 WHEN 'z' THEN 2 ELSE 4 END)",
        {
          (count(0, 1)($0) + 2 * count(4, 5)($0) + 4 * count(2, 3)($0)) / 24
        }
      ),
      ("count(*) FILTER (WHERE category = 'z') * 1.0 / count(*)", { count(4, 5)($0) / 24 }),
      ("share(category = 'y')", { count(2, 3)($0) / 24 }),
      ("count(*) FILTER (WHERE category = 'z' AND region = 's')", count(5)),
    ]
    var seen: [(value: (Kinds) -> Double, shown: Double)] = []
    try Self.inFolder { catalogue in
      for question in order.map({ questions[$0] }) {
        let text = try Self.output(
          "SELECT \(question.sql) AS v, count(*) AS n FROM cases GROUP BY unit, log", in: catalogue)
        let cells = text.split(separator: "\n").dropFirst().first?
          .split(separator: ",", omittingEmptySubsequences: false)
        if let shown = cells?.first.flatMap({ Double($0) }) { seen.append((question.value, shown)) }
      }
    }
    #expect(!seen.isEmpty)
    #expect(seen.allSatisfy { abs($0.value([6, 6, 2, 1, 4, 5]) - $0.shown) < 1e-6 })
    var left: [Set<Int>] = [[], [], []]
    for a in 0...24 {
      for b in 0...(24 - a) {
        for c in 0...(24 - a - b) {
          for d in 0...(24 - a - b - c) {
            for e in 0...(24 - a - b - c - d) {
              let kinds = [a, b, c, d, e, 24 - a - b - c - d - e]
              guard seen.allSatisfy({ abs($0.value(kinds) - $0.shown) < 1e-6 }) else { continue }
              left[0].insert(c + d)
              left[1].insert(c)
              left[2].insert(d)
            }
          }
        }
      }
    }
    #expect(left.allSatisfy { $0.count > 1 })
  }

  /// The record holds tables, not counts. With other data the same table may have others of few.
  @Test("a table on record protects what is of few now") func otherData() throws {
    try Self.inFolder { catalogue in
      let sql = "SELECT category, count(*) AS n FROM cases GROUP BY unit, log, category"
      let ledger = try #require(catalogue.ledger)
      try ledger.recording { _ in
        (
          (),
          [PublishedTable(table: "cases", keys: ["unit", "log", "category"], conditions: [:])]
        )
      }
      let kinds = try Self.output(sql, in: catalogue)
      #expect(!kinds.contains("y,3"))
      #expect(try ledger.tables().count == 1)
      let all = try Self.output(
        "SELECT count(*) AS n FROM cases GROUP BY unit, log", in: catalogue)
      #expect(!(kinds.contains("z,9") && all.contains("24")))
    }
  }

  @Test(
    "all else is refused by name",
    arguments: [
      ("SELECT * FROM cases", "rows of persons"),
      ("SELECT id FROM cases GROUP BY id", "counts by id"),
      ("SELECT count(*) FROM cases", "about one unit"),
      (
        "SELECT unit, log, any_value(category) FROM cases GROUP BY 1, 2",
        "any_value is not published"
      ),
      ("SELECT unit, log, string_agg(region, '') FROM cases GROUP BY 1, 2", "string_agg is not"),
      ("SELECT unit, log, max(id) FROM cases GROUP BY 1, 2", "counts by id"),
      (
        "SELECT unit, log, count(*) FILTER (WHERE id = '1') FROM cases GROUP BY 1, 2",
        "counts by id"
      ),
      (
        "SELECT unit, log, sum(count(*)) OVER () FROM cases GROUP BY 1, 2", "windows over counts"
      ),
      (
        "SELECT unit, log, (SELECT max(id) FROM cases), count(*) FROM cases GROUP BY 1, 2",
        "not published"
      ),
      // Errors would tell whether such a row is there, and how many.
      (
        "SELECT unit, log, count(*) FILTER (WHERE 1 / (CASE WHEN category = 'y' THEN 0 ELSE 1 END) > 0) "
          + "FROM cases GROUP BY 1, 2", "only CASE"
      ),
      ("SELECT unit, log, sum(category::integer) FROM cases GROUP BY 1, 2", "only CASE"),
      (
        "SELECT unit, log, sum(CASE WHEN category = 'y' THEN 4611686018427387904 ELSE 0 END) FROM cases "
          + "GROUP BY 1, 2", "numbers beyond"
      ),
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
      ("SELECT count(*) FROM targets", "one table of responses"),
      ("DESCRIBE cases", "result of a SELECT"),
      ("SELECT * FROM persons", "holds rows of persons"),
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
