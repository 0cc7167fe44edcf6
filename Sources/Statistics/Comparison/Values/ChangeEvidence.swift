/// What an interval allows to say about a change: the ground of the sentence "has risen".
public enum ChangeEvidence: String, Hashable, Sendable, CaseIterable {
  /// The whole interval of the change lies above 0.
  case rose

  /// The whole interval of the change lies below 0.
  case fell

  /// The interval holds 0: no change is shown, which does not show that there is none.
  case notShown

  /// Judges the interval of a change, later minus earlier. An end that is exactly 0 shows nothing.
  public init(_ change: Interval) {
    self = change.lower > 0 ? .rose : change.upper < 0 ? .fell : .notShown
  }
}
