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
      return "the \(statistic.words) needs at least \(needed) values; \(given) \(wasOrWere(given)) "
        + "given"
    case .sampleTooLarge(let statistic, let limit, let given):
      return "the \(statistic.words) takes at most \(limit) values; \(given) were given"
    case .lengthsDiffer(let statistic, let first, let second):
      return "the \(statistic.words) needs pairs; there are \(first) values on one side and "
        + "\(second) on the other"
    case .constantSample(let statistic):
      return "the \(statistic.words) is not defined when all values are equal"
    case .valueNotPositive(let statistic, let position):
      return "the \(statistic.words) needs values above 0; value \(position) is not"
    case .tooFewGroups(let statistic, let needed, let given):
      return "the \(statistic.words) needs at least \(needed) groups; \(given) \(wasOrWere(given)) "
        + "given"
    case .groupTooSmall(let statistic, let group, let needed, let given):
      return "the \(statistic.words) needs at least \(needed) \(needed == 1 ? "value" : "values") "
        + "in each group; group \(group) has \(given)"
    case .badWeight(let position):
      return "a weight must be a number of at least 0; weight \(position) is not"
    case .noWeight(let statistic):
      return "the \(statistic.words) is not defined when all weights are 0"
    case .optionOutOfRange(let option, let range, let value):
      return "\(option) must lie \(range); \(plain(value)) was given"
    case .comparison(let fault): return fault.words
    case .association(let fault): return fault.words
    case .regression(let fault): return fault.words
    case .trend(let fault): return fault.words
    case .controlChart(let fault): return fault.words
    case .weighting(let fault): return fault.words
    case .sampling(let fault): return fault.words
    case .resampling(let fault): return fault.words
    case .notANumber(let position):
      return "value \(position) of the sample is not a number"
    case .infinite(let position):
      return "value \(position) of the sample is infinite"
    case .resultTooLarge(let statistic):
      return "the \(statistic.words) of this sample is too large for a floating-point number"
    case .resultTooSmall(let statistic):
      return "the \(statistic.words) of this sample is too small for a floating-point number; "
        + "choose a smaller unit"
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

  private func wasOrWere(_ count: Int) -> String {
    count == 1 ? "was" : "were"
  }

  /// Digits as a person writes them: 95, not 95.0.
  private func plain(_ value: Double) -> String {
    if value.isNaN { return "a value that is not a number" }
    if value.isInfinite { return value < 0 ? "minus infinity" : "infinity" }
    guard let whole = Int(exactly: value) else { return "\(value)" }
    return "\(whole)"
  }
}
