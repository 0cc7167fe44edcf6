/// The most likely point at which the level of a series changed.
public struct Pettitt: Hashable, Sendable {
  /// The position of the last value before the change, counted from 1 with the gaps.
  public let position: Int

  /// The time of that value.
  public let time: Double

  /// The statistic K, the largest difference between the two sides: 0 or more.
  public let k: Double

  /// The median of the values after the change less the median of those up to it.
  public let shift: Double

  /// The test of "no change".
  public let test: TestResult

  /// The approximate probability of a K at least as large if nothing changed.
  public var pValue: Double { test.pValue }
}

extension Trend {
  /// Pettitt's test of a single change of level at an unknown time.
  ///
  /// With the ranks Rᵢ, let `Uₜ = 2 (R₁ + ... + Rₜ) - t(n + 1)`. The statistic is
  /// `K = max |Uₜ|`, the change comes after the first t that reaches it, and
  /// `p = 2 exp(-6K² / (n³ + n²))`, at most 1. The p value is an approximation, good where it is
  /// below 0.5. A steady trend too gives a small p value: the test knows nothing but a step.
  ///
  /// When all values are equal, K is 0 and p is 1.
  ///
  /// Reference: Pettitt 1979, A non-parametric approach to the change-point problem.
  ///
  /// - Parameter series: at least 4 values.
  /// - Returns: the place of the change, K and the test.
  /// - Throws: `StatisticsError.sampleTooSmall`, or `.resultTooLarge` for the shift.
  public static func pettitt(_ series: TimeSeries) throws(StatisticsError) -> Pettitt {
    let n = series.count
    guard n >= 4 else { throw .sampleTooSmall(.pettitt, needed: 4, given: n) }
    let ranks = Ranks(of: series.values)
    // Sums of halves: exact.
    var (u, k, last) = (0.0, 0.0, 0)
    for (index, rank) in ranks.midranks.dropLast().enumerated() {
      u += 2 * rank - Double(n + 1)
      if abs(u) > k { (k, last) = (abs(u), index) }
    }
    let count = Double(n)
    let exponent = -6 * k * k / (count * count * (count + 1))
    let shift =
      try Location.median(of: Array(series.values[(last + 1)...]))
      - Location.median(of: Array(series.values[...last]))
    guard shift.isFinite else { throw .resultTooLarge(.pettitt) }
    return Pettitt(
      position: series.positions[last], time: series.times[last], k: k, shift: shift,
      test: TestResult(
        .pettitt, statistic: k, pValue: try 2 * Logarithm.exp(exponent),
        cautions: ranks.ties.isEmpty ? [] : [.ties]))
  }
}
