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
  case emptySample(StatisticName)

  /// A sample with values, but too few of them.
  case sampleTooSmall(StatisticName, needed: Int, given: Int)

  /// A sample that is too large for an exact computation.
  case sampleTooLarge(StatisticName, limit: Int, given: Int)

  /// Two samples whose values belong together in pairs, but are not equally many.
  case lengthsDiffer(StatisticName, first: Int, second: Int)

  /// A sample without any spread, for a statistic that divides by the spread.
  case constantSample(StatisticName)

  /// A value of 0 or less where logarithms or ratios need more; the first value has position 1.
  case valueNotPositive(StatisticName, position: Int)

  /// Fewer groups than the statistic compares.
  case tooFewGroups(StatisticName, needed: Int, given: Int)

  /// A group with fewer values than the statistic needs; the first group has position 1.
  case groupTooSmall(StatisticName, group: Int, needed: Int, given: Int)

  /// A weight below 0, infinite or not a number; the first weight has position 1.
  case badWeight(position: Int)

  /// Weights that add up to 0.
  case noWeight(StatisticName)

  /// An option outside its range, for instance "the share to trim", 0 to 0.5.
  case optionOutOfRange(option: String, range: String, Double)

  /// A refusal that only comparisons know.
  case comparison(ComparisonFault)

  /// A refusal that only measures of association and reliability know.
  case association(AssociationFault)

  /// A refusal that only regressions know.
  case regression(RegressionFault)

  /// A refusal that only trends and forecasts know.
  case trend(TrendFault)

  /// A refusal that only control charts know.
  case controlChart(ControlChartFault)

  /// A refusal that only weighting knows.
  case weighting(WeightingFault)

  /// A refusal that only estimates from complex samples know.
  case sampling(SamplingFault)

  /// A refusal that only resampling knows.
  case resampling(ResamplingFault)

  /// A sample value that is not a number; the first value has position 1.
  case notANumber(position: Int)

  /// A sample value that is infinite; the first value has position 1.
  case infinite(position: Int)

  /// A result that no floating-point number can hold.
  case resultTooLarge(StatisticName)

  /// A result other than 0 that is too small for a floating-point number with all its digits.
  case resultTooSmall(StatisticName)

  /// Ends of an interval that are not finite numbers in order.
  case endsOutOfOrder(lower: Double, upper: Double)

  /// A function that the numerical library could not compute, with the library's reason.
  case notComputed(function: String, reason: String)
}
