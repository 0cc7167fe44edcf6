extension Trend {
  /// The Mann–Kendall test for values that depend on the values before them.
  ///
  /// Values of which each resembles the one before it hold less information than their number
  /// says, and the plain test finds trends too often. Let rₖ be the autocorrelations of lag k after
  /// the Theil–Sen slope is taken out, of the ranks or the values.
  ///
  /// - `hamedRao` multiplies the variance of the score by
  ///   `1 + 2/(n(n - 1)(n - 2)) Σ (n - k)(n - k - 1)(n - k - 2) rₖ`, with the rₖ of the ranks that
  ///   lie outside `±z/√n`.
  /// - `yueWang` multiplies it by `1 + 2 Σ (1 - k/n) rₖ`.
  /// - `trendFreePrewhitening` tests `yᵢ - r₁ yᵢ₋₁ + slope · i`, where y are the values without the
  ///   trend. It always takes r₁ out; its authors leave an r₁ that is not significant in. The
  ///   result speaks of one value less.
  ///
  /// Values that are equal but for rounding after the trend is taken out share their rank.
  ///
  /// References: Hamed and Rao 1998, A modified Mann–Kendall trend test for autocorrelated data.
  /// Yue and Wang 2004, The Mann–Kendall test modified by effective sample size to detect trend in
  /// serially correlated hydrological series. Yue, Pilon, Phinney and Cavadias 2002, The influence
  /// of autocorrelation on the ability to detect trend in hydrological series.
  ///
  /// - Parameters:
  ///   - series: 10 to ``limit`` values at equal steps of time.
  ///   - correction: the method.
  /// - Returns: the score, its corrected variance and the two-sided test.
  /// - Throws: `StatisticsError.sampleTooSmall`, `.sampleTooLarge`, `.optionOutOfRange`,
  ///   `.constantSample` where nothing is left without the trend, ``TrendFault/unequalSteps(_:)``
  ///   or ``TrendFault/noVarianceLeft``.
  public static func mannKendall(
    _ series: TimeSeries, correctedFor correction: AutocorrelationCorrection
  ) throws(StatisticsError) -> MannKendall {
    try check(series, for: .correctedMannKendall, needs: 10)
    guard series.hasEqualSteps else { throw .trend(.unequalSteps(.correctedMannKendall)) }
    let rest = try Detrended(series.values)
    let (n, variance): (Int, Double)
    let (score, tieTerm): (Int, Int)
    switch correction {
    case .hamedRao(let lags, let level):
      let last = try checkedLags(lags, count: series.count)
      let factor = try hamedRaoFactor(rest, lags: last, level: level)
      (n, score, tieTerm) = scored(series.values)
      variance = MannKendall.variance(count: n, tieTerm: tieTerm) * factor
    case .yueWang(let lags):
      let last = try checkedLags(lags, count: series.count)
      let correlations = try Autocorrelations(rest.values)
      (n, score, tieTerm) = scored(series.values)
      let factor = (1...last).reduce(1.0) {
        $0 + 2 * (1 - Double($1) / Double(n)) * correlations.at($1)
      }
      variance = MannKendall.variance(count: n, tieTerm: tieTerm) * factor
    case .trendFreePrewhitening:
      let r = try Autocorrelations(rest.values).at(1)
      (n, score, tieTerm) = scored(
        (1..<series.count).map {
          rest.values[$0] - r * rest.values[$0 - 1] + rest.slope * Double($0)
        })
      variance = MannKendall.variance(count: n, tieTerm: tieTerm)
    }
    guard variance > 0 else { throw .trend(.noVarianceLeft) }
    return try MannKendall(
      .correctedMannKendall, score: score, pairs: n * (n - 1) / 2, variance: variance,
      alternative: .twoSided, hasTies: tieTerm > 0)
  }

  private static func scored(_ values: [Double]) -> (count: Int, score: Int, tieTerm: Int) {
    let (score, tieTerm) = ScoreAndTies.of(values)
    return (values.count, score, tieTerm)
  }

  private static func checkedLags(_ lags: Int?, count: Int) throws(StatisticsError) -> Int {
    let lags = lags ?? count - 1
    guard (1..<count).contains(lags) else {
      throw .optionOutOfRange(
        option: "the number of lags", range: "between 1 and \(count - 1)", Double(lags))
    }
    return lags
  }

  private static func hamedRaoFactor(
    _ rest: Detrended, lags: Int, level: Double
  ) throws(StatisticsError) -> Double {
    guard level > 0, level < 1 else {
      throw .optionOutOfRange(
        option: "the significance level", range: "strictly between 0 and 1", level)
    }
    let n = Double(rest.values.count)
    let correlations = try Autocorrelations(rest.ranks)
    let bound = try Normal.twoSidedPoint(confidence: 1 - level) / n.squareRoot()
    let sum = (1...lags).reduce(0.0) { sum, lag in
      let r = correlations.at(lag)
      let k = Double(lag)
      return abs(r) <= bound ? sum : sum + (n - k) * (n - k - 1) * (n - k - 2) * r
    }
    return 1 + 2 / (n * (n - 1) * (n - 2)) * sum
  }

  /// Values without their Theil–Sen slope.
  private struct Detrended {
    let slope: Double
    let values: [Double]

    init(_ values: [Double]) throws(StatisticsError) {
      slope = try Trend.summary(of: TimeSeries(values)).slope
      let slope = slope
      let rest = values.indices.map { values[$0] - slope * Double($0) }
      let largest = zip(values.indices, values).reduce(0) {
        max($0, abs($1.1), abs(slope * Double($1.0)))
      }
      guard largest.isFinite, rest.allSatisfy(\.isFinite) else {
        throw .resultTooLarge(.correctedMannKendall)
      }
      self.values = Self.joined(rest, within: largest * 1e-12)
    }

    var ranks: [Double] { Ranks(of: values).midranks }

    /// Makes values equal that differ by rounding only.
    private static func joined(_ values: [Double], within tolerance: Double) -> [Double] {
      var joined = values
      var last: Double?
      for index in values.indices.sorted(by: { values[$0] < values[$1] }) {
        if let last, values[index] - last <= tolerance {
          joined[index] = last
        } else {
          last = values[index]
        }
      }
      return joined
    }
  }
}
