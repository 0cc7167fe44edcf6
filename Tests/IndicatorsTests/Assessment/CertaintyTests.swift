import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

@Suite struct CertaintyTests {
  /// The probability that at least so many of all invited are positive: the beta-binomial of those
  /// who did not answer, with parameters positive + ½ and negative + ½ (Jeffreys). Source: scipy
  /// 1.17.1 `betabinom.sf` and mpmath 1.3.0 with 30 digits, which agree to 15 digits.
  @Test(
    "the probability of a goal among all invited",
    arguments: [
      // 22 of 24 needed: at least 3 of the 5 silent ones.
      (SurveyBase(invited: 24, answered: 19, positive: 19), 90, 0.998399231542914),
      // The blueprint's example: 14 of 20, at least 4 of 6; printed as 0.7210.
      (SurveyBase(invited: 20, answered: 14, positive: 10), 70, 0.721027386077786),
      // Reached, or out of reach, whatever the silent ones think.
      (SurveyBase(invited: 20, answered: 20, positive: 16), 80, 1),
      (SurveyBase(invited: 30, answered: 20, positive: 10), 90, 0),
    ] as [(SurveyBase, Double, Double)])
  func probability(base: SurveyBase, target: Double, expected: Double) throws {
    let share = 100 * Double(base.positive) / Double(base.answered)
    let assessment = Fixture.assess(
      [Fixture.goal(measure: .share, target: target, in: "procent")],
      [Fixture.outcome(in: "procent", computed: Fixture.computed(share, .survey(base)))])
    let probability = try #require(assessment.goalProbability)
    #expect(abs(probability - expected) < 1e-12)
    #expect(assessment.certainty == .survey(base))
    #expect(assessment.fulfilment == share / target)
  }

  @Test("no probability without a survey, a share and a direction upwards")
  func noProbability() {
    let base = SurveyBase(invited: 24, answered: 19, positive: 19)
    let survey = Fixture.outcome(computed: Fixture.computed(100, .survey(base)))
    let cases: [(Goal, Outcome)] = [
      (Fixture.goal(measure: .share, target: 90), Fixture.outcome(100)),
      (Fixture.goal(measure: .count, target: 90), survey),
      (Fixture.goal(measure: .share, target: 90, .atMost), survey),
      (Fixture.goal(measure: .share), survey),
      // More than the goal can be, and a base that contradicts itself.
      (Fixture.goal(measure: .share, target: 120), survey),
      (
        Fixture.goal(measure: .share, target: 90),
        Fixture.outcome(
          computed: Fixture.computed(
            100, .survey(SurveyBase(invited: 5, answered: 19, positive: 19))))
      ),
    ]
    for (goal, outcome) in cases {
      #expect(Fixture.assess([goal], [outcome]).goalProbability == nil)
    }
  }

  @Test(
    "how certain the deciding outcome is",
    arguments: [
      (Fixture.outcome(10), .stated), (Fixture.outcome(10, words: [.atLeast]), .stated),
      (Fixture.outcome(10, words: [.about]), .approximate),
      (Fixture.outcome(10, words: [.all, .decade]), .approximate),
      (
        Fixture.outcome(10, words: [.about], computed: Fixture.computed(10, .fullCount)), .fullCount
      ),
      (Fixture.outcome(role: .context), nil),
    ] as [(Outcome, Certainty?)])
  func certainty(outcome: Outcome, certainty: Certainty?) {
    #expect(Fixture.assess([Fixture.goal(target: 10)], [outcome]).certainty == certainty)
  }

  @Test(
    "stated and computed verdict differ",
    arguments: [
      // 14 066 of 15 000, marked carried out (000:619): it tells of the visits, not of the goal.
      (15_000, 14_066, .carriedOut, .nearly, false),
      (15_000, 14_066, .achieved, .nearly, true),
      (14_000, 14_066, .achieved, .met, false),
      (14_000, 14_066, .notAchieved, .met, true),
      (15_000, 14_066, .inPhaseWithDeviation, .nearly, false),
      (15_000, 7_000, .goodFulfilment, .notMet, true),
      (10, 12, .underWay, .met, false),
      // What one side cannot tell is no difference.
      (15_000, 14_066, nil, .nearly, false),
      (nil, 14_066, nil, .cannotAssess, false),
    ] as [(Double?, Double, StatedStatus?, Verdict, Bool)])
  func differs(
    target: Double?, value: Double, stated: StatedStatus?, verdict: Verdict, differs: Bool
  ) {
    let assessment = Fixture.assess(
      [Fixture.goal(target: target)], [Fixture.outcome(value, stated: stated)])
    #expect(assessment.verdict == verdict)
    #expect(assessment.statedStatus == stated)
    #expect(assessment.differs == differs)
  }
}
