extension StatisticName {
  static let bootstrap = StatisticName("bootstrap")
  static let statistic = StatisticName("statistic")
  static let permutedMeans = StatisticName("permutation test of two means")
  static let flippedSigns = StatisticName("permutation test of paired differences")
  static let permutedPairs = StatisticName("permutation test of a correlation")
}
