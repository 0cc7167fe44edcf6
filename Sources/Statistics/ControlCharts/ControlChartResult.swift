/// A control chart, or what there is to say where the points are too few for one.
public enum ControlChartResult<Chart: Hashable & Sendable>: Hashable, Sendable {
  /// There are enough points.
  case chart(Chart)

  /// There are too few points for limits.
  case tooFewPoints(ShortSeries)

  /// The chart; nil where the points are too few.
  public var chart: Chart? {
    if case .chart(let chart) = self { chart } else { nil }
  }

  /// What stands in for the chart; nil where there is a chart.
  public var shortSeries: ShortSeries? {
    if case .tooFewPoints(let series) = self { series } else { nil }
  }
}

/// A series too short for a control chart: its median, and its latest value among the earlier ones.
///
/// No rule is applied. With n earlier values that move by chance alone, the latest is the largest
/// or the smallest of all with probability `2/(n + 1)`; so even that says little.
public struct ShortSeries: Hashable, Sendable {
  /// The number of points.
  public let count: Int

  /// The number of points that a control chart needs.
  public let needed: Int

  /// The median of all values.
  public let median: Double

  /// The latest value.
  public let latest: Double

  /// The median of the values before the latest; nil where it is the only one.
  public let earlierMedian: Double?

  /// The smallest and the largest value before the latest; nil where it is the only one.
  public let earlierRange: ClosedRange<Double>?

  /// The side of the earlier values on which the latest lies; nil where it lies among them.
  public var latestBeyondEarlier: Side? {
    guard let earlierRange else { return nil }
    if latest > earlierRange.upperBound { return .above }
    return latest < earlierRange.lowerBound ? .below : nil
  }

  /// Why there is no chart, and what is used instead, in one sentence.
  public var reason: String {
    let given =
      "a control chart needs at least \(needed) points; \(count) "
      + "\(count == 1 ? "was" : "were") given; "
    return count == 1
      ? given + "the value stands alone"
      : given + "the latest value is compared with the earlier ones instead"
  }

  /// Describes at least one finite value.
  init(_ values: [Double], needed: Int) throws(StatisticsError) {
    let earlier = Array(values.dropLast())
    count = values.count
    self.needed = needed
    median = try Location.median(of: values)
    latest = values[values.count - 1]
    earlierMedian = earlier.isEmpty ? nil : try Location.median(of: earlier)
    earlierRange =
      if let least = earlier.min(), let most = earlier.max() { least...most } else { nil }
  }
}
