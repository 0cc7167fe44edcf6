/// An estimate with its standard error and its confidence interval, all in the same unit.
public struct Estimate: Hashable, Sendable {
  /// The estimate itself.
  public let value: Double

  /// The standard error, 0 or more; nil where the interval comes from ranks or an exact
  /// distribution and no standard error is used.
  public let standardError: Double?

  /// The confidence interval.
  public let interval: Interval

  package init(_ value: Double, standardError: Double? = nil, interval: Interval) {
    self.value = value
    self.standardError = standardError
    self.interval = interval
  }
}
