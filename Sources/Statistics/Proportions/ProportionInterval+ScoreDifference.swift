extension ProportionInterval {
  /// The score interval for the difference of two independent shares, first minus second: all
  /// differences δ that a score test does not reject. Mee's interval.
  ///
  /// With the shares p₁, p₂ of n₁, n₂ trials, δ is in the interval when
  /// `(p₁ - p₂ - δ)² <= z² (p̃₁ (1 - p̃₁) / n₁ + p̃₂ (1 - p̃₂) / n₂)`, where p̃₁, p̃₂ are the most
  /// likely shares with the difference δ. For δ = 0 they are the share of both groups together. So
  /// the interval leaves out 0 exactly when Pearson's test,
  /// ``ContingencyTable/chiSquaredTest(yates:)``, rejects equal shares: it belongs beside that test.
  /// (The interval of Miettinen and Nurminen is the same but for a factor `N / (N - 1)` in the
  /// variance.)
  ///
  /// The unit is a difference of shares, from -1 to 1. Swapping the groups turns the interval
  /// round. The groups must be different people.
  ///
  /// References: Mee 1984, Confidence bounds for the difference between two probabilities. Newcombe
  /// 1998, Interval estimation for the difference between independent proportions: comparison of
  /// eleven methods (method 5). Miettinen and Nurminen 1985, Comparative analysis of two rates.
  ///
  /// - Parameters:
  ///   - first: successes and trials of the first group.
  ///   - second: successes and trials of the group that is subtracted.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for first minus second.
  /// - Throws: `StatisticsError`, see ``ProportionInterval``.
  public static func scoreDifference(
    _ first: (successes: Int, trials: Int), minus second: (successes: Int, trials: Int),
    confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    try check(successes: first.successes, trials: first.trials)
    try check(successes: second.successes, trials: second.trials)
    let z = try Normal.twoSidedPoint(confidence: Check.confidence(confidence))
    let (one, two) = (ShareCounts(first), ShareCounts(second))
    // Each end by the same rule, so that the symmetry holds to the last bit.
    return try Interval(
      lower: lowerEnd(one, two, z), upper: -lowerEnd(two, one, z), confidence: confidence)
  }

  /// The smallest difference that the score test does not reject, by bisection.
  private static func lowerEnd(_ one: ShareCounts, _ two: ShareCounts, _ z: Double) -> Double {
    let difference = one.share - two.share
    // Written without roots: 0 <= 0 holds where both shares are certain.
    let isInside = { (delta: Double) in
      let distance = difference - delta
      return distance * distance <= z * z * variance(one, two, delta)
    }
    var (outside, inside) = (-1.0, difference)
    if isInside(outside) { return outside }
    while true {
      let middle = (outside + inside) / 2
      if middle <= outside || middle >= inside { return inside }
      if isInside(middle) { inside = middle } else { outside = middle }
    }
  }

  /// The variance of the difference of shares, at the most likely shares with the difference δ.
  private static func variance(
    _ one: ShareCounts, _ two: ShareCounts, _ delta: Double
  ) -> Double {
    var (low, high) = (max(0, -delta), min(1, 1 - delta))
    // The slope of the logarithmic likelihood, which falls with the second share.
    let slope = { (p: Double) in
      one.slope(p + delta, 1 - p - delta) + two.slope(p, 1 - p)
    }
    while true {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if slope(middle) > 0 { low = middle } else { high = middle }
    }
    let (p1, p2) = (min(1, max(0, high + delta)), high)
    return p1 * (1 - p1) / one.trials + p2 * (1 - p2) / two.trials
  }
}

/// The counts of a share as floating-point numbers.
private struct ShareCounts {
  let successes: Double
  let trials: Double

  init(_ counts: (successes: Int, trials: Int)) {
    successes = Double(counts.successes)
    trials = Double(counts.trials)
  }

  var share: Double { successes / trials }

  /// The slope of the logarithmic likelihood at a share p with the complement q.
  func slope(_ p: Double, _ q: Double) -> Double {
    let failures = trials - successes
    return (successes > 0 ? successes / max(p, 0) : 0) - (failures > 0 ? failures / max(q, 0) : 0)
  }
}
