/// What a linear regression expects for given values of the predictors.
public struct RegressionPrediction: Hashable, Sendable {
  /// The expected response.
  public let value: Double

  /// The standard error of the expected response.
  public let standardError: Double

  /// Where the mean of all responses with these predictors lies.
  public let confidenceInterval: Interval

  /// Where a single new response lies; always wider than the confidence interval.
  public let predictionInterval: Interval
}
