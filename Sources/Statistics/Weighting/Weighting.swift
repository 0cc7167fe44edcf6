/// Weights that make a sample agree with what is known about its population.
///
/// - ``postStratify(_:to:)`` meets one margin, exactly and at once.
/// - ``rake(_:to:limit:tolerance:maximumRounds:)`` meets several margins, one after the other,
///   again and again.
/// - ``calibrate(_:to:variables:method:tolerance:maximumRounds:)`` meets margins and totals of
///   numbers, and can bound the change of each weight.
/// - ``adjustForNonresponse(_:responded:classes:)`` gives the weight of those who did not respond
///   to those who did, class by class.
/// - ``trim(_:to:redistribution:)`` cuts large weights.
///
/// All margins must have the same sum, up to a relative 1e-6; then the later ones are scaled to the
/// sum of the first. The new weights have that sum. Respondents in a category with a total of 0 get
/// the weight 0. A category with a total above 0 needs a respondent with a weight.
///
/// Refusals are `StatisticsError.weighting` with a ``WeightingFault`` that names the margin and the
/// category; `.optionOutOfRange` for a tolerance or a limit that makes no sense.
public enum Weighting {
  /// The weights of post-stratification: in each category the weights are multiplied so that they
  /// add up to the known total.
  ///
  /// With the weights wᵢ and the total T of a category, the new weight is `wᵢ T / Σ wⱼ`, the sum
  /// over the category. For several variables make one margin of their combinations, or rake.
  ///
  /// Reference: Holt and Smith 1979, Post stratification.
  ///
  /// - Parameters:
  ///   - base: the weights before, one for each respondent.
  ///   - margin: the known totals.
  /// - Returns: the weights and how they meet the margin.
  /// - Throws: `StatisticsError`, see ``Weighting``.
  public static func postStratify(
    _ base: SamplingWeights, to margin: Margin
  ) throws(StatisticsError) -> WeightingResult {
    let targets = try targets(of: [margin], for: base)
    var weights = WeightCheck.scaled(base.values, .sampling)
    _ = try fit(&weights, margin, targets[0])
    return try WeightingResult(weights, base: base, margins: [margin], rounds: 1)
  }

  /// The checked totals of margins, all scaled to the sum of the first margin.
  static func targets(
    of margins: [Margin], for base: SamplingWeights
  ) throws(StatisticsError) -> [[Double]] {
    var names: Set<String> = []
    for margin in margins {
      guard names.insert(margin.name).inserted else {
        throw .weighting(.repeatedMargin(margin.name))
      }
      guard margin.codes.count == base.values.count else {
        throw .weighting(
          .rowsDiffer(
            name: margin.name, needed: base.values.count, given: margin.codes.count))
      }
    }
    guard let first = margins.first else { return [] }
    for margin in margins where abs(margin.sum / first.sum - 1) > 1e-6 {
      throw .weighting(.sumsDiffer(first: first.name, first.sum, second: margin.name, margin.sum))
    }
    return margins.map { margin in margin.totals.map { $0 * (first.sum / margin.sum) } }
  }

  /// Multiplies the weights of each category so that they meet its target.
  ///
  /// - Returns: the largest relative difference from a target that there was before.
  static func fit(
    _ weights: inout [Double], _ margin: Margin, _ targets: [Double]
  ) throws(StatisticsError) -> Double {
    let sums = margin.sums(of: weights)
    var largest = 0.0
    for index in sums.indices {
      if targets[index] > 0 {
        guard sums[index] > 0 else {
          throw .weighting(
            .emptyCategory(margin: margin.name, category: margin.labels[index]))
        }
        largest = max(largest, abs(sums[index] / targets[index] - 1))
      } else if sums[index] > 0 {
        largest = max(largest, 1)
      }
    }
    for (row, code) in margin.codes.enumerated() where weights[row] > 0 {
      // The share of the category first: the quotient of target and sum may overflow.
      weights[row] = weights[row] / sums[code] * targets[code]
    }
    return largest
  }

  static func check(
    tolerance: Double, maximumRounds: Int
  ) throws(StatisticsError) {
    guard tolerance > 0, tolerance < 1 else {
      throw .optionOutOfRange(
        option: "the tolerance", range: "strictly between 0 and 1", tolerance)
    }
    try Check.count(maximumRounds, .rounds)
    guard maximumRounds > 0 else { throw .zeroCount(.rounds) }
  }
}
