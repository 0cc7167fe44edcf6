extension StatisticsError: CustomStringConvertible {
  /// One sentence that says what is wrong and, where it can be guessed, what was meant.
  public var description: String {
    switch self {
    case .confidenceOutOfRange(let level):
      let strictly = level == 0 || level == 1 ? " strictly" : ""
      // Levels below 50 % are not in use, so a small number is no percentage.
      let guess = level >= 50 && level < 100 ? meant(level) : ""
      return "the confidence level must lie\(strictly) between 0 and 1; "
        + "\(plain(level)) was given\(guess)"
    case .shareOutOfRange(let share):
      return "a goal share must lie between 0 and 1; \(plain(share)) was given\(meant(share))"
    case .probabilityOutOfRange(let p):
      return "the probability of a quantile must lie between 0 and 1; "
        + "\(plain(p)) was given\(meant(p))"
    case .negativeCount(let kind, let count):
      return "the number \(kind.words) must not be negative; \(count) was given"
    case .zeroCount(let kind):
      return "the number \(kind.words) must be at least 1; 0 was given"
    case .partExceedsWhole(let part, let count, let whole, let total):
      return "the number \(part.words), \(count), is larger than the number \(whole.words), "
        + "\(total)"
    case .countTooLarge(let kind, let count, let limit):
      return "the number \(kind.words) must be at most \(limit); \(count) was given"
    case .emptySample(let statistic):
      return "the \(statistic.words) of an empty sample is not defined"
    case .sampleTooSmall(let statistic, let needed, let given):
      return "the \(statistic.words) needs at least \(needed) values; \(given) was given"
    case .notANumber(let position):
      return "value \(position) of the sample is not a number"
    case .infinite(let position):
      return "value \(position) of the sample is infinite"
    case .resultTooLarge(let statistic):
      return "the \(statistic.words) of this sample is too large for a floating-point number"
    case .endsOutOfOrder(let lower, let upper):
      return "an interval needs two finite ends in order; "
        + "\(plain(lower)) and \(plain(upper)) were given"
    case .notComputed(let function, let reason):
      return "the \(function) could not be computed for these numbers: \(reason)"
    }
  }

  /// A question about a percentage that was probably meant as a share.
  private func meant(_ value: Double) -> String {
    // Rounded, because 99.9 / 100 is 0.9990000000000001.
    let share = (value * 1e10).rounded() / 1e12
    return value >= 2 && value <= 100 ? ", did you mean \(plain(share))?" : ""
  }

  /// Digits as a person writes them: 95, not 95.0.
  private func plain(_ value: Double) -> String {
    if value.isNaN { return "a value that is not a number" }
    if value.isInfinite { return value < 0 ? "minus infinity" : "infinity" }
    guard let whole = Int(exactly: value) else { return "\(value)" }
    return "\(whole)"
  }
}

extension CountKind {
  var words: String {
    switch self {
    case .trials: "of trials"
    case .successes: "of successes"
    case .invited: "invited"
    case .answered: "who answered"
    case .positive: "of positive answers"
    }
  }
}

extension SampleStatistic {
  var words: String {
    switch self {
    case .mean: "mean"
    case .median: "median"
    case .quantile: "quantile"
    case .standardDeviation: "standard deviation"
    }
  }
}
