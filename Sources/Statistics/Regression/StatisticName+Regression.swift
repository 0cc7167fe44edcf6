extension StatisticName {
  static let linearRegression = StatisticName("linear regression")
  static let robustRegression = StatisticName("robust regression")
  static let logisticRegression = StatisticName("logistic regression")
  static let regressionF = StatisticName("F test of a regression")
  static let coefficientTest = StatisticName("test of a coefficient")
  static let robustErrors = StatisticName("robust standard error")
  static let studentizedResidual = StatisticName("studentised residual")
  static let durbinWatson = StatisticName("Durbin–Watson test")
  static let breuschPagan = StatisticName("Breusch–Pagan test")
  static let likelihoodRatio = StatisticName("likelihood-ratio test")
  static let lagOneAutocorrelation = StatisticName("lag-1 autocorrelation")
}
