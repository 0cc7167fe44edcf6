package import Statistics

/// One group of a comparison.
package struct GroupFigures: Sendable {
  /// The name of the group.
  package let label: String
  /// How many values it has.
  package let count: Int
  /// Its mean; `nil` for words.
  package let mean: Double?
  /// The t interval of its mean, or why there is none; `nil` for words.
  package let interval: Result<Interval, StatisticsError>?
  /// Its median.
  package let median: Double?
  /// Its standard deviation, or why there is none; `nil` for words.
  package let deviation: Result<Double, StatisticsError>?
  /// How many of the values are positive, where positive words were named.
  package let positive: Int?
  /// Wilson's interval of the positive share.
  package let share: Interval?
  /// How many of each word, in the order of the comparison's words.
  package let words: [Int]
}

/// A test that a comparison asks for, and what it found or why it is not defined.
package struct TestFinding: Sendable {
  /// Which test.
  package let name: StatisticName
  /// What it found.
  package let result: Result<TestResult, StatisticsError>

  init(_ name: StatisticName, _ compute: () throws(StatisticsError) -> TestResult) {
    self.name = name
    result = Result(catching: compute)
  }
}

/// A measure of how large a difference is.
package enum EffectKind: String, Sendable, CaseIterable {
  /// The standardised difference of two means, corrected for small samples.
  case hedgesG = "hedges_g"
  /// How much more often a value of the second group is larger than smaller.
  case cliffDelta = "cliffs_delta"
  /// The association of groups and words.
  case cramersV = "cramers_v"
  /// The share in the second group over that in the first.
  case riskRatio = "risk_ratio"
  /// The odds in the second group over those in the first.
  case oddsRatio = "odds_ratio"
}

/// A size of a difference beside its tests.
package struct EffectFinding: Sendable {
  /// Which measure.
  package let kind: EffectKind
  /// The measure; `nil` where it is not defined.
  package let value: Double?
  /// Its interval, or why there is none.
  package let interval: Result<Interval, StatisticsError>

  /// A measure that is defined with its interval or not at all.
  init(
    _ kind: EffectKind,
    _ compute: () throws(StatisticsError) -> (value: Double, interval: Interval)
  ) {
    let found = Result(catching: compute)
    self.init(kind, value: try? found.get().value, interval: found.map(\.interval))
  }

  init(_ kind: EffectKind, value: Double?, interval: Result<Interval, StatisticsError>) {
    (self.kind, self.value, self.interval) = (kind, value, interval)
  }
}

/// How the interval of a difference is found.
package enum DifferenceInterval: Sendable {
  /// By the test that decides: it leaves out 0 exactly when the test finds a difference.
  case ofTest
  /// By Newcombe's approximation beside an exact test, with which it need not agree.
  case newcombe
}

/// The last group minus the first.
package struct DifferenceFinding: Sendable {
  /// The difference of the means or shares.
  package let value: Double
  /// Its interval, or why there is none.
  package let interval: Result<Interval, StatisticsError>
  /// How the interval is found.
  package let method: DifferenceInterval
}

/// Why a comparison has no test.
package enum ComparisonRemark: Sendable {
  /// All values are the same in all groups.
  case everybodyGaveTheSame
  /// Everybody has the same value in both groups.
  case nobodyChanged
}

/// What the tests of a comparison say.
package struct ComparisonResults: Sendable {
  /// The confidence that a difference is judged by.
  package let confidence: Double
  /// The last group minus the first, where there are two.
  package var difference: DifferenceFinding?
  /// The tests; the first one that is defined decides.
  package var tests: [TestFinding] = []
  /// How large the difference is.
  package var effects: [EffectFinding] = []
  /// Each group against each, where there are more than two, and no more than ``mostGroupsInPairs``.
  package var pairs: [PairFinding] = []
  /// How the same respondents changed, where they are paired.
  package var paired: PairedCounts?
  /// Why there is no test.
  package var remark: ComparisonRemark?
  /// Whether the last group is larger by what ``decidingTest`` looks at: 1, or -1 for smaller, or 0.
  package var direction = 0

  /// So many groups make 780 pairs: with more, nobody reads them all and Holm leaves none a chance.
  package static let mostGroupsInPairs = 40

  /// No results yet; refuses a confidence that is none.
  init(confidence: Double) throws(StatisticsError) {
    self.confidence = try Interval(lower: 0, upper: 0, confidence: confidence).confidence
  }

  /// The test that decides; `nil` where none is defined.
  package var decidingTest: TestResult? {
    for test in tests { if case .success(let result) = test.result { return result } }
    return nil
  }

  /// Whether the groups differ: the one decision that every sentence follows.
  package var isProven: Bool {
    decidingTest.map { $0.rejects(confidence: confidence) } ?? false
  }
}

/// Two groups of several.
package struct PairFinding: Sendable {
  /// The group that is subtracted.
  package let first: String
  /// The group that it is subtracted from.
  package let second: String
  /// The mean of the second minus that of the first.
  package let difference: Double
  /// The test with the interval of the difference, or why it is not defined.
  package let outcome: Result<TestedDifference, StatisticsError>
  /// The p value among all pairs that have one, by Holm.
  package let adjusted: Double?
}

/// How the same respondents changed.
package struct PairedCounts: Sendable {
  /// Respondents with a value in both groups.
  package let pairs: Int
  /// Respondents with a value in one group only; they are left out.
  package let unpaired: Int
  /// Pairs in which the second value is higher.
  package let rose: Int
  /// Pairs in which it is lower.
  package let fell: Int
}

/// What is compared.
package enum ComparedValue: Sendable {
  /// Numbers, by means and ranks.
  case numbers
  /// The share of positive words.
  case share
  /// All words.
  case words([String])
}
