package import Statistics

/// One category of a margin before and after weighting. Shares are of all respondents.
package struct MarginFinding: Sendable {
  /// The column.
  package let column: String
  /// The category.
  package let category: String
  /// How many respondents belong to it.
  package let respondents: Int
  /// Its share of the population.
  package let target: Double
  /// Its share of the respondents by the weights that the weighting started from.
  package let before: Double
  /// Its share by the weights found.
  package let after: Double
}

/// A weighted mean of one group.
package struct WeightedMeanFinding: Sendable {
  /// The group; `nil` for all respondents.
  package let group: String?
  /// How many respondents it rests on.
  package let count: Int
  /// The mean without weights.
  package let unweighted: Double
  /// The weighted mean.
  package let mean: Double
  /// Its precision, which knows that the weights meet the margins, or why there is none.
  package let precision: Result<MeanPrecision, StatisticsError>
  /// Its precision with the weights taken as given, or why there is none.
  package let precisionOfGivenWeights: Result<MeanPrecision, StatisticsError>
}

/// How precise a weighted mean is.
package struct MeanPrecision: Sendable {
  /// The standard error and the interval.
  package let estimate: Estimate
  /// The degrees of freedom of the interval.
  package let degreesOfFreedom: Double
  /// How many times larger the variance is than that of a simple random sample as large.
  package let designEffect: Double?
  /// How many respondents of a simple random sample would be as precise.
  package let effectiveCount: Double?

  init(_ estimate: SurveyEstimate, confidence: Double) throws(StatisticsError) {
    self.estimate = try estimate.estimate(confidence: confidence)
    degreesOfFreedom = estimate.degreesOfFreedom
    designEffect = estimate.designEffect
    effectiveCount = estimate.effectiveSampleSize
  }
}

/// What the weights are like.
package struct WeightFigures: Sendable {
  /// How many respondents have a weight.
  package let respondents: Int
  /// The smallest weight.
  package let smallest: Double
  /// The largest weight.
  package let largest: Double
  /// Kish's design effect, 1 + cv².
  package let designEffect: Double
  /// The effective number of respondents, (Σw)² / Σw².
  package let effectiveCount: Double
  /// How many rounds the weighting took.
  package let rounds: Int
  /// How many weights were cut.
  package let trimmed: Int
}
