import Testing

@testable import Indicators

/// Expected values follow from the table in the documentation of ``AssessmentRules``, by hand.
@Suite struct AssessmentRulesTests {
  let rules = AssessmentRules()

  @Test(
    "fulfilment",
    arguments: [
      (Direction.atLeast, 45, 50, nil, 0.9),
      (.atLeast, 50, 50, nil, 1),
      (.atLeast, 60, 50, nil, 1.2),
      (.atLeast, 0, 50, nil, 0),
      // A deficit against a surplus reaches nothing, not less than nothing.
      (.atLeast, -20, 50, nil, 0),
      (.atLeast, 0, 0, nil, 1),
      (.atLeast, 3, 0, nil, 1),
      (.atLeast, -1, 0, nil, 0),
      (.atLeast, -3, -5, nil, 1),
      (.atLeast, -8, -5, nil, 0),
      (.increase, 12, 10, nil, 1.2),
      (.increase, 4, 10, nil, 0.4),
      (.increase, -4, 10, nil, 0),
      (.keep, 95, 100, nil, 0.95),
      (.atMost, 4, 5, nil, 1),
      (.atMost, 5, 5, nil, 1),
      (.atMost, 8, 5, nil, 0.625),
      (.atMost, 0, 0, nil, 1),
      (.atMost, 1, 0, nil, 0),
      (.atMost, -8, -5, nil, 1),
      (.atMost, -3, -5, nil, 0),
      (.range, 0, 1, 3, 0),
      (.range, 0.5, 1, 3, 0.5),
      (.range, 1, 1, 3, 1),
      (.range, 2, 1, 3, 1),
      (.range, 3, 1, 3, 1),
      (.range, 4, 1, 3, 0.75),
      (.range, 2, 1, nil, nil),
      (.done, 1, 1, nil, nil),
    ] as [(Direction, Double, Double, Double?, Double?)])
  func fulfilment(
    direction: Direction, outcome: Double, target: Double, upper: Double?, expected: Double?
  ) {
    let fulfilment = rules.fulfilment(
      outcome: outcome, target: target, upperTarget: upper, direction: direction)
    switch direction {
    case .range where expected == 1: #expect((fulfilment ?? 0) >= 1)
    default: #expect(fulfilment == expected)
    }
  }

  @Test(
    "verdict at its limits",
    arguments: [
      (1, false, Verdict.met), (1.4, false, .met), (0.999, false, .nearly), (0.95, false, .nearly),
      (0.9, false, .nearly), (0.899, false, .notMet), (0, false, .notMet),
      (1, true, .met), (0.95, true, .met), (0.949, true, .nearly), (0.9, true, .nearly),
      (0.899, true, .notMet),
      // Binary noise: 0.3 of 0.1 + 0.2 and 0.1 × 3 of 0.3 are all of it; 0.7 + 0.2 is nine tenths.
      (0.3 / (0.1 + 0.2), false, .met), (0.3 / (0.1 * 3), false, .met),
      (0.7 + 0.2, false, .nearly), (0.8 + 0.15, true, .met), (1 - 1e-9, false, .nearly),
    ] as [(Double, Bool, Verdict)])
  func verdict(fulfilment: Double, isApproximate: Bool, verdict: Verdict) {
    #expect(rules.verdict(fulfilment: fulfilment, isApproximate: isApproximate) == verdict)
  }

  /// 0.1 + 0.2 is 0.30000000000000004: above 0.3 by noise only.
  @Test(
    "noise in figure or target",
    arguments: [
      (Direction.atLeast, 0.3, 0.1 + 0.2), (.atLeast, 0.1 + 0.2, 0.3), (.atMost, 0.1 + 0.2, 0.3),
      (.atMost, 0.3, 0.1 + 0.2),
    ])
  func noise(direction: Direction, outcome: Double, target: Double) throws {
    let fulfilment = try #require(
      rules.fulfilment(outcome: outcome, target: target, direction: direction))
    #expect(rules.verdict(fulfilment: fulfilment, isApproximate: false) == .met)
  }

  @Test("the limits are the workspace's to set")
  func limits() {
    let strict = AssessmentRules(nearlyFloor: 0.99, approximateFloor: 1)
    #expect(strict.verdict(fulfilment: 0.95, isApproximate: true) == .notMet)
    #expect(strict.verdict(fulfilment: 0.99, isApproximate: false) == .nearly)
  }
}
