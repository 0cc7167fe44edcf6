import Labels
import Tables
import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

/// A case: goal, outcomes, and what the rules must say.
struct FigureCase: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var goal: Goal
  var outcomes: [Outcome]
  var fulfilment: Double?
  var verdict: Verdict
  var reason: AssessmentReason = .figure
  var deciding: String? = "utfall"

  init(
    _ description: String, _ goal: Goal, _ outcomes: [Outcome], _ fulfilment: Double?,
    _ verdict: Verdict, _ reason: AssessmentReason = .figure, deciding: String? = "utfall"
  ) {
    testDescription = description
    (self.goal, self.outcomes, self.fulfilment) = (goal, outcomes, fulfilment)
    (self.verdict, self.reason, self.deciding) = (verdict, reason, deciding)
  }
}

@Suite struct FigureTests {
  @Test(
    "a figure against its target",
    arguments: [
      // 11 of 10 meetings (004:331).
      FigureCase(
        "at least", Fixture.goal(target: 10, in: "möten"), [Fixture.outcome(11, in: "möten")],
        1.1, .met),
      // 14 066 of 15 000 visits (000:619).
      FigureCase(
        "nearly", Fixture.goal(target: 15_000, in: "besök"),
        [Fixture.outcome(14_066, in: "besök", stated: .carriedOut)], 14_066.0 / 15_000, .nearly),
      FigureCase(
        "at most", Fixture.goal(target: 5, in: "dagar", .atMost),
        [Fixture.outcome(8, in: "dagar")], 0.625, .notMet),
      FigureCase(
        "about 80, 76 reached", Fixture.goal(target: 80, .atLeast, words: [.about]),
        [Fixture.outcome(76)], 0.95, .met),
      FigureCase(
        "80, 76 reached", Fixture.goal(target: 80), [Fixture.outcome(76)], 0.95, .nearly),
      // An approximate outcome does not soften an exact target.
      FigureCase(
        "80, about 76 reached", Fixture.goal(target: 80), [Fixture.outcome(76, words: [.about])],
        0.95,
        .nearly),
      // At least 10 %: 12 % stated (004:2394 asks at least +10 %).
      FigureCase(
        "increase with a threshold",
        Fixture.goal(measure: .growth, target: 10, in: "procent", .increase, words: [.atLeast]),
        [Fixture.outcome(12, in: "procent")], 1.2, .met),
      // 1–3 courses per partner (002, Kobra).
      FigureCase(
        "inside a range", Fixture.goal(target: 1, upTo: 3, .range), [Fixture.outcome(2)], 1, .met),
      FigureCase(
        "above a range", Fixture.goal(target: 1, upTo: 3, .range), [Fixture.outcome(4)], 0.75,
        .notMet),
      FigureCase(
        "a computed figure goes before a stated one", Fixture.goal(target: 10),
        [Fixture.outcome(12, computed: Fixture.computed(8, .fullCount))], 0.8, .notMet),
      FigureCase(
        "a figure that is no answer does not count", Fixture.goal(target: 10),
        [Fixture.outcome(9), Fixture.outcome(id: "deltagare", 300, role: .context)], 0.9, .nearly),
      FigureCase(
        "words beside a figure do not count", Fixture.goal(target: 10),
        [Fixture.outcome(10), Fixture.outcome(id: "ord", period: "2023-12", stated: .carriedOut)],
        1,
        .met),
    ])
  func figures(_ test: FigureCase) { check(test) }

