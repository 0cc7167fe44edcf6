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
      batches: [
        Batch(
          columns: [groups.column, scores.column, groups.column], rowCount: 4, lines: [2, 3, 5, 6])
      ], file: "folder/svar.csv")
  }()

  @Test("groups in the order of their first rows, with their lines")
  func groups() throws {
    let plan = Aggregation(
      keys: ["group"], results: ["count(*)", "sum(\(Aggregation.quoted("score \"x\"")))"])
    #expect(
      try plan.run(on: Self.table) == [
        AggregatedGroup(keys: [.text("b")], results: [.integer(2), .integer(8)], lines: 2...5),
        AggregatedGroup(keys: [.text("a")], results: [.integer(2), .integer(4)], lines: 3...6),
      ])
  }

  @Test("without keys there is one group, even of no rows")
  func nothing() throws {
    let plan = Aggregation(results: ["count(*)"], filter: "\"group\" = 'c'")
    #expect(
      try plan.run(on: Self.table) == [
        AggregatedGroup(keys: [], results: [.integer(0)], lines: nil)
      ])
  }

  @Test("several groupings are several aggregations in one pass")
  func groupings() throws {
    let results = ["count(*)", "max(\(Aggregation.quoted("score \"x\"")))"]
    let lists = [["group"], [], ["score \"x\"", "group"], ["score \"x\""]]
    let groups = try Aggregation(groupings: lists, results: results).run(on: Self.table)
    for (position, keys) in lists.enumerated() {
      let alone = try Aggregation(keys: keys, results: results).run(on: Self.table)
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
      groupings: [["group"], []], results: ["count(*)"], filter: "\"group\" = 'c'")
    #expect(
      try plan.run(on: Self.table) == [
        AggregatedGroup(grouping: 1, keys: [], results: [.integer(0)], lines: nil)
      ])
  }

  @Test func refusals() throws {
    #expect(
      throws: QueryError(
        "column \"groop\" does not exist", hint: "did you mean 'group'?")
    ) { try Aggregation(results: ["max(groop)"]).run(on: Self.table) }
  }
}
