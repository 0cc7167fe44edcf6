extension StatisticName {
  static let controlChart = StatisticName("control chart")
  static let runChart = StatisticName("run chart")
}
