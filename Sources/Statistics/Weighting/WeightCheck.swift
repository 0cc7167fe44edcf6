/// The refusals that all weights share.
enum WeightCheck {
  static func weights(
    _ values: [Double], for statistic: StatisticName
  ) throws(StatisticsError) {
    guard !values.isEmpty else { throw .emptySample(statistic) }
    var anyPositive = false
    for (index, weight) in values.enumerated() {
      // Written so that not-a-number fails too.
      guard weight >= 0, weight < .infinity else { throw .badWeight(position: index + 1) }
      if weight > 0 { anyPositive = true }
    }
    guard anyPositive else { throw .noWeight(statistic) }
  }

  /// Lets weights through that can be counts.
  static func frequencies(_ values: [Double]) throws(StatisticsError) {
    var sum = 0.0
    for (index, weight) in values.enumerated() {
      guard weight == weight.rounded() else { throw .weighting(.notWhole(position: index + 1)) }
      sum += weight
    }
    guard sum <= Double(FrequencyWeights.limit) else { throw .resultTooLarge(.sumOfWeights) }
  }

  /// Weights divided by a power of two near the largest, so that no sum overflows. Frequencies
  /// stay as they are.
  static func scaled(_ weights: [Double], _ kind: WeightKind) -> [Double] {
    guard kind != .frequency, let largest = weights.max() else { return weights }
    let power = power(largest)
    return weights.map { $0 / power }
  }

  /// The power of two at or below a weight.
  static func power(_ weight: Double) -> Double {
    Double(sign: .plus, exponent: Int(max(weight.exponent, -1022)), significand: 1)
  }
}
