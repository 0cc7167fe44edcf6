import Statistics

/// The five ways to an interval, so that one table of tests can run all of them.
enum ProportionMethod: CaseIterable, Sendable {
  case wilson, wilsonCorrected, clopperPearson, jeffreys, agrestiCoull

  func callAsFunction(
    _ successes: Int, _ trials: Int, _ confidence: Double = 0.95
  ) throws -> Interval {
    switch self {
    case .wilson:
      try ProportionInterval.wilson(
        successes: successes, trials: trials, confidence: confidence)
    case .wilsonCorrected:
      try ProportionInterval.wilson(
        successes: successes, trials: trials, confidence: confidence, continuityCorrected: true)
    case .clopperPearson:
      try ProportionInterval.clopperPearson(
        successes: successes, trials: trials, confidence: confidence)
    case .jeffreys:
      try ProportionInterval.jeffreys(
        successes: successes, trials: trials, confidence: confidence)
    case .agrestiCoull:
      try ProportionInterval.agrestiCoull(
        successes: successes, trials: trials, confidence: confidence)
    }
  }
}
