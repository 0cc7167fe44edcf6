/// An estimate from a complex sample, with its precision.
public struct SurveyEstimate: Hashable, Sendable {
  /// The estimate.
  public let value: Double

  /// The standard error, 0 or more, in the unit of the estimate.
  public let standardError: Double

  /// The number of first-stage units minus the number of strata, among the rows of the estimate. For
  /// the difference of two samples it need not be whole.
  public let degreesOfFreedom: Double

  /// How many rows with weight the estimate rests on.
  public let observations: Int

  /// The variance as a multiple of that of a simple random sample with replacement of as many rows.
  ///
  /// Nil where the latter is 0, and for replicate variances. R: `deff = "replace"`.
  public let designEffect: Double?

  /// The variance as a multiple of that of a simple random sample without replacement from a
  /// population as large as the sum of the weights.
  ///
  /// Nil where the latter is not above 0. R: `deff = TRUE`.
  public let designEffectWithoutReplacement: Double?

  /// The square of the standard error; infinite, or 0, where no floating-point number
  /// can hold it.
  public var variance: Double { standardError * standardError }

  /// The standard error as a share of the size of the estimate; nil for an estimate of 0.
  public var coefficientOfVariation: Double? {
    let share = standardError / value.magnitude
    return share.isFinite ? share : nil
  }

  /// How many rows of a simple random sample would be as precise: the number of rows divided by
  /// the design effect.
  ///
  /// Nil where the design effect is nil or 0.
  public var effectiveSampleSize: Double? {
    designEffect.flatMap { $0 > 0 ? Double(observations) / $0 : nil }
  }

  init(
    value: Double, standardError: Double, degreesOfFreedom: Double, observations: Int,
    designEffect: Double? = nil, designEffectWithoutReplacement: Double? = nil,
    name: StatisticName
  ) throws(StatisticsError) {
    guard value.isFinite, standardError.isFinite else { throw .resultTooLarge(name) }
    self.value = value
    self.standardError = standardError
    self.degreesOfFreedom = degreesOfFreedom
    self.observations = observations
    self.designEffect = designEffect
    self.designEffectWithoutReplacement = designEffectWithoutReplacement
  }
}

/// The distribution that an interval or a test takes the estimate to have.
public enum SurveyDistribution: String, Hashable, Sendable, CaseIterable {
  /// Student's t with the degrees of freedom of the design. R: `confint(..., df = degf(design))`.
  case studentT

  /// The normal distribution, which makes intervals too narrow for few units. R: `confint(...)`.
  case normal
}
