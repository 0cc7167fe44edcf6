extension Weighting {
  /// The weights of calibration: of all weights that meet the totals, the ones nearest to the
  /// weights before.
  ///
  /// With the weights dᵢ before and the known numbers xᵢ (1 or 0 for the categories of margins),
  /// the weight after is `dᵢ F(xᵢ λ)`; the multipliers λ solve `Σ dᵢ F(xᵢ λ) xᵢ = totals`. F is
  /// the ``CalibrationMethod``. The equations are solved by Newton's method with a line search.
  /// Margins overlap, for each has the same sum; that does no harm.
  ///
  /// When there are margins, the weights before are first scaled to their sum. So the bounds of a
  /// method speak of the change beyond that scaling.
  ///
  /// References: Deville and Särndal 1992, Calibration estimators in survey sampling. Särndal,
  /// Swensson and Wretman 1992, Model Assisted Survey Sampling.
  ///
  /// - Parameters:
  ///   - base: the weights before, one for each respondent.
  ///   - margins: margins to meet.
  ///   - variables: totals of numbers to meet.
  ///   - method: how the distance is measured, and bounded.
  ///   - tolerance: the largest relative difference from a total, strictly between 0 and 1.
  ///   - maximumRounds: how many rounds to try, at least 1.
  /// - Returns: the weights and how they meet margins and variables.
  /// - Throws: `StatisticsError`, see ``Weighting``; ``WeightingFault/negativeWeights(_:)`` for the
  ///   linear method; ``WeightingFault/notReached(target:rounds:difference:)`` where the totals
  ///   contradict each other or the bounds.
  public static func calibrate(
    _ base: SamplingWeights, to margins: [Margin] = [], variables: [CalibrationVariable] = [],
    method: CalibrationMethod = .linear, tolerance: Double = 1e-10, maximumRounds: Int = 100
  ) throws(StatisticsError) -> WeightingResult {
    try check(tolerance: tolerance, maximumRounds: maximumRounds)
    try method.check()
    guard !(margins.isEmpty && variables.isEmpty) else { throw .weighting(.noMargins) }
    let targets = try targets(of: margins, for: base)
    var names = Set(margins.map(\.name))
    for variable in variables {
      guard names.insert(variable.name).inserted else {
        throw .weighting(.repeatedMargin(variable.name))
      }
      guard variable.values.count == base.values.count else {
        throw .weighting(
          .rowsDiffer(
            name: variable.name, needed: base.values.count, given: variable.values.count))
      }
    }
    var system = CalibrationSystem(
      try start(base, margins, targets), margins: margins, targets: targets,
      variables: variables, method: method)
    let rounds = try system.solve(tolerance: tolerance, maximumRounds: maximumRounds)
    let negative = system.weights.count { $0 < 0 }
    guard negative == 0 else { throw .weighting(.negativeWeights(negative)) }
    return try WeightingResult(
      system.weights, base: base, margins: margins, rounds: rounds, variables: variables)
  }

  /// The weights before, scaled to the sum of the margins, and 0 where a category has the total 0.
  private static func start(
    _ base: SamplingWeights, _ margins: [Margin], _ targets: [[Double]]
  ) throws(StatisticsError) -> [Double] {
    guard let first = margins.first else { return base.values }
    var weights = WeightCheck.scaled(base.values, .sampling)
    for (margin, target) in zip(margins, targets) {
      for (row, code) in margin.codes.enumerated() where target[code] == 0 { weights[row] = 0 }
    }
    for (margin, target) in zip(margins, targets) {
      for (index, sum) in margin.sums(of: weights).enumerated()
      where target[index] > 0 && sum == 0 {
        throw .weighting(.emptyCategory(margin: margin.name, category: margin.labels[index]))
      }
    }
    let sum = PreciseSum(weights).value
    return weights.map { $0 / sum * first.sum }
  }
}