  @Test(
    "units",
    arguments: [
      // 4 mnkr budgeted, 7 626 tkr reached: 7.626 mnkr.
      FigureCase(
        "mnkr against tkr", Fixture.goal(measure: .money, target: 4, in: "mnkr"),
        [Fixture.outcome(7626, in: "tkr")], 1.9065, .met),
      FigureCase(
        "tkr against mnkr, at most",
        Fixture.goal(measure: .money, target: 7626, in: "tkr", .atMost),
        [Fixture.outcome(8, in: "mnkr")], 0.95325, .nearly),
      // 5 half-days wanted, 6 days held: 12 half-days (000:625, 000:552).
      FigureCase(
        "half-days against days", Fixture.goal(target: 5, in: "halvdagar"),
        [Fixture.outcome(6, in: "dagar")], 2.4, .met),
      FigureCase(
        "dimensions differ", Fixture.goal(target: 5, in: "halvdagar"),
        [Fixture.outcome(6, in: "möten")], nil, .cannotAssess,
        .unitsDiffer(goal: Label("halvdagar", "half-days"), outcome: Label("möten", "meetings"))),
      FigureCase(
        "one side without a unit", Fixture.goal(target: 5), [Fixture.outcome(6, in: "möten")], nil,
        .cannotAssess,
        .unitsDiffer(goal: Label(same: "–"), outcome: Label("möten", "meetings"))),
      FigureCase(
        "the comparable one decides, though the other is later",
        Fixture.goal(target: 5, in: "möten"),
        [
          Fixture.outcome(6, in: "möten"),
          Fixture.outcome(id: "personer", year: 2024, 100, in: "besök"),
        ], 1.2, .met),
    ])
  func units(_ test: FigureCase) { check(test) }

  @Test(
    "several outcomes",
    arguments: [
      // 21 and 50 % in December 2016, 57 and 62 % in March 2017, of 80 % (002:117).
      FigureCase(
        "the latest period, of it the weakest",
        Fixture.goal(year: 2016, measure: .share, target: 80),
        [
          Fixture.outcome(id: "a", period: "2016-12", 21),
          Fixture.outcome(id: "b", period: "2017-03", 62),
          Fixture.outcome(id: "c", period: "2017-03", 57),
          Fixture.outcome(id: "d", period: "2016-12", 50),
        ], 0.7125, .notMet, deciding: "c"),
      FigureCase(
        "of a goal at most, the weakest is the largest", Fixture.goal(target: 5, .atMost),
        [Fixture.outcome(id: "a", 4), Fixture.outcome(id: "b", 10)], 0.5, .notMet, deciding: "b"),
      FigureCase(
        "a year ends later than its June", Fixture.goal(target: 10),
        [
          Fixture.outcome(id: "a", period: "2023", 10),
          Fixture.outcome(id: "b", period: "2023-06", 4),
        ], 1,
        .met, deciding: "a"),
      FigureCase(
        "a span ends with its last day", Fixture.goal(target: 10),
        [
          Fixture.outcome(id: "a", period: "2023-01-01/2023-12-31", 10),
          Fixture.outcome(id: "b", period: "2023", 9),
          Fixture.outcome(id: "c", period: "2023-11-30", 1),
        ], 0.9, .nearly, deciding: "b"),
    ])
  func several(_ test: FigureCase) { check(test) }

