/// How a number changed between two waves of a survey.
///
/// The change is always later minus earlier. Whether the waves asked the same people decides which
/// tests apply, so there are two ways to make one: ``ofSameRespondents(earlier:later:confidence:)``
/// and ``ofDifferentRespondents(earlier:later:confidence:)``.
///
/// ``evidence`` rests on the interval of the mean change alone, and so agrees with the two-sided
/// ``meanTest`` at the same level. ``rankTest`` is a second look that wild values do not sway.
/// Where the two disagree, look at the values before writing a sentence.
public struct WaveChange: Hashable, Sendable {
  /// The change of the mean, later minus earlier, in the unit of the values.
  public let change: Estimate

  /// The t test of the change: paired for the same people, Welch's for different ones.
  public let meanTest: TestResult

  /// The rank test of the change: Wilcoxon's signed-rank test for the same people, the
  /// Mann–Whitney test for different ones.
  public let rankTest: TestResult

  /// How many of the same people rose, fell or stayed; nil for different people.
  public let directions: Directions?

  /// What may be said about the change.
  public var evidence: ChangeEvidence { ChangeEvidence(change.interval) }

  /// How many people gave a larger, a smaller or the same number later.
  public struct Directions: Hashable, Sendable {
    /// How many gave a larger number later.
    public let rose: Int

    /// How many gave a smaller number later.
    public let fell: Int

    /// How many gave the same number again.
    public let unchanged: Int
  }

  /// The change for people who answered in both waves.
  ///
  /// The i-th values belong to the same person. See
  /// ``TTest/paired(_:_:alternative:confidence:)`` and ``RankTest/signedRank(_:_:alternative:)``.
  ///
  /// - Parameters:
  ///   - earlier: at least two finite values.
  ///   - later: as many values, in the same order of people.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the change, later minus earlier.
  /// - Throws: `StatisticsError`, see ``TTest``. Group 1 is the earlier wave. Refused where all
  ///   changed by the same amount, also by 0: that is no sample of changes, and no test is needed.
  public static func ofSameRespondents(
    earlier: [Double], later: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> WaveChange {
    try Check.pairedValues(earlier, later, for: .pairedTest, needs: 2)
    let means = try TTest.paired(later, earlier, confidence: confidence)
    let differences = try PairDifferences(later, earlier, .signedRank)
    return WaveChange(
      change: means.difference, meanTest: means.test,
      rankTest: try RankTest.signedRank(differences, .twoSided),
      directions: Directions(
        rose: differences.larger, fell: differences.smaller, unchanged: differences.equal))
  }

  /// The change between two samples of different people.
  ///
  /// See ``TTest/welch(_:_:alternative:confidence:)`` and
  /// ``RankTest/mannWhitney(_:_:alternative:)``. Do not use it for people who answered twice: it
  /// takes their answers as independent and finds too little.
  ///
  /// - Parameters:
  ///   - earlier: at least two finite values.
  ///   - later: at least two finite values.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the change, later minus earlier.
  /// - Throws: `StatisticsError`, see ``TTest``. Group 1 is the earlier wave.
  public static func ofDifferentRespondents(
    earlier: [Double], later: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> WaveChange {
    try Check.groups([earlier, later], for: .welchTest, needs: 2)
    let means = try TTest.welch(later, earlier, confidence: confidence)
    return WaveChange(
      change: means.difference, meanTest: means.test,
      rankTest: try RankTest.mannWhitney(later, earlier), directions: nil)
  }
}
