public import Statistics

/// Those who answered a question in both of two waves, by whether they were positive.
public struct AnswerPairs: Hashable, Sendable {
  /// Positive in both waves.
  public var both: Int
  /// Positive in the current wave only.
  public var gained: Int
  /// Positive in the previous wave only.
  public var lost: Int
  /// Positive in neither.
  public var neither: Int

  /// Pairs by their kind.
  public init(both: Int = 0, gained: Int = 0, lost: Int = 0, neither: Int = 0) {
    self.both = both
    self.gained = gained
    self.lost = lost
    self.neither = neither
  }

  /// Everyone who answered both times.
  public var count: Int { both + gained + lost + neither }

  /// The pairs of two sets of people together.
  public static func + (a: Self, b: Self) -> Self {
    Self(
      both: a.both + b.both, gained: a.gained + b.gained, lost: a.lost + b.lost,
      neither: a.neither + b.neither)
  }
}

/// A test of whether the positive share of a question differs between two waves.
///
/// It asks what would hold beyond these few persons, so the answers are taken as draws from all whom
/// the same could be asked of. When more than half of those who answered in the larger wave answered
/// in both, the pairs are tested by McNemar's exact test (`PairedShareDifference`); otherwise the waves
/// are taken to be different persons and tested by the exact unconditional test of `ShareDifference`,
/// Newcombe's above its limit. The few who then answered in both make the test a little too
/// careful, as most answer the same twice. Respondents are the same when their ids are; should a
/// survey number its respondents anew in each wave, the pairs are arbitrary, which costs power but
/// makes no false claims.
///
/// The p values of all questions compared are adjusted together by Holm's method: the probability
/// that a comparison makes even one false claim is at most ``level``. ``interval`` has the level
/// that the question's p value was held against, and so leaves 0 out exactly when the adjusted p
/// value is at most ``level``.
public struct ChangeTest: Hashable, Sendable {
  /// The probability of a false claim among all questions of a comparison: 5 %.
  public static let level = 0.05

  /// How the change was tested.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    /// Different persons, the exact unconditional test.
    case exact
    /// Different persons, too many for the exact test.
    case newcombe
    /// The same persons, McNemar's exact test.
    case mcNemar = "mcnemar"
  }

  /// How the change was tested.
  public let method: Method
  /// Those who answered in both waves; `nil` where the waves count as different persons.
  public let pairs: AnswerPairs?
  /// The two-sided p value of this question alone.
  public let pValue: Double
  /// The p value by Holm's method, among all questions of the comparison.
  public internal(set) var adjustedPValue: Double
  /// The level of ``interval``: 1 - 0.05 / k, where Holm's method held the p value against 0.05 / k.
  public internal(set) var confidence: Double

  private let compared: Compared

  private enum Compared: Hashable, Sendable {
    case different(ShareDifference)
    case same(PairedShareDifference)
  }

  /// Whether the adjusted p value is at most ``level``.
  public var isSignificant: Bool { adjustedPValue <= Self.level }

  /// Current minus previous as tested: of the pairs, or of everyone. From -1 to 1.
  public var difference: Double {
    switch compared {
    case .different(let difference): difference.difference
    case .same(let difference): difference.difference
    }
  }

  /// The interval of ``difference`` that the claim rests on; `nil` only if the numerical library
  /// gives up.
  public var interval: Interval? {
    switch compared {
    case .different(let difference): try? difference.interval(confidence: confidence)
    case .same(let difference): try? difference.interval(confidence: confidence)
    }
  }

  /// Tests one question alone; ``adjusted(_:)`` makes the tests of a comparison fair together.
  init?(_ current: PositiveCount, _ previous: PositiveCount, pairs: AnswerPairs) {
    do {
      if 2 * pairs.count > max(current.answered, previous.answered) {
        let same = try PairedShareDifference(
          gained: pairs.gained, lost: pairs.lost, of: pairs.count)
        method = .mcNemar
        self.pairs = pairs
        compared = .same(same)
        pValue = try same.pValue()
      } else {
        let different = try ShareDifference(
          (current.positive, current.answered), minus: (previous.positive, previous.answered))
        method = different.isExact ? .exact : .newcombe
        self.pairs = nil
        compared = .different(different)
        pValue = try different.pValue()
      }
    } catch {
      return nil
    }
    adjustedPValue = pValue
    confidence = 1 - Self.level
  }

  /// Holm's method over the p values of a comparison: each adjusted, and the confidence of its interval.
  static func adjusted(_ pValues: [Double]) -> [(pValue: Double, confidence: Double)]? {
    guard let adjusted = try? MultipleTesting.holm(pValues),
      let divisors = try? MultipleTesting.holmDivisors(pValues, level: level)
    else { return nil }
    return zip(adjusted, divisors).map { ($0, 1 - level / Double($1)) }
  }
}
