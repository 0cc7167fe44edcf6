/// What answers are weighted by.
public enum SurveyWeights: String, Hashable, Sendable, CaseIterable {
  /// By how many of each group were invited: see ``WeightedShare``.
  case population
}
