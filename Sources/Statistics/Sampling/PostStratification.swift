/// What is known of the population beyond the sample, which makes estimates more precise.
protocol WeightAdjustment: Sendable {
  /// Takes out of the influence values of all rows what the known totals explain.
  func residuals(of z: [Double]) -> [Double]
}

/// Weights that were adjusted to known population counts, and what they were before.
struct PostStratification: WeightAdjustment {
  let classes: [Int]
  let classCount: Int
  let before: [Double]
  let after: [Double]

  /// Takes out of influence values what the known counts explain: in each class, the mean of
  /// z per weight times the weight.
  func residuals(of z: [Double]) -> [Double] {
    var sums = [PreciseSum](repeating: PreciseSum(), count: classCount)
    var weights = [PreciseSum](repeating: PreciseSum(), count: classCount)
    for row in z.indices where after[row] > 0 {
      sums[classes[row]].add(z[row] * (before[row] / after[row]))
      weights[classes[row]].add(before[row])
    }
    let means = zip(sums, weights).map { $1.value > 0 ? $0.value / $1.value : 0 }
    return z.indices.map { z[$0] - (after[$0] > 0 ? means[classes[$0]] * after[$0] : 0) }
  }
}

extension SurveyDesign {
  /// The same sample with its weights adjusted to known population counts.
  ///
  /// In each class the weights are multiplied so that they add up to the population of the class.
  /// The variances are those of the residuals from the means of the classes, so a variable that
  /// the classes explain is estimated more precisely. Adjusting twice by different classes is
  /// allowed, but the second adjustment disturbs the first; use raking for several margins at once.
  /// This is `postStratify` in R. Replicate weights are not adjusted anew in each replicate, and so
  /// a post-stratified design refuses to make them.
  ///
  /// Reference: Valliant 1993, Poststratification and conditional variance estimation.
  ///
  /// - Parameters:
  ///   - classes: the class of each row, from 0 to the number of populations minus 1.
  ///   - populations: the number of people in each class.
  /// - Returns: the adjusted design.
  /// - Throws: `StatisticsError.sampling` for a code out of range or a class with people and
  ///   without weight; `.badWeight` for a population that is not a number of at least 0.
  public func postStratified(
    by classes: [Int], populations: [Double]
  ) throws(StatisticsError) -> SurveyDesign {
    try checkCodes(classes, limit: populations.count, "the number of populations")
    var sums = [PreciseSum](repeating: PreciseSum(), count: populations.count)
    for row in classes.indices where weights[row] > 0 { sums[classes[row]].add(weights[row]) }
    var factors: [Double] = []
    for (code, population) in populations.enumerated() {
      guard population.isFinite, population >= 0 else { throw .badWeight(position: code + 1) }
      let sum = sums[code].value
      guard sum > 0 || population == 0 else { throw .sampling(.emptyPostStratum(code)) }
      factors.append(sum > 0 ? population / sum : 0)
    }
    let adjusted = classes.indices.map {
      weights[$0] > 0 ? weights[$0] * factors[classes[$0]] : 0
    }
    let step = PostStratification(
      classes: classes, classCount: populations.count, before: weights, after: adjusted)
    return try SurveyDesign(
      weights: adjusted, stages: stages, adjustments: adjustments + [step],
      firstStage: firstStage, singletons: singletons)
  }
}