  @Test(
    "all of a known number",
    arguments: [
      // 77 of 79 and 16 of 20, both called reached (004, data protection officer): contradictions.
      FigureCase(
        "77 of 79", Fixture.goal(in: "granskningar", .atLeast, words: [.all]),
        [Fixture.outcome(77, of: 79, in: "granskningar", stated: .achieved)], 77.0 / 79, .nearly,
        .partOfWhole),
      // 16 of 20 matrices do not say how many of 8 municipalities were reviewed (004:2103, 2110).
      FigureCase(
        "a part of other things", Fixture.goal(target: 8, in: "kommuner", words: [.all]),
        [Fixture.outcome(16, of: 20, in: "matriser", stated: .achieved)], nil, .cannotAssess,
        .unitsDiffer(
          goal: Label("kommuner", "municipalities"), outcome: Label("matriser", "matrices"))),
      // 118 of 118 cases within five working days (004:2177): cases are not counted in days.
      FigureCase(
        "a limit in time for all cases",
        Fixture.goal(measure: .duration, target: 5, in: "dagar", .atMost, words: [.all]),
        [Fixture.outcome(119, of: 120, in: "granskningar")], 119.0 / 120, .nearly, .partOfWhole),
      FigureCase(
        "16 of 20", Fixture.goal(.atLeast, words: [.everyOne]), [Fixture.outcome(16, of: 20)], 0.8,
        .notMet,
        .partOfWhole),
      FigureCase(
        "20 of 20", Fixture.goal(.atLeast, words: [.allWorkingDays]), [Fixture.outcome(20, of: 20)],
        1, .met,
        .partOfWhole),
      FigureCase(
        "the weakest of two", Fixture.goal(.atLeast, words: [.all]),
        [Fixture.outcome(id: "a", 77, of: 79), Fixture.outcome(id: "b", 16, of: 20)], 0.8, .notMet,
        .partOfWhole, deciding: "b"),
      FigureCase(
        "a total of nothing is no total", Fixture.goal(.atLeast, words: [.all]),
        [Fixture.outcome(0, of: 0)],
        nil, .cannotAssess, .noThreshold),
      FigureCase(
        "the total of the computed figure counts", Fixture.goal(.atLeast, words: [.all]),
        [Fixture.outcome(79, of: 79, computed: Fixture.computed(77, of: 79, .fullCount))],
        77.0 / 79, .nearly, .partOfWhole),
    ])
  func all(_ test: FigureCase) { check(test) }

  /// 3 000 of 4 000 pupils in 2012, to be continued in 2013 (000:620).
  @Test(
    "a target that is missed while there is time left",
    arguments: [
      FigureCase(
        "time is over", Fixture.goal(target: 4000), [Fixture.outcome(3000, stated: .continues)],
        0.75, .notMet),
      FigureCase(
        "the plan runs on", Fixture.goal(ends: Self.nextYear, target: 4000),
        [Fixture.outcome(3000, stated: .continues)], 0.75, .underWay),
      FigureCase(
        "near is not there", Fixture.goal(ends: Self.nextYear, target: 4000),
        [Fixture.outcome(3900)], 0.975, .underWay),
      FigureCase(
        "reached ahead of time", Fixture.goal(ends: Self.nextYear, target: 4000),
        [Fixture.outcome(4000)], 1, .met),
      FigureCase(
        "the document says that it was missed", Fixture.goal(ends: Self.nextYear, target: 4000),
        [Fixture.outcome(3000, stated: .notAchieved)], 0.75, .notMet),
      FigureCase(
        "in the middle of the year", Fixture.goal(target: 4000),
        [Fixture.outcome(period: "2023-06", 1900)], 0.475, .underWay),
      FigureCase(
        "a limit is kept only when time is over", Fixture.goal(target: 5, .atMost),
        [Fixture.outcome(period: "2023-06", 3)], 1, .underWay),
    ])
  func timeLeft(_ test: FigureCase) { check(test) }

  private static let nextYear = CalendarDate(year: 2024, month: 12, day: 31)

  @Test(
    "a share that the document gives as all (004:2388, 2400: all managers are satisfied, 90 % wanted)",
    arguments: [
      FigureCase(
        "all is 100 %", Fixture.goal(measure: .share, target: 90, in: "procent"),
        [Fixture.outcome(in: "procent", words: [.all])], 100.0 / 90, .met, .allOfThem),
      FigureCase(
        "a number of things is not", Fixture.goal(target: 90), [Fixture.outcome(words: [.all])],
        nil, .cannotAssess, .wordsOnly, deciding: nil),
    ])
  func allAsShare(_ test: FigureCase) { check(test) }

  private func check(_ test: FigureCase) {
    let assessment = Fixture.assess([test.goal], test.outcomes)
    #expect(assessment.fulfilment == test.fulfilment)
    #expect(assessment.verdict == test.verdict)
    #expect(assessment.reason == test.reason)
    #expect(assessment.deciding?.id == test.deciding)
  }
}
