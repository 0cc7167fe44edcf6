extension Trend {
  /// The trend of a series: the Mann–Kendall test and the Theil–Sen line in one pass.
  ///
  /// The numbers are those of ``mannKendall(_:alternative:exact:)`` and
  /// ``theilSen(_:confidence:)``, without the interval. For many series of one length
  /// ``summaries(ofSeries:length:)`` is faster.
  ///
  /// - Parameter series: 3 to ``limit`` values.
  /// - Returns: the summary.
  /// - Throws: `StatisticsError.sampleTooSmall`, `.sampleTooLarge` or `.resultTooLarge`.
  public static func summary(of series: TimeSeries) throws(StatisticsError) -> TrendSummary {
    try check(series, for: .trendSummary)
    let maker = TrendSummary.Maker(count: series.count, medianTime: middle(series.times))
    return try series.withPointers { values, times throws(StatisticsError) in
      try maker.summary(values, times: times, in: PairScan(count: series.count))
    }
  }

  /// The median of times, which are in order.
  static func middle(_ times: [Double]) -> Double {
    Selection.mean(times[(times.count - 1) / 2], times[times.count / 2])
  }
}

extension TimeSeries {
  /// The values and times in memory.
  func withPointers<Result>(
    _ work: (UnsafePointer<Double>, UnsafePointer<Double>) throws(StatisticsError) -> Result
  ) throws(StatisticsError) -> Result {
    try values.withUnsafeBufferPointer { values throws(StatisticsError) -> Result in
      try times.withUnsafeBufferPointer { times throws(StatisticsError) -> Result in
        guard let values = values.baseAddress, let times = times.baseAddress else {
          throw .emptySample(.timeSeries)
        }
        return try work(values, times)
      }
    }
  }
}
