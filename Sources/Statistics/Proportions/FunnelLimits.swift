/// Between which shares the groups of one size lie when chance alone tells them apart: the limits of a funnel
/// plot.
///
/// A group of n is taken as n draws with the share θ of all. Its own share lies below the lower limit with
/// probability at most `(1 - coverage) / 2`, and above the upper one as seldom. The usual pair is 0.95 (two
/// standard deviations) and 0.998 (three).
///
/// References: Spiegelhalter 2005, Funnel plots for comparing institutional performance. Public Health England
/// 2017, Technical guide: Confidence intervals and funnel plots for public health data.
public struct FunnelLimits: Hashable, Sendable {
  /// How the limits are found.
  public enum Method: Hashable, Sendable {
    /// From the binomial distribution. With r the smallest count for which `P(R ≤ r) > p` and
    /// `α = (P(R ≤ r) - p) / P(R = r)`, the lower limit is `(r - α) / n`, not below 0 (Spiegelhalter's
    /// interpolation, appendix A.1.1). The upper one is the same of failures, seen from the other end:
    /// 1 / n above Spiegelhalter's own, which more than p of alike groups pass.
    case exact
    /// From the score test, as Public Health England draws them: `θ ± z √(θ (1 - θ) / n)`, within 0 and 1.
    /// A share lies on such a limit where θ is an end of its Wilson interval.
    case score
  }

  /// The lower limit, 0 to 1.
  public let lower: Double
  /// The upper limit, 0 to 1.
  public let upper: Double
  /// The probability to lie between them, strictly between 0 and 1.
  public let coverage: Double

  /// Finds the limits for groups of a size.
  ///
  /// - Parameters:
  ///   - trials: the size of the group, at least 1.
  ///   - share: the share of all groups together, 0 to 1. At 0 and 1 both limits are that.
  ///   - coverage: the probability to lie between the limits, strictly between 0 and 1.
  ///   - method: how they are found.
  /// - Throws: `StatisticsError.negativeCount`, `.zeroCount`, `.shareOutOfRange` or
  ///   `.confidenceOutOfRange`.
  public init(
    trials: Int, share: Double, coverage: Double = 0.95, method: Method = .exact
  ) throws(StatisticsError) {
    try Check.count(trials, .trials)
    guard trials > 0 else { throw .zeroCount(.trials) }
    let share = try Check.share(share)
    let tail = try (1 - Check.confidence(coverage)) / 2
    self.coverage = coverage
    guard share > 0, share < 1 else {
      (lower, upper) = (share, share)
      return
    }
    switch method {
    case .exact:
      /// `P(R ≤ r)` of draws that each succeed with a probability.
      func below(_ r: Int, _ share: Double) throws(StatisticsError) -> Double {
        try BetaDistribution(a: Double(r + 1), b: Double(trials - r)).upperTail(share)
      }
      lower = try Self.exact(tail, trials) { r throws(StatisticsError) in try below(r, share) }
      // The upper limit of successes is the lower one of failures, seen from the other end.
      upper =
        try 1
        - Self.exact(tail, trials) { r throws(StatisticsError) in
          try below(r, 1 - share)
        }
    case .score:
      let half = try -Normal.quantile(tail) * (share * (1 - share) / Double(trials)).squareRoot()
      (lower, upper) = (max(0, share - half), min(1, share + half))
    }
  }

  /// Finds the limits for a group of `trials` that is a part of a finite whole: between which shares it lies
  /// when everybody's answer is as it is, and chance alone tells who belongs to which group.
  ///
  /// The count is hypergeometric: `trials` drawn without replacement from `population`, of whom `successes`
  /// count. The limits are found from its distribution as ``Method/exact`` finds them from the binomial. They
  /// lie inside of those, the closer the more of the whole the group is, and meet where it is all of it.
  ///
  /// Reference: Spiegelhalter 2005, with Fisher's conditional distribution in place of the binomial.
  ///
  /// - Parameters:
  ///   - trials: the size of the group, at least 1.
  ///   - successes: how many of the whole count.
  ///   - population: the size of the whole, at least that of the group.
  ///   - coverage: the probability to lie between the limits, strictly between 0 and 1.
  /// - Throws: `StatisticsError.negativeCount`, `.zeroCount`, `.partExceedsWhole` or
  ///   `.confidenceOutOfRange`.
  public init(
    trials: Int, of successes: Int, in population: Int, coverage: Double = 0.95
  ) throws(StatisticsError) {
    try Check.part(successes, .successes, of: population, .trials)
    try Check.part(trials, .trials, of: population, .trials)
    guard trials > 0 else { throw .zeroCount(.trials) }
    let p = try (1 - Check.confidence(coverage)) / 2
    self.coverage = coverage
    guard successes > 0, successes < population, trials < population else {
      let share = Double(successes) / Double(population)
      (lower, upper) = (share, share)
      return
    }
    /// `P(R ≤ r)` is the probability of `trials - r` or more of the others.
    func below(_ r: Int, of marked: Int) throws(StatisticsError) -> Double {
      try Hypergeometric(population: population, marked: population - marked, draws: trials)
        .upperTail(from: trials - r)
    }
    lower = try Self.exact(p, trials) { r throws(StatisticsError) in
      try below(r, of: successes)
    }
    upper =
      try 1
      - Self.exact(p, trials) { r throws(StatisticsError) in
        try below(r, of: population - successes)
      }
  }

  /// Where a share lies: -1 below the limits, 1 above them, 0 between or on them.
  public func side(of share: Double) -> Int { share < lower ? -1 : share > upper ? 1 : 0 }

  /// The lower limit of n draws, where `tail` is `P(R ≤ r)` for r from 0 to n - 1.
  private static func exact(
    _ p: Double, _ n: Int, tail: (Int) throws(StatisticsError) -> Double
  ) throws(StatisticsError) -> Double {
    func below(_ r: Int) throws(StatisticsError) -> Double {
      if r < 0 { return 0 }
      return try r >= n ? 1 : tail(r)
    }
    var (low, high) = (-1, n)
    while high - low > 1 {
      let middle = (low + high) / 2
      if try below(middle) > p { high = middle } else { low = middle }
    }
    let (atLimit, before) = try (below(high), below(high - 1))
    let part = (atLimit - p) / (atLimit - before)
    return max(0, (Double(high) - part) / Double(n))
  }
}
