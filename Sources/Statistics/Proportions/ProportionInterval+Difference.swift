extension ProportionInterval {
  /// The interval for the difference of two independent shares, first minus second: Newcombe's
  /// hybrid of two Wilson intervals, without continuity correction.
  ///
  /// With the shares p₁, p₂ and their Wilson intervals (l₁, u₁), (l₂, u₂), the ends are
  /// `d - √((p₁-l₁)² + (u₂-p₂)²)` and `d + √((u₁-p₁)² + (p₂-l₂)²)` with `d = p₁ - p₂`.
  ///
  /// The unit is a difference of shares, from -1 to 1. Swapping the groups turns the interval
  /// round. The groups must be different people: for the same people asked twice the answers are
  /// not independent, and this interval does not apply.
  ///
  /// Reference: Newcombe 1998, Interval estimation for the difference between independent
  /// proportions: comparison of eleven methods (method 10).
  ///
  /// - Parameters:
  ///   - first: successes and trials of the first group.
  ///   - second: successes and trials of the group that is subtracted.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for first minus second.
  /// - Throws: `StatisticsError`, see ``ProportionInterval``.
  public static func difference(
    _ first: (successes: Int, trials: Int), minus second: (successes: Int, trials: Int),
    confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    let one = try wilson(
      successes: first.successes, trials: first.trials, confidence: confidence)
    let two = try wilson(
      successes: second.successes, trials: second.trials, confidence: confidence)
    let p1 = Double(first.successes) / Double(first.trials)
    let p2 = Double(second.successes) / Double(second.trials)
    let below = hypotenuse(p1 - one.lower, two.upper - p2)
    let above = hypotenuse(one.upper - p1, p2 - two.lower)
    // Rounding may step over the edge by one bit.
    return try Interval(
      lower: max(-1, p1 - p2 - below), upper: min(1, p1 - p2 + above), confidence: confidence)
  }

  private static func hypotenuse(_ a: Double, _ b: Double) -> Double {
    (a * a + b * b).squareRoot()
  }
}
