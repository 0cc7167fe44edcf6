extension StatisticName {
  static let simultaneousIntervals = StatisticName("set of simultaneous intervals")
}
