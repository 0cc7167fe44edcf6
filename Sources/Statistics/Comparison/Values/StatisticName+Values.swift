extension StatisticName {
  static let welchTest = StatisticName("Welch t test")
  static let oneSampleTest = StatisticName("one-sample t test")
  static let pairedTest = StatisticName("paired t test")
  static let mannWhitneyTest = StatisticName("Mann–Whitney test")
  static let signedRankTest = StatisticName("Wilcoxon signed-rank test")
  static let kruskalWallisTest = StatisticName("Kruskal–Wallis test")
  static let analysisOfVariance = StatisticName("analysis of variance")
  static let welchAnalysisOfVariance = StatisticName("Welch analysis of variance")
  static let hedgesG = StatisticName("Hedges g")
  static let cliffsDelta = StatisticName("Cliff delta")
}
