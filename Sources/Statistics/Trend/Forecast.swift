/// The continuation of a series, with prediction intervals.
///
/// The intervals take the errors as normal, independent and equally spread. They allow for future
/// errors, not for doubts about the method or its parameters; ``BackTest`` shows how often they
/// hold. Where a method fits without any error, its intervals have no width.
///
/// References: Hyndman, Koehler, Ord and Snyder 2008, Forecasting with Exponential Smoothing: The
/// State Space Approach, chapter 6. Hyndman and Athanasopoulos 2021, Forecasting: Principles and
/// Practice, sections 5.2, 5.5 and 7.6; their `SNAIVE(y ~ drift())` is `seasonalDrift`.
public struct Forecast: Hashable, Sendable {
  /// The expectation for one point in time.
  public struct Point: Hashable, Sendable {
    /// The number of steps after the last value, from 1.
    public let step: Int

    /// The expected value.
    public let value: Double

    /// The standard deviation of the forecast error.
    public let deviation: Double

    /// The interval in which the value will lie with the probability given as its confidence.
    public let interval: Interval
  }

  /// The method.
  public let method: ForecastMethod

  /// The expectations, one step ahead first.
  public let points: [Point]

  /// The number of values the method was fitted to.
  public let count: Int

  /// The standard deviation σ of the errors one step ahead: the root of their sum of squares
  /// divided by their number less the number of parameters.
  public let errorDeviation: Double

  /// The weights and states of the smoothing; nil for the other methods.
  public let smoothing: ExponentialSmoothing?

  /// The longest horizon.
  public static let longestHorizon = 1_000

  /// Continues a series.
  ///
  /// With T values, the variance of the error h steps ahead is
  /// - `naive`: `σ² h`,
  /// - `drift`: `σ² h (1 + h/(T - 1))`,
  /// - `seasonalNaive`: `σ² k` with k the seasons begun, `(h - 1)/m + 1` in whole numbers,
  /// - `seasonalDrift`: `σ² k (1 + k/(T - m))`,
  /// - `seasonalLine`: `σ² (1 + 1/n + (t - t̄)²/S)` with n values in its season, t̄ their mean time
  ///   and S the sum of the squared distances of all times from the means of their seasons,
  /// - smoothing: `σ² (1 + Σ cⱼ²)` over j from 1 to h - 1, with
  ///   `cⱼ = α + αβ (φ + ... + φʲ)`; β is 0 without a trend, φ is 1 without damping.
  ///
  /// The weights and the starting states of smoothing are those with the least sum of squared
  /// one-step errors. The search for them is fixed, so the result is always the same.
  ///
  /// - Parameters:
  ///   - values: finite values at equal steps of time, not all equal: at least 4 for `naive` and
  ///     `drift`, two seasons for `seasonalNaive` and `seasonalDrift`, two more than two seasons for
  ///     `seasonalLine`, 6 for `simpleSmoothing`, 8 for `holt`, 10 for `dampedHolt`.
  ///   - method: the method.
  ///   - horizon: how many steps ahead, 1 to ``longestHorizon``.
  ///   - confidence: the probability of the intervals, strictly between 0 and 1.
  ///   - breaks: the positions, counted from 1, of the first values of new definitions, in rising
  ///     order. Only the values from the last break on are used.
  /// - Throws: `StatisticsError.emptySample`, `.sampleTooSmall`, `.notANumber`, `.infinite`,
  ///   `.constantSample`, `.optionOutOfRange`, `.confidenceOutOfRange` or `.resultTooLarge`, or
  ///   ``TrendFault/badBreak(number:)`` or ``TrendFault/tooFewAfterBreak(_:needed:given:)``.
  public init(
    of values: [Double], method: ForecastMethod, horizon: Int, confidence: Double = 0.95,
    breaks: [Int] = []
  ) throws(StatisticsError) {
    try method.check()
    try Self.check(horizon: horizon)
    let z = try Normal.twoSidedPoint(confidence: Check.confidence(confidence))
    let values = try Self.usable(
      values, breaks: breaks, for: .forecast, needs: method.needed)
    let model = try ForecastModel(method, fittedTo: values, horizon: horizon)
    var points: [Point] = []
    for (index, value) in model.values.enumerated() {
      let deviation = model.deviations[index]
      let (lower, upper) = (value - z * deviation, value + z * deviation)
      guard lower.isFinite, upper.isFinite else { throw .resultTooLarge(.forecast) }
      points.append(
        Point(
          step: index + 1, value: value, deviation: deviation,
          interval: try Interval(lower: lower, upper: upper, confidence: confidence)))
    }
    self.method = method
    self.points = points
    count = values.count
    errorDeviation = model.errorDeviation
    smoothing = model.smoothing
  }

  static func check(horizon: Int) throws(StatisticsError) {
    guard (1...longestHorizon).contains(horizon) else {
      throw .optionOutOfRange(
        option: "the horizon", range: "between 1 and \(longestHorizon)", Double(horizon))
    }
  }

  /// The values after the last break, if they are enough and not all equal.
  static func usable(
    _ values: [Double], breaks: [Int], for statistic: StatisticName, needs needed: Int
  ) throws(StatisticsError) -> [Double] {
    try Check.sample(values, for: statistic)
    let ranges = try TimeSeries.ranges(length: values.count, breaks: breaks)
    let usable = Array(values[(ranges[ranges.count - 1].lowerBound - 1)...])
    guard usable.count >= needed else {
      throw breaks.isEmpty
        ? .sampleTooSmall(statistic, needed: needed, given: usable.count)
        : .trend(.tooFewAfterBreak(statistic, needed: needed, given: usable.count))
    }
    guard usable.contains(where: { $0 != usable[0] }) else { throw .constantSample(statistic) }
    return usable
  }
}
