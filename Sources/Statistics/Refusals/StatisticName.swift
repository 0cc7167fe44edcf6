/// The name of a statistic, as a refusal says it: "mean", "Welch test".
///
/// Each folder adds the names of its own statistics in an extension.
public struct StatisticName: Hashable, Sendable {
  /// The name in a sentence, after "the".
  public let words: String

  package init(_ words: String) {
    self.words = words
  }
}

extension StatisticName: CustomStringConvertible {
  /// The name in a sentence.
  public var description: String { words }
}
