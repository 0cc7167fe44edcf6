internal import Statistics

/// How an interval was found, by the names that data files use.
enum IntervalMethod: String {
  /// Exact, for a share of a finite group.
  case hypergeometric
  /// Student's t interval for a mean of a finite group.
  case student
  /// Wilson's score interval for a share in the long run.
  case wilson
  /// The same of answers with unequal weights, by their effective number.
  case effectiveWilson = "wilson_effective"
  /// What is possible at all, assuming nothing about who did not answer.
  case bounds
  /// Where groups of one size lie that are alike: exact limits of a funnel plot.
  case funnel
  /// The same where the answers of all are as they are and chance tells whose they are.
  case finiteFunnel = "finite_funnel"
  /// The ranks that chance leaves open, all at once.
  case ranks
}

extension FactInterval {
  init(_ interval: Interval, _ method: IntervalMethod) {
    self.init(
      lower: interval.lower, upper: interval.upper, confidence: interval.confidence,
      method: method.rawValue)
  }

  /// Bounds that always hold.
  init(bounds: ClosedRange<Double>) {
    self.init(
      lower: bounds.lowerBound, upper: bounds.upperBound, method: IntervalMethod.bounds.rawValue)
  }
}
