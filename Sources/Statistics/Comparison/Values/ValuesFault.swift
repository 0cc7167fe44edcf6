/// Why a comparison of values was refused, where the general refusals of ``StatisticsError`` do not
/// say it.
public enum ValuesFault: Equatable, Sendable {
  /// A value that is not a number; the first group and the first value have position 1.
  case notANumber(group: Int, position: Int)

  /// A value that is infinite; the first group and the first value have position 1.
  case infinite(group: Int, position: Int)

  /// Groups whose values may differ between the groups, but never within one.
  case noSpreadWithinGroups(StatisticName)

  /// A group without spread, where every group needs some; the first group has position 1.
  case noSpreadInGroup(StatisticName, group: Int)

  /// Pairs that are all equal.
  case noPairDiffers(StatisticName)

  /// Pairs that all differ by the same amount.
  case pairsDifferEqually(StatisticName)

  /// A spread so small that its square is no number.
  case spreadTooSmall(StatisticName)

  /// So few values that no interval of this method reaches the confidence level.
  case confidenceOutOfReach(StatisticName)

  /// A difference of so many standard deviations that no interval is computed.
  case effectTooLarge(StatisticName, limit: Double)

  /// The whole sentence of the refusal.
  var words: String {
    switch self {
    case .notANumber(let group, let position):
      "value \(position) of group \(group) is not a number"
    case .infinite(let group, let position):
      "value \(position) of group \(group) is infinite"
    case .noSpreadWithinGroups(let statistic):
      "the \(statistic) is not defined when the values within each group are equal"
    case .noSpreadInGroup(let statistic, let group):
      "the \(statistic) needs values that differ in each group; those of group \(group) are equal"
    case .noPairDiffers(let statistic):
      "the \(statistic) is not defined when both values of each pair are equal"
    case .pairsDifferEqually(let statistic):
      "the \(statistic) is not defined when all pairs differ by the same amount"
    case .spreadTooSmall(let statistic):
      "the \(statistic) could not be computed: the spread of the values is too small for a "
        + "floating-point number"
    case .confidenceOutOfReach(let statistic):
      "the interval of the \(statistic) cannot reach this confidence level with so few values"
    case .effectTooLarge(let statistic, let limit):
      "the interval of the \(statistic) is computed up to a difference of \(Int(limit)) standard "
        + "deviations; these groups differ more"
    }
  }
}

extension StatisticsError {
  /// A refusal that only comparisons of values know.
  static func values(_ fault: ValuesFault) -> StatisticsError { .comparison(.values(fault)) }
}
