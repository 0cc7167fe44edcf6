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

  @Test func refusals() throws {
    #expect(
      throws: QueryError(
        "column \"groop\" does not exist", hint: "did you mean 'group'?")
    ) { try Aggregation(results: ["max(groop)"]).run(on: Self.table) }
  }
}
