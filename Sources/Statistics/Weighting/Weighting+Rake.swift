extension Weighting {
  /// The weights of raking: each margin in turn is met as in post-stratification, round after
  /// round, until all are met.
  ///
  /// Also called iterative proportional fitting. Of all weights that meet the margins these have
  /// the smallest `Σ w ln(w / d)` from the weights d before. It ends when no category is further
  /// from its total than the tolerance, relative to the total.
  ///
  /// With a limit, weights above it are cut after the margins are met, and the margins are met
  /// again, in turn, until both hold. The limit is set once, from the raked weights. It is kept up
  /// to a relative 1e-9.
  ///
  /// References: Deming and Stephan 1940, On a least squares adjustment of a sampled frequency
  /// table when the expected marginal totals are known. Kalton and Flores-Cervantes 2003, Weighting
  /// methods. DeBell and Krosnick 2009, Computing weights for American National Election Study
  /// survey data.
  ///
  /// - Parameters:
  ///   - base: the weights before, one for each respondent.
  ///   - margins: at least one margin, in the order in which they are met.
  ///   - limit: the largest weight, nil for none.
  ///   - tolerance: the largest relative difference from a total, strictly between 0 and 1.
  ///   - maximumRounds: how many rounds to try, at least 1.
  /// - Returns: the weights and how they meet the margins.
  /// - Throws: `StatisticsError`, see ``Weighting``;
  ///   ``WeightingFault/notReached(target:rounds:difference:)`` where the margins contradict each
  ///   other or the limit.
  public static func rake(
    _ base: SamplingWeights, to margins: [Margin], limit: WeightLimit? = nil,
    tolerance: Double = 1e-10, maximumRounds: Int = 1000
  ) throws(StatisticsError) -> WeightingResult {
    try check(tolerance: tolerance, maximumRounds: maximumRounds)
    guard !margins.isEmpty else { throw .weighting(.noMargins) }
    let targets = try targets(of: margins, for: base)
    try limit?.check()
    var weights = WeightCheck.scaled(base.values, .sampling)
    var rounds = try repeatFit(&weights, margins, targets, nil, tolerance, maximumRounds)
    var largest: Double?
    if let limit {
      let value = try limit.value(for: SamplingWeights(weights))
      try checkReach(of: value, weights, margins, targets)
      rounds += try repeatFit(&weights, margins, targets, value, tolerance, maximumRounds)
      largest = value
    }
    return try WeightingResult(
      weights, base: base, margins: margins, rounds: rounds, limit: largest)
  }

  private static func repeatFit(
    _ weights: inout [Double], _ margins: [Margin], _ targets: [[Double]], _ limit: Double?,
    _ tolerance: Double, _ maximumRounds: Int
  ) throws(StatisticsError) -> Int {
    var (worst, name) = (0.0, "")
    for round in 1...maximumRounds {
      (worst, name) = (0, "")
      var overLimit = false
      if let limit {
        for row in weights.indices where weights[row] > limit {
          overLimit = overLimit || weights[row] > limit * (1 + 1e-9)
          weights[row] = limit
        }
      }
      for (margin, target) in zip(margins, targets) {
        let difference = try fit(&weights, margin, target)
        if difference > worst { (worst, name) = (difference, "the margin “\(margin.name)”") }
      }
      // A single margin is met after one round; no second round has to prove it.
      if worst <= tolerance || (margins.count == 1 && limit == nil), !overLimit { return round }
    }
    throw .weighting(.notReached(target: name, rounds: maximumRounds, difference: worst))
  }

  /// Refuses a limit that keeps a category from its total, whatever the weights.
  private static func checkReach(
    of limit: Double, _ weights: [Double], _ margins: [Margin], _ targets: [[Double]]
  ) throws(StatisticsError) {
    for (margin, target) in zip(margins, targets) {
      var counts = [Int](repeating: 0, count: margin.labels.count)
      for (row, code) in margin.codes.enumerated() where weights[row] > 0 { counts[code] += 1 }
      for index in counts.indices
      where Double(counts[index]) * limit * (1 + 1e-9) < target[index] {
        throw .weighting(.limitTooLow(margin: margin.name, category: margin.labels[index]))
      }
    }
  }
}
