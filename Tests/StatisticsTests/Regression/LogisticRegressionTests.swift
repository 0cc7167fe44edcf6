import Statistics
import Testing

/// 32 cars of 1974: whether the gears are shifted by hand, by weight and horse power.
///
/// Henderson and Velleman 1981, Building multiple regression models interactively; `mtcars` in R.
enum Cars {
  static let manual = [
    1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1,
  ].map { $0 == 1 }
  static let power = Predictor(
    "power",
    [
      110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65,
      97, 150, 150, 245, 175, 66, 91, 113, 264, 175, 335, 109,
    ])
  static let weight = Predictor(
    "weight",
    [
      2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25,
      5.424, 5.345, 2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17,
      2.77, 3.57, 2.78,
    ])

  static var fit: LogisticRegression {
    get throws { try LogisticRegression(of: manual, on: [power, weight]) }
  }
}

/// Beetles killed by carbon disulphide. Bliss 1935, The calculation of the dosage-mortality curve.
enum Beetles {
  static let dose = Predictor(
    "dose", [1.6907, 1.7242, 1.7552, 1.7842, 1.8113, 1.8369, 1.8610, 1.8839])
  static let treated = [59, 60, 62, 56, 63, 59, 62, 60]
  static let killed = [6, 13, 18, 28, 52, 53, 61, 60]

  static var fit: LogisticRegression {
    get throws { try LogisticRegression(successes: killed, trials: treated, on: [dose]) }
  }
}

