extension Trend {
  /// Up to so many different values the p value is exact unless told otherwise.
  static let exactLimit = 10

  /// The Mann–Kendall test of a trend in one direction.
  ///
  /// The score is `S = Σ sign(xⱼ - xᵢ)` over all pairs with i before j. Without a trend it has the
  /// mean 0 and the variance `(n(n - 1)(2n + 5) - Σ t(t - 1)(2t + 5)) / 18`, with t the sizes of
  /// the groups of equal values. The p value comes from the normal distribution with a correction
  /// for continuity, or from the exact distribution of S, which is known without ties only.
  ///
  /// The steps of time do not matter, only their order. When all values are equal, the score is 0
  /// and the p value 1.
  ///
  /// References: Mann 1945, Nonparametric tests against trend. Kendall 1975, Rank Correlation
  /// Methods. Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring, chapter 16.
  ///
  /// - Parameters:
  ///   - series: 3 to ``limit`` values.
  ///   - alternative: `.greater` for a rise, `.less` for a fall.
  ///   - exact: whether the p value is exact; nil for up to 10 values without ties.
  /// - Returns: the score, its variance and the test.
  /// - Throws: `StatisticsError.sampleTooSmall` or `.sampleTooLarge` (an exact p value takes at
  ///   most 60 values), or ``TrendFault/tiesWithoutExact``.
  public static func mannKendall(
    _ series: TimeSeries, alternative: Alternative = .twoSided, exact: Bool? = nil
  ) throws(StatisticsError) -> MannKendall {
    try check(series, for: .mannKendall)
    let (score, tieTerm) = ScoreAndTies.of(series.values)
    let n = series.count
    let isExact = exact ?? (n <= exactLimit && tieTerm == 0)
    if isExact {
      guard tieTerm == 0 else { throw .trend(.tiesWithoutExact) }
      guard n <= KendallDistribution.limit else {
        throw .sampleTooLarge(.exactMannKendall, limit: KendallDistribution.limit, given: n)
      }
    }
    return try MannKendall(
      .mannKendall, score: score, pairs: n * (n - 1) / 2,
      variance: MannKendall.variance(count: n, tieTerm: tieTerm), alternative: alternative,
      exact: isExact ? KendallDistribution(count: n) : nil, hasTies: tieTerm > 0)
  }

  /// The score of values in order and the term of their ties, without slopes.
  enum ScoreAndTies {
    static func of(_ values: [Double]) -> (score: Int, tieTerm: Int) {
      var score = 0
      values.withUnsafeBufferPointer { values in
        for i in values.indices.dropLast() {
          let value = values[i]
          var (rising, falling) = (0, 0)
          for j in i + 1..<values.count {
            rising &+= values[j] > value ? 1 : 0
            falling &+= values[j] < value ? 1 : 0
          }
          score += rising - falling
        }
      }
      let ties = Ranks(of: values).ties
      return (score, ties.reduce(0) { $0 + MannKendall.term($1) })
    }
  }
}
