extension Trend {
  /// The Theil–Sen slope: the median of `(xⱼ - xᵢ) / (tⱼ - tᵢ)` over all pairs of values.
  ///
  /// The unit is that of the values per unit of the times, which may be unequal steps apart. The
  /// interval comes from the ranks of the slopes. With N slopes and
  /// `C = z √variance of the Mann–Kendall score`, it goes from the slope of rank `(N - C)/2` to the
  /// slope of rank `(N + C)/2 + 1`, both rounded to whole numbers. Where the first rank is below
  /// 1, the series is too short for that confidence, and there is no interval. The line goes
  /// through the median of the values at the median of the times.
  ///
  /// References: Theil 1950, A rank-invariant method of linear and polynomial regression analysis.
  /// Sen 1968, Estimates of the regression coefficient based on Kendall's tau. Gilbert 1987,
  /// Statistical Methods for Environmental Pollution Monitoring, section 16.5. Intercept: Conover
  /// 1980, Practical Nonparametric Statistics.
  ///
  /// - Parameters:
  ///   - series: 3 to ``limit`` values.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the slope with its interval, and the intercept.
  /// - Throws: `StatisticsError.sampleTooSmall`, `.sampleTooLarge`, `.confidenceOutOfRange` or
  ///   `.resultTooLarge`.
  public static func theilSen(
    _ series: TimeSeries, confidence: Double = 0.95
  ) throws(StatisticsError) -> TheilSen {
    try check(series, for: .theilSen)
    let confidence = try Check.confidence(confidence)
    let scan = PairScan(count: series.count)
    let (slopes, median, variance) = try series.withPointers {
      values, times throws(StatisticsError) in
      let signs = scan.scan(values, times: times)
      let hasTies = signs.rising + signs.falling < scan.pairs
      let (median, tieTerm) = scan.medianAndTies(hasTies: hasTies)
      return (
        scan.allSlopes.sorted(), median,
        MannKendall.variance(count: series.count, tieTerm: tieTerm)
      )
    }
    return try TheilSen(
      .theilSen, sorted: slopes, variance: variance, confidence: confidence, medianValue: median,
      medianTime: middle(series.times))
  }

  /// The Theil–Sen slope within seasons: the median of the slopes between values of one season.
  ///
  /// The slope is per unit of the times of the series, not per return of the season: with months
  /// as times, 12 times the slope is the change per year. The interval comes from the ranks as in
  /// ``theilSen(_:confidence:)``, with the variance of the seasonal Mann–Kendall score.
  ///
  /// References: Hirsch, Slack and Smith 1982, Techniques of trend analysis for monthly water
  /// quality data. Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring,
  /// section 17.5.
  ///
  /// - Parameters:
  ///   - series: 3 to ``limit`` values.
  ///   - seasons: the season of each value, as a whole number: a month, 1 to 12, for instance.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the slope with its interval, and the intercept.
  /// - Throws: the refusals of ``theilSen(_:confidence:)`` and
  ///   ``seasonalMannKendall(_:seasons:alternative:)``.
  public static func seasonalTheilSen(
    _ series: TimeSeries, seasons: [Int], confidence: Double = 0.95
  ) throws(StatisticsError) -> TheilSen {
    try check(series, for: .seasonalTheilSen)
    let seasons = try Seasons(seasons, of: series, for: .seasonalTheilSen)
    return try seasonal(series, seasons, confidence)
  }

  /// The Theil–Sen slope within seasons that return every so many steps of time.
  ///
  /// See ``seasonalTheilSen(_:seasons:confidence:)``.
  ///
  /// - Parameters:
  ///   - series: 3 to ``limit`` values, at times that are whole numbers.
  ///   - seasonLength: the steps from one season to its next return, 2 to 10000; 12 for months.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the slope per step of time with its interval, and the intercept.
  /// - Throws: the refusals of ``theilSen(_:confidence:)`` and
  ///   ``seasonalMannKendall(_:seasonLength:alternative:)``.
  public static func seasonalTheilSen(
    _ series: TimeSeries, seasonLength: Int, confidence: Double = 0.95
  ) throws(StatisticsError) -> TheilSen {
    try check(series, for: .seasonalTheilSen)
    let seasons = try Seasons(length: seasonLength, of: series, for: .seasonalTheilSen)
    return try seasonal(series, seasons, confidence)
  }

  private static func seasonal(
    _ series: TimeSeries, _ seasons: Seasons, _ confidence: Double
  ) throws(StatisticsError) -> TheilSen {
    let confidence = try Check.confidence(confidence)
    var (slopes, variance): ([Double], Double) = ([], 0)
    for group in seasons.groups {
      let (values, times) = seasons.part(group, of: series)
      for i in values.indices {
        for j in i + 1..<max(i + 1, values.count) {
          slopes.append((values[j] - values[i]) / (times[j] - times[i]))
        }
      }
      let tieTerm = ScoreAndTies.of(values).tieTerm
      variance += MannKendall.variance(count: values.count, tieTerm: tieTerm)
    }
    slopes.sort()
    return try TheilSen(
      .seasonalTheilSen, sorted: slopes, variance: variance, confidence: confidence,
      medianValue: Location.median(of: series.values), medianTime: middle(series.times))
  }
}
