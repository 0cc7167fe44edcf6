/// The trend of one part of a series, between two breaks.
public struct TrendSegment: Hashable, Sendable {
  /// The positions of the part in the series, counted from 1 with the gaps.
  public let positions: ClosedRange<Int>

  /// The number of values, gaps not counted.
  public let count: Int

  /// The test of a trend; nil where the part is too short.
  public let mannKendall: MannKendall?

  /// The line; nil where the part is too short.
  public let theilSen: TheilSen?
}

extension Trend {
  /// The trends between breaks, each from its own values only.
  ///
  /// A break is a point at which the values changed their meaning: a new definition, another
  /// question, another way to measure. A difference across a break says nothing, so no pair of
  /// values across it is compared. Parts with fewer than `minimum` values are listed without a
  /// trend.
  ///
  /// - Parameters:
  ///   - series: the whole series.
  ///   - breaks: the position of the first value of each new part, counted from 1 with the gaps,
  ///     in rising order.
  ///   - minimum: the smallest number of values that makes a trend, 3 to ``limit``.
  ///   - confidence: the level of the intervals, strictly between 0 and 1.
  /// - Returns: all parts in order.
  /// - Throws: ``TrendFault/badBreak(number:)``, ``TrendFault/noSegmentLongEnough(needed:longest:)``,
  ///   `StatisticsError.optionOutOfRange`, or a refusal of ``theilSen(_:confidence:)``.
  public static func segments(
    of series: TimeSeries, breaks: [Int], minimum: Int = 4, confidence: Double = 0.95
  ) throws(StatisticsError) -> [TrendSegment] {
    guard (3...limit).contains(minimum) else {
      throw .optionOutOfRange(
        option: "the smallest number of values of a trend", range: "between 3 and \(limit)",
        Double(minimum))
    }
    let confidence = try Check.confidence(confidence)
    let ranges = try TimeSeries.ranges(length: series.length, breaks: breaks)
    let parts = try series.segments(breaks: breaks)
    let longest = parts.reduce(0) { max($0, $1.count) }
    guard longest >= minimum else {
      throw .trend(.noSegmentLongEnough(needed: minimum, longest: longest))
    }
    var segments: [TrendSegment] = []
    for range in ranges {
      let part = parts.first { range.contains($0.positions[0]) }
      guard let part, part.count >= minimum else {
        segments.append(
          TrendSegment(
            positions: range, count: part?.count ?? 0, mannKendall: nil, theilSen: nil))
        continue
      }
      segments.append(
        TrendSegment(
          positions: range, count: part.count, mannKendall: try mannKendall(part),
          theilSen: try theilSen(part, confidence: confidence)))
    }
    return segments
  }
}
