/// How many people of the population each respondent stands for.
///
/// The reciprocal of the probability to be in the sample, possibly adjusted for non-response and to
/// known totals.
public struct SamplingWeights: Weights {
  /// The weights, each finite and at least 0, not all of them 0.
  public let values: [Double]

  /// Sampling weights.
  public var kind: WeightKind { .sampling }

  /// Checks weights.
  ///
  /// - Parameter values: at least one weight, each finite and at least 0, not all of them 0.
  /// - Throws: `StatisticsError.emptySample`, `.badWeight` or `.noWeight`.
  public init(_ values: [Double]) throws(StatisticsError) {
    try WeightCheck.weights(values, for: .weighting)
    self.values = values
  }

  /// The same weight, 1, for a number of respondents.
  ///
  /// - Parameter count: how many respondents, at least 1.
  /// - Throws: `StatisticsError.negativeCount` or `.zeroCount`.
  public init(equal count: Int) throws(StatisticsError) {
    try Check.count(count, .respondents)
    guard count > 0 else { throw .zeroCount(.respondents) }
    values = Array(repeating: 1, count: count)
  }
}
