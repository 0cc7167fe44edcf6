/// Which value stands for a quantile of a weighted sample.
public enum WeightedQuantileRule: String, Hashable, Sendable, CaseIterable {
  /// The smallest value up to which at least the share p of the weight lies. In R: `math`, `hf1`.
  case math

  /// As ``math``, but where exactly the share p lies up to a value, the mean of it and the next. In
  /// R: `school`, `hf2`. The median of an even number of equal weights is the mean of the middle
  /// two.
  case school
}

/// Values in order, with the weight up to each of them.
struct WeightedQuantile {
  private let values: [Double]
  private let shares: [Double]

  /// Sorts finite values with weights, of which at least one is above 0.
  init(_ values: [Double], weights: [Double]) {
    let order = values.indices.filter { weights[$0] > 0 }.sorted { values[$0] < values[$1] }
    var sum = PreciseSum()
    var sums: [Double] = []
    for row in order {
      sum.add(weights[row])
      sums.append(sum.value)
    }
    let all = sum.value
    self.values = order.map { values[$0] }
    shares = sums.map { $0 / all }
  }

  /// The quantile of a probability from 0 to 1.
  ///
  /// A share that equals p up to a relative 1e-12 counts as equal, so that the rounding of weights
  /// such as 30.97 does not decide.
  func value(at p: Double, rule: WeightedQuantileRule) -> Double {
    let enough = p * (1 - 1e-12)
    var (low, high) = (0, shares.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if shares[middle] >= enough { high = middle } else { low = middle + 1 }
    }
    let isTie = p > 0 && shares[low] <= p * (1 + 1e-12)
    guard rule == .school, isTie, low + 1 < values.count else { return values[low] }
    return values[low] / 2 + values[low + 1] / 2
  }
}
