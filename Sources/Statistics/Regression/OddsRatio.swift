/// An odds ratio of a logistic regression.
public struct OddsRatio: Hashable, Sendable {
  /// The name of the predictor; "(intercept)" for the odds where all predictors are 0.
  public let name: String

  /// How many times larger the odds become when the predictor rises by 1 and the others stay.
  public let value: Double

  /// The confidence interval, above 0.
  public let interval: Interval
}
