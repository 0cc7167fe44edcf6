/// Weights of the values of a sample, of a kind that says what they mean.
///
/// The kind matters: the same numbers give the same mean, but not the same variance, standard
/// error or quantile. So there is a type for each: ``FrequencyWeights``, ``PrecisionWeights`` and
/// ``SamplingWeights``.
public protocol Weights: Hashable, Sendable {
  /// The weights, each finite and at least 0, not all of them 0.
  var values: [Double] { get }

  /// What the weights mean.
  var kind: WeightKind { get }
}

/// What weights mean.
public enum WeightKind: Hashable, Sendable, CaseIterable {
  /// How many equal observations a value stands for.
  case frequency

  /// How precise a value is: the reciprocal of its variance, up to a factor.
  case precision

  /// How many people of the population a respondent stands for.
  case sampling
}
