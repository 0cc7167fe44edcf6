import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

/// Every reason that does not come from a figure against a target.
@Suite struct ReasonTests {
  @Test(
    "status words decide for goals to be done",
    arguments: [
      (Fixture.outcome(stated: .carriedOut), Verdict.met, 1, .status(.carriedOut, isRead: false)),
      (Fixture.outcome(stated: .partly), .nearly, nil, .status(.partly, isRead: false)),
      (Fixture.outcome(stated: .underWay), .notMet, 0, .status(.underWay, isRead: false)),
      (Fixture.outcome(stated: .planned), .cannotAssess, nil, .status(.planned, isRead: false)),
      (Fixture.outcome(read: .continuous), .met, 1, .status(.continuous, isRead: true)),
      // The document's own word goes before one read from the narrative.
      (
        Fixture.outcome(stated: .notReady, read: .carriedOut), .notMet, 0,
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
    #expect(assessment.verdict == .nearly)
  }

  @Test(
    "a goal with a figure, an outcome in words",
    arguments: [
      // Only a word for nothing done is enough.
      (Fixture.outcome(stated: .notCarriedOut), .notMet, .status(.notCarriedOut, isRead: false)),
      (Fixture.outcome(stated: .dropped), .notMet, .status(.dropped, isRead: false)),
      (Fixture.outcome(stated: .carriedOut), .cannotAssess, .wordsOnly),
      (Fixture.outcome(stated: .underWay), .cannotAssess, .wordsOnly),
      (Fixture.outcome(words: [.all]), .cannotAssess, .wordsOnly),
      (Fixture.outcome(read: .notStarted), .cannotAssess, .noStatement),
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
      (Fixture.goal(target: 60_000, kind: .condition), Fixture.outcome(1), .condition),
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

  @Test("a goal to increase without any figure is judged by the word")
  func increaseByWord() {
    let goal = Fixture.goal(measure: .growth, .increase)
    let assessment = Fixture.assess([goal], [Fixture.outcome(stated: .achieved)])
    #expect(assessment.verdict == .met)
    #expect(assessment.reason == .status(.achieved, isRead: false))
  }
}
