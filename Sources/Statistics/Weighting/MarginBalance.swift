/// How well weights meet a margin.
public struct MarginBalance: Hashable, Sendable {
  /// The name of the margin.
  public let name: String

  /// The categories, in the order of the margin.
  public let categories: [CategoryBalance]

  /// The largest relative difference between a weighted total and its target, 0 or more.
  ///
  /// A category with a target of 0 counts with its share of the weights.
  public let largestDifference: Double

  init(_ margin: Margin, base: [Double], weights: [Double], scale: Double) {
    name = margin.name
    let counts = margin.codes.reduce(into: [Int](repeating: 0, count: margin.labels.count)) {
      $0[$1] += 1
    }
    let (before, after) = (margin.sums(of: base), margin.sums(of: weights))
    let sums = (PreciseSum(before).value, PreciseSum(after).value)
    var largest = 0.0
    categories = margin.labels.indices.map { index in
      let target = margin.totals[index] * scale
      largest = max(
        largest, target > 0 ? abs(after[index] - target) / target : after[index] / sums.1)
      return CategoryBalance(
        label: margin.labels[index], target: target,
        targetShare: margin.totals[index] / margin.sum, respondents: counts[index],
        unweightedShare: Double(counts[index]) / Double(margin.codes.count),
        baseShare: before[index] / sums.0, weightedTotal: after[index],
        weightedShare: after[index] / sums.1)
    }
    largestDifference = largest
  }
}

/// How well weights meet the total of one category.
public struct CategoryBalance: Hashable, Sendable {
  /// The name of the category.
  public let label: String

  /// The known total, 0 or more.
  public let target: Double

  /// The known share, 0 to 1.
  public let targetShare: Double

  /// How many respondents there are in the category.
  public let respondents: Int

  /// The share of the respondents, each counted once.
  public let unweightedShare: Double

  /// The share under the weights before the weighting.
  public let baseShare: Double

  /// The sum of the weights after the weighting.
  public let weightedTotal: Double

  /// The share after the weighting.
  public let weightedShare: Double

  /// The share after the weighting minus the known share, -1 to 1.
  public var difference: Double { weightedShare - targetShare }
}
