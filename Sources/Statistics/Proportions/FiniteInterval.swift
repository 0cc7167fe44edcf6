/// A confidence interval for a count in a group of known size, and for the share it makes.
public struct FiniteInterval: Hashable, Sendable {
  /// The smallest plausible count.
  public let lower: Int

  /// The largest plausible count, never smaller than the lowest.
  public let upper: Int

  /// The size of the group: all who were invited.
  public let invited: Int

  /// The same interval as shares of the group, with the confidence level.
  public let shares: Interval

  /// The confidence level, strictly between 0 and 1.
  public var confidence: Double { shares.confidence }

  init(lower: Int, upper: Int, invited: Int, confidence: Double) throws(StatisticsError) {
    self.lower = lower
    self.upper = upper
    self.invited = invited
    shares = try Interval(
      lower: Double(lower) / Double(invited), upper: Double(upper) / Double(invited),
      confidence: confidence)
  }

  /// Tells whether the count is plausible, ends included.
  public func contains(_ count: Int) -> Bool {
    lower <= count && count <= upper
  }
}
