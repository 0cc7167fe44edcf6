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
  /// The weighted mean, its standard error and interval.
  package let mean: Estimate
  /// How many times larger its variance is than that of a simple random sample as large.
  package let designEffect: Double?
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
