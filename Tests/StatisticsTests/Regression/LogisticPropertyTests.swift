import Foundation
import Statistics
import Testing

@Suite("Logistic regression: properties")
struct LogisticPropertyTests {
  /// Outcomes that depend on the columns only so much that they overlap.
  static func outcomes(_ sample: RegressionSample) -> [Bool] {
    sample.outcome.enumerated().map { row, value in
      value > 8 ? row % 4 != 0 : row % 3 == 0
    }
  }

  static let samples = [
    RegressionSample(seed: 11, rows: 40, columns: 1, weighted: false),
    RegressionSample(seed: 12, rows: 60, columns: 3, weighted: false),
  ]

  /// The likelihood equations from their definition: `Σ (y - π) x = 0`.
  @Test(arguments: samples)
  func solvesItsEquations(_ sample: RegressionSample) throws {
    let outcomes = Self.outcomes(sample)
    let fit = try LogisticRegression(of: outcomes, on: sample.predictors)
    let rest = zip(outcomes, fit.probabilities).map { ($0 ? 1 : 0) - $1 }
    #expect(abs(rest.reduce(0, +)) < 1e-12)
    for column in sample.columns { #expect(abs(zip(rest, column).map(*).reduce(0, +)) < 1e-11) }
    #expect(abs(fit.leverages.reduce(0, +) - Double(fit.names.count)) < 1e-12)
    let squares = fit.devianceResiduals.map { $0 * $0 }.reduce(0, +)
    #expect(abs(squares - fit.deviance) < 1e-12)
    #expect(fit.steps < 12)
  }

  /// The information, inverted by elimination.
  @Test(arguments: samples)
  func information(_ sample: RegressionSample) throws {
    let fit = try LogisticRegression(of: Self.outcomes(sample), on: sample.predictors)
    let rows = sample.outcome.indices.map { row in [1] + sample.columns.map { $0[row] } }
    let weights = fit.probabilities.map { $0 * (1 - $0) }
    let inverse = NormalEquations.inverse(NormalEquations.moments(rows, weights))
    let errors = inverse.indices.map { inverse[$0][$0].squareRoot() }
    #expect(agree(fit.standardErrors, errors, digits: 10))
    // The deviance from the probabilities.
    let loss = zip(Self.outcomes(sample), fit.probabilities).map { -log($0 ? $1 : 1 - $1) }
    #expect(agree(fit.deviance, 2 * loss.reduce(0, +), digits: 11))
  }

  /// A single group has the sample's own odds ratio: 12 of 20 against 5 of 25.
  @Test func twoByTwo() throws {
    let group = Predictor(
      "treated", Array(repeating: 1, count: 20) + Array(repeating: 0, count: 25))
    let outcomes = (0..<20).map { $0 < 12 } + (0..<25).map { $0 < 5 }
    let fit = try LogisticRegression(of: outcomes, on: [group])
    #expect(agree(try fit.oddsRatios()[1].value, 12.0 * 20 / (8 * 5)))
    let variance = [12.0, 8, 5, 20].map { 1 / $0 }.reduce(0, +)
    #expect(agree(fit.standardErrors[1], variance.squareRoot()))
    // The same people in two rows, and a likelihood with binomial coefficients.
    let grouped = try LogisticRegression(
      successes: [12, 5], trials: [20, 25], on: [Predictor("treated", [1, 0])])
    #expect(agree(grouped.estimates, fit.estimates))
    #expect(agree(grouped.standardErrors, fit.standardErrors))
    #expect(abs(grouped.deviance) < 1e-12)
    #expect(try agree(grouped.mcFaddenRSquared, fit.mcFaddenRSquared, digits: 10))
    #expect(
      try agree(
        grouped.likelihoodRatioTest().statistic, fit.likelihoodRatioTest().statistic, digits: 10))
  }

  @Test func turnedOutcomes() throws {
    let fit = try Cars.fit
    let other = try LogisticRegression(of: Cars.manual.map { !$0 }, on: [Cars.power, Cars.weight])
    #expect(agree(other.estimates, fit.estimates.map { -$0 }))
    #expect(agree(other.deviance, fit.deviance))
  }

  @Test func units() throws {
    let fit = try Cars.fit
    let heavy = Predictor("weight", Cars.weight.values.map { $0 * 0x1p60 })
    let other = try LogisticRegression(of: Cars.manual, on: [Cars.power, heavy])
    #expect(other.estimates[2] * 0x1p60 == fit.estimates[2])
    #expect(other.probabilities == fit.probabilities)
  }

  /// Full steps of Newton's method overshoot from a start at 0 on such data; halved ones arrive.
  @Test func lopsidedData() throws {
    let x = [-1, 0, 1, 2, 3, 4, 5, 200.0]
    let outcomes = [false, false, true, false, true, true, true, false]
    let fit = try LogisticRegression(of: outcomes, on: [Predictor("x", x)])
    let rest = zip(outcomes, fit.probabilities).map { ($0 ? 1 : 0) - $1 }
    #expect(abs(zip(rest, x).map(*).reduce(0, +)) < 1e-10)
  }

