/// Weights that meet known totals, with what a reader should check before using them.
public struct WeightingResult: Hashable, Sendable {
  /// The weight of each respondent, in the order they were given.
  public let weights: SamplingWeights

  /// The weights before.
  public let base: SamplingWeights

  /// How each margin is met, in the order the margins were given.
  public let margins: [MarginBalance]

  /// How each calibration variable is met.
  public let variables: [VariableBalance]

  /// How many rounds the computation took.
  public let rounds: Int

  /// The largest weight that was allowed; nil without a limit.
  public let limit: Double?

  /// What the weights were made to meet.
  let knownMargins: [Margin]
  let knownVariables: [CalibrationVariable]

  /// The largest weight divided by the smallest one above 0, after the weighting.
  public var ratio: Double { weights.ratio }

  /// Kish's design effect before the weighting, see ``SamplingWeights/designEffect``.
  public var designEffectBefore: Double { base.designEffect }

  /// Kish's design effect after the weighting, see ``SamplingWeights/designEffect``.
  public var designEffect: Double { weights.designEffect }

  /// Kish's effective sample size after the weighting.
  public var effectiveSampleSize: Double { weights.effectiveSampleSize }

  init(
    _ weights: [Double], base: SamplingWeights, margins: [Margin], rounds: Int,
    limit: Double? = nil, variables: [CalibrationVariable] = []
  ) throws(StatisticsError) {
    self.weights = try SamplingWeights(weights)
    self.base = base
    let sum = margins.first?.sum ?? 1
    let shares = WeightCheck.scaled(base.values, .sampling)
    self.margins = margins.map {
      MarginBalance($0, base: shares, weights: weights, scale: sum / $0.sum)
    }
    self.variables = variables.map { VariableBalance($0, base: base.values, weights: weights) }
    for balance in self.variables where !balance.isFinite {
      throw .resultTooLarge(.calibration)
    }
    self.rounds = rounds
    knownMargins = margins
    knownVariables = variables
    self.limit = limit
  }
}
