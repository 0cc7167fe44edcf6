/// Why a statistic was refused. The cases hold the facts; `description` holds the words.
public enum StatisticsError: Error, Equatable, Sendable {
  /// A confidence level that is not strictly between 0 and 1.
  case confidenceOutOfRange(Double)

  /// A goal share outside 0 to 1.
  case shareOutOfRange(Double)

  /// The probability of a quantile outside 0 to 1.
  case probabilityOutOfRange(Double)

  /// A count below 0.
  case negativeCount(CountKind, Int)

  /// A count of 0 where at least 1 is needed.
  case zeroCount(CountKind)

  /// A part that is larger than the whole it belongs to.
  case partExceedsWhole(part: CountKind, Int, whole: CountKind, Int)

  /// A count for which the exact sums would take too long or lose their precision.
  case countTooLarge(CountKind, Int, limit: Int)

  /// A sample without values.
  case emptySample(SampleStatistic)

  /// A sample with values, but too few of them.
  case sampleTooSmall(SampleStatistic, needed: Int, given: Int)

  /// A sample value that is not a number; the first value has position 1.
  case notANumber(position: Int)

  /// A sample value that is infinite; the first value has position 1.
  case infinite(position: Int)

  /// A result that no floating-point number can hold.
  case resultTooLarge(SampleStatistic)

  /// Ends of an interval that are not finite numbers in order.
  case endsOutOfOrder(lower: Double, upper: Double)

  /// A function that the numerical library could not compute, with the library's reason.
  case notComputed(function: String, reason: String)
}

/// The counts that a refusal can name.
public enum CountKind: Equatable, Sendable, CaseIterable {
  /// Trials of a proportion.
  case trials

  /// Successes among the trials.
  case successes

  /// People invited to a survey.
  case invited

  /// People who answered.
  case answered

  /// People who gave a positive answer.
  case positive
}

/// The statistics of a sample that a refusal can name.
public enum SampleStatistic: Equatable, Sendable, CaseIterable {
  /// The arithmetic mean.
  case mean

  /// The middle value.
  case median

  /// A quantile.
  case quantile

  /// The standard deviation of a sample.
  case standardDeviation
}
