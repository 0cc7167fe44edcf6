/// Values in the order of time around their median.
///
/// A run chart has no limits; it tells by the runs around the median whether the level moved. The
/// rules need at least 10 values that do not equal the median; for fewer, only the median stands.
public struct RunChart: Hashable, Sendable {
  /// A stretch of points with a median of its own.
  public struct Phase: Hashable, Sendable {
    /// The positions of the points, counted from 1.
    public let positions: ClosedRange<Int>

    /// The median of the points.
    public let median: Double

    /// The runs around the median; nil where too few values are useful.
    public let runs: RunAnalysis?
  }

  /// The values.
  public let values: [Double]

  /// The phases in order.
  public let phases: [Phase]

  /// Makes a run chart.
  ///
  /// - Parameters:
  ///   - values: at least one finite value, in the order of time.
  ///   - rebasings: the positions, counted from 1, of the first points of new phases, in rising
  ///     order.
  /// - Throws: `StatisticsError.emptySample`, `.notANumber` or `.infinite`, or
  ///   ``ControlChartFault/badRebasing(number:)``.
  public init(_ values: [Double], rebasings: [Int] = []) throws(StatisticsError) {
    try Check.sample(values, for: .runChart)
    var phases: [Phase] = []
    for range in try ControlChart.phases(count: values.count, rebasings: rebasings) {
      let part = Array(values[range.lowerBound - 1...range.upperBound - 1])
      let median = try Location.median(of: part)
      let runs = try RunAnalysis(sides: part.map { Side(of: $0, from: median) })
      phases.append(Phase(positions: range, median: median, runs: runs))
    }
    self.values = values
    self.phases = phases
  }
}
