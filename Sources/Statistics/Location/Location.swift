internal import CGSL

/// Where the values of a sample lie and how far they spread.
///
/// Every function takes finite values in any order, needs at least one (the standard deviation
/// two), and gives a result in the unit of the values. Missing values must be taken out before:
/// what counts as missing is a decision about the survey, not about the number.
///
/// Refusals: `StatisticsError.emptySample`, `.sampleTooSmall`, `.notANumber` and `.infinite`, the
/// last two with the position of the first such value, counted from 1.
public enum Location {
  /// The arithmetic mean, the sum of the values divided by their number.
  ///
  /// Computed by updating, in extended precision where the machine has it, so that large values do
  /// not overflow on the way. The mean of equal values is that value.
  ///
  /// Reference: Galassi and others 2009, GNU Scientific Library Reference Manual.
  ///
  /// - Parameter sample: at least one finite value.
  /// - Returns: the mean.
  /// - Throws: `StatisticsError`, see ``Location``; `.resultTooLarge` where huge values of both
  ///   signs overflow.
  public static func mean(of sample: [Double]) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .mean)
    return try finite(gsl_stats_mean(sample, 1, sample.count), .mean)
  }

  /// The middle value in order of size; of an even number of values the mean of the middle two.
  ///
  /// The same as the quantile of 0.5.
  ///
  /// - Parameter sample: at least one finite value.
  /// - Returns: the median.
  /// - Throws: `StatisticsError`, see ``Location``.
  public static func median(of sample: [Double]) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .median)
    return interpolated(0.5, in: sample.sorted())
  }

  /// The standard deviation of a sample: `√(Σ (xᵢ - mean)² / (n - 1))`.
  ///
  /// Computed in two passes, so that values with many equal leading digits keep their precision.
  /// It is 0 when all values are equal.
  ///
  /// Reference: Chan, Golub and LeVeque 1983, Algorithms for computing the sample variance:
  /// analysis and recommendations.
  ///
  /// - Parameter sample: at least two finite values.
  /// - Returns: the standard deviation, 0 or more.
  /// - Throws: `StatisticsError`, see ``Location``; `.resultTooLarge` where no floating-point
  ///   number can hold the result.
  public static func standardDeviation(of sample: [Double]) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .standardDeviation, needs: 2)
    let mean = try finite(gsl_stats_mean(sample, 1, sample.count), .standardDeviation)
    return try finite(gsl_stats_sd_m(sample, 1, sample.count, mean), .standardDeviation)
  }

  private static func finite(
    _ value: Double, _ statistic: StatisticName
  ) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .resultTooLarge(statistic) }
    return value
  }
}
