/// The two charts of single measurements: their values, and the sizes of their changes.
public struct IndividualsChart: Hashable, Sendable {
  /// The chart of the values.
  public let values: ControlChart

  /// The chart of the changes. Its first point in a phase belongs to the second value of it, so the
  /// positions of its points are those of the values that ended the changes.
  public let movingRanges: ControlChart
}

extension ControlChart {
  /// The XmR chart of single measurements.
  ///
  /// The centre is the mean. The standard deviation comes from the mean moving range, the mean size
  /// of a change from one value to the next: `mR / d2` with `d2 = 2/√π`, the mean range of two
  /// standard normal values. So the limits lie 2.66 mR from the mean. The upper limit of the moving
  /// ranges is `mR (1 + 3 d3/d2)`, 3.267 mR, with `d3 = √(2 - 4/π)`, the standard deviation of that
  /// range; their lower limit is 0. No change is counted across the start of a phase.
  ///
  /// References: Shewhart 1931, Economic Control of Quality of Manufactured Product. Wheeler and
  /// Chambers 1992, Understanding Statistical Process Control.
  ///
  /// - Parameters:
  ///   - values: finite values in the order of time; with fewer than ``fewestPoints`` the result
  ///     is no chart.
  ///   - rebasings: the positions, counted from 1, of the first points of new phases, in rising
  ///     order.
  ///   - rules: the rules that make a signal.
  /// - Returns: both charts, or what there is to say about a short series.
  /// - Throws: `StatisticsError.emptySample`, `.notANumber`, `.infinite` or `.resultTooLarge`, or
  ///   ``ControlChartFault/badRebasing(number:)``,
  ///   ``ControlChartFault/phaseTooShort(phase:needed:given:)`` or
  ///   ``ControlChartFault/noVariation(phase:)``.
  public static func individuals(
    _ values: [Double], rebasings: [Int] = [], rules: Set<ControlRule> = ControlRule.anhoej
  ) throws(StatisticsError) -> ControlChartResult<IndividualsChart> {
    try Check.sample(values, for: .controlChart)
    guard values.count >= fewestPoints else {
      _ = try phases(count: values.count, rebasings: rebasings)
      return .tooFewPoints(try ShortSeries(values, needed: fewestPoints))
    }
    var (single, ranges): ([Baseline], [Baseline]) = ([], [])
    for phase in try fullPhases(count: values.count, rebasings: rebasings) {
      let part = Array(values[phase.lowerBound - 1...phase.upperBound - 1])
      let moved = zip(part.dropFirst(), part).map { abs($0 - $1) }
      guard moved.allSatisfy(\.isFinite) else { throw .resultTooLarge(.controlChart) }
      let meanRange = try Location.mean(of: moved)
      single.append(
        Baseline(
          positions: phase, centre: try Location.mean(of: part), values: part,
          deviations: Array(repeating: meanRange / RangeOfTwo.mean, count: part.count)))
      ranges.append(
        Baseline(
          positions: phase.lowerBound + 1...phase.upperBound, centre: meanRange, values: moved,
          deviations: Array(
            repeating: meanRange * RangeOfTwo.deviation / RangeOfTwo.mean, count: moved.count)))
    }
    let everything = -Double.infinity...Double.infinity
    return .chart(
      IndividualsChart(
        values: try ControlChart(.individuals, single, rules: rules, within: everything),
        movingRanges: try ControlChart(
          .movingRanges, ranges, rules: rules, within: 0...Double.infinity)))
  }
}

/// The range of two standard normal values, known as d2 and d3 for samples of two.
enum RangeOfTwo {
  /// d2: the mean, `2/√π`.
  static let mean = 2 / Double.pi.squareRoot()

  /// d3: the standard deviation, `√(2 - 4/π)`.
  static let deviation = (2 - 4 / Double.pi).squareRoot()
}
