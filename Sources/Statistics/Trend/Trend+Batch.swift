extension Trend {
  /// The trends of many series of one length, by all cores.
  ///
  /// The values of each series are one step of time apart, the first at time 0, without gaps. Each
  /// result is bit for bit that of ``summary(of:)`` for ``TimeSeries/init(_:)``.
  ///
  /// - Parameters:
  ///   - values: the series one after the other, all values finite.
  ///   - length: the number of values of each series, 3 to ``limit``.
  /// - Returns: one summary per series, in their order.
  /// - Throws: `StatisticsError.emptySample`, `.sampleTooSmall`, `.sampleTooLarge`,
  ///   `.resultTooLarge`, ``TrendFault/unevenSeries(length:given:)`` or
  ///   ``TrendFault/notFinite(series:position:)``.
  public static func summaries(
    ofSeries values: [Double], length: Int
  ) throws(StatisticsError) -> [TrendSummary] {
    guard !values.isEmpty else { throw .emptySample(.trendSummary) }
    guard length >= 3 else { throw .sampleTooSmall(.trendSummary, needed: 3, given: length) }
    guard length <= limit else { throw .sampleTooLarge(.trendSummary, limit: limit, given: length) }
    guard values.count % length == 0 else {
      throw .trend(.unevenSeries(length: length, given: values.count))
    }
    let count = values.count / length
    let maker = TrendSummary.Maker(count: length, medianTime: Double(length - 1) / 2)
    // Blocks large enough to be worth a start, small enough to share out evenly.
    let size = max(1, min(512, count / 32))
    let blocks = try Parallel.map(blocks: (count + size - 1) / size) {
      block throws(StatisticsError) -> [TrendSummary] in
      try values.withUnsafeBufferPointer { buffer throws(StatisticsError) -> [TrendSummary] in
        guard let start = buffer.baseAddress else { throw .emptySample(.trendSummary) }
        let scan = PairScan(count: length)
        var summaries: [TrendSummary] = []
        summaries.reserveCapacity(size)
        for number in block * size..<min(count, (block + 1) * size) {
          let series = start + number * length
          try check(series, length, number: number)
          summaries.append(try maker.summary(series, times: nil, in: scan))
        }
        return summaries
      }
    }
    var all: [TrendSummary] = []
    all.reserveCapacity(count)
    for block in blocks { all.append(contentsOf: block) }
    return all
  }

  /// Refuses values that are not finite. A value times 0 is 0 if it is finite, and not a number
  /// otherwise; so one sum tells about all values.
  @inline(__always)
  private static func check(
    _ series: UnsafePointer<Double>, _ length: Int, number: Int
  ) throws(StatisticsError) {
    var sum = 0.0
    for i in 0..<length { sum += series[i] * 0 }
    if sum == 0 { return }
    for i in 0..<length where !series[i].isFinite {
      throw .trend(.notFinite(series: number + 1, position: i + 1))
    }
  }
}
