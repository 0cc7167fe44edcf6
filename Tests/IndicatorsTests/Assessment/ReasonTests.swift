import Tables
import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

/// Every reason that does not come from a figure against a target.
@Suite struct ReasonTests {
  @Test(
    "status words decide for goals to be done",
    arguments: [
      (Fixture.outcome(stated: .carriedOut), Verdict.met, 1, .status(.carriedOut, isRead: false)),
      // Partly is no share: never nearly met.
      (Fixture.outcome(stated: .partly), .notMet, nil, .status(.partly, isRead: false)),
      (Fixture.outcome(stated: .underWay), .notMet, nil, .status(.underWay, isRead: false)),
      (
        Fixture.outcome(stated: .inPhaseWithDeviation), .nearly, nil,
        .status(.inPhaseWithDeviation, isRead: false)
      ),
      (Fixture.outcome(stated: .notStarted), .notMet, 0, .status(.notStarted, isRead: false)),
      (Fixture.outcome(stated: .dropped), .dropped, nil, .status(.dropped, isRead: false)),
      (Fixture.outcome(0, stated: .noDemand), .dropped, nil, .status(.noDemand, isRead: false)),
      (Fixture.outcome(stated: .planned), .planned, nil, .planned),
      (Fixture.outcome(read: .continuous), .met, 1, .status(.continuous, isRead: true)),
      // The document's own word goes before one read from the narrative.
      (
        Fixture.outcome(stated: .notReady, read: .carriedOut), .notMet, nil,
        .status(.notReady, isRead: false)
      ),
      // A number alone does not say that a thing was done.
      (Fixture.outcome(26), .cannotAssess, nil, .noStatement),
      (Fixture.outcome(stated: .carriedOut, role: .context), .cannotAssess, nil, .noOutcome),
    ] as [(Outcome, Verdict, Double?, AssessmentReason)])
  func words(
    outcome: Outcome, verdict: Verdict, fulfilment: Double?, reason: AssessmentReason
  ) {
    let assessment = Fixture.assess([Fixture.goal(measure: .yesNo, .done)], [outcome])
    #expect(assessment.verdict == verdict)
    #expect(assessment.fulfilment == fulfilment)
    #expect(assessment.reason == reason)
  }

  @Test("the weakest word decides; one that cannot be judged does not")
  func weakestWord() {
    let outcomes = [
      Fixture.outcome(id: "a", stated: .planned), Fixture.outcome(id: "b", stated: .carriedOut),
      Fixture.outcome(id: "c", stated: .partly),
    ]
    let assessment = Fixture.assess([Fixture.goal(measure: .yesNo, .done)], outcomes)
    #expect(assessment.deciding?.id == "c")
    #expect(assessment.statedStatus == .partly)
    #expect(assessment.verdict == .notMet)
  }

  @Test("the words of the latest period count")
  func latestWord() {
    let outcomes = [
      Fixture.outcome(id: "a", period: "2023-04", stated: .started),
      Fixture.outcome(id: "b", stated: .carriedOut),
    ]
    let assessment = Fixture.assess([Fixture.goal(measure: .yesNo, .done)], outcomes)
    #expect(assessment.deciding?.id == "b")
    #expect(assessment.verdict == .met)
  }

  @Test(
    "what is not finished is under way while the plan runs on",
    arguments: [
      (StatedStatus.underWay, nil, "2023", Verdict.notMet), (.underWay, 2024, "2023", .underWay),
      (.started, 2024, "2023", .underWay), (.continues, 2024, "2023", .underWay),
      (.extended, 2024, "2023", .underWay), (.postponed, 2024, "2023", .underWay),
      (.partly, 2024, "2023", .underWay), (.notReady, 2024, "2023", .underWay),
      // A trip in June was put off to October, by a report of July (003:76).
      (.postponed, nil, "2023-07", .underWay), (.postponed, nil, "2023-host", .notMet),
      // Dropped and done are so whatever the plan; so is what the document says was not done.
      (.dropped, 2024, "2023", .dropped), (.carriedOut, 2024, "2023", .met),
      (.notCarriedOut, 2024, "2023", .notMet), (.notAchieved, 2024, "2023", .notMet),
      (.underWay, 2024, "2024", .notMet),
    ] as [(StatedStatus, Int?, String, Verdict)])
  func timeLeft(word: StatedStatus, ends: Int?, period: String, verdict: Verdict) {
    let ends = ends.flatMap { CalendarDate(year: $0, month: 12, day: 31) }
    let assessment = Fixture.assess(
      [Fixture.goal(ends: ends, measure: .yesNo, .done)],
      [Fixture.outcome(period: period, stated: word)])
    #expect(assessment.verdict == verdict)
  }

