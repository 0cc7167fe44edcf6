extension StatisticName {
  static let weighting = StatisticName("weighting")
  static let sumOfWeights = StatisticName("sum of the weights")
  static let raking = StatisticName("raking")
  static let calibration = StatisticName("calibration")
}

extension CountKind {
  /// Respondents of a survey.
  static let respondents = CountKind("of respondents")

  /// Rounds of an iteration.
  static let rounds = CountKind("of rounds")
}
