internal import Statistics

/// Groups beside each other in the positive share of one question. It is no ranking: each group has what chance
/// leaves open beside its share.
public struct GroupStandings: Hashable, Sendable {
  /// The fewest answers of a group that is compared.
  public static let minimumAnswers = ShareChange.minimumAnswers
  /// The most groups whose ranks are told: all pairs of them are tested.
  public static let mostRanked = 12

  /// One group.
  public struct Standing: Hashable, Sendable {
    /// The group, or a unit that asked the same.
    public let key: String
    /// Its positive answers.
    public let count: PositiveCount
    /// The share drawn towards that of all, as far as chance may have driven it away.
    public let shrunk: Double
    /// Where shares of groups of this size lie with probability 0.95 when all groups are alike.
    public let warning: ClosedRange<Double>
    /// The same for 0.998.
    public let control: ClosedRange<Double>
    /// Where shares of groups of this size lie with probability 0.95 when the answers of all are as they are and
    /// chance alone tells who is in which group (hypergeometric).
    public let finiteWarning: ClosedRange<Double>
    /// The same for 0.998.
    public let finiteControl: ClosedRange<Double>
    /// Whether its share is above that of all others together.
    public let isHigher: Bool
    /// The p value against all other groups together, as it is.
    let pValue: Double
    /// The same by Holm's method, among all that are told of together.
    public internal(set) var adjustedPValue: Double
    /// The ranks that it may have, 1 for the highest share; `nil` with too many groups.
    public let ranks: ClosedRange<Int>?
  }

  /// The groups in the order they were given.
  public internal(set) var standings: [Standing]
  /// The share of all of them together.
  public let mean: Double
  /// How alike the answers within a group are: 0 where groups differ no more than chance makes them.
  public let correlation: Double

  /// Compares parts of a survey, or units that asked the same question; `nil` with fewer than two to compare,
  /// or without a positive answer on the scale.
  ///
  /// - Parameter rows: the parts with their answers. Those of fewer than ``minimumAnswers`` are left out.
  public init?(_ rows: [(key: String, tally: AnswerTally)]) {
    let counted = rows.compactMap { row in PositiveCount(row.tally).map { (row.key, $0) } }
      .filter { $0.1.answered >= Self.minimumAnswers }
    guard counted.count > 1,
      let shares = try? SharesOfGroups(counted.map { ($0.1.positive, $0.1.answered) })
    else { return nil }
    mean = shares.mean
    correlation = shares.correlation
    let all = counted.reduce((positive: 0, answered: 0)) {
      ($0.positive + $1.1.positive, $0.answered + $1.1.answered)
    }
    let ranks = counted.count <= Self.mostRanked ? try? shares.rankIntervals() : nil
    let shrunk = shares.shrunk
    var standings: [Standing] = []
    for (index, (key, count)) in counted.enumerated() {
      let others = (all.positive - count.positive, all.answered - count.answered)
      func limits(_ coverage: Double) throws -> (long: FunnelLimits, finite: FunnelLimits) {
        try (
          FunnelLimits(trials: count.answered, share: shares.mean, coverage: coverage),
          FunnelLimits(
            trials: count.answered, of: all.positive, in: all.answered, coverage: coverage)
        )
      }
      guard let warning = try? limits(0.95), let control = try? limits(0.998),
        let pValue = try? ShareDifference((count.positive, count.answered), minus: others).pValue()
      else { return nil }
      standings.append(
        Standing(
          key: key, count: count, shrunk: shrunk[index], warning: warning.long.range,
          control: control.long.range, finiteWarning: warning.finite.range,
          finiteControl: control.finite.range,
          isHigher: count.positive * others.1 > others.0 * count.answered, pValue: pValue,
          adjustedPValue: pValue, ranks: ranks?[index]))
    }
    let adjusted = (try? MultipleTesting.holm(standings.map(\.pValue))) ?? []
    for (index, value) in adjusted.enumerated() { standings[index].adjustedPValue = value }
    self.standings = standings
  }
}

extension FunnelLimits {
  /// From the lower to the upper limit.
  fileprivate var range: ClosedRange<Double> { lower...max(lower, upper) }
}

extension [GroupStandings] {
  /// The same, with the tests of all of them made fair together.
  public var adjustedTogether: [GroupStandings] {
    var adjusted = ((try? MultipleTesting.holm(flatMap(\.standings).map(\.pValue))) ?? [])[...]
    var all = self
    for index in all.indices {
      for place in all[index].standings.indices {
        all[index].standings[place].adjustedPValue = adjusted.popFirst() ?? 1
      }
    }
    return all
  }
}
