extension StatisticName {
  static let surveyMean = StatisticName("weighted mean")
  static let surveyTotal = StatisticName("weighted total")
  static let surveyRatio = StatisticName("weighted ratio")
  static let surveyQuantile = StatisticName("weighted quantile")
  static let surveyContrast = StatisticName("contrast of weighted means")
  static let surveyTest = StatisticName("design-based t test")
  static let surveyDesign = StatisticName("sampling design")
  static let surveyReplicates = StatisticName("replicate variance")
  static let raoScottFirst = StatisticName("first-order Rao–Scott test")
  static let raoScottSecond = StatisticName("second-order Rao–Scott test")
  static let raoScottF = StatisticName("Rao–Scott F test")
}
