import Diagnostics
import Labels
import Tables
import Testing

@testable import Indicators

/// The cube of a log: what its cases add up to, and nothing of what was left out.
@Suite struct CaseCubeTests {
  private static let rows = """
    1,2023-01-09,2023-01-11,,,,a
    2,2023-01-16,2023-02-20,,,,b
    3,2023-02-06,,,,,a
    4,2023-03-01,2023-03-02,,,,
    5,2022-12-30,2023-01-02,,,,b
    6,,2023-01-02,,,,b
    """

  private static let ofKindA = CaseSubset(
    id: "a", label: Label(same: "a"), condition: CaseCondition(column: "typ", equals: "a"))

  @Test("the cube of a reading is what the log counts", arguments: [nil, 2022, 2023])
  func reading(year: Int?) throws {
    let asOf = caseDay("2023-02-28")
    for subsets in [[], [Self.ofKindA]] {
      let log = CaseFixture.log(
        Self.rows, limits: [CaseFixture.fiveDays, CaseFixture.seventyTwoHours], subsets: subsets)
      let cube = log.cube(asOf: asOf, calendar: .sverige, year: year)
      // Case 4 comes in after the day, and nobody knows when case 6 did.
      #expect(cube.caseCount == (year == nil ? 4 : year == 2022 ? 1 : 3))
      #expect(cube.subsets.map(\.count) == subsets.map { _ in year == 2022 ? 0 : 2 })
      #expect(cube.results.count == 2)
      for limit in log.definition.limits {
        let result = try #require(cube.result(limit: limit.id))
        #expect(
          result == log.result(limit: limit, asOf: asOf, calendar: .sverige, year: year))
        for parts in [result.byMonth, result.byCategory] {
          #expect(parts.reduce(0) { $0 + $1.result.total } == result.total)
          #expect(parts.reduce(0) { $0 + $1.result.withinLimit } == result.withinLimit)
          #expect(parts.reduce(0) { $0 + $1.result.unusable } == result.unusable)
        }
      }
      #expect(cube.result(limit: "okänd") == nil)
    }
  }

  @Test("without examples the cube has no limit that is invented") func withoutExamples() throws {
    var limit = CaseFixture.seventyTwoHours
    limit.isInvented = true
    var log = CaseFixture.log(Self.rows, limits: [CaseFixture.fiveDays, limit])
    let cube = log.cube(asOf: caseDay("2023-12-31"), calendar: .sverige)
    let rest = cube.restricted(to: try #require(log.definition.withoutExamples))
    #expect(Set(cube.results.keys) == ["svarstid", "imy"])
    #expect(Set(rest.results.keys) == ["svarstid"] && rest.result(limit: "imy") == nil)
    #expect(rest.results["svarstid"] == cube.results["svarstid"])
    #expect(rest.caseCount == cube.caseCount)

    var definition = log.definition
    definition.provenance = Provenance(stated: Label("s", "s"), matched: Label("m", "m"))
    log = CaseLog(definition: definition, table: log.table)
    #expect(log.definition.withoutExamples == nil)
  }
}
