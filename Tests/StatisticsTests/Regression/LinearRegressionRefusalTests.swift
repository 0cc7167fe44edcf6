import Statistics
import Testing

@Suite("Linear regression: refusals")
struct LinearRegressionRefusalTests {
  static let y = [1.0, 3, 2, 5, 4, 6]
  static let x = Predictor("x", [1, 2, 3, 4, 5, 6])
  static let z = Predictor("z", [2, 7, 1, 8, 2, 8])
  static let exact = Predictor("y", [1, 3, 2, 5, 4, 6])

  @Test(arguments: [
    Refusal("the linear regression of an empty sample is not defined") {
      try LinearRegression(of: [], on: [x])
    },
    Refusal("a regression needs at least one predictor") {
      try LinearRegression(of: y, on: [])
    },
    Refusal("two predictors have the name \"x\"") {
      try LinearRegression(of: y, on: [x, z, x])
    },
    Refusal("two predictors have the name \"(intercept)\"") {
      try LinearRegression(of: y, on: [Predictor("(intercept)", z.values)])
    },
    Refusal("the predictor \"x\" has 6 values, the response has 5") {
      try LinearRegression(of: [1, 2, 3, 4, 6], on: [x])
    },
    Refusal("value 3 of the response is not a finite number") {
      try LinearRegression(of: [1, 2, .nan, 4, 5, 6], on: [x])
    },
    Refusal("value 6 of the predictor \"w\" is not a finite number") {
      try LinearRegression(of: y, on: [x, Predictor("w", [1, 2, 3, 4, 5, .infinity])])
    },
    Refusal("the linear regression needs at least 4 rows for its coefficients; there are 3") {
      try LinearRegression(
        of: [1, 2, 4], on: [Predictor("a", [1, 2, 3]), Predictor("b", [4, 1, 1])])
    },
    Refusal("all values of the response are equal, so there is nothing to explain") {
      try LinearRegression(of: [3, 3, 3, 3, 3, 3], on: [x])
    },
    Refusal("all values of the response are equal, so there is nothing to explain") {
      try LinearRegression(of: [0, 0, 0, 0, 0, 0], on: [x], intercept: false)
    },
    Refusal("the predictor \"w\" is 0 everywhere; leave it out") {
      try LinearRegression(of: y, on: [x, Predictor("w", [0, 0, 0, 0, 0, 0])])
    },
    Refusal(
      "the intercept and the predictor \"w\" depend on each other: each is a linear combination of "
        + "the rest; leave one of them out"
    ) {
      try LinearRegression(of: y, on: [x, Predictor("w", [4, 4, 4, 4, 4, 4])])
    },
    Refusal(
      "the predictor \"x\", the predictor \"z\" and the predictor \"sum\" depend on each other: "
        + "each is a linear combination of the rest; leave one of them out"
    ) {
      try LinearRegression(
        of: y + [7],
        on: [
          Predictor("x", x.values + [0.1]), Predictor("noise", [3, 1, 4, 1, 5, 9, 2]),
          Predictor("z", z.values + [0.7]),
          Predictor("sum", zip(x.values + [0.1], z.values + [0.7]).map { $0 / 3 - 0.7 * $1 }),
        ])
    },
    // Dummies for all groups, as well as an intercept.
    Refusal(
      "the intercept, the predictor \"north\" and the predictor \"south\" depend on each other: "
        + "each is a linear combination of the rest; leave one of them out"
    ) {
      try LinearRegression(
        of: y,
        on: [
          x, Predictor("north", [1, 1, 0, 0, 1, 0]), Predictor("south", [0, 0, 1, 1, 0, 1]),
        ])
    },
    Refusal("the degree of a polynomial must lie between 1 and 20; 0 was given") {
      try LinearRegression.polynomial(of: y, on: x, degree: 0)
    },
    Refusal("there are 2 weights for 6 values of the response") {
      try LinearRegression(of: y, on: [x], weights: [1, 2])
    },
    Refusal("a weight must be a number of at least 0; weight 2 is not") {
      try LinearRegression(of: y, on: [x], weights: [1, -2, 1, 1, 1, 1])
    },
    Refusal("a weight must be a number of at least 0; weight 6 is not") {
      try LinearRegression(of: y, on: [x], weights: [1, 2, 1, 1, 1, .nan])
    },
    Refusal("the linear regression is not defined when all weights are 0") {
      try LinearRegression(of: y, on: [x], weights: [0, 0, 0, 0, 0, 0])
    },
    Refusal("the linear regression needs at least 3 rows for its coefficients; there are 2") {
      try LinearRegression(of: y, on: [x], weights: [0, 0, 1, 1, 0, 0])
    },
    Refusal(
      "the linear regression of this sample is too large for a floating-point number"
    ) {
      try LinearRegression(of: y.map { $0 * 1e200 }, on: [x])
    },
    Refusal(
      "the linear regression could not be computed for these numbers: the residuals are too small "
        + "for floating-point numbers"
    ) {
      try LinearRegression(of: y.map { $0 * 0x1p-1050 }, on: [x])
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try LinearRegression(of: y, on: [x]).coefficients(confidence: 95)
    },
    Refusal("the confidence level must lie strictly between 0 and 1; 1 was given") {
      try LinearRegression(of: y, on: [x]).prediction(at: [3], confidence: 1)
    },
    Refusal("a prediction needs 1 value, one for each predictor; 2 were given") {
      try LinearRegression(of: y, on: [x]).prediction(at: [3, 4])
    },
    Refusal("value 1 of the predictor \"x\" is not a finite number") {
      try LinearRegression(of: y, on: [x]).prediction(at: [.nan])
    },
    Refusal("the weight of a prediction must lie above 0; 0 was given") {
      try LinearRegression(of: y, on: [x]).prediction(at: [3], weight: 0)
    },
    Refusal("the test of a coefficient needs residuals, and the regression fits perfectly") {
      try LinearRegression(of: y, on: [exact]).coefficients()
    },
    Refusal("the studentised residual needs residuals, and the regression fits perfectly") {
      try LinearRegression(of: y, on: [exact]).cooksDistances()
    },
    Refusal("the Durbin–Watson test needs residuals, and the regression fits perfectly") {
      try LinearRegression(of: y, on: [exact]).durbinWatsonTest()
    },
    Refusal("the Breusch–Pagan test needs residuals, and the regression fits perfectly") {
      try LinearRegression(of: y, on: [exact]).breuschPaganTest()
    },
    Refusal("the Breusch–Pagan test needs a regression with an intercept") {
      try LinearRegression(of: y, on: [x], intercept: false).breuschPaganTest()
    },
    Refusal("the Breusch–Pagan test needs a regression without weights") {
      try LinearRegression(of: y, on: [x], weights: [1, 2, 1, 2, 1, 2]).breuschPaganTest()
    },
    Refusal("the Durbin–Watson test needs a regression without weights") {
      try LinearRegression(of: y, on: [x], weights: [1, 2, 1, 2, 1, 2]).durbinWatsonTest()
    },
    Refusal("the studentised residual needs at least 4 rows for its coefficients; there are 3") {
      try LinearRegression(of: [1, 2, 4], on: [Predictor("x", [1, 2, 3])])
        .externallyStudentizedResiduals()
    },
    Refusal(
      "the robust standard error is not defined because row 6 alone decides a coefficient"
    ) {
      try LinearRegression(of: y, on: [x, Predictor("last", [0, 0, 0, 0, 0, 1])])
        .coefficients(errors: .hc0)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
