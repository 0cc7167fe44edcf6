/// An estimate with its standard error and its confidence interval, all in the same unit.
public struct Estimate: Hashable, Sendable {
  /// The estimate itself.
  public let value: Double

  /// The standard error, 0 or more; nil where the interval comes from ranks or an exact
  /// distribution and no standard error is used.
  public let standardError: Double?

  /// The confidence interval.
  public let interval: Interval

  /// What a reader should know before trusting the interval.
  public let cautions: [Caution]

  package init(
    _ value: Double, standardError: Double? = nil, interval: Interval, cautions: [Caution] = []
  ) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
    self.cautions = cautions
  }
}
