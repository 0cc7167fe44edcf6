/// Replicate weights: the variance of any statistic from what it becomes when units leave the
/// sample or are drawn anew.
///
/// Each replicate multiplies the weights of the first-stage units. The variance is
/// `Σ s_r (θ_r - θ̄)²` over the replicates r, where s_r depends on the kind of replicates. Only the
/// finite population correction of the first stage counts, as in R's `as.svrepdesign`.
///
/// The work grows with the number of replicates times the number of rows. The result does not
/// depend on the number of threads.
public struct SurveyReplicates: Sendable {
  /// What the replicates' distances are taken from.
  public enum Centre: String, Hashable, Sendable, CaseIterable {
    /// The mean of the replicates. R: `mse = FALSE`, the default there.
    case replicates

    /// The estimate from the full sample, which is never below the other. R: `mse = TRUE`.
    case estimate
  }

  /// The design that the replicates come from.
  public let design: SurveyDesign

  /// What each squared distance is multiplied with.
  let scales: [Double]

  /// The factors of the first-stage units in a replicate.
  let factors: @Sendable (_ replicate: Int) -> [Double]

  /// How many replicates there are.
  public var count: Int { scales.count }

  /// The weights of a replicate, counted from 0, for each row of the sample; nil when there is no
  /// replicate with that number.
  public func weights(of replicate: Int) -> [Double]? {
    guard scales.indices.contains(replicate) else { return nil }
    let factors = factors(replicate)
    let (first, weights) = (design.stages[0], design.weights)
    guard let unitOfRow = first.unitOfRow else {
      return weights.indices.map { weights[$0] * factors[$0] }
    }
    return weights.indices.map { weights[$0] * factors[Int(unitOfRow[$0])] }
  }

  /// The precision of any statistic of the weights.
  ///
  /// - Parameters:
  ///   - centre: what the distances of the replicates are taken from.
  ///   - statistic: computes the statistic out of a weight for each row. It is called for the full
  ///     sample and for each replicate, by several threads at a time.
  /// - Returns: the statistic of the full sample, with the degrees of freedom of the design and
  ///   without design effects.
  /// - Throws: what the statistic throws for the full sample or for the first replicate that it
  ///   refuses; `StatisticsError.resultTooLarge` when a result is not finite.
  public func estimate(
    around centre: Centre = .replicates,
    of statistic: @Sendable ([Double]) throws(StatisticsError) -> Double
  ) throws(StatisticsError) -> SurveyEstimate {
    let value = try statistic(design.weights)
    let replicates = try Parallel.map(blocks: count) {
      replicate throws(StatisticsError) -> Double in
      let result = try statistic(weights(of: replicate) ?? [])
      guard result.isFinite else { throw .resultTooLarge(.surveyReplicates) }
      return result
    }
    // Distances from the estimate first, so that shared leading digits do not cancel.
    let distances = replicates.map { $0 - value }
    let shift = centre == .estimate ? 0 : PreciseSum(distances).value / Double(count)
    var sum = PreciseSum()
    for (scale, distance) in zip(scales, distances) {
      sum.add(scale, times: (distance - shift) * (distance - shift))
    }
    return try SurveyEstimate(
      value: value, standardError: sum.value.squareRoot(),
      degreesOfFreedom: Double(design.degreesOfFreedom), observations: design.observations,
      name: .surveyReplicates)
  }
}
