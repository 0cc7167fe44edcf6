extension NearCensus {
  /// How many of the group must be positive for the share to reach a goal: the smallest whole
  /// number that is at least `share * invited`.
  ///
  /// A product within a billionth of a whole number counts as that number. A decimal share is
  /// stored rounded, and so `0.07 * 100` comes out above 7 and would ask for 8. Up to ``limit``
  /// people the rounding is smaller than a billionth.
  ///
  /// - Parameter share: the goal, 0 to 1.
  /// - Returns: a count from 0 to ``invited``.
  /// - Throws: `StatisticsError.shareOutOfRange`.
  public func countNeeded(for share: Double) throws(StatisticsError) -> Int {
    let product = try Check.share(share) * Double(invited)
    let nearest = product.rounded()
    return Int(abs(product - nearest) <= 1e-9 ? nearest : product.rounded(.up))
  }

  /// The probability that the goal holds in the whole group: that at least ``countNeeded(for:)``
  /// of all invited are positive, the missing answers included.
  ///
  /// With N invited, n answered, x positive and `M = N - n`, the number Y of positive people among
  /// those who did not answer is beta-binomial under the Jeffreys prior:
  /// `P(Y = y) = C(M, y) B(x + ½ + y, n - x + ½ + M - y) / B(x + ½, n - x + ½)`. The result is the
  /// sum over all y with `x + y >= countNeeded`. Each term comes from its neighbour,
  /// so large groups lose no digits.
  ///
  /// The unit is a probability. It is exactly 1 when the goal is already reached whatever the
  /// missing answers are, exactly 0 when it cannot be reached any more; so it is 0 or 1 when
  /// everybody answered. When nobody answered, it speaks from the prior alone.
  ///
  /// Reference: Gelman, Carlin, Stern, Dunson, Vehtari and Rubin 2013, Bayesian Data Analysis
  /// (posterior predictive distribution); prior: Jeffreys 1946, An invariant form for the prior
  /// probability in estimation problems.
  ///
  /// - Parameter share: the goal, 0 to 1 (0.7, not 70).
  /// - Returns: a probability from 0 to 1.
  /// - Throws: `StatisticsError.shareOutOfRange`.
  public func goalProbability(atLeast share: Double) throws(StatisticsError) -> Double {
    let needed = try countNeeded(for: share) - positive
    if needed <= 0 { return 1 }
    if needed > unanswered { return 0 }
    return predicted(of: unanswered).upperTail(from: needed)
  }

  /// The probability that the share in the endless population behind the group reaches a goal.
  ///
  /// With n answered and x positive it is `P(p >= goal)` for p from Beta(x + ½, n - x + ½), the
  /// posterior under the Jeffreys prior. It tells about the way the group is treated in the long
  /// run, and so it stays uncertain when everybody answered. For a verdict on the people of this
  /// very group use ``goalProbability(atLeast:)``.
  ///
  /// The unit is a probability. It is exactly 1 for a goal of 0 and exactly 0 for a goal of 1, for
  /// p is never exactly 1.
  ///
  /// Reference: Brown, Cai and DasGupta 2001, Interval estimation for a binomial proportion.
  ///
  /// - Parameter share: the goal, 0 to 1 (0.7, not 70).
  /// - Returns: a probability from 0 to 1.
  /// - Throws: `StatisticsError.shareOutOfRange`; `.notComputed` if the numerical library gives up.
  public func posteriorProbability(atLeast share: Double) throws(StatisticsError) -> Double {
    try posterior.upperTail(Check.share(share))
  }

  /// How many of `more` further answers will be positive, as far as the answers so far tell.
  func predicted(of more: Int) -> BetaBinomial {
    BetaBinomial(
      trials: more, a: Double(positive) + 0.5, b: Double(answered - positive) + 0.5)
  }

  /// What is known about the share after the answers, from the Jeffreys prior Beta(½, ½).
  private var posterior: BetaDistribution {
    BetaDistribution(a: Double(positive) + 0.5, b: Double(answered - positive) + 0.5)
  }
}
