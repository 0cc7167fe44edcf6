import Statistics
import Testing

@Suite("Linear regression: properties")
struct RegressionPropertyTests {
  @Test(arguments: RegressionSample.all)
  func residualsAreOrthogonal(_ sample: RegressionSample) throws {
    let fit = try sample.fit()
    let weighted = zip(fit.residuals, sample.weights ?? fit.residuals.map { _ in 1 }).map(*)
    #expect(abs(weighted.reduce(0, +)) < 1e-11)
    for column in sample.columns {
      #expect(abs(zip(weighted, column).map(*).reduce(0, +)) < 1e-11)
    }
    #expect(fit.leverages.allSatisfy { $0 >= 0 && $0 <= 1 })
    #expect(abs(fit.leverages.reduce(0, +) - Double(fit.names.count)) < 1e-12)
  }

  /// Powers of two, so that no data are rounded: 2⁴⁰ times the response, 2⁻³⁰ times a predictor.
  @Test(arguments: RegressionSample.all)
  func units(_ sample: RegressionSample) throws {
    let fit = try sample.fit()
    var predictors = sample.predictors
    predictors[0] = Predictor("x1", predictors[0].values.map { $0 * 0x1p-30 })
    let other = try LinearRegression(
      of: sample.outcome.map { $0 * 0x1p40 }, on: predictors, weights: sample.weights)
    var expected = fit.estimates.map { $0 * 0x1p40 }
    expected[1] *= 0x1p30
    #expect(other.estimates == expected)
    #expect(other.rSquared == fit.rSquared)
    #expect(try other.fTest().pValue == fit.fTest().pValue)
    #expect(try agree(other.coefficients().map(\.pValue), fit.coefficients().map(\.pValue)))
  }

  /// Values near the largest and the smallest numbers neither overflow nor vanish.
  @Test(arguments: [0x1p500, 0x1p-500])
  func extremeValues(_ unit: Double) throws {
    let sample = RegressionSample.all[1]
    let fit = try sample.fit()
    let other = try LinearRegression(
      of: sample.outcome, on: sample.columns.map { c in Predictor("\(c[0])", c.map { $0 * unit }) }
    )
    #expect(other.estimates[0] == fit.estimates[0])
    #expect(other.estimates[1] == fit.estimates[1] / unit)
    #expect(other.standardErrors[1] == fit.standardErrors[1] / unit)
    #expect(other.leverages == fit.leverages)
  }

  @Test(arguments: RegressionSample.all)
  func orderOfRowsAndColumns(_ sample: RegressionSample) throws {
    let fit = try sample.fit()
    let turned = try LinearRegression(
      of: sample.outcome.reversed(),
      on: sample.predictors.reversed().map { Predictor($0.name, $0.values.reversed()) },
      weights: sample.weights?.reversed())
    #expect(agree(Array(turned.estimates.dropFirst().reversed()), Array(fit.estimates.dropFirst())))
    #expect(agree(turned.estimates[0], fit.estimates[0]))
    #expect(agree(turned.residualStandardError, fit.residualStandardError))
  }

  /// A weight of 2 counts a row twice, but for the degrees of freedom; a common factor of the
  /// weights changes no coefficient and no error.
  @Test func weights() throws {
    let sample = RegressionSample.all[2]
    let doubled = try LinearRegression(
      of: sample.outcome, on: sample.predictors, weights: sample.outcome.map { _ in 2 })
    let plain = try LinearRegression(of: sample.outcome, on: sample.predictors)
    #expect(doubled.estimates == plain.estimates)
    #expect(agree(doubled.standardErrors, plain.standardErrors))
    let repeated = try LinearRegression(
      of: sample.outcome + sample.outcome,
      on: sample.predictors.map { Predictor($0.name, $0.values + $0.values) })
    #expect(agree(repeated.estimates, plain.estimates))
    let tiny = try LinearRegression(
      of: sample.outcome, on: sample.predictors, weights: sample.weights?.map { $0 * 0x1p-601 })
    #expect(try agree(tiny.standardErrors, sample.fit().standardErrors))
  }

  @Test func simpleRegressionIsCorrelation() throws {
    let fit = try RegressionSample.all[0].fit()
    let t = try fit.coefficients()[1].statistic
    #expect(try agree(fit.fTest().statistic, t * t))
    #expect(try agree(fit.fTest().pValue, fit.coefficients()[1].pValue, digits: 10))
    #expect(agree(fit.varianceInflationFactors(), [1], digits: 15))
  }

  /// The columns of a polynomial rounded to plain numbers give nearly the same fit.
  @Test func polynomial() throws {
    let x: [Double] = [1, 2, 3, 4, 5, 6, 7]
    let y: [Double] = [2, 3, 7, 15, 22, 39, 47]
    let fit = try LinearRegression.polynomial(of: y, on: Predictor("x", x), degree: 2)
    let plain = try LinearRegression(
      of: y, on: [Predictor("x", x), Predictor("square", x.map { $0 * $0 })])
    #expect(fit.names == ["(intercept)", "x", "x^2"])
    #expect(agree(fit.estimates, plain.estimates))
    let (one, other) = try (fit.prediction(at: [9]), plain.prediction(at: [9, 81]))
    #expect(agree(one.value, other.value) && agree(one.standardError, other.standardError))
  }

  /// A group of one is fitted exactly, and its residual says nothing.
  @Test func fullLeverage() throws {
    let fit = try LinearRegression(
      of: [1, 2, 4, 3, 9],
      on: [Predictor("x", [1, 2, 3, 4, 5]), Predictor("last", [0, 0, 0, 0, 1])])
    #expect(abs(fit.leverages[4] - 1) < 1e-14)
    #expect(try fit.internallyStudentizedResiduals()[4] == nil)
    #expect(try fit.cooksDistances()[4] == nil)
    #expect(try fit.internallyStudentizedResiduals()[0] != nil)
  }

  /// The other rows lie on a line, so leaving this one out leaves no spread.
  @Test func outlierOfPerfectLine() throws {
    let fit = try LinearRegression(
      of: [1, 2, 3, 9, 5], on: [Predictor("x", [1, 2, 3, 4, 5])])
    let outer = try fit.externallyStudentizedResiduals()
    #expect(outer[3] == nil && outer[0] != nil)
  }

  @Test func perfectFit() throws {
    let fit = try LinearRegression(of: [3, 5, 7, 9], on: [Predictor("x", [1, 2, 3, 4])])
    #expect(fit.estimates == [1, 2] && fit.standardErrors.allSatisfy { $0 < 1e-28 })
    #expect(fit.rSquared == 1 && fit.adjustedRSquared == 1)
    #expect(try fit.prediction(at: [10]).predictionInterval.upper == 21)
  }
}
