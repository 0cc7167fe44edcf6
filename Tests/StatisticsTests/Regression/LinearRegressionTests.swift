import Statistics
import Testing

/// The numbers are those of R 4.2.2, `lm(stack.loss ~ ., stackloss)`, 12 digits.
@Suite("Linear regression: stack loss")
struct LinearRegressionTests {
  @Test func coefficients() throws {
    let table = try Stackloss.fit.coefficients()
    #expect(table.map(\.name) == ["(intercept)", "air", "water", "acid"])
    #expect(
      agree(
        table.map(\.estimate), [-39.9196744201, 0.715640200485, 1.29528612439, -0.152122519149]))
    #expect(
      agree(
        table.map(\.standardError),
        [11.8959968506, 0.134858185355, 0.368024265273, 0.156294043249]))
    #expect(
      agree(
        table.map(\.statistic), [-3.35572335142, 5.30661300684, 3.51956717699, -0.973309769117]))
    #expect(
      agree(
        table.map(\.pValue),
        [0.00375030683226, 5.79902472425e-05, 0.00263005439649, 0.344046096696]))
    #expect(
      agree(
        table.map(\.interval.lower),
        [-65.0180338895, 0.431114300224, 0.518822796496, -0.481874126317]))
    #expect(
      agree(
        table.map(\.interval.upper), [-14.8213149508, 1.00016610075, 2.07174945228, 0.17762908802])
    )
    let narrow = try Stackloss.fit.coefficients(confidence: 0.9)
    #expect(
      agree(
        narrow.map(\.interval.lower),
        [-60.6140305549, 0.481039994175, 0.655068637161, -0.424012688029]))
    #expect(narrow.allSatisfy { $0.interval.confidence == 0.9 })
  }

  @Test func summary() throws {
    let fit = try Stackloss.fit
    #expect(fit.observations == 21 && fit.residualDegreesOfFreedom == 17)
    #expect(agree(fit.residualStandardError, 3.24336391819))
    #expect(agree(fit.rSquared, 0.913576904461))
    #expect(agree(fit.adjustedRSquared, 0.898325769954))
    let test = try fit.fTest()
    #expect(agree(test.statistic, 59.9022258997))
    #expect(test.degreesOfFreedom == [3, 17])
    #expect(agree(test.pValue, 3.01632724342e-09))
    let parts = fit.regressionSumOfSquares + fit.residualSumOfSquares
    #expect(abs(parts - fit.totalSumOfSquares) < 1e-9)
  }

  @Test func fitted() throws {
    let fit = try Stackloss.fit
    #expect(
      agree(
        Array(fit.fitted.prefix(5)),
        [38.765362773, 38.9174852921, 32.4444670026, 22.3022258294, 19.7116535806]))
    #expect(
      agree(
        Array(fit.residuals.suffix(3)), [-0.598256560019, 1.41214727537, -7.23771285909],
        digits: 11))
    #expect(agree(zip(fit.fitted, fit.residuals).map(+), Stackloss.loss, digits: 15))
  }

  @Test func covariance() throws {
    let covariance = try Stackloss.fit.covariance()
    #expect(
      agree(covariance[0], [141.514741071, 0.28758710566, -0.65179436874, -1.6763207973]))
    #expect(covariance[2][1] == covariance[1][2])
    #expect(agree(covariance[2][1], -0.0365106746827))
  }

  /// R 4.2.2 with sandwich 3.0, `vcovHC`; statsmodels 0.14 agrees.
  @Test(arguments: [
    (StandardErrorKind.hc0, [6.41164946484, 0.158944260529, 0.446527688635, 0.0864294755696]),
    (.hc1, [7.12614996317, 0.176656668854, 0.496287778889, 0.0960609914071]),
    (.hc2, [7.55759963625, 0.183927517381, 0.511843327722, 0.101643948466]),
    (.hc3, [9.00110510895, 0.213421198117, 0.588753796732, 0.120580229004]),
  ])
  func robustErrors(_ kind: StandardErrorKind, _ errors: [Double]) throws {
    let table = try Stackloss.fit.coefficients(errors: kind)
    #expect(agree(table.map(\.standardError), errors))
    let covariance = try Stackloss.fit.covariance(kind)
    #expect(
      agree(covariance.indices.map { covariance[$0][$0] }, errors.map { $0 * $0 }, digits: 11))
  }

  /// lmtest, `coeftest(fit, vcov = vcovHC(fit))`.
  @Test func robustTest() throws {
    let table = try Stackloss.fit.coefficients(errors: .hc3)
    #expect(
      agree(table.map(\.statistic), [-4.43497480997, 3.35318237739, 2.2000471701, -1.2615875787]))
    #expect(
      agree(
        table.map(\.pValue),
        [0.000362915930487, 0.00377096569106, 0.0419207662164, 0.224133917021]))
    #expect(
      try agree(
        Stackloss.fit.covariance(.hc3)[1],
        [-0.483495427689, 0.0455486078055, -0.109691356648, 0.00151511462418], digits: 10))
  }

  /// `predict` for an air flow of 70, 22 degrees and an acid concentration of 90.
  @Test func prediction() throws {
    let prediction = try Stackloss.fit.prediction(at: [70, 22, 90])
    #expect(agree(prediction.value, 24.980407627))
    #expect(agree(prediction.standardError, 1.21438222049))
    #expect(agree(prediction.confidenceInterval.lower, 22.4182851008))
    #expect(agree(prediction.confidenceInterval.upper, 27.5425301533))
    #expect(agree(prediction.predictionInterval.lower, 17.6735787385))
    #expect(agree(prediction.predictionInterval.upper, 32.2872365155))
    let narrow = try Stackloss.fit.prediction(at: [70, 22, 90], confidence: 0.8)
    #expect(agree(narrow.predictionInterval.lower, 20.3625750797))
  }

  /// `lm(stack.loss ~ 0 + Air.Flow + Water.Temp, stackloss)`.
  @Test func withoutIntercept() throws {
    let fit = try LinearRegression(
      of: Stackloss.loss, on: [Stackloss.air, Stackloss.water], intercept: false)
    #expect(fit.names == ["air", "water"])
    #expect(agree(fit.estimates, [0.285805705894, 0.0571515210521]))
    #expect(agree(fit.standardErrors, [0.295072629105, 0.845477449987]))
    #expect(agree(fit.rSquared, 0.859561826434))
    #expect(agree(fit.adjustedRSquared, 0.844778860795))
    let test = try fit.fTest()
    #expect(agree(test.statistic, 58.1454254478) && test.degreesOfFreedom == [2, 19])
    #expect(
      agree(Array(fit.leverages.prefix(3)), [0.0887724718336, 0.0887724718336, 0.0843934307284]))
  }

  /// `lm` with weights, the first of them 0; `predict` with a weight of 2.
  @Test func weighted() throws {
    let fit = try LinearRegression(
      of: Stackloss.loss, on: Stackloss.predictors, weights: Stackloss.weights)
    let table = try fit.coefficients()
    #expect(
      agree(
        table.map(\.estimate), [-40.5071654216, 0.602190098665, 1.41038816208, -0.106800204852]))
    #expect(
      agree(
        table.map(\.standardError),
        [11.0872065145, 0.139549710478, 0.374475777858, 0.157285561271]))
    #expect(
      agree(
        table.map(\.pValue),
        [0.00214279276715, 0.000533454067839, 0.00168864949049, 0.506828842891]))
    #expect(fit.observations == 20)
    #expect(agree(fit.residualStandardError, 4.68340936659))
    #expect(agree(fit.rSquared, 0.856026758812))
    #expect(agree(fit.adjustedRSquared, 0.829031776089))
    #expect(try agree(fit.fTest().statistic, 31.7105873933))
    #expect(agree(fit.residuals[0], 5.756695384))
    #expect(fit.leverages[0] == 0)
    #expect(agree(fit.leverages[1], 0.280216117554) && agree(fit.leverages[20], 0.48485810599))
    let inner = try fit.internallyStudentizedResiduals()
    let outer = try fit.externallyStudentizedResiduals()
    let cook = try fit.cooksDistances()
    #expect(inner[0] == nil && outer[0] == nil && cook[0] == nil)
    #expect(agree(try #require(inner[20]), -3.05528810214))
    #expect(agree(try #require(outer[20]), -4.58343133454))
    #expect(agree(try #require(cook[20]), 2.19650469862))
    #expect(agree(fit.varianceInflationFactors(), [2.21776892404, 1.6712014586, 1.60233729974]))
    let prediction = try fit.prediction(at: [70, 22, 90], weight: 2)
    #expect(agree(prediction.predictionInterval.lower, 15.544079944))
    #expect(agree(prediction.predictionInterval.upper, 30.5812452842))
    #expect(agree(prediction.confidenceInterval.lower, 20.3714402861))
  }
}
