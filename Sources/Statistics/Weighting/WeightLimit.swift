/// The largest weight that is allowed.
public enum WeightLimit: Hashable, Sendable {
  /// A multiple of the median of the weights above 0, at least 1; 3 to 5 are usual.
  case multipleOfMedian(Double)

  /// The quantile (type 7) of the weights above 0 for a probability, for instance 0.95.
  case quantile(Double)

  /// A weight.
  case value(Double)

  func check() throws(StatisticsError) {
    switch self {
    case .multipleOfMedian(let multiple):
      guard multiple >= 1, multiple < .infinity else {
        throw .optionOutOfRange(
          option: "the limit as a multiple of the median weight", range: "at 1 or above", multiple)
      }
    case .quantile(let p):
      guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    case .value(let value):
      guard value > 0, value < .infinity else {
        throw .optionOutOfRange(option: "the weight limit", range: "above 0", value)
      }
    }
  }

  /// The limit as a weight.
  func value(for weights: SamplingWeights) throws(StatisticsError) -> Double {
    try check()
    let sorted = weights.values.filter { $0 > 0 }.sorted()
    switch self {
    case .multipleOfMedian(let multiple):
      return min(multiple * Location.interpolated(0.5, in: sorted), .greatestFiniteMagnitude)
    case .quantile(let p): return Location.interpolated(p, in: sorted)
    case .value(let value): return value
    }
  }
}
