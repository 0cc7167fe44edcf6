/// How precise each value is: the reciprocal of its variance, up to a common factor.
///
/// For instance the number of answers behind each value, where the values are means. Also called
/// analytic or inverse-variance weights.
public struct PrecisionWeights: Weights {
  /// The weights, each finite and at least 0, not all of them 0.
  public let values: [Double]

  /// Precision weights.
  public var kind: WeightKind { .precision }

  /// Checks weights.
  ///
  /// - Parameter values: at least one weight, each finite and at least 0, not all of them 0.
  /// - Throws: `StatisticsError.emptySample`, `.badWeight` or `.noWeight`.
  public init(_ values: [Double]) throws(StatisticsError) {
    try WeightCheck.weights(values, for: .weighting)
    self.values = values
  }
}