  @Test(
    "a goal to do a thing at least once is judged by positive words as by negative ones",
    arguments: [
      (1, Fixture.outcome(stated: .carriedOut), Verdict.met, 1.0),
      (1, Fixture.outcome(read: .continuous), .met, 1),
      (1, Fixture.outcome(stated: .notCarriedOut), .notMet, 0),
      (1, Fixture.outcome(stated: .underWay), .notMet, nil),
      // A figure goes before the word, and two are not once.
      (1, Fixture.outcome(0, stated: .carriedOut), .notMet, 0),
      (2, Fixture.outcome(stated: .carriedOut), .cannotAssess, nil),
    ] as [(Double, Outcome, Verdict, Double?)])
  func once(target: Double, outcome: Outcome, verdict: Verdict, fulfilment: Double?) {
    let assessment = Fixture.assess([Fixture.goal(target: target)], [outcome])
    #expect(assessment.verdict == verdict)
    #expect(assessment.fulfilment == fulfilment)
  }

  @Test(
    "the document’s own verdict counts where there is no figure",
    arguments: [
      (Fixture.goal(target: 10), Fixture.outcome(stated: .achieved), Verdict.met),
      (Fixture.goal(target: 10), Fixture.outcome(read: .achieved), .met),
      (Fixture.goal(target: 10), Fixture.outcome(stated: .notAchieved), .notMet),
      (Fixture.goal(measure: nil, nil), Fixture.outcome(stated: .goodFulfilment), .met),
      // Turnover better than budget, a budget that is not stated (004:2652).
      (Fixture.goal(measure: .money), Fixture.outcome(24.3, stated: .betterThanBudget), .met),
      // Courses on request, a number that is not stated (004:2138, 2152).
      (Fixture.goal(), Fixture.outcome(6, stated: .carriedOut), .met),
      (Fixture.goal(measure: .share, nil), Fixture.outcome(58, stated: .carriedOut), .cannotAssess),
      // A figure goes before the verdict.
      (Fixture.goal(target: 10), Fixture.outcome(5, stated: .achieved), .notMet),
    ])
  func documentVerdict(goal: Goal, outcome: Outcome, verdict: Verdict) {
    #expect(Fixture.assess([goal], [outcome]).verdict == verdict)
    // A word gives no part of a figure.
    if outcome.value == nil || goal.target == nil {
      #expect(Fixture.assess([goal], [outcome]).fulfilment == nil)
    }
  }

  @Test(
    "plans and forecasts never decide",
    arguments: [
      Fixture.outcome(12, role: .plan), Fixture.outcome(12, role: .forecast),
      Fixture.outcome(12, stated: .planned), Fixture.outcome(12, stated: .forecast),
      Fixture.outcome(12, read: .planned),
    ])
  func plans(outcome: Outcome) {
    let alone = Fixture.assess([Fixture.goal(target: 10)], [outcome])
    #expect(alone.verdict == .planned)
    #expect(alone.deciding == nil && alone.fulfilment == nil && alone.statedStatus == nil)
    let reported = Fixture.assess(
      [Fixture.goal(target: 10)], [outcome, Fixture.outcome(id: "b", period: "2023-06-30", 11)])
    #expect(reported.verdict == .met)
    #expect(reported.deciding?.id == "b")
  }

  /// 14 019 pupils in 2023 (004:2729), 18 000 wanted for 2025 (001:193).
  @Test("a year that is only planned shows where the goals start from and what is left")
  func plannedYear() {
    let goals = [
      Fixture.goal(year: 2025, target: 18_000, in: "besök", indicator: "i"),
      Fixture.goal(id: "b", year: 2025, .done), Fixture.goal(id: "c", year: 2023, .done),
    ]
    let outcomes = [
      Fixture.outcome(to: nil, year: 2023, 14_019, in: "besök", role: .figure, indicator: "i"),
      Fixture.outcome(id: "d", to: "c", year: 2023, stated: .carriedOut),
      // What was said of it in a report of an earlier year does not make the year a reported one.
      Fixture.outcome(id: "e", to: "b", year: 2023, stated: .started),
    ]
    let assessor = Assessor(rules: AssessmentRules(), goals: goals, outcomes: outcomes)
    let planned = assessor.assess(goals[0])
    #expect(planned.verdict == .planned)
    #expect(planned.reason == .planned)
    #expect(planned.baseline?.year == 2023)
    #expect(planned.baselineValue == 14_019)
    #expect(planned.gap == 3981)
    #expect(assessor.assess(goals[1]).verdict == .underWay)
  }

