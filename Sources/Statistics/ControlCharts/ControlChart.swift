/// Values in the order of time between limits that chance alone seldom crosses.
///
/// The limits lie three standard deviations from the centre; how the standard deviation is found
/// depends on what the values are, see ``ControlChart/individuals(_:rebasings:rules:)``,
/// ``ControlChart/proportions(events:cases:rebasings:isAdjusted:rules:)``,
/// ``ControlChart/rates(events:sizes:rebasings:isAdjusted:rules:)`` and
/// ``ControlChart/counts(_:rebasings:rules:)``. Each phase has a centre and limits of its own, and
/// no rule looks across the start of a phase.
///
/// References: Shewhart 1931, Economic Control of Quality of Manufactured Product. Montgomery 2013,
/// Introduction to Statistical Quality Control.
public struct ControlChart: Hashable, Sendable {
  /// What the values of a chart are.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Single measurements, the X chart of an XmR pair.
    case individuals

    /// Sizes of the changes from one measurement to the next, the mR chart.
    case movingRanges

    /// Shares of cases with an event, the p chart.
    case proportions

    /// Shares with limits adjusted to their spread, Laney's p′ chart.
    case adjustedProportions

    /// Events per unit of size, the u chart.
    case rates

    /// Rates with limits adjusted to their spread, Laney's u′ chart.
    case adjustedRates

    /// Numbers of events in equal sizes, the c chart.
    case counts
  }

  /// A point of the chart.
  public struct Point: Hashable, Sendable {
    /// The position, counted from 1.
    public let position: Int

    /// The value.
    public let value: Double

    /// The centre line at this point.
    public let centre: Double

    /// The lower limit; never below 0 for shares, rates, counts and ranges.
    public let lower: Double

    /// The upper limit; never above 1 for shares.
    public let upper: Double

    /// The standard deviation at this point, a third of the way to a limit.
    public let deviation: Double

    /// The rules that this point breaks, in the order of ``ControlRule``.
    public let signals: [ControlRule]

    /// The side of the centre; nil on it.
    public var side: Side? { Side(distance: (value - centre) / deviation) }
  }

  /// A stretch of points with a centre of its own.
  public struct Phase: Hashable, Sendable {
    /// The positions of the points, counted from 1.
    public let positions: ClosedRange<Int>

    /// The centre line.
    public let centre: Double

    /// The runs around the centre; nil where too few points lie off it, and for moving ranges,
    /// which depend on each other.
    public let runs: RunAnalysis?
  }

  /// What the values are.
  public let kind: Kind

  /// The points in order.
  public let points: [Point]

  /// The phases in order.
  public let phases: [Phase]

  /// The points that break a rule.
  public var signals: [Point] { points.filter { !$0.signals.isEmpty } }

  /// The smallest number of points of a phase.
  public static let fewestPoints = 12

  /// What one phase needs for its limits.
  struct Baseline {
    let positions: ClosedRange<Int>
    let centre: Double
    let values: [Double]
    let deviations: [Double]
  }

  init(
    _ kind: Kind, _ baselines: [Baseline], rules: Set<ControlRule>,
    within bounds: ClosedRange<Double>
  ) throws(StatisticsError) {
    var (points, phases): ([Point], [Phase]) = ([], [])
    for (number, phase) in baselines.enumerated() {
      guard phase.deviations.allSatisfy({ $0 > 0 }) else {
        throw .controlChart(.noVariation(phase: number + 1))
      }
      let distances = zip(phase.values, phase.deviations).map { value, deviation in
        (value - phase.centre) / deviation
      }
      let runs =
        kind == .movingRanges
        ? nil
        : try RunAnalysis(sides: distances.map { Side(distance: $0) })
      let signals = ControlRule.signals(
        kind == .movingRanges ? rules.intersection([.beyondLimits]) : rules,
        distances: distances, runs: runs)
      for index in phase.values.indices {
        let reach = 3 * phase.deviations[index]
        guard (phase.centre - reach).isFinite, (phase.centre + reach).isFinite else {
          throw .resultTooLarge(.controlChart)
        }
        points.append(
          Point(
            position: phase.positions.lowerBound + index, value: phase.values[index],
            centre: phase.centre, lower: max(bounds.lowerBound, phase.centre - reach),
            upper: min(bounds.upperBound, phase.centre + reach),
            deviation: phase.deviations[index],
            signals: ControlRule.allCases.filter(signals[index].contains)))
      }
      phases.append(Phase(positions: phase.positions, centre: phase.centre, runs: runs))
    }
    (self.kind, self.points, self.phases) = (kind, points, phases)
  }

  /// Cuts the positions 1 to `count` where limits start anew.
  static func phases(
    count: Int, rebasings: [Int]
  ) throws(StatisticsError) -> [ClosedRange<Int>] {
    var phases: [ClosedRange<Int>] = []
    var start = 1
    for (index, position) in rebasings.enumerated() {
      guard position > start, position <= count else {
        throw .controlChart(.badRebasing(number: index + 1))
      }
      phases.append(start...position - 1)
      start = position
    }
    return phases + [start...count]
  }

  /// The phases of a chart, each with enough points for limits.
  static func fullPhases(
    count: Int, rebasings: [Int]
  ) throws(StatisticsError) -> [ClosedRange<Int>] {
    let phases = try phases(count: count, rebasings: rebasings)
    for (index, phase) in phases.enumerated() where phase.count < fewestPoints {
      throw .controlChart(
        .phaseTooShort(phase: index + 1, needed: fewestPoints, given: phase.count))
    }
    return phases
  }
}
