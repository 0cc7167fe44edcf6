/// The trend of one series in a few numbers: the Mann–Kendall test and the Theil–Sen line.
public struct TrendSummary: Hashable, Sendable {
  /// The Mann–Kendall score S, see ``MannKendall/score``.
  public let score: Int

  /// The variance of the score if there is no trend.
  public let variance: Double

  /// The score in standard deviations, see ``MannKendall/z``.
  public let z: Double

  /// The two-sided p value of "no trend".
  public let pValue: Double

  /// The median of the slopes between all pairs of values, per unit of time.
  public let slope: Double

  /// The height of the Theil–Sen line at the time 0, see ``TheilSen/intercept``.
  public let intercept: Double

  /// The number of values.
  public let count: Int

  /// Kendall's tau-a with time, -1 to 1.
  public var tau: Double { Double(score) / Double(count * (count - 1) / 2) }
}

extension TrendSummary {
  /// Summarises series that all have the same number of values, 3 to `Trend.limit`.
  struct Maker {
    let count: Int
    let medianTime: Double
    let exact: KendallDistribution?

    init(count: Int, medianTime: Double) {
      self.count = count
      self.medianTime = medianTime
      exact = count <= Trend.exactLimit ? KendallDistribution(count: count) : nil
    }

    /// The summary of finite values.
    @inline(__always)
    func summary(
      _ values: UnsafePointer<Double>, times: UnsafePointer<Double>?, in scan: PairScan
    ) throws(StatisticsError) -> TrendSummary {
      let signs = scan.scan(values, times: times)
      let hasTies = signs.rising + signs.falling < scan.pairs
      let (median, tieTerm) = scan.medianAndTies(hasTies: hasTies)
      let slope = scan.medianSlope()
      let intercept = median - slope * medianTime
      guard slope.isFinite, intercept.isFinite else { throw .resultTooLarge(.theilSen) }
      let score = signs.value
      let variance = MannKendall.variance(count: count, tieTerm: tieTerm)
      let z = MannKendall.z(score: score, variance: variance)
      let p: Double
      if score == 0 {
        p = 1
      } else if let exact, !hasTies {
        p = min(1, 2 * exact.upperTail(abs(score)))
      } else {
        p = try min(1, 2 * Normal.upperTail(abs(z)))
      }
      return TrendSummary(
        score: score, variance: variance, z: z, pValue: p, slope: slope, intercept: intercept,
        count: count)
    }
  }
}
