import Tables
import Testing

@testable import Query

@Suite struct AggregationTests {
  static let table = queryTable(
    [
      ("grupp", .text, [.text("chef"), .null, .text("medarbetare"), .text("chef"), .null]),
      ("betyg", .integer, [.integer(4), .integer(2), .null, .integer(5), .integer(1)]),
    ], batchSize: 2)
  static let empty = queryTable([("grupp", .text, []), ("betyg", .integer, [])])

  @Test("groups come as they first appear, nulls are one group, lines are traced")
  func order() throws {
    let groups = try plan(["count(*)", "sum(betyg)"], by: ["grupp"]).run(on: Self.table)
    #expect(groups.map(\.keys) == [[.text("chef")], [.null], [.text("medarbetare")]])
    #expect(
      groups.map(\.results) == [
        [.integer(2), .real(9)], [.integer(2), .real(3)], [.integer(1), .null],
      ])
    #expect(groups.map(\.lines) == [2...5, 3...6, 4...4])
  }

  @Test("without keys there is one group, with keys there may be none")
  func emptyTable() throws {
    let results = ["count(*)", "count(betyg)", "sum(betyg)", "avg(betyg)", "min(betyg)", "1 + 1"]
    let groups = try plan(results).run(on: Self.empty)
    #expect(groups.count == 1)
    #expect(groups[0].results == [.integer(0), .integer(0), .null, .null, .null, .real(2)])
    #expect(groups[0].keys == [])
    #expect(groups[0].lines == nil)
    #expect(try plan(results, by: ["grupp"]).run(on: Self.empty).isEmpty)
    let none = try plan(results, where: "betyg > 100").run(on: Self.table)
    #expect(none == groups)
    #expect(try plan(results, by: ["grupp"], where: "FALSE").run(on: Self.table).isEmpty)
  }

  @Test("a row counts when the filter is true, not when it is unknown")
  func unknown() throws {
    let counted = try plan(["count(*)"], where: "betyg <> 4").run(on: Self.table)
    #expect(counted[0].results == [.integer(3)])
    let nulls = try plan(["count(*)"], where: "NULL").run(on: Self.table)
    #expect(nulls[0].results == [.integer(0)])
  }

  @Test("keys and equal aggregates stand in results")
  func combined() throws {
    let groups = try plan(
      ["grupp", "count(*) - count(*)", "max(betyg) IN (5, 9)", "NOT count(betyg) = 0"],
      by: ["grupp"]
    ).run(on: Self.table)
    #expect(groups[0].results == [.text("chef"), .real(0), .boolean(true), .boolean(true)])
    #expect(groups[2].results == [.text("medarbetare"), .real(0), .null, .boolean(false)])
  }

  @Test("constants stand for names in results, arguments and filters")
  func constants() throws {
    let constants = ["gräns": Cell.integer(2), "mål": .real(3.5)]
    let plan = try plan(
      ["avg(betyg) - mål", "sum(betyg * gräns)", "count(*) FILTER (WHERE betyg > gräns)", "mål"],
      where: "betyg >= gräns AND grupp <> mått OR betyg = gräns")
    // Of 4, 2, 5 (1 is too little) the filter keeps all: the groups are chef, none, chef.
    let groups = try plan.run(
      on: Self.table, constants: constants.merging(["mått": .text("x")]) { a, _ in a })
    #expect(groups[0].results == [.real(11.0 / 3 - 3.5), .real(22), .integer(2), .real(3.5)])
  }

  @Test("a column hides a constant of its name")
  func hidden() throws {
    let plan = try plan(["sum(betyg)"], where: "betyg > 1")
    let groups = try plan.run(on: Self.table, constants: ["betyg": .integer(0)])
    #expect(groups[0].results == [.real(11)])
  }

  @Test(
    "what cannot run is refused, of an empty table too",
    arguments: [
      (["sum(betgy)"], [], nil, "table 'svar' has no column 'betgy'; did you mean 'betyg'?"),
      (["count(*)"], ["grup"], nil, "table 'svar' has no column 'grup'; did you mean 'grupp'?"),
      (["count(*)"], [], "ålder > 1", "table 'svar' has no column 'ålder'; known: grupp, betyg"),
      (
        ["count(*) FILTER (WHERE ålder > 1)"], [], nil,
        "table 'svar' has no column 'ålder'; known: grupp, betyg"
      ),
      // A key must be a column; a constant is none.
      (["count(*)"], ["år"], nil, "table 'svar' has no column 'år'; known: grupp, betyg"),
      (
        ["betyg"], ["grupp"], nil,
        "column 'betyg' must stand inside an aggregate or among the keys"
      ),
      (
        ["FALSE AND betyg = 1"], [], nil,
        "column 'betyg' must stand inside an aggregate or among the keys"
      ),
      (["sum(count(*))"], [], nil, "count is not allowed here"),
      (["sum(betyg) FILTER (WHERE max(betyg) > 1)"], [], nil, "max is not allowed here"),
      (["count(*)"], [], "count(*) > 1", "count is not allowed here"),
    ] as [([String], [String], String?, String)])
  func refusals(results: [String], keys: [String], filter: String?, message: String) {
    for table in [Self.table, Self.empty] {
      #expect(
        refusal { () throws(QueryError) in
          try plan(results, by: keys, where: filter).run(on: table, constants: ["år": .integer(1)])
        } == message)
    }
  }

  @Test(
    "what a row cannot give is refused",
    arguments: [
      ("sum(grupp)", nil, "sum needs numbers"),
      ("avg(grupp)", nil, "avg needs numbers"),
      ("sum(betyg / (betyg - 4))", nil, "division by zero"),
      ("sum(betyg) / (count(*) - 5)", nil, "division by zero"),
      ("count(*)", "betyg", "a condition is needed, not a number"),
      ("count(*) FILTER (WHERE grupp)", nil, "a condition is needed, not a text"),
      ("count(*)", "grupp = 1", "cannot compare a text with a number"),
    ] as [(String, String?, String)])
  func rowRefusals(result: String, filter: String?, message: String) {
    #expect(
      refusal { () throws(QueryError) in try plan([result], where: filter).run(on: Self.table) }
        == message)
  }
}
