public import Statistics

/// Which way a figure went, as counted.
public enum Direction: String, Hashable, Sendable, CaseIterable {
  /// It is higher.
  case rose
  /// It is lower.
  case fell
  /// It is the same.
  case unchanged
}

/// Which way a figure went, as far as the answers can tell.
public enum Evidence: String, Hashable, Sendable, CaseIterable {
  /// The whole interval of the difference lies above 0.
  case rose
  /// The whole interval of the difference lies below 0.
  case fell
  /// The interval holds 0: chance alone may explain the difference.
  case noEvidence
}

/// The change of a response rate between two waves.
public struct RateChange: Hashable, Sendable {
  /// The rate in the current wave, answered / invited.
  public let current: Double
  /// The rate in the previous wave.
  public let previous: Double
  /// Which way it went, by the exact counts.
  public let direction: Direction

  /// Current minus previous, in percentage points.
  public var points: Double { direction == .unchanged ? 0 : (current - previous) * 100 }

  /// - Returns: `nil` when nobody was invited in one of the waves.
  init?(_ current: QuestionBase, _ previous: QuestionBase) {
    guard current.invited > 0, previous.invited > 0 else { return nil }
    // Cross-multiplied, as 1 of 3 and 2 of 6 must be the same.
    let (new, old) = (current.answered * previous.invited, previous.answered * current.invited)
    direction = new == old ? .unchanged : new > old ? .rose : .fell
    self.current = Double(current.answered) / Double(current.invited)
    self.previous = Double(previous.answered) / Double(previous.invited)
  }
}

/// The change of the positive share between two waves.
public struct ShareChange: Hashable, Sendable {
  /// The share in the current wave, of those who answered.
  public let current: Double
  /// The share in the previous wave.
  public let previous: Double
  /// The 95 % interval of current minus previous among all whom the question concerned, as shares:
  /// exact for finite groups, see `NearCensus.difference(minus:confidence:)`.
  public let interval: Interval

  /// Current minus previous, in percentage points.
  public var points: Double { (current - previous) * 100 }

  /// What the interval says.
  public var evidence: Evidence {
    if interval.lower > 0 { return .rose }
    return interval.upper < 0 ? .fell : .noEvidence
  }

  /// - Returns: `nil` when nobody answered in one of the waves.
  init?(_ current: AnswerTally, _ previous: AnswerTally) {
    guard let new = current.positiveShare, let old = previous.positiveShare,
      let interval = Self.interval(current, minus: previous)
    else { return nil }
    self.current = new
    self.previous = old
    self.interval = interval
  }

  /// Groups too large for the exact interval are endless for all that matters: Newcombe's serves.
  private static func interval(_ current: AnswerTally, minus previous: AnswerTally) -> Interval? {
    if let new = current.nearCensus, let old = previous.nearCensus,
      let interval = try? new.difference(minus: old)
    {
      return interval
    }
    return try? ProportionInterval.difference(
      (current.positive, current.base.answered),
      minus: (previous.positive, previous.base.answered))
  }
}

/// One question in two waves.
public struct QuestionComparison: Hashable, Sendable {
  /// The question.
  public let question: Question
  /// The change of the response rate; `nil` when the waves cannot be compared, when the question
  /// is not in both, or when nobody was invited to it.
  public let rate: RateChange?
  /// The change of the positive share; `nil` when it is not compared.
  public let share: ShareChange?
  /// Why the share is not compared.
  public let notCompared: NotCompared?

  init(
    _ question: Question, current: (wave: Wave, result: QuestionResult?),
    previous: (wave: Wave, result: QuestionResult?), obstacle: NotCompared?
  ) {
    self.question = question
    guard obstacle == nil, let new = current.result, let old = previous.result else {
      rate = nil
      share = nil
      notCompared =
        obstacle ?? .notAsked(in: (current.result == nil ? current : previous).wave.label)
      return
    }
    rate = RateChange(new.base, old.base)
    share = ShareChange(new.tally, old.tally)
    if share != nil {
      notCompared = nil
    } else if new.base.answered == 0 || old.base.answered == 0 {
      notCompared = .nobodyAnswered(in: (new.base.answered == 0 ? current : previous).wave.label)
    } else {
      notCompared = .noPositiveAnswer
    }
  }
}
