extension StatisticName {
  static let agreementInterval = StatisticName("interval of the agreement")
  static let promoterInterval = StatisticName("interval of the net promoter score")
  static let polarisationInterval = StatisticName("interval of the polarisation")
}

extension CountKind {
  /// Answers on a scale.
  static let scaleAnswers = CountKind("of answers")

  /// Promoters of a net promoter score.
  static let promoters = CountKind("of promoters")

  /// Passives of a net promoter score.
  static let passives = CountKind("of passives")

  /// Detractors of a net promoter score.
  static let detractors = CountKind("of detractors")
}
