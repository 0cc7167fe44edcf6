extension Location {
  /// The n-th root of the product of n values: `exp(mean of ln xᵢ)`.
  ///
  /// The mean for ratios and growth factors. It is at most the arithmetic mean.
  ///
  /// - Parameter sample: at least one finite value, all above 0.
  /// - Returns: the geometric mean, above 0.
  /// - Throws: `StatisticsError`, see ``Location``; `.valueNotPositive`.
  public static func geometricMean(of sample: [Double]) throws(StatisticsError) -> Double {
    try geometric(logarithms(of: sample, .geometricMean), in: sample)
  }

  /// The geometric mean with the t interval of the logarithms, taken back to the values.
  ///
  /// The ends are `exp(m ± t s / √n)`, with m and s the mean and the standard deviation of the
  /// logarithms and n - 1 degrees of freedom. The interval is exact for log-normal values; its
  /// ends are equally far from the mean as ratios, not as differences. The standard error is that
  /// of the logarithms times the geometric mean, its approximation for small errors.
  ///
  /// Reference: Bland and Altman 1996, The use of transformation when comparing two means.
  ///
  /// - Parameters:
  ///   - sample: at least two finite values, all above 0 and not all equal.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the geometric mean and its interval, above 0.
  /// - Throws: `StatisticsError`, see ``Location``; `.valueNotPositive`; `.constantSample` when all
  ///   values are equal.
  public static func geometricMeanEstimate(
    of sample: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    try Check.sample(sample, for: .geometricMeanInterval, needs: 2)
    let moments = Moments(of: try logarithms(of: sample, .geometricMeanInterval))
    let n = Double(sample.count)
    let logs = try studentEstimate(
      moments.mean, error: moments.deviation(over: n - 1) / n.squareRoot(),
      degreesOfFreedom: n - 1, confidence: level, .geometricMeanInterval)
    let value = try geometricMean(of: sample)
    guard logs.interval.upper < 709, let error = logs.standardError else {
      throw .resultTooLarge(.geometricMeanInterval)
    }
    let interval = try Interval(
      lower: min(Logarithm.exp(logs.interval.lower), value),
      upper: max(Logarithm.exp(logs.interval.upper), value), confidence: level)
    return Estimate(value, standardError: value * error, interval: interval)
  }

  /// The reciprocal of the mean of the reciprocals: `n / Σ (1 / xᵢ)`.
  ///
  /// The mean for rates over equal amounts, such as speeds over equal distances. It is at most the
  /// geometric mean.
  ///
  /// - Parameter sample: at least one finite value, all above 0.
  /// - Returns: the harmonic mean, above 0.
  /// - Throws: `StatisticsError`, see ``Location``; `.valueNotPositive`.
  public static func harmonicMean(of sample: [Double]) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .harmonicMean)
    let smallest = try positive(sample, .harmonicMean)
    // Ratios to the smallest value lie within 0 and 1, where reciprocals may overflow.
    var sum = PreciseSum()
    for value in sample { sum.add(smallest / value) }
    return smallest * (Double(sample.count) / sum.value)
  }

  private static func logarithms(
    of sample: [Double], _ name: StatisticName
  ) throws(StatisticsError) -> [Double] {
    try Check.sample(sample, for: name)
    _ = try positive(sample, name)
    var logarithms: [Double] = []
    logarithms.reserveCapacity(sample.count)
    for value in sample { logarithms.append(try Logarithm.of(value)) }
    return logarithms
  }

  /// The mean of the logarithms, taken back. Rounding never takes it out of the sample.
  private static func geometric(
    _ logarithms: [Double], in sample: [Double]
  ) throws(StatisticsError) -> Double {
    var (smallest, largest) = (sample[0], sample[0])
    for value in sample { (smallest, largest) = (min(smallest, value), max(largest, value)) }
    let mean = Moments.mean(of: logarithms)
    // Near the largest number the exponential overflows before its rounded argument does.
    let value =
      try mean > 700 ? Logarithm.exp(mean - Logarithm.of(largest)) * largest : Logarithm.exp(mean)
    return min(max(value, smallest), largest)
  }

  /// The smallest value, when all are above 0.
  private static func positive(
    _ sample: [Double], _ name: StatisticName
  ) throws(StatisticsError) -> Double {
    var smallest = Double.infinity
    for (index, value) in sample.enumerated() {
      guard value > 0 else { throw .valueNotPositive(name, position: index + 1) }
      smallest = min(smallest, value)
    }
    return smallest
  }
}
