/// Trends in series of values over time, by the signs and the slopes of all pairs of values.
///
/// These methods need no distribution of the values, and single wild values hardly move them. They
/// do need values that do not depend on each other, but for the trend; see
/// ``Trend/mannKendall(_:correctedFor:)`` where they do.
///
/// The methods look at all pairs, so a series may have at most ``limit`` values. A series in which
/// all values are equal has no trend: a score of 0, a slope of 0 and a p value of 1.
public enum Trend {
  /// The largest number of values in a series: 12.5 million pairs.
  public static let limit = 5_000

  static func check(
    _ series: TimeSeries, for statistic: StatisticName, needs needed: Int = 3
  ) throws(StatisticsError) {
    guard series.count >= needed else {
      throw .sampleTooSmall(statistic, needed: needed, given: series.count)
    }
    guard series.count <= limit else {
      throw .sampleTooLarge(statistic, limit: limit, given: series.count)
    }
  }
}
