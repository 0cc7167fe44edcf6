internal import CGSL

/// How large a difference between two samples is, without unit.
public enum EffectSize {
  /// Hedges' g: the difference of the means in standard deviations, corrected for small samples.
  ///
  /// `d = (x̄₁ - x̄₂) / s` with the pooled deviation `s² = (SS₁ + SS₂) / ν`, ν = n₁ + n₂ - 2, and
  /// `g = J d` with `J = Γ(ν/2) / (√(ν/2) Γ((ν - 1)/2))`. The interval holds all differences δ for
  /// which `d √(n₁n₂/(n₁+n₂))` is not in a tail of the noncentral t distribution; it is corrected by
  /// J as well. For noncentralities beyond 25 it is `g ± z √((n₁+n₂)/(n₁n₂) + g²/(2(n₁+n₂)))`.
  ///
  /// The groups are taken to spread alike. About 0.2 is called small, 0.5 medium and 0.8 large.
  ///
  /// References: Hedges 1981, Distribution theory for Glass's estimator of effect size and related
  /// estimators. Cohen 1988, Statistical Power Analysis for the Behavioral Sciences.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: g with its interval; first minus second.
  /// - Throws: `StatisticsError.groupTooSmall`, `.notANumber`, `.infinite`, `.confidenceOutOfRange`,
  ///   `.resultTooLarge`; `.constantSample` without spread.
  public static func hedgesG(
    _ first: [Double], minus second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try standardised(first, second, confidence, corrected: true)
  }

  /// Cohen's d: Hedges' g without the correction for small samples.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: d with its interval; first minus second.
  /// - Throws: `StatisticsError`, see ``hedgesG(_:minus:confidence:)``.
  public static func cohensD(
    _ first: [Double], minus second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try standardised(first, second, confidence, corrected: false)
  }

  private static func standardised(
    _ first: [Double], _ second: [Double], _ confidence: Double, corrected: Bool
  ) throws(StatisticsError) -> Estimate {
    let tail = try (1 - Check.confidence(confidence)) / 2
    let groups = try GroupMoments.all([first, second], for: .hedgesG, needs: 2)
    let (n1, n2) = (groups[0].count, groups[1].count)
    let freedom = n1 + n2 - 2
    let pooled = (groups[0].squares + groups[1].squares) / freedom
    guard pooled > 0 else { throw .constantSample(.hedgesG) }
    let d = (groups[0].mean - groups[1].mean) / pooled.squareRoot()
    let factor = corrected ? try correction(freedom) : 1
    let scale = (n1 * n2 / (n1 + n2)).squareRoot()
    let t = d * scale
    guard t.isFinite else { throw .resultTooLarge(.hedgesG) }
    let (lower, upper): (Double, Double)
    if abs(t) <= 25 {
      lower = try noncentrality(t, freedom, upperTail: tail) / scale
      upper = try -noncentrality(-t, freedom, upperTail: tail) / scale
    } else {
      let z = try Normal.twoSidedPoint(confidence: confidence)
      let error = ((n1 + n2) / (n1 * n2) + d * d / (2 * (n1 + n2))).squareRoot()
      (lower, upper) = (d - z * error, d + z * error)
    }
    return Estimate(
      factor * d,
      interval: try Interval(
        lower: factor * lower, upper: factor * upper, confidence: confidence))
  }

  /// The δ for which t is exceeded with the given probability.
  private static func noncentrality(
    _ t: Double, _ freedom: Double, upperTail: Double
  ) throws(StatisticsError) -> Double {
    let range = NoncentralT.limit
    return try RootFinding.root(of: "noncentral t distribution", between: -range, and: range) {
      delta throws(StatisticsError) in
      let distribution = NoncentralT(degreesOfFreedom: freedom, noncentrality: delta)
      return try distribution.lowerTail(t) - (1 - upperTail)
    }
  }

