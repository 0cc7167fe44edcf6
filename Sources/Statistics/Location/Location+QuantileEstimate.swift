extension Location {
  /// The median with an interval between two values of the sample, exact for any distribution.
  ///
  /// The same as ``quantileEstimate(_:of:confidence:)`` for 0.5.
  ///
  /// References: Thompson 1936, On confidence ranges for the median and other expectation
  /// distributions for populations of unknown distribution form. Conover 1999, Practical
  /// Nonparametric Statistics.
  ///
  /// - Parameters:
  ///   - sample: finite values; for a confidence of 0.95 at least 6.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the median and the interval; there is no standard error.
  /// - Throws: `StatisticsError`, see ``Location``; `.sampleTooSmall` when even the range of the
  ///   sample does not reach the level.
  public static func medianEstimate(
    of sample: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try orderEstimate(0.5, sample, confidence, .medianInterval)
  }

  /// A quantile with an interval between two values of the sample, exact for any distribution.
  ///
  /// The number of values below the quantile is binomial with n trials and probability p. With
  /// `α = 1 - confidence` the lower end is the l-th value in order, l the largest number with
  /// `P(B <= l - 1) <= α/2`; the upper end is the u-th, u the smallest with `P(B >= u) <= α/2`.
  /// The interval covers the quantile at least as often as it says; for values that can be equal,
  /// more often. A tail that equals α/2 up to a relative 1e-9 counts as equal.
  ///
  /// The quantile itself is of type 7. Where, at a low confidence, it lies outside the two values,
  /// the interval is widened to hold it.
  ///
  /// References: Thompson 1936, On confidence ranges for the median and other expectation
  /// distributions for populations of unknown distribution form. Conover 1999, Practical
  /// Nonparametric Statistics.
  ///
  /// - Parameters:
  ///   - p: the probability below the quantile, strictly between 0 and 1.
  ///   - sample: finite values; how many are needed depends on p and the confidence.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the quantile and the interval; there is no standard error.
  /// - Throws: `StatisticsError`, see ``Location``; `.optionOutOfRange` for a p of 0 or 1;
  ///   `.sampleTooSmall` when even the range of the sample does not reach the level.
  public static func quantileEstimate(
    _ p: Double, of sample: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    guard p > 0, p < 1 else {
      throw .optionOutOfRange(
        option: "the probability of a quantile with an interval", range: "strictly between 0 and 1",
        p)
    }
    return try orderEstimate(p, sample, confidence, .quantileInterval)
  }

  private static func orderEstimate(
    _ p: Double, _ sample: [Double], _ confidence: Double, _ name: StatisticName
  ) throws(StatisticsError) -> Estimate {
    let tail = try (1 - Check.confidence(confidence)) / 2 * (1 + 1e-9)
    try Check.sample(sample, for: name)
    let n = sample.count
    let lower = try orderNumber(n, p, tail)
    // The upper end is the lower end for the share above the quantile, seen from the top.
    let upper = try n + 1 - orderNumber(n, 1 - p, tail)
    guard lower >= 1, upper <= n else {
      throw .sampleTooSmall(name, needed: try neededCount(p, tail), given: n)
    }
    let sorted = sample.sorted()
    let value = interpolated(p, in: sorted)
    let interval = try Interval(
      lower: min(sorted[lower - 1], value), upper: max(sorted[upper - 1], value),
      confidence: confidence)
    return Estimate(value, interval: interval)
  }

  /// The largest l with `P(B <= l - 1) <= tail`, 0 if there is none.
  private static func orderNumber(
    _ n: Int, _ p: Double, _ tail: Double
  ) throws(StatisticsError) -> Int {
    var (low, high) = (0, n)
    while low < high {
      let middle = low + (high - low + 1) / 2
      let below = BetaDistribution(a: Double(n - middle + 1), b: Double(middle))
      if try below.lowerTail(1 - p) <= tail { low = middle } else { high = middle - 1 }
    }
    return low
  }

  /// The smallest number of values whose range reaches the level.
  private static func neededCount(_ p: Double, _ tail: Double) throws(StatisticsError) -> Int {
    let count = try Logarithm.of(tail) / Logarithm.ofOnePlus(-min(p, 1 - p))
    return count < 0x1p62 ? Int(count.rounded(.up)) : Int.max
  }
}
