import Testing

@testable import Indicators

private typealias Fixture = IndicatorFixture

/// Goals that need a figure of an earlier year.
@Suite struct EarlierFigureTests {
  /// Visitors: 57 576 in 2012 (000:538), 60 000 in 2023 (004:2681).
  static let earlier = [
    Fixture.outcome(id: "b2012", to: nil, year: 2012, 57_576, role: .figure, indicator: "besök"),
    Fixture.outcome(id: "b2023", to: nil, year: 2023, 60_000, role: .figure, indicator: "besök"),
  ]

  @Test(
    "keep and increase against the latest earlier year",
    arguments: [
      (Direction.keep, 60_000, 1, Verdict.met),
      (.keep, 66_000, 1.1, .met),
      (.keep, 57_000, 0.95, .nearly),
      (.keep, 54_000, 0.9, .nearly),
      (.keep, 53_999, 53_999.0 / 60_000, .notMet),
      (.increase, 60_001, 1, .met),
      (.increase, 60_000, 0, .notMet),
      (.increase, 50_000, 0, .notMet),
    ] as [(Direction, Double, Double, Verdict)])
  func earlier(direction: Direction, value: Double, fulfilment: Double, verdict: Verdict) {
    let goal = Fixture.goal(year: 2025, direction, indicator: "besök")
    let outcome = Fixture.outcome(year: 2025, value, indicator: "besök")
    let assessment = Fixture.assess([goal], Self.earlier + [outcome])
    #expect(assessment.fulfilment == fulfilment)
    #expect(assessment.verdict == verdict)
    #expect(assessment.reason == .earlierFigure(year: 2023, value: 60_000))
  }

  @Test("keep converts the unit: 4 mnkr after 4 000 tkr is level")
  func keepConverts() {
    let outcomes = [
      Fixture.outcome(id: "a", to: nil, year: 2022, 4000, in: "tkr", role: .figure, indicator: "i"),
      Fixture.outcome(4, in: "mnkr", indicator: "i"),
    ]
    let assessment = Fixture.assess(
      [Fixture.goal(measure: .money, in: "mnkr", .keep, indicator: "i")], outcomes)
    #expect(assessment.fulfilment == 1)
    #expect(assessment.reason == .earlierFigure(year: 2022, value: 4_000_000))
  }

  @Test("keep takes the weakest figure of the latest period")
  func keepWeakest() {
    let outcomes = [
      Fixture.outcome(id: "before", to: nil, year: 2022, 10, role: .figure, indicator: "i"),
      Fixture.outcome(id: "a", 10, indicator: "i"), Fixture.outcome(id: "b", 8, indicator: "i"),
    ]
    let assessment = Fixture.assess([Fixture.goal(.keep, indicator: "i")], outcomes)
    #expect(assessment.fulfilment == 0.8)
    #expect(assessment.deciding?.id == "b")
  }

  @Test(
    "growth without a threshold, stated in per cent",
    arguments: [(3.0, Verdict.met, 1.0), (0, .notMet, 0), (-2, .notMet, 0)])
  func statedGrowth(value: Double, verdict: Verdict, fulfilment: Double) {
    let assessment = Fixture.assess(
      [Fixture.goal(measure: .growth, .increase)], [Fixture.outcome(value, in: "procent")])
    #expect(assessment.verdict == verdict)
    #expect(assessment.fulfilment == fulfilment)
    #expect(assessment.reason == .figure)
  }

  @Test("targets and forecasts of earlier years are nothing to compare with")
  func noOutcomes() {
    let goals = [
      Fixture.goal(year: 2025, .keep, indicator: "i"),
      Fixture.goal(id: "old", year: 2023, target: 50, indicator: "i"),
    ]
    let outcomes = [
      Fixture.outcome(year: 2025, 60, indicator: "i"),
      Fixture.outcome(id: "väntat", to: nil, year: 2024, 70, stated: .forecast, indicator: "i"),
    ]
    let assessment = Fixture.assess(goals, outcomes)
    #expect(assessment.reason == .nothingEarlier)
    #expect(assessment.trend?.points.map(\.kind) == [.target, .forecast, .outcome])
  }
}
