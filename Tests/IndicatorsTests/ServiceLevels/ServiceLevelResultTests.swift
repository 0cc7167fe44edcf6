import Labels
import Tables
import Testing

@testable import Indicators

@Suite("Service level result") struct ServiceLevelResultTests {
  static let rows = """
    1,2023-06-19,2023-06-27,,,,tillsyn
    2,2023-06-19,2023-06-28,,,,tillsyn
    3,2023-09-04,2023-09-15,2023-09-06,2023-09-13,,
    4,2023-09-04,,,,,fråga
    5,2023-12-28,,,,,fråga
    6,2024-01-02,2024-01-03,,,,fråga
    7,2022-12-30,2023-01-02,,,,fråga
    8,,2023-05-05,,,,fråga
    9,2023-10-10,2023-10-09,,,,tillsyn
    10,2023-11-01,,,,2023-11-20,tillsyn
    """

  @Test("an open overdue case never hides behind answered ones") func result() {
    let log = CaseFixture.log(Self.rows)
    let result = log.result(
      limit: CaseFixture.fiveDays, asOf: caseDay("2023-12-31"), calendar: .sverige, year: 2023)
    #expect(result.total == 6)
    #expect(result.answered == 3)
    #expect(result.withinLimit == 2)
    #expect(result.late == 1)
    #expect(result.openNow == 3)
    #expect(result.openOverdue == 2)
    #expect(result.pending == 1)
    #expect(result.closedUnanswered == 1)
    #expect(result.unusable == 2)
    #expect(result.notYetReceived == 0)
    #expect(result.base == 5)
    // 2 of 5; of the answered cases alone it would be 2 of 3.
    #expect(result.shareWithin == 0.4)
    // Times 4, 5, 6.
    #expect(result.median == 5)
    #expect(result.percentile90 == 5.8)
    #expect(result.longest == 6)
    // 5 September to 29 December: 19 days left of September, 22, 22 and 19.
    #expect(result.longestOpen == 82)
  }

  @Test("without a year every case counts, and later ones are left out") func allYears() {
    let result = CaseFixture.log(Self.rows).result(
      limit: CaseFixture.fiveDays, asOf: caseDay("2023-12-31"), calendar: .sverige)
    #expect(result.total == 7)
    #expect(result.notYetReceived == 1)
    #expect(result.unusable == 2)
  }

  @Test("by month and by category") func breakdown() {
    let result = CaseFixture.log(Self.rows).result(
      limit: CaseFixture.fiveDays, asOf: caseDay("2023-12-31"), calendar: .sverige, year: 2023)
    #expect(
      result.byMonth.map(\.key) == ["2023-06", "2023-09", "2023-10", "2023-11", "2023-12", nil])
    #expect(result.byMonth.map(\.result.total) == [2, 2, 0, 1, 1, 0])
    #expect(result.byMonth.map(\.result.unusable) == [0, 0, 1, 0, 0, 1])
    #expect(result.byMonth[1].result.shareWithin == 0.5)
    #expect(result.byMonth[4].result.shareWithin == nil)
    #expect(result.byCategory.map(\.key) == ["fråga", "tillsyn", nil])
    #expect(result.byCategory.map(\.result.total) == [2, 3, 1])
  }

  @Test("nothing decided gives no share and no times") func empty() {
    let result = CaseFixture.log("1,2023-06-19,,,,,").result(
      limit: CaseFixture.fiveDays, asOf: caseDay("2023-06-20"), calendar: .sverige)
    #expect(result.pending == 1)
    #expect(result.shareWithin == nil)
    #expect(result.median == nil)
    #expect(result.percentile90 == nil)
    #expect(result.longest == nil)
    #expect(result.longestOpen == 1)
  }

  @Test("a condition picks the cases of a limit") func condition() {
    var limit = CaseFixture.fiveDays
    limit.condition = CaseCondition(column: "typ", equals: "tillsyn")
    let result = CaseFixture.log(Self.rows, limits: [limit]).result(
      limit: limit, asOf: caseDay("2023-12-31"), calendar: .sverige, year: 2023)
    #expect(result.total == 3)
    #expect(result.unusable == 1)
  }

  @Test("counted subsets") func subsets() {
    let subset = CaseSubset(
      id: "subset",
      label: Label("tillsyn", "supervision"),
      condition: CaseCondition(column: "typ", equals: "tillsyn"))
    let log = CaseFixture.log(Self.rows, subsets: [subset])
    let all = log.subsetCounts(asOf: caseDay("2024-12-31"))
    #expect(all == [CaseSubsetCount(subset: subset, count: 4, total: 9)])
    let year = log.subsetCounts(asOf: caseDay("2023-12-31"), year: 2023)
    #expect(year == [CaseSubsetCount(subset: subset, count: 4, total: 7)])
    #expect(log.caseCount(asOf: caseDay("2023-12-31"), year: 2023) == 7)
    // More than one statement holds.
    let many = CaseFixture.log(Self.rows, subsets: Array(repeating: subset, count: 2100))
      .subsetCounts(asOf: caseDay("2024-12-31"))
    #expect(many == Array(repeating: all[0], count: 2100))
  }

  @Test(
    "a condition matches numbers and truth values however they are written",
    arguments: [
      (Cell.integer(1), "1", true), (.integer(1), "1.0", true), (.integer(1), "2", false),
      (.boolean(true), "ja", true), (.boolean(false), "ja", false), (.text("ja"), "ja", true),
      (.null, "ja", false), (.null, "", true), (.real(0.5), "0.5", true),
    ])
  func matching(cell: Cell, text: String, holds: Bool) {
    #expect(CaseCondition(column: "x", equals: text).holds(cell) == holds)
  }
}