/// The numbers are those of R 4.2.2, `glm` with `epsilon = 1e-15`, 12 digits. For the cars `glm`
/// was started again from its own solution, because its standard errors come from the step before
/// the last; statsmodels 0.14, `Logit`, agrees.
@Suite("Logistic regression")
struct LogisticRegressionTests {
  /// `glm(am ~ hp + wt, binomial, mtcars)`.
  @Test func cars() throws {
    let table = try Cars.fit.coefficients()
    #expect(table.map(\.name) == ["(intercept)", "power", "weight"])
    #expect(agree(table.map(\.estimate), [18.8662987172, 0.0362555960822, -8.08347518244]))
    #expect(agree(table.map(\.standardError), [7.44355842798, 0.0177341543319, 3.06867527539]))
    #expect(agree(table.map(\.statistic), [2.53458059069, 2.04439385175, -2.63419047537]))
    #expect(agree(table.map(\.pValue), [0.0112582027408, 0.0409146542104, 0.00843381606129]))
    #expect(
      agree(table.map(\.interval.lower), [4.27719228154, 0.00149729229533, -14.0979682025]))
    #expect(agree(table.map(\.interval.upper), [33.4554051529, 0.0710138998691, -2.06898216243]))
    let ratios = try Cars.fit.oddsRatios()
    #expect(
      agree(ratios.map(\.value), [156145483.506, 1.03692084553, 0.00030859673984], digits: 11))
    #expect(
      agree(ratios[1...].map(\.interval.lower), [1.0014984138, 7.53928574309e-07], digits: 11))
    #expect(agree(ratios[1...].map(\.interval.upper), [1.07359614861, 0.12631428372], digits: 11))
    let covariance = try Cars.fit.covariance
    #expect(agree(covariance[1], [0.0778178968967, 0.000314500229869, -0.0418323923447]))
  }

  @Test func carsSummary() throws {
    let fit = try Cars.fit
    #expect(agree(fit.deviance, 10.0591104723))
    #expect(try agree(fit.nullDeviance, 43.2297332769))
    #expect(try agree(fit.akaikeCriterion, 16.0591104723))
    #expect(try agree(fit.logLikelihood, -5.02955523613))
    #expect(try agree(fit.mcFaddenRSquared, 1 - 10.0591104723 / 43.2297332769, digits: 11))
    #expect(fit.observations == 32 && fit.residualDegreesOfFreedom == 29)
    let test = try fit.likelihoodRatioTest()
    #expect(agree(test.statistic, 33.1706228046) && test.degreesOfFreedom == [2])
    #expect(agree(test.pValue, 6.26744854784e-08, digits: 11))
    let smaller = try LogisticRegression(of: Cars.manual, on: [Cars.weight])
    let part = try fit.likelihoodRatioTest(against: smaller)
    #expect(agree(part.statistic, 9.11697433518) && part.degreesOfFreedom == [1])
    #expect(agree(part.pValue, 0.00253248481199, digits: 11))
  }

  @Test func carsRows() throws {
    let fit = try Cars.fit
    #expect(
      agree(Array(fit.pearsonResiduals.prefix(3)), [0.432637686008, 1.21262621304, 0.175134090893]))
    #expect(agree(fit.pearsonResiduals[20], -3.41665706349))
    #expect(
      agree(
        Array(fit.devianceResiduals.prefix(3)), [0.585793213845, 1.34492030418, 0.245808738555]))
    #expect(agree(fit.devianceResiduals[20], -2.25367113333))
    #expect(
      agree(Array(fit.leverages.prefix(3)), [0.184073538668, 0.239811424367, 0.0861051230047]))
    #expect(agree(fit.leverages[30], 0.507854080726))
    #expect(
      agree(Array(fit.probabilities.prefix(3)), [0.842335536517, 0.404782532737, 0.970240822214]))
    #expect(agree(fit.probabilities[15], 3.44582445382e-08))
  }

  /// `predict(type = "response", se.fit = TRUE)`, and `plogis` of the ends of the link's interval.
  @Test func carsPrediction() throws {
    let probability = try Cars.fit.probability(at: [120, 2.8])
    #expect(agree(probability.value, 0.641812528409))
    #expect(agree(try #require(probability.standardError), 0.22052814489))
    #expect(agree(probability.interval.lower, 0.214684718779))
    #expect(agree(probability.interval.upper, 0.921535442647))
  }

  /// Dobson 2002, An Introduction to Generalized Linear Models, prints -60.717 (5.18), 34.270
  /// (2.91) and a deviance of 11.23.
  @Test func beetles() throws {
    let fit = try Beetles.fit
    #expect(agree(fit.estimates, [-60.7174545616, 34.2703257341]))
    #expect(agree(fit.standardErrors, [5.18071146334, 2.91214007064]))
    #expect(try agree(fit.coefficients().map(\.pValue), [1.00783029322e-31, 5.70006081569e-32]))
    #expect(agree(fit.deviance, 11.2322310974, digits: 11))
    #expect(try agree(fit.nullDeviance, 284.202449481))
    #expect(try agree(fit.akaikeCriterion, 41.4302693145))
    #expect(try agree(fit.logLikelihood, -18.7151346573))
    #expect(try agree(fit.mcFaddenRSquared, 0.422920464986))
    #expect(
      agree(
        fit.pearsonResiduals,
        [
          1.40929604583, 1.10110026188, -1.17625958373, -1.61238152282, 0.594445400667,
          -0.128109031435, 1.09142278644, 1.13311019482,
        ], digits: 11))
    #expect(
      agree(
        fit.devianceResiduals,
        [
          1.2836777036, 1.05968999446, -1.19611228492, -1.59412437462, 0.606140509511,
          -0.127158398149, 1.25107108029, 1.59398501343,
        ], digits: 10))
    #expect(agree(fit.leverages[1], 0.345932231611) && agree(fit.leverages[7], 0.13712640358))
  }

  @Test func withoutIntercept() throws {
    let fit = try LogisticRegression(
      successes: Beetles.killed, trials: Beetles.treated, on: [Beetles.dose], intercept: false)
    #expect(agree(fit.estimates, [0.265047244233]) && agree(fit.standardErrors, [0.0522554133193]))
    #expect(agree(fit.deviance, 279.106410683))
    #expect(try agree(fit.nullDeviance, 305.569012253))
    #expect(try agree(fit.akaikeCriterion, 307.3044489))
  }
}
