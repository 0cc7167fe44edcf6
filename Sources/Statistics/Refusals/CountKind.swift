/// What a count counts, as a refusal says it: "of trials", "invited".
public struct CountKind: Hashable, Sendable {
  /// The words after "the number".
  public let words: String

  init(_ words: String) {
    self.words = words
  }

  /// Trials of a proportion.
  public static let trials = CountKind("of trials")

  /// Successes among the trials.
  public static let successes = CountKind("of successes")

  /// People invited to a survey.
  public static let invited = CountKind("invited")

  /// People who answered.
  public static let answered = CountKind("who answered")

  /// People who gave a positive answer.
  public static let positive = CountKind("of positive answers")
}
