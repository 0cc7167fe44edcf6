/// A line through a series that single wild values hardly move.
public struct TheilSen: Hashable, Sendable {
  /// The median of the slopes between all pairs of values, per unit of time.
  public let slope: Double

  /// The interval for the slope; nil where the series is too short for the confidence asked for.
  public let interval: Interval?

  /// The height of the line at the time 0: `median of values - slope · median of times`.
  public let intercept: Double

  /// The height of the line at a time.
  public func value(at time: Double) -> Double {
    intercept + slope * time
  }
}

extension TheilSen {
  /// The line for slopes in order; the variance is that of the Mann–Kendall score.
  init(
    _ statistic: StatisticName, sorted slopes: [Double], variance: Double, confidence: Double,
    medianValue: Double, medianTime: Double
  ) throws(StatisticsError) {
    let count = slopes.count
    slope = Selection.mean(slopes[(count - 1) / 2], slopes[count / 2])
    intercept = medianValue - slope * medianTime
    guard slope.isFinite, intercept.isFinite else { throw .resultTooLarge(statistic) }
    let spread = try Normal.twoSidedPoint(confidence: confidence) * variance.squareRoot()
    // The ranks of the ends, counted from 1: the M1-th smallest and the (M2 + 1)-th.
    let lower = Int(((Double(count) - spread) / 2).rounded(.toNearestOrEven))
    let upper = Int(((Double(count) + spread) / 2).rounded(.toNearestOrEven)) + 1
    // Equal values have no spread to tell how precise their slope is.
    guard lower >= 1, upper <= count, variance > 0 else {
      interval = nil
      return
    }
    guard slopes[lower - 1].isFinite, slopes[upper - 1].isFinite else {
      throw .resultTooLarge(statistic)
    }
    interval = try Interval(
      lower: slopes[lower - 1], upper: slopes[upper - 1], confidence: confidence)
  }
}
