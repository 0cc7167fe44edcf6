import Statistics

/// The stack loss data: 21 days of a plant that oxidises ammonia to nitric acid.
///
/// Brownlee 1965, Statistical Theory and Methodology in Science and Engineering; `stackloss` in R.
enum Stackloss {
  static let loss: [Double] = [
    42, 37, 37, 28, 18, 18, 19, 20, 15, 14, 14, 13, 11, 12, 8, 7, 8, 8, 9, 15, 15,
  ]
  static let air = Predictor(
    "air", [80, 80, 75, 62, 62, 62, 62, 62, 58, 58, 58, 58, 58, 58, 50, 50, 50, 50, 50, 56, 70])
  static let water = Predictor(
    "water", [27, 27, 25, 24, 22, 23, 24, 24, 23, 18, 18, 17, 18, 19, 18, 18, 19, 19, 20, 20, 20])
  static let acid = Predictor(
    "acid", [89, 88, 90, 87, 87, 87, 93, 93, 87, 80, 89, 88, 82, 93, 89, 86, 72, 79, 80, 82, 91])

  static let predictors = [air, water, acid]

  static var fit: LinearRegression {
    get throws { try LinearRegression(of: loss, on: predictors) }
  }

  /// Weights with a row that counts nowhere.
  static let weights: [Double] = [
    0, 1, 2.5, 0.5, 4, 1, 2.5, 0.5, 4, 1, 2.5, 0.5, 4, 1, 2.5, 0.5, 4, 1, 2.5, 0.5, 4,
  ]
}
