extension Trend {
  /// The Mann–Kendall test within seasons: each value is compared only with values of its season.
  ///
  /// The score and its variance are the sums of those of the seasons; the p value comes from the
  /// normal distribution with a correction for continuity. The seasons are taken as independent of
  /// each other. Seasons with a single value add nothing.
  ///
  /// References: Hirsch, Slack and Smith 1982, Techniques of trend analysis for monthly water
  /// quality data. Gilbert 1987, Statistical Methods for Environmental Pollution Monitoring,
  /// chapter 17.
  ///
  /// - Parameters:
  ///   - series: 3 to ``limit`` values.
  ///   - seasons: the season of each value, as a whole number: a month, 1 to 12, for instance.
  ///   - alternative: `.greater` for a rise, `.less` for a fall.
  /// - Returns: the summed score, its variance and the test.
  /// - Throws: `StatisticsError.sampleTooSmall`, `.sampleTooLarge` or `.lengthsDiffer`, or
  ///   ``TrendFault/noSeasonLongEnough(_:needed:)`` where no season has 3 values.
  public static func seasonalMannKendall(
    _ series: TimeSeries, seasons: [Int], alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> MannKendall {
    try check(series, for: .seasonalMannKendall)
    let seasons = try Seasons(seasons, of: series, for: .seasonalMannKendall)
    return try seasonal(series, seasons, alternative)
  }

  /// The Mann–Kendall test within seasons that return every so many steps of time.
  ///
  /// See ``seasonalMannKendall(_:seasons:alternative:)``. Gaps keep the values after them in their
  /// seasons.
  ///
  /// - Parameters:
  ///   - series: 3 to ``limit`` values, at times that are whole numbers.
  ///   - seasonLength: the steps from one season to its next return, 2 to 10000; 12 for months.
  ///   - alternative: `.greater` for a rise, `.less` for a fall.
  /// - Returns: the summed score, its variance and the test.
  /// - Throws: the refusals of ``seasonalMannKendall(_:seasons:alternative:)``,
  ///   `StatisticsError.optionOutOfRange` or ``TrendFault/timeNotWhole(position:)``.
  public static func seasonalMannKendall(
    _ series: TimeSeries, seasonLength: Int, alternative: Alternative = .twoSided
  ) throws(StatisticsError) -> MannKendall {
    try check(series, for: .seasonalMannKendall)
    let seasons = try Seasons(length: seasonLength, of: series, for: .seasonalMannKendall)
    return try seasonal(series, seasons, alternative)
  }

  private static func seasonal(
    _ series: TimeSeries, _ seasons: Seasons, _ alternative: Alternative
  ) throws(StatisticsError) -> MannKendall {
    var (score, pairs, variance, hasTies) = (0, 0, 0.0, false)
    for group in seasons.groups {
      let values = seasons.part(group, of: series).values
      let (part, tieTerm) = ScoreAndTies.of(values)
      score += part
      pairs += values.count * (values.count - 1) / 2
      variance += MannKendall.variance(count: values.count, tieTerm: tieTerm)
      hasTies = hasTies || tieTerm > 0
    }
    return try MannKendall(
      .seasonalMannKendall, score: score, pairs: pairs, variance: variance,
      alternative: alternative, hasTies: hasTies)
  }
}
