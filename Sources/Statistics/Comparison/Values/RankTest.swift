/// Tests that look at the order of values only, not at their size.
///
/// They suit answers on a scale and skewed numbers. Equal values share the mean of their ranks.
/// All take finite values.
///
/// Refusals: `.groupTooSmall`, `.tooFewGroups`, `.lengthsDiffer`, `.emptySample`;
/// `.constantSample` where all values are equal; `.comparison` with the group and position of a
/// value that is no finite number.
public enum RankTest {
  /// The p value of a statistic whose distribution is about normal, with the correction for
  /// continuity: the statistic moves in steps, and half a step belongs to either side.
  static func normalPValue(
    distance: Double, halfStep: Double, deviation: Double, _ alternative: Alternative
  ) throws(StatisticsError) -> Double {
    switch alternative {
    case .twoSided:
      try min(1, 2 * Normal.upperTail(max(0, abs(distance) - halfStep) / deviation))
    case .less: try Normal.lowerTail((distance + halfStep) / deviation)
    case .greater: try Normal.upperTail((distance - halfStep) / deviation)
    }
  }
}

/// Both tails of an exact distribution at the value that was observed, itself included.
struct ExactTails {
  let lower: Double
  let upper: Double

  /// The p value; the two-sided one is twice the smaller tail, at most 1.
  func pValue(_ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: min(1, 2 * min(lower, upper))
    case .less: min(1, lower)
    case .greater: min(1, upper)
    }
  }
}
