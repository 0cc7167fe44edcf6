public import Statistics

/// Those whose answers to a question have scores in both of two waves: how the later scores differ.
public struct ScorePairs: Hashable, Sendable {
  /// How many they are.
  public private(set) var count = 0
  /// The sum of the differences, later minus earlier.
  public private(set) var sum = 0.0
  /// The sum of their squares.
  public private(set) var squares = 0.0

  /// Nobody.
  public init() {}

  mutating func add(_ difference: Double) {
    count += 1
    sum += difference
    squares += difference * difference
  }

  /// The pairs of two sets of people together.
  public static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.add(b)
    return sum
  }

  mutating func add(_ other: Self) {
    count += other.count
    sum += other.sum
    squares += other.squares
  }

  var summary: SampleSummary {
    let n = Double(count)
    return SampleSummary(
      count: count, mean: sum / n, variance: max(0, (squares - sum * sum / n) / (n - 1)))
  }
}

/// The change of a mean between two waves.
///
/// Like ``ChangeTest``: when more than half of those who answered in the larger wave answered in both, their
/// differences are tested by the paired t test; otherwise the waves are taken to be different persons and
/// tested by Welch's. The p values of a comparison are adjusted together with those of its shares.
public struct MeanChange: Hashable, Sendable {
  /// How a change was tested.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Different persons.
    case welch
    /// The same persons.
    case paired
  }

  /// The current wave.
  public let current: ScoreSummary
  /// The previous wave.
  public let previous: ScoreSummary
  /// How it was tested; `nil` below ``ShareChange/minimumAnswers`` in either wave, and where the scores do
  /// not differ.
  public let method: Method?
  /// How many answered both times; `nil` where the waves count as different persons.
  public let pairs: Int?
  /// The two-sided p value of this question alone.
  public let pValue: Double?
  /// The p value by Holm's method, among all questions of the comparison.
  public internal(set) var adjustedPValue: Double?
  /// The level of ``interval``, as of ``ChangeTest/confidence``.
  public internal(set) var confidence = 1 - ChangeTest.level
  private let compared: Compared

  private enum Compared: Hashable, Sendable {
    case different(SampleSummary, SampleSummary)
    case same(SampleSummary)

    func tested(_ confidence: Double) -> TestedDifference? {
      switch self {
      case .different(let first, let second):
        try? TTest.welch(first, second, confidence: confidence)
      case .same(let differences):
        try? TTest.paired(differences: differences, confidence: confidence)
      }
    }
  }

  /// Current minus previous, of everyone.
  public var difference: Double { current.mean - previous.mean }

  /// The interval of the change as tested, of the pairs or of everyone.
  public var interval: Interval? {
    method == nil ? nil : compared.tested(confidence)?.difference.interval
  }

  /// What may be said. The same persons' answers and everyone's must point the same way.
  public var evidence: Evidence {
    guard min(current.count, previous.count) >= ShareChange.minimumAnswers else { return .tooFew }
    guard let adjustedPValue, adjustedPValue <= ChangeTest.level,
      let tested = compared.tested(confidence)?.difference.value
    else { return .noEvidence }
    if tested > 0, difference > 0 { return .rose }
    return tested < 0 && difference < 0 ? .fell : .noEvidence
  }

  /// `nil` when nobody has a score in one of the waves.
  init?(_ current: AnswerTally, _ previous: AnswerTally, pairs: ScorePairs) {
    guard let new = ScoreSummary(current), let old = ScoreSummary(previous) else { return nil }
    (self.current, self.previous) = (new, old)
    let areSame = 2 * pairs.count > max(new.count, old.count)
    compared =
      areSame
      ? .same(pairs.summary)
      : .different(
        SampleSummary(count: new.count, mean: new.mean, variance: new.variance),
        SampleSummary(count: old.count, mean: old.mean, variance: old.variance))
    guard min(new.count, old.count) >= ShareChange.minimumAnswers,
      let tested = compared.tested(1 - ChangeTest.level)
    else {
      (method, self.pairs, pValue, adjustedPValue) = (nil, nil, nil, nil)
      return
    }
    method = areSame ? .paired : .welch
    self.pairs = areSame ? pairs.count : nil
    pValue = tested.test.pValue
    adjustedPValue = tested.test.pValue
  }
}
