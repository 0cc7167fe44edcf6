extension Location {
  /// The mean of the values that remain when the smallest and the largest are left out.
  ///
  /// Of n values in order, `g = ⌊share · n⌋` are left out at each end. A share of 0 gives the mean;
  /// as the share nears 0.5 the result nears the median. A product within a billionth of a whole
  /// number counts as that number.
  ///
  /// Reference: Tukey and McLaughlin 1963, Less vulnerable confidence and significance procedures
  /// for location based on a single sample: trimming/Winsorization 1.
  ///
  /// - Parameters:
  ///   - sample: at least one finite value.
  ///   - share: the share to trim at each end, 0 or more and below 0.5; 0.2 is usual.
  /// - Returns: the trimmed mean.
  /// - Throws: `StatisticsError`, see ``Location``; `.optionOutOfRange` for the share.
  public static func trimmedMean(
    of sample: [Double], share: Double = 0.2
  ) throws(StatisticsError) -> Double {
    let (sorted, trimmed) = try cut(sample, share, .trimmedMean)
    return Moments.mean(of: Array(sorted[trimmed..<(sorted.count - trimmed)]))
  }

  /// The mean after the smallest and the largest values have been pulled in.
  ///
  /// Of n values in order, the `g = ⌊share · n⌋` smallest become equal to the next larger one, and
  /// the g largest equal to the next smaller one.
  ///
  /// Reference: Dixon 1960, Simplified estimation from censored normal samples.
  ///
  /// - Parameters:
  ///   - sample: at least one finite value.
  ///   - share: the share to pull in at each end, 0 or more and below 0.5.
  /// - Returns: the winsorised mean.
  /// - Throws: `StatisticsError`, see ``Location``; `.optionOutOfRange` for the share.
  public static func winsorisedMean(
    of sample: [Double], share: Double = 0.2
  ) throws(StatisticsError) -> Double {
    let (sorted, pulled) = try cut(sample, share, .winsorisedMean)
    return Moments.mean(of: winsorised(sorted, pulled))
  }

  /// The trimmed mean with the t interval of Tukey and McLaughlin, the one-sample form of Yuen's
  /// procedure.
  ///
  /// With g values left out at each end and `h = n - 2g` left, the standard error is
  /// `√(SSD / (h (h - 1)))`. SSD is the sum of squared differences of the winsorised values from
  /// their mean. The t distribution has h - 1 degrees of freedom.
  ///
  /// References: Yuen 1974, The two-sample trimmed t for unequal population variances. Tukey and
  /// McLaughlin 1963, Less vulnerable confidence and significance procedures for location based on
  /// a single sample: trimming/Winsorization 1.
  ///
  /// - Parameters:
  ///   - sample: finite values, of which at least two must remain.
  ///   - share: the share to trim at each end, 0 or more and below 0.5; 0.2 is usual.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the trimmed mean, its standard error and the interval.
  /// - Throws: `StatisticsError`, see ``Location``; `.optionOutOfRange` for the share;
  ///   `.constantSample` when the remaining values are equal.
  public static func trimmedMeanEstimate(
    of sample: [Double], share: Double = 0.2, confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    let (sorted, trimmed) = try cut(sample, share, .trimmedMeanInterval)
    let remaining = sorted.count - 2 * trimmed
    guard remaining >= 2 else {
      throw .sampleTooSmall(
        .trimmedMeanInterval, needed: 2 * trimmed + 2, given: sorted.count)
    }
    let h = Double(remaining)
    let error = Moments(of: winsorised(sorted, trimmed)).deviation(over: h * (h - 1))
    return try studentEstimate(
      Moments.mean(of: Array(sorted[trimmed..<(sorted.count - trimmed)])), error: error,
      degreesOfFreedom: h - 1, confidence: level, .trimmedMeanInterval)
  }

  /// The values in order, and how many of them the share means at each end.
  private static func cut(
    _ sample: [Double], _ share: Double, _ name: StatisticName
  ) throws(StatisticsError) -> ([Double], Int) {
    guard share >= 0, share < 0.5 else {
      throw .optionOutOfRange(
        option: "the share to trim at each end", range: "from 0 to below 0.5", share)
    }
    try Check.sample(sample, for: name)
    let product = share * Double(sample.count)
    let nearest = product.rounded()
    let whole = Int(abs(product - nearest) <= 1e-9 ? nearest : product.rounded(.down))
    return (sample.sorted(), min(whole, (sample.count - 1) / 2))
  }

  private static func winsorised(_ sorted: [Double], _ pulled: Int) -> [Double] {
    let (low, high) = (sorted[pulled], sorted[sorted.count - 1 - pulled])
    return sorted.map { min(max($0, low), high) }
  }
}
