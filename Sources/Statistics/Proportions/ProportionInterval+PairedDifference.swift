extension ProportionInterval {
  /// The interval for the difference of two shares of the same people, first minus second:
  /// Newcombe's hybrid of two Wilson intervals with a correlation.
  ///
  /// The same n people answered twice, or were asked two things. With the counts a (both times),
  /// b (only the first time), c (only the second time) and d (neither), the shares are
  /// `p₁ = (a + b)/n` and `p₂ = (a + c)/n`, with Wilson intervals (l₁, u₁) and (l₂, u₂). The ends
  /// are `p₁ - p₂ - √(f² - 2φfg + g²)` with `f = p₁ - l₁`, `g = u₂ - p₂`, and
  /// `p₁ - p₂ + √(h² - 2φhk + k²)` with `h = u₁ - p₁`, `k = p₂ - l₂`.
  ///
  /// The correlation is `φ = q / √((a+b)(c+d)(a+c)(b+d))`, where q is `ad - bc`, lowered by n/2,
  /// but not below 0, when it is positive. φ is 0 when one of the four sums is 0.
  ///
  /// The unit is a difference of shares, from -1 to 1. Swapping the two times turns the interval
  /// round. For different people use ``difference(_:minus:confidence:)``.
  ///
  /// Reference: Newcombe 1998, Improved confidence intervals for the difference between binomial
  /// proportions based on paired data (method 10).
  ///
  /// - Parameters:
  ///   - both: how many pairs succeeded in both.
  ///   - onlyFirst: how many pairs succeeded in the first only.
  ///   - onlySecond: how many pairs succeeded in the second only.
  ///   - neither: how many pairs succeeded in neither.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval for first minus second.
  /// - Throws: `StatisticsError.negativeCount`, `.countTooLarge` above 10¹⁵ pairs, `.zeroCount`
  ///   without pairs, or `.confidenceOutOfRange`.
  public static func pairedDifference(
    both: Int, onlyFirst: Int, onlySecond: Int, neither: Int, confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    let counts = [
      (both, CountKind.pairsWithBoth), (onlyFirst, .pairsWithOnlyFirst),
      (onlySecond, .pairsWithOnlySecond), (neither, .pairsWithNeither),
    ]
    // Larger counts could overflow when added, and are not whole numbers as floating-point ones.
    let limit = 1_000_000_000_000_000
    for (count, kind) in counts {
      try Check.count(count, kind)
      guard count <= limit else { throw .countTooLarge(kind, count, limit: limit) }
    }
    let pairs = both + onlyFirst + onlySecond + neither
    guard pairs > 0 else { throw .zeroCount(.pairs) }
    guard pairs <= limit else { throw .countTooLarge(.pairs, pairs, limit: limit) }

    let one = try wilson(successes: both + onlyFirst, trials: pairs, confidence: confidence)
    let two = try wilson(successes: both + onlySecond, trials: pairs, confidence: confidence)
    let n = Double(pairs)
    let (p1, p2) = (Double(both + onlyFirst) / n, Double(both + onlySecond) / n)
    let correlation = correlation(
      Double(both), Double(onlyFirst), Double(onlySecond), Double(neither))
    let below = combined(p1 - one.lower, two.upper - p2, correlation)
    let above = combined(one.upper - p1, p2 - two.lower, correlation)
    let difference = Double(onlyFirst - onlySecond) / n
    return try Interval(
      lower: max(-1, difference - below), upper: min(1, difference + above),
      confidence: confidence)
  }

  private static func correlation(_ a: Double, _ b: Double, _ c: Double, _ d: Double) -> Double {
    let sums = (a + b).squareRoot() * (c + d).squareRoot() * (a + c).squareRoot()
    let scale = sums * (b + d).squareRoot()
    guard scale > 0 else { return 0 }
    let product = a * d - b * c
    return (product > 0 ? max(0, product - (a + b + c + d) / 2) : product) / scale
  }

  private static func combined(_ f: Double, _ g: Double, _ correlation: Double) -> Double {
    // Never negative, but for rounding when the correlation is 1 and the two are equal.
    max(0, f * f - 2 * correlation * f * g + g * g).squareRoot()
  }
}
