/// How many equal observations each value stands for: whole numbers.
public struct FrequencyWeights: Weights {
  /// The weights, each a whole number of at least 0, not all of them 0.
  public let values: [Double]

  /// Frequency weights.
  public var kind: WeightKind { .frequency }

  /// The largest sum of the weights, 2⁵³: floating-point numbers hold every whole number up to it.
  public static let limit = 1 << 53

  /// Checks weights.
  ///
  /// - Parameter values: at least one weight, each a whole number of at least 0, not all of them 0,
  ///   with a sum of at most ``limit``.
  /// - Throws: `StatisticsError.emptySample`, `.badWeight`, `.noWeight` or `.resultTooLarge`;
  ///   `.weighting` with ``WeightingFault/notWhole(position:)``.
  public init(_ values: [Double]) throws(StatisticsError) {
    try WeightCheck.weights(values, for: .weighting)
    try WeightCheck.frequencies(values)
    self.values = values
  }

  /// Checks counts.
  ///
  /// - Parameter counts: at least one count, each at least 0, not all of them 0, with a sum of at
  ///   most ``limit``.
  /// - Throws: `StatisticsError.emptySample`, `.badWeight`, `.noWeight` or `.resultTooLarge`.
  public init(counts: [Int]) throws(StatisticsError) {
    try self.init(counts.map(Double.init))
  }
}
