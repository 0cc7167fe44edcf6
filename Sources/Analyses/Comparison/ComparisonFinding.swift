package import Statistics

/// One group of a comparison.
package struct GroupFigures: Sendable {
  /// The name of the group.
  package let label: String
  /// How many values it has.
  package let count: Int
  /// Its mean; `nil` for words.
  package let mean: Double?
  /// The t interval of its mean; `nil` for words, for a single value and for equal ones.
  package let interval: Interval?
  /// Its median.
  package let median: Double?
  /// Its standard deviation.
  package let deviation: Double?
  /// How many of the values are positive, where positive words were named.
  package let positive: Int?
  /// Wilson's interval of the positive share.
  package let share: Interval?
  /// How many of each word, in the order of the comparison's words.
  package let words: [Int]
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
  /// The measure and its interval.
  package let estimate: Estimate
}

/// Why a comparison has no test.
package enum ComparisonRemark: Sendable {
  /// All values are the same in all groups.
  case everybodyGaveTheSame
}

/// What the tests of a comparison say.
package struct ComparisonResults: Sendable {
  /// The last group minus the first, where there are two.
  package var difference: Estimate?
  /// The tests; the first one decides.
  package var tests: [TestResult] = []
  /// How large the difference is.
  package var effects: [EffectFinding] = []
  /// Each group against each, where there are more than two.
  package var pairs: [PairFinding] = []
  /// How the same respondents changed, where they are paired.
  package var paired: PairedCounts?
  /// Why there is no test.
  package var remark: ComparisonRemark?

  /// Adds a measure where it is defined; one that is not is left out, for the tests stand anyway.
  mutating func add(
    _ kind: EffectKind, _ compute: () throws(StatisticsError) -> Estimate
  ) {
    if let estimate = attempt(compute) {
      effects.append(EffectFinding(kind: kind, estimate: estimate))
    }
  }
}

/// Two groups of several.
package struct PairFinding: Sendable {
  /// The group that is subtracted.
  package let first: String
  /// The group that it is subtracted from.
  package let second: String
  /// Second minus first.
  package let difference: Estimate
  /// The p value by itself.
  package let pValue: Double
  /// The p value among all pairs, by Holm.
  package let adjusted: Double
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
