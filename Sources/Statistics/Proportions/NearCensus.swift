/// What a survey tells about a small group when most of it answered.
///
/// A group of `invited` people was asked, `answered` of them answered, and `positive` of these
/// gave a positive answer. The question is how many of *all* invited would have done so.
///
/// The intervals and probabilities assume that those who did not answer are like those who did:
/// that the people who answered are a random part of the group. ``bounds`` assumes nothing.
public struct NearCensus: Hashable, Sendable {
  /// The size of the whole group.
  public let invited: Int

  /// How many of the group answered.
  public let answered: Int

  /// How many of those who answered gave a positive answer.
  public let positive: Int

  /// The largest group. The exact sums run over every count, and beyond a million they would be
  /// slow and lose digits; the difference from an endless population is then long gone.
  public static let limit = 1_000_000

  /// Describes a survey of a small group.
  ///
  /// Nobody answering is allowed: then nothing is known, and the results say so.
  ///
  /// - Parameters:
  ///   - invited: the size of the group, 1 to ``limit``.
  ///   - answered: how many answered, 0 to `invited`.
  ///   - positive: how many answered positively, 0 to `answered`.
  /// - Throws: `StatisticsError.negativeCount`, `.partExceedsWhole`, `.zeroCount` or
  ///   `.countTooLarge`.
  public init(invited: Int, answered: Int, positive: Int) throws(StatisticsError) {
    try Check.count(invited, .invited)
    try Check.part(answered, .answered, of: invited, .invited)
    try Check.part(positive, .positive, of: answered, .answered)
    guard invited > 0 else { throw .zeroCount(.invited) }
    guard invited <= Self.limit else {
      throw .countTooLarge(.invited, invited, limit: Self.limit)
    }
    self.invited = invited
    self.answered = answered
    self.positive = positive
  }

  /// How many of the group did not answer.
  public var unanswered: Int { invited - answered }

  /// The share of positive answers among those who answered; nil when nobody answered.
  public var share: Double? {
    answered == 0 ? nil : Double(positive) / Double(answered)
  }

  /// The counts that are possible at all: from none to all of the missing answers positive.
  public var possibleCounts: ClosedRange<Int> { positive...(positive + unanswered) }

  /// The shares of the group that are possible at all, `x/N ... (x + N - n)/N` with N invited,
  /// n answered and x positive. No assumption about the missing answers is made.
  ///
  /// Reference: Manski 1989, Anatomy of the selection problem.
  public var bounds: ClosedRange<Double> {
    let counts = possibleCounts
    let all = Double(invited)
    return Double(counts.lowerBound) / all...Double(counts.upperBound) / all
  }
}