  private static func correction(_ freedom: Double) throws(StatisticsError) -> Double {
    let numerator = try GSL.value(of: "gamma function") { gsl_sf_lngamma_e(freedom / 2, $0) }
    let denominator = try GSL.value(of: "gamma function") {
      gsl_sf_lngamma_e((freedom - 1) / 2, $0)
    }
    return try Logarithm.exp(numerator - denominator) / (freedom / 2).squareRoot()
  }

  /// Cliff's delta: how much more often a value of the first sample is larger than one of the
  /// second than it is smaller, -1 to 1.
  ///
  /// With `dᵢⱼ` 1, 0 or -1 as the i-th first value is larger than, equal to or smaller than the j-th
  /// second, δ is the mean of all dᵢⱼ. Its variance is estimated without bias from the means of the
  /// rows and columns, and the interval is
  /// `(δ - δ³ ± z s √((1 - δ²)² + z² s²)) / (1 - δ² + z² s²)`. Where all first values are larger, or
  /// all smaller, the nearer end is `(n - z²)/(n + z²)`, n the size of the smaller sample.
  ///
  /// It asks nothing of the distributions and suits the steps of a scale. (1 + δ)/2 is the
  /// probability that a first value is larger, a tie counting a half.
  ///
  /// References: Cliff 1993, Dominance statistics: ordinal analyses to answer ordinal questions.
  /// Feng and Cliff 2004, Monte Carlo evaluation of ordinal d with improved confidence interval.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: δ with its standard error and interval.
  /// - Throws: `StatisticsError.groupTooSmall`, `.notANumber`, `.infinite`,
  ///   `.confidenceOutOfRange`.
  public static func cliffsDelta(
    _ first: [Double], minus second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    try GroupCheck.values([first, second], for: .cliffsDelta, needs: 2)
    let rows = dominance(of: first, over: second)
    let columns = dominance(of: second, over: first).map { -$0 }
    let (m, n) = (Double(first.count), Double(second.count))
    let delta = rows.reduce(0, +) / m
    let z = try Normal.twoSidedPoint(confidence: level)
    guard abs(delta) < 1 else {
      let smaller = min(m, n)
      let near = max(-1, (smaller - z * z) / (smaller + z * z))
      return Estimate(
        delta, standardError: 0,
        interval: try delta > 0
          ? Interval(lower: near, upper: 1, confidence: level)
          : Interval(lower: -1, upper: -near, confidence: level))
    }
    let rowSquares = rows.reduce(0) { $0 + ($1 - delta) * ($1 - delta) }
    let columnSquares = columns.reduce(0) { $0 + ($1 - delta) * ($1 - delta) }
    let untied = try m * n - SampleOrder(first, second).tiedPairs
    let cells = untied - m * n * delta * delta
    let unbiased =
      (n * n * rowSquares + m * m * columnSquares - cells) / (m * n * (m - 1) * (n - 1))
    // The estimate may fall below what any such table has.
    let variance = max(unbiased, (1 - delta * delta) / (m * n - 1))
    let room = 1 - delta * delta
    let middle = delta * room
    let half = z * (variance * (room * room + z * z * variance)).squareRoot()
    let whole = room + z * z * variance
    return Estimate(
      delta, standardError: variance.squareRoot(),
      interval: try Interval(
        lower: max(-1, (middle - half) / whole), upper: min(1, (middle + half) / whole),
        confidence: level))
  }

  /// For each value of a sample the share of others that are smaller, less the share that are
  /// larger.
  private static func dominance(of values: [Double], over others: [Double]) -> [Double] {
    let sorted = others.sorted()
    let count = Double(others.count)
    return values.map { value in
      let below = sorted.partition { $0 >= value }
      let above = sorted.count - sorted.partition { $0 > value }
      return Double(below - above) / count
    }
  }
}

extension [Double] {
  /// How many of the values, which are sorted, lie before the first that passes.
  fileprivate func partition(_ passes: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
