import Tables
import Testing

@testable import Query

@Suite("Aggregations")
struct AggregationTests {
  static let table: Table = {
    var groups = ColumnBuilder(.text)
    var scores = ColumnBuilder(.integer)
    for (group, score) in [("b", 3), ("a", nil), ("b", 5), ("a", 4)] as [(String, Int64?)] {
      groups.append(.text(group))
      scores.append(score.map(Cell.integer) ?? .null)
    }
    return Table(
      name: "folder/svar",
      schema: Schema([Field("group", .text), Field("score \"x\"", .integer), Field("group", .text)]
      ),
      columns: [groups.column, scores.column, groups.column], lines: [2, 3, 5, 6],
      file: "folder/svar.csv")
  }()

  @Test("groups in the order of their first rows, with their lines")
  func groups() throws {
    let plan = Aggregation(keys: ["group"], [.count(), .sum("score \"x\"")])
    #expect(
      try plan.run(on: Self.table) == [
        AggregatedGroup(keys: [.text("b")], results: [.integer(2), .integer(8)], lines: 2...5),
        AggregatedGroup(keys: [.text("a")], results: [.integer(2), .integer(4)], lines: 3...6),
      ])
  }

  @Test("without keys there is one group, even of no rows")
  func nothing() throws {
    let plan = Aggregation([.count()], where: .equals("group", .text("c")))
    #expect(
      try plan.run(on: Self.table) == [
        AggregatedGroup(keys: [], results: [.integer(0)], lines: nil)
      ])
  }

  @Test("several groupings are several aggregations in one pass")
  func groupings() throws {
    let figures: [Aggregation.Figure] = [.count(), .largest("score \"x\"")]
    let lists = [["group"], [], ["score \"x\"", "group"], ["score \"x\""]]
    let groups = try Aggregation(groupings: lists, figures).run(on: Self.table)
    for (position, keys) in lists.enumerated() {
      let alone = try Aggregation(keys: keys, figures).run(on: Self.table)
      #expect(
        groups.filter { $0.grouping == position }
          == alone.map { group in
            var group = group
            group.grouping = position
            return group
          })
    }
    // A missing value is a key of its own; a key that is left out is none.
    #expect(groups.contains { $0.grouping == 3 && $0.keys == [.null] && $0.lines == 3...3 })
    #expect(groups.contains { $0.grouping == 1 && $0.keys.isEmpty && $0.lines == 2...6 })
  }

  @Test("without rows only the grouping without keys has a group")
  func groupingsOfNothing() throws {
    let plan = Aggregation(
      groupings: [["group"], []], [.count()], where: .equals("group", .text("c")))
    #expect(
      try plan.run(on: Self.table) == [
        AggregatedGroup(grouping: 1, keys: [], results: [.integer(0)], lines: nil)
      ])
  }

  @Test func refusals() throws {
    #expect(
      throws: QueryError(
        "column \"groop\" does not exist", hint: "did you mean 'group'?")
    ) { try Aggregation([.largest("groop")]).run(on: Self.table) }
    #expect(throws: QueryError.self) { try Aggregation([.sum("group")]).run(on: Self.table) }
    #expect(throws: QueryError.self) {
      try Aggregation([.count(where: .isTrue("group"))]).run(on: Self.table)
    }
    #expect(throws: QueryError.self) {
      try Aggregation([.count()], where: .equals("group", .integer(1))).run(on: Self.table)
    }
  }

  @Test("each figure is what SQL gives, with and without keys and conditions")
  func figures() throws {
    let score = FormulaAggregation.quoted("score \"x\"")
    let pairs: [(Aggregation.Figure, String)] = [
      (.count(), "count(*)"), (.count(where: .areKnown(["score \"x\""])), "count(\(score))"),
      (
        .count(where: .all([.equals("group", .text("b")), .equals("score \"x\"", .integer(5))])),
        "count(*) FILTER (WHERE \"group\" = 'b' AND \(score) = 5)"
      ),
      (.sum("score \"x\""), "sum(\(score))"), (.mean("score \"x\""), "avg(\(score))"),
      (.median("score \"x\""), "median(\(score))"),
      (
        .quantile(0.9, "score \"x\""),
        "percentile_cont(0.9) WITHIN GROUP (ORDER BY \(score))"
      ),
      (.largest("group"), "max(\"group\")"),
    ]
    let conditions: [(Aggregation.RowCondition?, String?)] = [
      (nil, nil), (.areKnown(["score \"x\"", "group"]), "\(score) IS NOT NULL"),
      (.equals("score \"x\"", .integer(9)), "\(score) = 9"),
    ]
    for keys in [[], ["group"], ["score \"x\"", "group"]] {
      for (condition, filter) in conditions {
        let plan = Aggregation(keys: keys, pairs.map(\.0), where: condition)
        let formulas = FormulaAggregation(
          keys: keys, results: pairs.map(\.1), filter: filter)
        #expect(try plan.run(on: Self.table) == formulas.run(on: Self.table))
      }
    }
  }

  @Test("formulas over one table give together what each gives alone")
  func together() throws {
    let plans = [
      FormulaAggregation(results: ["count(*)"]),
      FormulaAggregation(
        results: ["max(\"group\") -- the last", "count(*)"], filter: "1 = 0 -- no"),
      FormulaAggregation(
        results: ["sum(\"score \"\"x\"\"\")", "min(\"group\")"], filter: "\"group\" = 'b'"),
      FormulaAggregation(results: ["(SELECT max(\"group\") FROM \"\(Self.table.name)\")"]),
      FormulaAggregation(results: ["'5'"], filter: "\"score \"\"x\"\"\" > 4"),
    ]
    let groups = try #require(FormulaAggregation.together(plans, on: Self.table))
    #expect(try groups == plans.flatMap { try $0.run(on: Self.table) })
  }

  @Test(
    "one formula that cannot be run leaves each to itself",
    arguments: ["max(groop)", "\"group\"", "1), (2", "1) AS x, (2", "1 / 0", "sum(\"group\")", ""])
  func notTogether(_ text: String) {
    let sound = FormulaAggregation(results: ["count(*)"])
    let plans = [sound, FormulaAggregation(results: [text]), sound]
    #expect(FormulaAggregation.together(plans, on: Self.table) == nil)
  }

  @Test("a formula names what it does not find")
  func formulas() throws {
    let error = #expect(throws: QueryError.self) {
      try FormulaAggregation(results: ["max(groop)"]).run(on: Self.table)
    }
    #expect(error?.description == "column \"groop\" does not exist; did you mean 'group'?")
    #expect(error?.found.isEmpty == false)
  }
}
