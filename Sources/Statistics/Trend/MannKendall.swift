/// What a Mann–Kendall test found.
public struct MannKendall: Hashable, Sendable {
  /// The score S: the number of pairs in which the later value is larger, less the number of pairs
  /// in which it is smaller.
  public let score: Int

  /// The number of pairs compared.
  public let pairs: Int

  /// The variance of the score if there is no trend; 0 when all values are equal.
  public let variance: Double

  /// The score in standard deviations, moved one towards 0 for continuity: `(S - 1)/√variance` for
  /// a positive S, `(S + 1)/√variance` for a negative one, otherwise 0.
  public let z: Double

  /// The test of "no trend"; the alternative `.greater` means a rise, `.less` a fall.
  public let test: TestResult

  /// Kendall's tau-a with time: the score divided by the number of pairs, -1 to 1.
  public var tau: Double { Double(score) / Double(pairs) }

  /// The probability of a score at least as extreme if there is no trend.
  public var pValue: Double { test.pValue }

  /// Tests a score, by the exact distribution where it is given.
  init(
    _ method: StatisticName, score: Int, pairs: Int, variance: Double, alternative: Alternative,
    exact: KendallDistribution? = nil, hasTies: Bool = false
  ) throws(StatisticsError) {
    self.score = score
    self.pairs = pairs
    self.variance = variance
    z = Self.z(score: score, variance: variance)
    let tail = { (least: Int) throws(StatisticsError) -> Double in
      if let exact { return exact.upperTail(least) }
      // All values equal: the score is 0 and cannot be anything else.
      guard variance > 0 else { return least <= 0 ? 1 : 0 }
      return try Normal.upperTail((Double(least) - 1) / variance.squareRoot())
    }
    let p: Double
    switch alternative {
    case .greater: p = try tail(score)
    case .less: p = try tail(-score)
    case .twoSided: p = score == 0 ? 1 : try 2 * tail(abs(score))
    }
    test = TestResult(
      method, statistic: Double(score), pValue: p, alternative: alternative,
      isExact: exact != nil, cautions: hasTies ? [.ties] : [])
  }

  @inline(__always)
  static func z(score: Int, variance: Double) -> Double {
    guard score != 0, variance > 0 else { return 0 }
    return Double(score - score.signum()) / variance.squareRoot()
  }

  /// `(n(n - 1)(2n + 5) - Σ t(t - 1)(2t + 5)) / 18` over groups of t equal values. Whole numbers
  /// until the division.
  @inline(__always)
  static func variance(count n: Int, tieTerm: Int) -> Double {
    Double(term(n) - tieTerm) / 18
  }

  @inline(__always)
  static func term(_ n: Int) -> Int {
    n * (n - 1) * (2 * n + 5)
  }
}
