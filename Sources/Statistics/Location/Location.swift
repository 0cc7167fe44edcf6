/// Where the values of a sample lie and how far they spread.
///
/// Every function takes finite values in any order, needs at least one (the standard deviation
/// two), and gives a result in the unit of the values. Missing values must be taken out before:
/// what counts as missing is a decision about the survey, not about the number.
///
/// A function whose name ends in `Estimate` gives the number with its confidence interval. The
/// intervals take the values as independent draws from a population without end.
///
/// Refusals: `StatisticsError.emptySample`, `.sampleTooSmall`, `.notANumber` and `.infinite`, the
/// last two with the position of the first such value, counted from 1. With weights also
/// `.lengthsDiffer`, `.badWeight` and `.noWeight`; with an interval also `.confidenceOutOfRange`.
public enum Location {
  /// The arithmetic mean, the sum of the values divided by their number.
  ///
  /// The sum keeps about 32 digits, so the order of the values does not matter and large values do
  /// not overflow on the way. The mean of equal values is that value.
  ///
  /// Reference: Knuth 1997, The Art of Computer Programming, volume 2, section 4.2.2.
  ///
  /// - Parameter sample: at least one finite value.
  /// - Returns: the mean.
  /// - Throws: `StatisticsError`, see ``Location``.
  public static func mean(of sample: [Double]) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .mean)
    return Moments.mean(of: sample)
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

  /// The variance of a sample: `Σ (xᵢ - mean)² / (n - 1)`.
  ///
  /// The unit is the square of the unit of the values. Computed like ``standardDeviation(of:)``.
  ///
  /// - Parameter sample: at least two finite values.
  /// - Returns: the variance, 0 or more.
  /// - Throws: `StatisticsError`, see ``Location``; `.resultTooLarge` or `.resultTooSmall` where no
  ///   floating-point number can hold the result. The standard deviation often can.
  public static func variance(of sample: [Double]) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .variance, needs: 2)
    let moments = Moments(of: sample)
    return try square(moments.variance(over: Double(sample.count - 1)), of: moments)
  }

  /// Lets a variance through that is a number, and 0 only where there is no spread.
  static func square(
    _ variance: Double, of moments: Moments
  ) throws(StatisticsError) -> Double {
    guard !moments.hasSpread || variance >= .leastNormalMagnitude else {
      throw .resultTooSmall(.variance)
    }
    return try finite(variance, .variance)
  }

  /// The standard deviation of a sample: `√(Σ (xᵢ - mean)² / (n - 1))`.
  ///
  /// Computed in two passes, so that values with many equal leading digits keep their precision.
  /// Mean, differences and squares keep about 32 digits; what is lost is lost where the values
  /// themselves are stored. It is 0 when all values are equal.
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
    let deviation = Moments(of: sample).deviation(over: Double(sample.count - 1))
    return try finite(deviation, .standardDeviation)
  }

  static func finite(
    _ value: Double, _ statistic: StatisticName
  ) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .resultTooLarge(statistic) }
    return value
  }
}