  @Test(
    "a goal with a figure, an outcome in words",
    arguments: [
      // Only a word for nothing done is enough.
      (Fixture.outcome(stated: .notCarriedOut), .notMet, .status(.notCarriedOut, isRead: false)),
      (Fixture.outcome(stated: .dropped), .dropped, .status(.dropped, isRead: false)),
      (Fixture.outcome(stated: .started), .notMet, .status(.started, isRead: false)),
      (Fixture.outcome(stated: .partly), .notMet, .status(.partly, isRead: false)),
      (Fixture.outcome(stated: .carriedOut), .cannotAssess, .wordsOnly),
      (Fixture.outcome(stated: .underWay), .cannotAssess, .wordsOnly),
      (Fixture.outcome(words: [.all]), .cannotAssess, .wordsOnly),
      (Fixture.outcome(read: .notStarted), .notMet, .status(.notStarted, isRead: true)),
      (Fixture.outcome(read: .carriedOut), .cannotAssess, .noStatement),
      (Fixture.outcome(), .cannotAssess, .noStatement),
    ] as [(Outcome, Verdict, AssessmentReason)])
  func figureInWords(outcome: Outcome, verdict: Verdict, reason: AssessmentReason) {
    let assessment = Fixture.assess([Fixture.goal(target: 10)], [outcome])
    #expect(assessment.verdict == verdict)
    #expect(assessment.reason == reason)
  }

  @Test(
    "what is missing",
    arguments: [
      (Fixture.goal(target: 10), nil, .noOutcome),
      (Fixture.goal(target: 10), Fixture.outcome(9, role: .context), .noOutcome),
      (Fixture.goal(measure: nil, nil), Fixture.outcome(9), .noMeasure),
      (Fixture.goal(), Fixture.outcome(9), .noThreshold),
      (Fixture.goal(measure: .share, nil), Fixture.outcome(58), .noThreshold),
      (Fixture.goal(target: 10, nil), Fixture.outcome(9), .noDirection),
      // A range with one end has no other threshold, whatever the units.
      (Fixture.goal(target: 1, .range), Fixture.outcome(2), .noThreshold),
      (Fixture.goal(measure: .growth, .increase), Fixture.outcome(9), .nothingEarlier),
      (Fixture.goal(.keep), Fixture.outcome(9), .nothingEarlier),
    ] as [(Goal, Outcome?, AssessmentReason)])
  func missing(goal: Goal, outcome: Outcome?, reason: AssessmentReason) {
    let assessment = Fixture.assess([goal], [outcome].compactMap(\.self))
    #expect(assessment.reason == reason)
    #expect(assessment.verdict == .cannotAssess)
    #expect(assessment.fulfilment == nil)
  }

  @Test(
    "conditions and routines are not judged",
    arguments: [(Goal.Kind.condition, AssessmentReason.condition), (.routine, .routine)])
  func notJudged(kind: Goal.Kind, reason: AssessmentReason) {
    let assessment = Fixture.assess([Fixture.goal(target: 10, kind: kind)], [Fixture.outcome(1)])
    #expect(assessment.verdict == .notJudged)
    #expect(assessment.reason == reason)
    #expect(assessment.fulfilment == nil)
  }

  @Test("another name of the earlier figure", arguments: [Direction.keep, .increase])
  func measuredOtherwise(direction: Direction) {
    let outcomes = [
      Fixture.outcome(id: "a", to: nil, year: 2012, 20, role: .figure, indicator: "i", name: "x"),
      Fixture.outcome(30, indicator: "i", name: "y"),
    ]
    let assessment = Fixture.assess([Fixture.goal(direction, indicator: "i")], outcomes)
    #expect(assessment.verdict == .cannotAssess)
    #expect(assessment.reason == .measuredOtherwise(year: 2012))
  }

  @Test("a goal to increase without any figure is judged by the word")
  func increaseByWord() {
    let goal = Fixture.goal(measure: .growth, .increase)
    let assessment = Fixture.assess([goal], [Fixture.outcome(stated: .achieved)])
    #expect(assessment.verdict == .met)
    #expect(assessment.reason == .status(.achieved, isRead: false))
  }
}
