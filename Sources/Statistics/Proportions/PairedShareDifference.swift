/// The change of a share among the same people, later minus earlier, with McNemar's exact test and
/// intervals that agree with it.
///
/// Of n people b became positive and c stopped being so; only these b + c tell about a change. The p
/// value is that of ``ContingencyTable/mcNemarTest(_:alternative:)``, exact and two-sided.
///
/// With ψ the share of people who change at all and π the share of those whose change is to positive,
/// the difference is `δ = ψ (2π - 1)`. π has the interval of Clopper and Pearson from b of b + c
/// (πₗ, πᵤ), ψ that from b + c of n (ψₗ, ψᵤ). The lower end of δ is `ψᵤ (2πₗ - 1)` where πₗ is below
/// ½ and `ψₗ (2πₗ - 1)` else; the upper end `ψᵤ (2πᵤ - 1)` where πᵤ is above ½ and `ψₗ (2πᵤ - 1)`
/// else. So the interval leaves 0 out exactly when McNemar's p value is at most 1 - confidence, and
/// people who all answer alike twice still leave room for those who were not asked. By enumeration
/// it misses the true difference less often than it says, on either side (`PairedDifferenceTests`).
///
/// The people are taken as draws from all whom the same could be asked of.
///
/// References: McNemar 1947, Note on the sampling error of the difference between correlated
/// proportions or percentages. Clopper and Pearson 1934, The use of confidence or fiducial limits
/// illustrated in the case of the binomial.
public struct PairedShareDifference: Hashable, Sendable {
  /// How many became positive.
  public let gained: Int

  /// How many stopped being positive.
  public let lost: Int

  /// How many people answered both times.
  public let pairs: Int

  /// Compares two answers of the same people.
  ///
  /// - Parameters:
  ///   - gained: people positive the second time only.
  ///   - lost: people positive the first time only.
  ///   - pairs: everyone who answered both times, at least 1 and at least `gained + lost`.
  /// - Throws: `StatisticsError.negativeCount`, `.zeroCount`, `.partExceedsWhole`, or
  ///   `.countTooLarge` above 100 million.
  public init(gained: Int, lost: Int, of pairs: Int) throws(StatisticsError) {
    try Check.count(pairs, .pairs)
    guard pairs > 0 else { throw .zeroCount(.pairs) }
    guard pairs <= Self.limit else { throw .countTooLarge(.pairs, pairs, limit: Self.limit) }
    try Check.part(gained, .pairsWithOnlySecond, of: pairs, .pairs)
    try Check.part(lost, .pairsWithOnlyFirst, of: pairs - gained, .pairs)
    self.gained = gained
    self.lost = lost
    self.pairs = pairs
  }

  /// The most pairs.
  public static let limit = FourfoldMargins.limit

  /// Later minus earlier, from -1 to 1.
  public var difference: Double { Double(gained - lost) / Double(pairs) }

  /// McNemar's exact two-sided p value; 1 when nobody changed.
  ///
  /// - Throws: `StatisticsError.notComputed` never for checked counts.
  public func pValue() throws(StatisticsError) -> Double {
    try ContingencyTable([[0, gained], [lost, 0]]).mcNemarTest().pValue
  }

  /// The interval for later minus earlier.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval, from -1 to 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.notComputed` if the library gives up.
  public func interval(confidence: Double = 0.95) throws(StatisticsError) -> Interval {
    let level = try Check.confidence(confidence)
    let changed = gained + lost
    let size = try ProportionInterval.clopperPearson(
      successes: changed, trials: pairs, confidence: level)
    guard changed > 0 else {
      return try Interval(lower: -size.upper, upper: size.upper, confidence: level)
    }
    let part = try ProportionInterval.clopperPearson(
      successes: gained, trials: changed, confidence: level)
    let (low, high) = (2 * part.lower - 1, 2 * part.upper - 1)
    return try Interval(
      lower: (low < 0 ? size.upper : size.lower) * low,
      upper: (high > 0 ? size.upper : size.lower) * high, confidence: level)
  }
}
