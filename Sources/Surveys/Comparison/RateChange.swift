/// Which way a figure went, as counted.
public enum Direction: String, Hashable, Sendable, CaseIterable {
  /// It is higher.
  case rose
  /// It is lower.
  case fell
  /// It is the same.
  case unchanged
}

/// The change of a response rate between two waves. It counts everyone whom the question concerned,
/// so it has no sampling error and needs no test; whether it is worth a word is another question,
/// see ``isOfFewPersons``.
public struct RateChange: Hashable, Sendable {
  /// What became of everyone asked, in the current wave.
  public let current: QuestionBase
  /// The same in the previous wave.
  public let previous: QuestionBase

  /// - Returns: `nil` when the question concerned nobody in one of the waves.
  init?(_ current: QuestionBase, _ previous: QuestionBase) {
    guard current.concerned > 0, previous.concerned > 0 else { return nil }
    self.current = current
    self.previous = previous
  }

  /// The rate in the current wave, answered / concerned.
  public var currentRate: Double { Double(current.answered) / Double(current.concerned) }

  /// The rate in the previous wave.
  public var previousRate: Double { Double(previous.answered) / Double(previous.concerned) }

  /// Which way it went, by the exact counts.
  public var direction: Direction { gap == 0 ? .unchanged : gap > 0 ? .rose : .fell }

  /// Current minus previous, in percentage points.
  public var points: Double { gap == 0 ? 0 : (currentRate - previousRate) * 100 }

  /// How many persons the change amounts to, above 0 for a rise: the fewest persons of the current
  /// wave who need to have done otherwise for the rate not to have gone that way.
  public var persons: Int {
    let size = (abs(gap) + previous.concerned - 1) / previous.concerned
    return gap < 0 ? -size : size
  }

  /// The most persons whose change is told as persons, not as a rise or fall of the rate.
  public static let fewPersons = 2

  /// Whether one or two persons make the change.
  public var isOfFewPersons: Bool { (1...Self.fewPersons).contains(abs(persons)) }

  /// Cross-multiplied, as 1 of 3 and 2 of 6 must be the same.
  private var gap: Int {
    current.answered * previous.concerned - previous.answered * current.concerned
  }
}
