/// Which way the positive share went, as far as the answers can tell.
public enum Evidence: String, Hashable, Sendable, CaseIterable {
  /// It has risen: chance alone gives such a difference too seldom.
  case rose
  /// It has fallen.
  case fell
  /// Chance alone may explain the difference.
  case noEvidence
  /// There are too few answers to tell.
  case tooFew
}

/// Positive answers of all who answered.
public struct PositiveCount: Hashable, Sendable {
  /// How many gave a positive answer.
  public let positive: Int
  /// How many answered.
  public let answered: Int

  /// The share of those who answered, 0…1.
  public var share: Double { Double(positive) / Double(answered) }

  /// - Returns: `nil` when nobody answered, or when the scale has no positive answer.
  init?(_ tally: AnswerTally) {
    guard tally.positiveShare != nil else { return nil }
    positive = tally.positive
    answered = tally.base.answered
  }
}

/// The change of the positive share of a question between two waves.
public struct ShareChange: Hashable, Sendable {
  /// The fewest answers in each wave that a change is tested with. Below it nothing is claimed, and
  /// reports give the counts: "1 of 2, then 2 of 2".
  public static let minimumAnswers = 5

  /// The current wave.
  public let current: PositiveCount
  /// The previous wave.
  public let previous: PositiveCount
  /// The test of the change; `nil` below ``minimumAnswers`` in either wave.
  public internal(set) var test: ChangeTest?

  /// Current minus previous, in percentage points.
  public var points: Double { (current.share - previous.share) * 100 }

  /// What may be said. The same persons' answers and everyone's must point the same way.
  public var evidence: Evidence {
    guard let test else { return .tooFew }
    guard test.isSignificant else { return .noEvidence }
    if test.difference > 0, points > 0 { return .rose }
    return test.difference < 0 && points < 0 ? .fell : .noEvidence
  }

  /// `nil` when nobody answered in one of the waves; `pairs` are those who answered in both.
  init?(_ current: AnswerTally, _ previous: AnswerTally, pairs: AnswerPairs) {
    guard let new = PositiveCount(current), let old = PositiveCount(previous) else { return nil }
    self.current = new
    self.previous = old
    test =
      min(new.answered, old.answered) < Self.minimumAnswers
      ? nil : ChangeTest(new, old, pairs: pairs)
  }
}
