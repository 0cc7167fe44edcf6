import Statistics
import Testing

/// Telephone calls in Belgium, 1950 to 1973, in tens of millions; six years were recorded in
/// minutes.
///
/// Rousseeuw and Leroy 1987, Robust Regression and Outlier Detection; `MASS::phones` in R.
enum Phones {
  static let year = Predictor("year", (50...73).map { Double($0) })
  static let calls = [
    4.4, 4.7, 4.7, 5.9, 6.6, 7.3, 8.1, 8.8, 10.6, 12, 13.5, 14.9, 16.1, 21.2, 119, 124, 142, 159,
    182, 212, 43, 24, 27, 29,
  ]
}

@Suite("Robust regression")
struct RobustRegressionTests {
  /// statsmodels 0.14, `RLM(..., M=TukeyBiweight())` with `tol=1e-14`, which takes the same scale
  /// and the same standard errors.
  @Test func stackloss() throws {
    let fit = try RobustRegression(of: Stackloss.loss, on: Stackloss.predictors)
    #expect(
      agree(
        fit.estimates,
        [-42.28535077932963, 0.9275573227555197, 0.6507176872143069, -0.11233315379090117],
        digits: 10))
    #expect(
      agree(
        fit.standardErrors,
        [9.504491924918618, 0.10774704716317225, 0.2940387175093349, 0.1248735596200961],
        digits: 10))
    #expect(agree(fit.scale, 2.2818813349511244, digits: 10))
    #expect(
      try agree(
        fit.coefficients().map(\.pValue),
        [8.627666998580957e-06, 7.392176074316121e-18, 0.026895299789162847, 0.3683463751939372],
        digits: 9))
    #expect(agree(fit.weights[3], 0.33580279724026296, digits: 9))
    #expect(agree(fit.weights[20], 0.0022203899675838205, digits: 7))
  }

  /// R 4.2.2, `MASS::rlm(psi = psi.bisquare)`, takes 0.6745 for the scale and n - 1 in a variance,
  /// so only about four digits are the same.
  @Test func againstR() throws {
    let fit = try RobustRegression(of: Stackloss.loss, on: Stackloss.predictors)
    #expect(agree(fit.estimates, [-42.2853, 0.927559, 0.650711, -0.112333], digits: 4))
    let errors = [9.53138566149, 0.108051926238, 0.294870724088, 0.125226899561]
    #expect(zip(fit.standardErrors, errors).allSatisfy { abs($0 / $1 - 1) < 4e-3 })
    let phones = try RobustRegression(of: Phones.calls, on: [Phones.year])
    #expect(agree(phones.estimates, [-52.3025106822, 1.09804648483], digits: 6))
  }

  @Test func phones() throws {
    let fit = try RobustRegression(of: Phones.calls, on: [Phones.year])
    #expect(agree(fit.estimates, [-52.30251899076651, 1.098046684166844], digits: 10))
    #expect(agree(fit.standardErrors, [2.74763284113589, 0.04439661537619008], digits: 10))
    #expect(agree(fit.scale, 1.6554783586514326, digits: 10))
    // The years that were recorded in minutes count nothing.
    #expect(fit.weights[14...19].allSatisfy { $0 == 0 })
    #expect(
      zip(fit.fitted, fit.residuals).map(+).elementsEqual(Phones.calls) { abs($0 - $1) < 1e-12 })
  }

  /// The estimating equation, from the definition.
  @Test(arguments: [3.0, 4.685, 8])
  func solvesItsEquation(_ tuning: Double) throws {
    for sample in RegressionSample.all {
      let fit = try RobustRegression(of: sample.outcome, on: sample.predictors, tuning: tuning)
      let psi = fit.residuals.map { e in
        let u = e / fit.scale
        return abs(u) < tuning
          ? u * (1 - (u / tuning) * (u / tuning)) * (1 - (u / tuning) * (u / tuning)) : 0
      }
      #expect(abs(psi.reduce(0, +)) < 1e-9)
      for column in sample.columns {
        #expect(abs(zip(psi, column).map(*).reduce(0, +)) < 1e-8)
      }
      let absolute = fit.residuals.map { abs($0) }
      #expect(try agree(Location.median(of: absolute), 0.674489750196 * fit.scale, digits: 10))
    }
  }

  @Test func wideTuningIsLeastSquares() throws {
    let sample = RegressionSample.all[1]
    let robust = try RobustRegression(of: sample.outcome, on: sample.predictors, tuning: 1e7)
    #expect(try agree(robust.estimates, sample.fit().estimates, digits: 10))
    #expect(try agree(robust.standardErrors, sample.fit().standardErrors, digits: 10))
  }

  /// An outlier pulls least squares as far as it likes, and the robust line hardly at all.
  @Test(arguments: [1e2, 1e4, 1e6])
  func outlier(_ size: Double) throws {
    let x = (1...20).map { Double($0) }
    let noise = [0.3, -0.2, 0.1, -0.4, 0.2, 0.1, -0.1, 0.3, -0.3, 0.2]
    var y = x.map { 2 + 3 * $0 + noise[Int($0) % 10] }
    y[17] += size
    let fit = try RobustRegression(of: y, on: [Predictor("x", x)])
    #expect(abs(fit.estimates[1] - 3) < 0.03)
    #expect(fit.weights[17] == 0)
    #expect(try abs(LinearRegression(of: y, on: [Predictor("x", x)]).estimates[1] - 3) > 0.3)
  }

  @Test func units() throws {
    let sample = RegressionSample.all[1]
    let fit = try RobustRegression(of: sample.outcome, on: sample.predictors)
    let other = try RobustRegression(
      of: sample.outcome.map { $0 * 0x1p300 }, on: sample.predictors)
    #expect(other.estimates == fit.estimates.map { $0 * 0x1p300 })
    #expect(other.weights == fit.weights)
  }

  @Test(arguments: [
    Refusal("the tuning constant must lie above 0; 0 was given") {
      try RobustRegression(of: [1, 2, 4, 3], on: [Predictor("x", [1, 2, 3, 4])], tuning: 0)
    },
    Refusal(
      "more than half of the residuals are 0, so their robust spread is 0 too; look at the values, "
        + "the response may be a rule"
    ) {
      try RobustRegression(
        of: [1, 2, 3, 4, 5, 6, 7, 80], on: [Predictor("x", [1, 2, 3, 4, 5, 6, 7, 8])])
    },
    Refusal("the robust regression needs at least 3 rows for its coefficients; there are 2") {
      try RobustRegression(of: [1, 2], on: [Predictor("x", [1, 2])])
    },
    Refusal("all values of the response are equal, so there is nothing to explain") {
      try RobustRegression(of: [2, 2, 2, 2], on: [Predictor("x", [1, 2, 3, 4])])
    },
    Refusal("value 2 of the predictor \"x\" is not a finite number") {
      try RobustRegression(of: [1, 2, 4, 3], on: [Predictor("x", [1, .nan, 3, 4])])
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try RobustRegression(of: Phones.calls, on: [Phones.year]).coefficients(confidence: 95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test("the scale of huge residuals is a number or refused")
  func hugeScale() throws {
    let x = Predictor("x", [1, 2, 3, 4, 5, 6, 7, 8])
    let signs: [Double] = [1, -1, -1, 1, 1, -1, -1, 1]
    let plain = try RobustRegression(of: signs, on: [x])
    let huge = try RobustRegression(of: signs.map { $0 * 1e308 }, on: [x])
    #expect(abs(huge.scale / 1e308 / plain.scale - 1) < 1e-12)
    // 1.4 · 10³⁰⁸ / 0.6745 is beyond 1.8 · 10³⁰⁸, though every residual is a number.
    #expect(throws: StatisticsError.self) {
      try RobustRegression(of: signs.map { $0 * 1.4e308 }, on: [x])
    }
  }
}
