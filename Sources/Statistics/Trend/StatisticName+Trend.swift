extension StatisticName {
  static let timeSeries = StatisticName("time series")
  static let mannKendall = StatisticName("Mann–Kendall test")
  static let exactMannKendall = StatisticName("exact Mann–Kendall test")
  static let seasonalMannKendall = StatisticName("seasonal Mann–Kendall test")
  static let correctedMannKendall = StatisticName(
    "Mann–Kendall test corrected for autocorrelation")
  static let theilSen = StatisticName("Theil–Sen slope")
  static let seasonalTheilSen = StatisticName("seasonal Theil–Sen slope")
  static let pettitt = StatisticName("Pettitt test")
  static let autocorrelation = StatisticName("autocorrelation")
  static let trendSummary = StatisticName("trend")
  static let forecast = StatisticName("forecast")
  static let backTest = StatisticName("back-test")
}
