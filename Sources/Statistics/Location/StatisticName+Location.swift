extension StatisticName {
  static let mean = StatisticName("mean")
  static let median = StatisticName("median")
  static let quantile = StatisticName("quantile")
  static let standardDeviation = StatisticName("standard deviation")
}
