extension Check {
  /// Lets two samples through that belong together in pairs, have finite values, and each have at
  /// least two different ones.
  static func pairs(
    _ x: [Double], _ y: [Double], for statistic: StatisticName, needs needed: Int
  ) throws(StatisticsError) {
    guard x.count == y.count else {
      throw .lengthsDiffer(statistic, first: x.count, second: y.count)
    }
    for sample in [x, y] {
      try Check.sample(sample, for: statistic, needs: needed)
      guard sample.contains(where: { $0 != sample[0] }) else { throw .constantSample(statistic) }
    }
  }
}
