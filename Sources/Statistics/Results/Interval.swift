/// A confidence interval.
///
/// Both ends belong to the interval. The ends have the unit of the estimate; a share is a number
/// from 0 to 1, never a percentage.
public struct Interval: Hashable, Sendable {
  /// The lower end.
  public let lower: Double

  /// The upper end, never smaller than the lower one.
  public let upper: Double

  /// The confidence level, strictly between 0 and 1, for instance 0.95.
  public let confidence: Double

  /// Makes an interval out of two finite ends in order.
  ///
  /// - Throws: `StatisticsError.confidenceOutOfRange` or `StatisticsError.endsOutOfOrder`.
  public init(lower: Double, upper: Double, confidence: Double) throws(StatisticsError) {
    guard lower.isFinite, upper.isFinite, lower <= upper else {
      throw .endsOutOfOrder(lower: lower, upper: upper)
    }
    self.lower = lower
    self.upper = upper
    self.confidence = try Check.confidence(confidence)
  }

  /// Tells whether the value lies between the ends, ends included. Not a number lies nowhere.
  public func contains(_ value: Double) -> Bool {
    lower <= value && value <= upper
  }
}
