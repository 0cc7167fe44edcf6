/// What those who did not answer decide about a goal of "at least".
public enum TippingPoint: Hashable, Sendable {
  /// The goal holds whatever the missing answers are.
  case reached

  /// The goal holds exactly when at least so many of those who did not answer are positive.
  case needs(Int)

  /// The goal does not hold even if everyone who did not answer is positive.
  case outOfReach
}

extension NearCensus {
  /// How many of those who did not answer have to be positive for the share of the whole group to
  /// reach a goal.
  ///
  /// With x positive answers and M missing ones it is `k = countNeeded - x`: reached for `k <= 0`, out
  /// of reach for `k > M`. Nothing is assumed about the missing answers, unlike
  /// ``goalProbability(atLeast:)``, which is 1 exactly when the goal is reached and 0 exactly when
  /// it is out of reach. When everybody answered it is one of these two.
  ///
  /// The unit is people, from 1 to ``unanswered``.
  ///
  /// References: Manski 1989, Anatomy of the selection problem (bounds). Yan, Lee and Li 2009, Missing
  /// data handling methods in medical device clinical trials (tipping point).
  ///
  /// - Parameter share: the goal, 0 to 1 (0.7, not 70).
  /// - Returns: what the missing answers decide.
  /// - Throws: `StatisticsError.shareOutOfRange`.
  public func tippingPoint(atLeast share: Double) throws(StatisticsError) -> TippingPoint {
    let needed = try countNeeded(for: share) - positive
    if needed <= 0 { return .reached }
    return needed > unanswered ? .outOfReach : .needs(needed)
  }
}
