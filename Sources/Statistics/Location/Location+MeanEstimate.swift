extension Location {
  /// The mean with its standard error and Student's t interval: `mean ± t s / √n`.
  ///
  /// s is the standard deviation and t the two-sided point of the t distribution with n - 1
  /// degrees of freedom. The interval is exact for normal values, and good for others when n is
  /// not small. For the answers of a small group of known size it is too wide.
  ///
  /// Reference: Student 1908, The probable error of a mean.
  ///
  /// - Parameters:
  ///   - sample: at least two finite values, not all equal.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the mean, `s / √n` and the interval.
  /// - Throws: `StatisticsError`, see ``Location``; `.constantSample` when all values are equal,
  ///   for they say nothing about the spread.
  public static func meanEstimate(
    of sample: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    try Check.sample(sample, for: .meanInterval, needs: 2)
    let moments = Moments(of: sample)
    let n = Double(sample.count)
    return try studentEstimate(
      moments.mean, error: moments.deviation(over: n - 1) / n.squareRoot(),
      degreesOfFreedom: n - 1, confidence: level, .meanInterval)
  }

  /// An estimate with the interval `value ± t · error`.
  static func studentEstimate(
    _ value: Double, error: Double, degreesOfFreedom: Double, confidence: Double,
    _ statistic: StatisticName
  ) throws(StatisticsError) -> Estimate {
    guard error != 0 else { throw .constantSample(statistic) }
    let t = try StudentT(degreesOfFreedom: degreesOfFreedom).twoSidedPoint(confidence: confidence)
    let half = try finite(t * error, statistic)
    let (lower, upper) = try (finite(value - half, statistic), finite(value + half, statistic))
    return Estimate(
      value, standardError: error,
      interval: try Interval(lower: lower, upper: upper, confidence: confidence))
  }
}
