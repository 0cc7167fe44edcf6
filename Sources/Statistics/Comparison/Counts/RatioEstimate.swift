/// An estimate of a ratio with its confidence interval.
///
/// A ratio of 1 means no difference, and it has no unit. Exchanging the groups gives the reciprocal
/// ratio and the reciprocal ends.
public struct RatioEstimate: Hashable, Sendable {
  /// The ratio itself, 0 or more.
  public let value: Double

  /// The standard error of the natural logarithm of the ratio; nil where the interval does not
  /// use it.
  public let standardErrorOfLogarithm: Double?

  /// The confidence interval of the ratio, not of its logarithm.
  public let interval: Interval

  init(_ value: Double, standardErrorOfLogarithm: Double? = nil, interval: Interval) {
    self.value = value
    self.standardErrorOfLogarithm = standardErrorOfLogarithm
    self.interval = interval
  }

  /// The interval that is symmetric on the scale of logarithms: `value exp(± z error)`.
  init(
    _ value: Double, standardErrorOfLogarithm error: Double, confidence: Double
  ) throws(StatisticsError) {
    let factor = try Logarithm.exp(Normal.twoSidedPoint(confidence: confidence) * error)
    self.init(
      value, standardErrorOfLogarithm: error,
      interval: try Interval(
        lower: value / factor, upper: value * factor, confidence: confidence))
  }
}
