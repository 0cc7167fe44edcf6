extension Trend {
  /// The autocorrelation: how much a value tells about the value some steps later, -1 to 1.
  ///
  /// With the mean m it is `Σ (xᵢ - m)(xᵢ₊ₖ - m) / Σ (xᵢ - m)²` for the lag k. A trend makes it
  /// large; take the trend out first where the rest is of interest.
  ///
  /// Reference: Box and Jenkins 1976, Time Series Analysis: Forecasting and Control, section 2.1.5.
  ///
  /// - Parameters:
  ///   - series: at least 3 values, not all equal, at equal steps of time.
  ///   - lag: the number of steps, 1 to one less than the number of values.
  /// - Returns: the autocorrelation.
  /// - Throws: `StatisticsError.sampleTooSmall`, `.constantSample` or `.optionOutOfRange`, or
  ///   ``TrendFault/unequalSteps(_:)``.
  public static func autocorrelation(
    _ series: TimeSeries, lag: Int = 1
  ) throws(StatisticsError) -> Double {
    guard series.count >= 3 else {
      throw .sampleTooSmall(.autocorrelation, needed: 3, given: series.count)
    }
    guard (1..<series.count).contains(lag) else {
      throw .optionOutOfRange(
        option: "the lag", range: "between 1 and \(series.count - 1)", Double(lag))
    }
    guard series.hasEqualSteps else { throw .trend(.unequalSteps(.autocorrelation)) }
    return try Autocorrelations(series.values).at(lag)
  }
}

/// The autocorrelations of values at equal steps of time.
struct Autocorrelations {
  private let deviations: [Double]
  private let squares: Double

  init(_ values: [Double]) throws(StatisticsError) {
    let largest = values.reduce(0) { max($0, abs($1)) }
    let scale = largest > 0 ? largest : 1
    let mean = try Location.mean(of: values.map { $0 / scale })
    let deviations = values.map { $0 / scale - mean }
    // Scaled by the largest, the squares neither overflow nor vanish.
    let spread = deviations.reduce(0) { max($0, abs($1)) }
    guard values.contains(where: { $0 != values[0] }), spread > 0 else {
      throw .constantSample(.autocorrelation)
    }
    self.deviations = deviations.map { $0 / spread }
    squares = self.deviations.reduce(into: PreciseSum()) { $0.add($1, times: $1) }.value
  }

  func at(_ lag: Int) -> Double {
    var sum = PreciseSum()
    for i in 0..<deviations.count - lag { sum.add(deviations[i], times: deviations[i + lag]) }
    return sum.value / squares
  }
}
