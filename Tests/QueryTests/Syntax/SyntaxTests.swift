import Query
import Testing

/// Splitting, commands, and texts that must not trap.
@Suite struct SyntaxTests {
  @Test func splitting() throws {
    let parts = try Statements.split("select 'a;b'; -- å;\n select \"x;\" /* ; */ ;; from t")
    #expect(parts.map(\.sql) == ["select 'a;b'", "select \"x;\"", "from t"])
    #expect(parts.map(\.start) == [0, 21, 44])
    #expect(throws: QueryError("unterminated quoted string", at: 8)) {
      try Statements.split("select 'a")
    }
  }

  @Test(arguments: [
    ("select 1;", true), ("select 1", false), ("select ';", false), ("select 1; -- done", true),
    ("select /* ; ", false), ("", false),
  ]) func completeness(_ test: (text: String, isComplete: Bool)) {
    #expect(Statements.isComplete(test.text) == test.isComplete)
  }

  @Test func commands() throws {
    func name(_ sql: String) throws -> String {
      switch try Binder.statement(sql, in: SurveyCatalogue()) {
      case .query: "query"
      case .explain(_, let analyze): analyze ? "analyze" : "explain"
      case .describe: "describe"
      case .summarize: "summarize"
      case .showTables: "show"
      }
    }
    #expect(try name("explain select 1") == "explain")
    #expect(try name("EXPLAIN ANALYZE from t") == "analyze")
    #expect(try name("explain (analyze) select 1;") == "analyze")
    #expect(try name("desc t") == "describe")
    #expect(try name("describe from t") == "describe")
    #expect(try name("summarize select 1") == "summarize")
    #expect(try name("show tables;") == "show")
  }

  @Test func longNames() throws {
    let query = try bound(
      "select \"\(SurveyCatalogue.question)\" as \"\(SurveyCatalogue.question)?\" from long")
    #expect(query.names == [SurveyCatalogue.question + "?"])
    #expect(text(query.plan) == "long[\(SurveyCatalogue.question)]")
  }

  /// What nests too deeply is refused; nothing traps.
  @Test(arguments: [
    ("a+", 10_000), ("- ", 10_000), ("not ", 10_000), ("(", 10_000), ("abs(", 9_000),
  ])
  func depth(_ test: (part: String, count: Int)) {
    let closing = test.part.hasSuffix("(") ? String(repeating: ")", count: test.count) : ""
    let sql = "select " + String(repeating: test.part, count: test.count) + "a\(closing) from t"
    #expect(
      throws: QueryError(
        "the query nests more deeply than can be run",
        hint: "write it in several steps, with WITH, or use IN (…) for long lists")
    ) { try bound(sql) }
  }

  @Test func moderateDepth() throws {
    _ = try bound("select " + String(repeating: "a+", count: 400) + "a from t")
    #expect(throws: QueryError.self) { try bound(String(repeating: "x", count: 70_000)) }
  }

  /// Queries with a few bytes changed, in a fixed pseudorandom order: bound or refused, never a trap.
  @Test func mutations() {
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let words = PlanTests.cases.flatMap { $0.sql.split(separator: " ").map(String.init) }
    var positions = 0
    for round in 0..<600 {
      let sql = PlanTests.cases[round % PlanTests.cases.count].sql
      var parts = sql.split(separator: " ").map(String.init)
      for _ in 0...next(3) where !parts.isEmpty {
        switch next(3) {
        case 0: parts.remove(at: next(parts.count))
        case 1: parts.insert(words[next(words.count)], at: next(parts.count + 1))
        default: parts[next(parts.count)] = words[next(words.count)]
        }
      }
      let mutated = parts.joined(separator: " ")
      do {
        let query = try bound(mutated)
        #expect(query.plan.types.count == query.names.count)
      } catch let error as QueryError {
        if let position = error.position {
          positions += 1
          #expect((1...mutated.unicodeScalars.count + 1).contains(position))
        }
      } catch {
        Issue.record("\(mutated): \(error)")
      }
    }
    #expect(positions > 100)
  }
}
