import Statistics
import Testing

/// The numbers are those of R 4.2.2 for `lm(stack.loss ~ ., stackloss)`: `hatvalues`, `rstandard`,
/// `rstudent`, `cooks.distance`, `car::vif` and the tests of lmtest 0.9, 12 digits.
@Suite("Linear regression: diagnostics")
struct RegressionDiagnosticTests {
  @Test func leverages() throws {
    let leverages = try Stackloss.fit.leverages
    #expect(
      agree(
        Array(leverages.prefix(4)),
        [0.301555468936, 0.317840958443, 0.174615005419, 0.128505243081]))
    #expect(agree(leverages[16], 0.412123497858) && agree(leverages[20], 0.284533462725))
    #expect(abs(leverages.reduce(0, +) - 4) < 1e-14)
  }

  @Test func studentized() throws {
    let inner = try Stackloss.fit.internallyStudentizedResiduals().compactMap(\.self)
    let outer = try Stackloss.fit.externallyStudentizedResiduals().compactMap(\.self)
    #expect(inner.count == 21 && outer.count == 21)
    #expect(agree(Array(inner.prefix(3)), [1.19333928787, -0.715803043417, 1.5460204391]))
    #expect(agree(inner[20], -2.63821998116))
    #expect(agree(Array(outer.prefix(3)), [1.20947467392, -0.705138566014, 1.61790410895]))
    #expect(agree(outer[20], -3.33049331933))
  }

  @Test func cook() throws {
    let cook = try Stackloss.fit.cooksDistances().compactMap(\.self)
    #expect(agree(Array(cook.prefix(3)), [0.153710372368, 0.0596830916089, 0.126414084449]))
    #expect(agree(cook[20], 0.69199991634))
  }

  @Test func varianceInflation() throws {
    let factors = try Stackloss.fit.varianceInflationFactors()
    #expect(agree(factors, [2.90648362743, 2.57263238032, 1.3335874621]))
  }

  /// `car::vif` of Longley's data, with predictors that say nearly the same.
  @Test func varianceInflationOfLongley() throws {
    let fit = try StRD.longley.fit()
    #expect(
      agree(
        fit.varianceInflationFactors(),
        [135.53243828, 1788.51348272, 33.618890596, 3.58893019345, 399.151022313, 758.980597407],
        digits: 10))
    #expect(
      try agree(
        fit.coefficients().map(\.pValue),
        [
          0.00356040366373, 0.863140832809, 0.312681061093, 0.00253509173411, 0.000944366764162,
          0.826211795764, 0.00303680334163,
        ], digits: 10))
  }

  /// `dwtest(exact = FALSE)`.
  @Test(arguments: [
    (Alternative.greater, 0.0404161135794), (.less, 0.959583886421), (.twoSided, 0.0808322271587),
  ])
  func durbinWatson(_ alternative: Alternative, _ p: Double) throws {
    let test = try Stackloss.fit.durbinWatsonTest(alternative: alternative)
    #expect(agree(test.statistic, 1.48513103434))
    #expect(agree(test.pValue, p, digits: 11))
    #expect(test.alternative == alternative && !test.isExact)
  }

  @Test func durbinWatsonElsewhere() throws {
    let longley = try StRD.longley.fit().durbinWatsonTest()
    #expect(agree(longley.statistic, 2.55948768928, digits: 10))
    #expect(agree(longley.pValue, 0.496294928382, digits: 10))
    let plain = try LinearRegression(
      of: Stackloss.loss, on: [Stackloss.air, Stackloss.water], intercept: false)
    let test = try plain.durbinWatsonTest()
    #expect(agree(test.statistic, 0.179876867519) && agree(test.pValue, 3.3958087737e-06))
  }

  /// `bptest`, studentised and as first published.
  @Test func breuschPagan() throws {
    let test = try Stackloss.fit.breuschPaganTest()
    #expect(agree(test.statistic, 4.89036774398) && agree(test.pValue, 0.180003243515))
    #expect(test.degreesOfFreedom == [3])
    let first = try Stackloss.fit.breuschPaganTest(studentized: false)
    #expect(agree(first.statistic, 5.15299309856) && agree(first.pValue, 0.160930966848))
    let longley = try StRD.longley.fit().breuschPaganTest()
    #expect(agree(longley.statistic, 2.50966320764, digits: 10))
    #expect(agree(longley.pValue, 0.867384634857, digits: 10))
  }

  /// Residuals of the same size everywhere leave no spread to explain.
  @Test func breuschPaganOfEqualSquares() throws {
    let fit = try LinearRegression(
      of: [1, -1, 1, -1, -1, 1, -1, 1], on: [Predictor("x", [1, 2, 3, 4, 5, 6, 7, 8])])
    let squares = fit.residuals.map { $0 * $0 }
    #expect(squares.allSatisfy { abs($0 - 1) < 1e-15 })
    #expect(try fit.breuschPaganTest().statistic == 0)
    #expect(try fit.breuschPaganTest().pValue == 1)
  }
}
