import TableFixtures
import Tables
import Testing

@testable import Plans

@Suite("Periods and follow-up days") struct PlanPeriodTests {
  @Test(
    "texts that are periods",
    arguments: [
      ("2023-09-01", "2023-09-01", "2023-09-01", PlanPeriod.Precision.day),
      ("2024-02", "2024-02-01", "2024-02-29", .month),
      ("2023", "2023-01-01", "2023-12-31", .year),
      ("2022-2023", "2022-01-01", "2023-12-31", .years),
      ("2022–2024", "2022-01-01", "2024-12-31", .years),
      ("2016-host", "2016-07-01", "2016-12-31", .halfYear),
      ("2016-var", "2016-01-01", "2016-06-30", .halfYear),
    ])
  func period(text: String, first: String, last: String, precision: PlanPeriod.Precision) throws {
    let period = try #require(PlanPeriod(text))
    #expect(period.first == day(first))
    #expect(period.last == day(last))
    #expect(period.precision == precision)
    #expect(period.text == text)
  }

  @Test(
    "texts that are none",
    arguments: [
      "2026-06-31", "2023-13", "2023-0", "2023-2022", "lopande", "", "-", "20233", "2023-06-01-02",
      "vår 2022–vår 2023", "+202", "2023-sommar", "0000",
    ])
  func noPeriod(text: String) {
    #expect(PlanPeriod(text) == nil)
  }

  @Test("order is by the last day") func order() {
    let texts = ["2017-02-28", "2016-host", "2016", "2016-04", "2016-var"]
    #expect(
      texts.compactMap { PlanPeriod($0) }.sorted().map(\.text)
        == ["2016-04", "2016-var", "2016", "2016-host", "2017-02-28"])
  }

  @Test("April, August and December") func followUps() throws {
    let calendar = try #require(FollowUpCalendar(months: [4, 8, 12]))
    #expect(
      calendar.dates(in: 2023) == [day("2023-04-30"), day("2023-08-31"), day("2023-12-31")])
    #expect(calendar.next(after: day("2023-04-29")) == [day("2023-04-30")])
    #expect(calendar.next(after: day("2023-04-30")) == [day("2023-08-31")])
    #expect(
      calendar.next(after: day("2023-09-01"), count: 3)
        == [day("2023-12-31"), day("2024-04-30"), day("2024-08-31")])
    #expect(
      calendar.passed(in: 2023, asOf: day("2023-08-31")) == [day("2023-04-30"), day("2023-08-31")])
    #expect(calendar.passed(in: 2023, asOf: day("2023-04-29")).isEmpty)
  }

  @Test("other months, and months that are none") func months() throws {
    let calendar = try #require(FollowUpCalendar(months: [8, 2, 8]))
    #expect(calendar.months == [2, 8])
    #expect(calendar.dates(in: 2024) == [day("2024-02-29"), day("2024-08-31")])
    #expect(calendar.dates(in: 0).isEmpty)
    #expect(calendar.next(after: day("9999-12-31")).isEmpty)
    #expect(calendar.next(after: day("2024-01-01"), count: -1).isEmpty)
    #expect(FollowUpCalendar(months: []) == nil)
    #expect(FollowUpCalendar(months: [0]) == nil)
    #expect(FollowUpCalendar(months: [4, 13]) == nil)
  }

  @Test("a plan has the months that are given for it, and no others") func followUpsByPlan() throws
  {
    let (thrice, once) = (FollowUpCalendar(months: [4, 8, 12]), FollowUpCalendar(months: [6]))
    var followUps = PlanFollowUps()
    #expect(followUps.calendar(of: "a") == nil && followUps.calendar(of: nil) == nil)
    followUps.byPlan["a"] = thrice
    #expect(followUps.calendar(of: "a") == thrice && followUps.calendar(of: "b") == nil)
    followUps.usual = once
    #expect(followUps.calendar(of: "a") == thrice && followUps.calendar(of: "b") == once)
    #expect(followUps.calendar(of: nil) == once)
  }
}
