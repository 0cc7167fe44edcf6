/// Values in the order of time, with the times they belong to.
///
/// The times may be unequal steps apart. A gap is a time without a value, nothing else: it is not
/// filled in. Where the meaning of the values changed, cut the series with ``segments(breaks:)``;
/// no trend reaches across such a break.
public struct TimeSeries: Hashable, Sendable {
  /// The values, at least one, all finite.
  public let values: [Double]

  /// The time of each value, rising. The unit is that of the caller: months, rounds, years.
  public let times: [Double]

  /// The position of each value in what the caller gave, gaps counted; the first is 1.
  public let positions: [Int]

  /// How many values and gaps the caller gave.
  let length: Int

  /// The number of values, gaps not counted.
  public var count: Int { values.count }

  /// A series of values one step of time apart; the first has the time 0.
  ///
  /// - Parameter values: at least one finite value.
  /// - Throws: `StatisticsError.emptySample`, `.notANumber` or `.infinite`.
  public init(_ values: [Double]) throws(StatisticsError) {
    try Check.sample(values, for: .timeSeries)
    self.init(checked: values, times: values.indices.map(Double.init))
  }

  /// A series of values at given times.
  ///
  /// - Parameters:
  ///   - values: at least one finite value.
  ///   - times: as many finite times, each later than the one before.
  /// - Throws: the refusals of ``init(_:)``, `StatisticsError.lengthsDiffer`, or
  ///   ``TrendFault/timeNotFinite(position:)`` or ``TrendFault/timeNotLater(position:)``.
  public init(_ values: [Double], times: [Double]) throws(StatisticsError) {
    try Check.sample(values, for: .timeSeries)
    guard times.count == values.count else {
      throw .lengthsDiffer(.timeSeries, first: values.count, second: times.count)
    }
    for (index, time) in times.enumerated() {
      // The span too must be a number, or slopes over it would be 0.
      guard time.isFinite, (time - times[0]).isFinite else {
        throw .trend(.timeNotFinite(position: index + 1))
      }
      guard index == 0 || time > times[index - 1] else {
        throw .trend(.timeNotLater(position: index + 1))
      }
    }
    self.init(checked: values, times: times)
  }

  /// A series of values one step of time apart, some of them missing.
  ///
  /// A missing value leaves a gap: the values after it keep their times.
  ///
  /// - Parameter values: at least one finite value; nil for a missing one.
  /// - Throws: the refusals of ``init(_:)``.
  public init(withGaps values: [Double?]) throws(StatisticsError) {
    var (kept, positions): ([Double], [Int]) = ([], [])
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      guard value.isFinite else {
        throw value.isNaN ? .notANumber(position: index + 1) : .infinite(position: index + 1)
      }
      kept.append(value)
      positions.append(index + 1)
    }
    guard !kept.isEmpty else { throw .emptySample(.timeSeries) }
    self.values = kept
    self.times = positions.map { Double($0 - 1) }
    self.positions = positions
    length = values.count
  }

  private init(checked values: [Double], times: [Double]) {
    self.values = values
    self.times = times
    positions = values.isEmpty ? [] : Array(1...values.count)
    length = values.count
  }

  private init(_ whole: TimeSeries, keeping kept: [Int]) {
    values = kept.map { whole.values[$0] }
    times = kept.map { whole.times[$0] }
    positions = kept.map { whole.positions[$0] }
    length = whole.length
  }

  /// The parts of the series between breaks, in order; parts without a value are left out.
  ///
  /// - Parameter breaks: the position of the first value of each new part, counted from 1 with the
  ///   gaps, in rising order. A break at 5 keeps the values 1 to 4 apart from the value 5 and on.
  /// - Returns: at least one part.
  /// - Throws: ``TrendFault/badBreak(number:)``.
  public func segments(breaks: [Int]) throws(StatisticsError) -> [TimeSeries] {
    try Self.ranges(length: length, breaks: breaks).compactMap { range in
      let kept = values.indices.filter { range.contains(positions[$0]) }
      return kept.isEmpty ? nil : TimeSeries(self, keeping: kept)
    }
  }

  /// Cuts the positions 1 to `length` before each break.
  static func ranges(
    length: Int, breaks: [Int]
  ) throws(StatisticsError) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var start = 1
    for (index, position) in breaks.enumerated() {
      guard position > start, position <= length else {
        throw .trend(.badBreak(number: index + 1))
      }
      ranges.append(start...position - 1)
      start = position
    }
    ranges.append(start...length)
    return ranges
  }

  /// Whether each value is one and the same step of time after the one before, up to rounding.
  var hasEqualSteps: Bool {
    guard count > 2 else { return true }
    let step = (times[count - 1] - times[0]) / Double(count - 1)
    return times.indices.allSatisfy {
      abs(times[$0] - times[0] - step * Double($0)) <= 1e-6 * step
    }
  }
}
