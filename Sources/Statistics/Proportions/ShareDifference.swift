/// The difference of two shares of different people, first minus second, with a test of whether it
/// is 0 and intervals that agree with the test.
///
/// Each group is taken as draws from all whom the same could be asked of, now and later: what is
/// shown then holds beyond these few persons. X of n₁ and Y of n₂ are binomial with the shares p₁
/// and p₂, and δ = p₁ - p₂.
///
/// The pairs (x, y) are ordered by the lower end of Newcombe's 95 % interval for x/n₁ - y/n₂, and T
/// holds those at least as high as the observed pair. The more x and the fewer y, the further up; so
/// `P(T)` rises with p₁ and falls with p₂, and the largest probability that any shares with a
/// difference of δ or less give to T is
/// `Q(δ) = max P(X/n₁, Y/n₂ in T; p₂ + δ, p₂)` over p₂, which rises with δ. The lower end of the
/// interval is the δ with `Q(δ) = α/2`, `α = 1 - confidence`, and the p value against "no higher
/// than 0" is Q(0). The upper end and the other p value come from the groups swapped; the two-sided
/// p value is twice the smaller one, at most 1. So the interval leaves 0 out exactly when the p
/// value is at most α, misses the true difference on either side at most α/2 of the time whatever
/// the shares are, and is about as long as Newcombe's, which promises neither.
///
/// The maximum is looked for on 65 shares, closer together near 0 and 1, and refined beside the
/// largest; ends are right to a millionth. Above ``exactLimit`` people in a group Newcombe's interval
/// itself is used (``ProportionInterval/difference(_:minus:confidence:)``), and the p value is the
/// level at which its end is 0.
///
/// References: Buehler 1957, Confidence intervals for the product of two binomial parameters. Kabaila
/// and Lloyd 2003, The efficiency of Buehler confidence limits. Newcombe 1998, Interval estimation for
/// the difference between independent proportions (method 10). Barnard 1947, Significance tests for
/// 2 × 2 tables (unconditional tests).
public struct ShareDifference: Hashable, Sendable {
  /// The largest group that is worked through exactly.
  public static let exactLimit = 500

  /// Successes and trials of the first group.
  let first: ShareCount

  /// Successes and trials of the group that is subtracted.
  let second: ShareCount

  /// Compares two groups of different people.
  ///
  /// - Parameters:
  ///   - first: successes and trials of the first group; at least one trial.
  ///   - second: successes and trials of the group that is subtracted; at least one trial.
  /// - Throws: `StatisticsError.negativeCount`, `.zeroCount` or `.partExceedsWhole`.
  public init(
    _ first: (successes: Int, trials: Int), minus second: (successes: Int, trials: Int)
  ) throws(StatisticsError) {
    self.first = try ShareCount(first.successes, of: first.trials)
    self.second = try ShareCount(second.successes, of: second.trials)
  }

  /// Whether both groups are small enough for the exact test.
  public var isExact: Bool { max(first.trials, second.trials) <= Self.exactLimit }

  /// First minus second, from -1 to 1.
  public var difference: Double { first.share - second.share }

  /// The two-sided p value of no difference, from 0 to 1.
  ///
  /// - Throws: `StatisticsError.notComputed` if the numerical library gives up.
  public func pValue() throws(StatisticsError) -> Double {
    guard isExact else { return try Newcombe.pValue(first, second) }
    let up = DifferenceTail(first, second).largestProbability(0)
    let down = DifferenceTail(second, first).largestProbability(0)
    return min(1, 2 * min(up, down))
  }

  /// The interval for first minus second.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval, from -1 to 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func interval(confidence: Double = 0.95) throws(StatisticsError) -> Interval {
    let tail = try (1 - Check.confidence(confidence)) / 2
    guard isExact else {
      return try ProportionInterval.difference(
        (first.successes, first.trials), minus: (second.successes, second.trials),
        confidence: confidence)
    }
    let lower = DifferenceTail(first, second).lowerEnd(tail)
    let upper = -DifferenceTail(second, first).lowerEnd(tail)
    return try Interval(
      lower: min(lower, upper), upper: max(lower, upper), confidence: confidence)
  }
}

/// Successes and trials, checked.
struct ShareCount: Hashable, Sendable {
  let successes: Int
  let trials: Int

  init(_ successes: Int, of trials: Int) throws(StatisticsError) {
    try ProportionInterval.check(successes: successes, trials: trials)
    self.successes = successes
    self.trials = trials
  }

  var share: Double { Double(successes) / Double(trials) }
}

/// Newcombe's limits as an order and as a test.
enum Newcombe {
  /// How far the lower end lies below the difference when Wilson's intervals have this normal point.
  static func reach(
    _ x: Int, of n: Int, _ y: Int, of m: Int, point z: Double
  ) -> Double {
    let below = Double(x) / Double(n) - wilsonLower(x, n, z)
    let above = Double(m - y) / Double(m) - wilsonLower(m - y, m, z)
    return (below * below + above * above).squareRoot()
  }

  private static func wilsonLower(_ x: Int, _ n: Int, _ z: Double) -> Double {
    ProportionInterval.scoreEnds(Double(x), Double(n), z).lower
  }

  /// The level at which the end that is nearer to 0 becomes 0: the reach grows with z.
  static func pValue(
    _ first: ShareCount, _ second: ShareCount
  ) throws(StatisticsError) -> Double {
    if first.share == second.share { return 1 }
    let (high, low) = first.share > second.share ? (first, second) : (second, first)
    let difference = high.share - low.share
    var (below, above) = (0.0, 40.0)
    for _ in 0..<60 {
      let z = (below + above) / 2
      let reach = reach(high.successes, of: high.trials, low.successes, of: low.trials, point: z)
      if reach < difference { below = z } else { above = z }
    }
    return try Normal.pValue(above, .twoSided)
  }
}