  static func separated(_ columns: [Predictor], _ outcomes: [Bool], intercept: Bool = true)
    -> @Sendable () throws -> LogisticRegression
  {
    { try LogisticRegression(of: outcomes, on: columns, intercept: intercept) }
  }

  static let alone =
    "the predictor \"x\" separates the outcomes without overlap, so no finite coefficient fits "
    + "best; merge groups, or leave it out"

  static let half = (0..<10).map { $0 >= 5 }

  @Test(arguments: [
    // Complete separation, in both directions.
    Refusal(alone, separated([Predictor("x", (0..<10).map { Double($0) })], half)),
    Refusal(alone, separated([Predictor("x", (0..<10).map { Double(-$0) })], half)),
    // Both outcomes at one value only.
    Refusal(alone, separated([Predictor("x", [1, 2, 3, 4, 5, 5, 6, 7, 8, 9])], half)),
    // A group where everybody answers yes.
    Refusal(
      alone,
      separated(
        [Predictor("x", [0, 0, 0, 0, 0, 0, 0, 1, 1, 1])],
        [false, true, false, true, false, false, true, true, true, true])),
    // Another predictor beside it that overlaps.
    Refusal(
      alone,
      separated(
        [
          Predictor("x", (0..<10).map { Double($0) }),
          Predictor("other", [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]),
        ], half)),
    // Only both together separate: the outcome is whether a exceeds b.
    Refusal(
      "the predictor \"a\" and the predictor \"b\" separate the outcomes without overlap, so no "
        + "finite coefficient fits best; merge groups, or leave one of them out",
      separated(
        [Predictor("a", [1, 2, 3, 4, 5, 6, 7, 8]), Predictor("b", [2, 1, 4, 3, 6, 5, 8, 7])],
        [false, true, false, true, false, true, false, true])),
    // Without an intercept the boundary is 0.
    Refusal(
      alone,
      separated(
        [Predictor("x", [-3, -2, -1, 1, 2])], [false, false, false, true, true], intercept: false)),
  ])
  func separation(_ refusal: Refusal) {
    refusal.verify()
  }

  /// One overlapping pair is enough for finite coefficients, however steep.
  @Test func nearlySeparated() throws {
    var outcomes = (0..<200).map { $0 >= 100 }
    outcomes.swapAt(99, 100)
    let fit = try LogisticRegression(
      of: outcomes, on: [Predictor("x", (0..<200).map { Double($0) })])
    let rest = zip(outcomes, fit.probabilities).map { ($0 ? 1 : 0) - $1 }
    #expect(abs(rest.reduce(0, +)) < 1e-12)
  }

  static let x = Predictor("x", [1, 2, 3, 4, 5, 6])
  static let mixed = [true, false, true, false, true, false]

  @Test(arguments: [
    Refusal("the logistic regression of an empty sample is not defined") {
      try LogisticRegression(of: [], on: [x])
    },
    Refusal("all outcomes are the same, so there is nothing to explain") {
      try LogisticRegression(of: mixed.map { _ in true }, on: [x])
    },
    Refusal("a regression needs at least one predictor") {
      try LogisticRegression(of: mixed, on: [])
    },
    Refusal("the predictor \"x\" has 6 values, the response has 5") {
      try LogisticRegression(of: [true, false, true, false, true], on: [x])
    },
    Refusal(
      "the intercept and the predictor \"one\" depend on each other: each is a linear combination "
        + "of the rest; leave one of them out"
    ) {
      try LogisticRegression(of: mixed, on: [x, Predictor("one", [7, 7, 7, 7, 7, 7])])
    },
    Refusal("the number of successes, 5, is larger than the number of trials, 4") {
      try LogisticRegression(successes: [1, 5], trials: [4, 4], on: [Predictor("x", [1, 2])])
    },
    Refusal("the number of trials must be at least 1; 0 was given") {
      try LogisticRegression(successes: [1, 0], trials: [4, 0], on: [Predictor("x", [1, 2])])
    },
    Refusal(
      "the logistic regression needs pairs; there are 1 values on one side and 2 on the other"
    ) {
      try LogisticRegression(successes: [1], trials: [4, 4], on: [Predictor("x", [1, 2])])
    },
    Refusal("the logistic regression needs at least 2 rows for its coefficients; there is 1") {
      try LogisticRegression(successes: [1], trials: [4], on: [Predictor("x", [1])])
    },
    Refusal(
      "a likelihood-ratio test needs a smaller regression of the same outcomes whose predictors "
        + "are all in the larger one"
    ) {
      try Cars.fit.likelihoodRatioTest(against: Cars.fit)
    },
    Refusal(
      "a likelihood-ratio test needs a smaller regression of the same outcomes whose predictors "
        + "are all in the larger one"
    ) {
      let other = Predictor("weight", Cars.weight.values.map { $0 + 1 })
      return try Cars.fit.likelihoodRatioTest(
        against: LogisticRegression(of: Cars.manual, on: [other]))
    },
    Refusal("a prediction needs 2 values, one for each predictor; 1 was given") {
      try Cars.fit.probability(at: [3])
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try Cars.fit.oddsRatios(confidence: 95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
