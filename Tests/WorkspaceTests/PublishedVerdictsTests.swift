import Indicators
import Labels
import Surveys
import Tables
import Testing
import Workspace

@Suite struct PublishedVerdictsTests {
  /// Goals whose verdict follows from the documents' own figures.
  @Test(
    "the verdict that the figures give",
    arguments: [
      // 77 of 79 against all; 16 of 20 against all; the group is as good as its weakest part.
      ("dso-2023-granskning-verksamheter", Verdict.nearly, true),
      ("dso-2023-mognadsmatris", .notMet, true),
      ("dso-2023-mal-granska", .notMet, true),
      ("dso-2023-nyhetsbrev", .met, false),
      // 14 066 of 15 000, marked carried out (000:619).
      ("navet-2012-helg-lov-besok", .nearly, true),
      ("navet-2012-temabesok-elever", .met, false),
      ("navet-2012-matematikpalatset-elever", .notMet, false),
      // 29 of 30 (000:747).
      ("mc-2012-jobbvaxling-registrerade", .nearly, false),
      // 6 to 9 days against 5 half-days: another unit, one dimension (000:625).
      ("navet-2012-steps-halvdagar", .met, false),
      ("mc-2023-nojd-samtal", .met, false),
      ("mc-2023-rekommendera", .met, false),
      ("mc-2023-hemsida", .notMet, false),
      // 1 of 2 meetings, marked carried out (004:1729).
      ("brb-2023-traffar-samhallsbyggnad", .notMet, true),
      ("brb-2023-natverksmoten", .met, false),
      ("brb-2023-expand-retain", .notMet, false),
      ("brb-2023-nyhetsbrev-politik", .notMet, false),
      // No figure, no threshold, no direction.
      ("mc-2012-traffar-personalspecialister", .cannotAssess, false),
      ("narvard-2023-konferens", .cannotAssess, false),
      ("kansli-2012-eget-kapital", .cannotAssess, false),
      // 57 and 62 % of the budget in March 2017 against 80 % (002:117).
      ("westum-2016-erasmus-budget", .notMet, false),
      ("cv-2012-mal-i-fas", .nearly, false),
    ])
  func verdict(id: String, verdict: Verdict, differs: Bool) throws {
    let assessment = try #require(Datasets.assessment(id))
    #expect(assessment.verdict == verdict)
    #expect(assessment.differs == differs)
  }

  @Test("the weaker of the two latest Erasmus+ figures decides")
  func erasmus() throws {
    let assessment = try #require(Datasets.assessment("westum-2016-erasmus-budget"))
    #expect(assessment.deciding?.id == "u-erasmus-budget-studerande-2017")
    #expect(assessment.fulfilment == 57.0 / 80)
  }

  /// 53 013 visitors in 2011, 57 576 in 2012 (000:538), 60 000 in 2023 (004:2681), 65 000 wanted
  /// for 2025 (001:195).
  @Test("visitors over the years")
  func visitors() throws {
    let trend = try #require(
      Datasets.workspace.assessor.allTrends.first { $0.indicator == "navet-besokare" })
    #expect(trend.points.map(\.year) == [2011, 2012, 2023, 2025])
    #expect(trend.points.map(\.value) == [53013, 57576, 60000, 65000])
    #expect(trend.points.map(\.kind) == [.outcome, .outcome, .outcome, .target])
    let change = try #require(trend.change(to: 2012))
    #expect(change.absolute == 4563)
    #expect(change.relative == 4563.0 / 53013)
    let keep = try #require(Datasets.assessment("navet-2025-bibehall-besok"))
    #expect(keep.trend?.latestOutcome(before: 2025)?.value == 60000)
  }

  @Test("nothing has changed since a wave that no document has")
  func waves() throws {
    let survey = try #require(Datasets.workspace.survey("narvardskontoret/survey"))
    let comparison = WaveComparison(
      current: try survey.result(wave: "2023-08"), previous: try survey.result(wave: "2023-01"),
      acknowledgingBreak: true)
    #expect(
      comparison.notCompared == .invented(wave: Label("januari 2023", "January 2023")))
    #expect(comparison.questions.allSatisfy { $0.rate == nil && $0.share == nil })
  }

  @Test("cases and incidents against their limits")
  func limits() throws {
    let workspace = Datasets.workspace
    let cases = try #require(workspace.caseLog("dataskyddsombud/cases"))
    let limit = try #require(cases.definition.limit("svar"))
    let asOf = workspace.asOf(year: 2023)
    let result = cases.result(
      limit: limit, asOf: asOf, calendar: workspace.calendar, year: 2023)
    #expect(result.total == 120 && result.openOverdue == 0)
    #expect(result.withinLimit == result.base)
    let incidents = try #require(workspace.caseLog("dataskyddsombud/incidents"))
    let clock = try #require(incidents.definition.limit("art33"))
    let hours = incidents.result(
      limit: clock, asOf: asOf, calendar: workspace.calendar, year: 2023)
    #expect(hours.total == 15 && hours.late == 0)
    #expect((hours.longest ?? 0) <= 72)
  }
}
