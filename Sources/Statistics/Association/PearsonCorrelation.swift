/// Pearson's correlation r of two measurements of the same people: how well a straight line
/// describes them.
///
/// `r = Σ (xᵢ - x̄)(yᵢ - ȳ) / √(Σ (xᵢ - x̄)² Σ (yᵢ - ȳ)²)`, from -1 to 1, without a unit. Moving or
/// stretching either measurement does not change it. People with a missing answer must be taken
/// out before.
///
/// Reference: Pearson 1896, Mathematical contributions to the theory of evolution, III.
public struct PearsonCorrelation: Hashable, Sendable {
  /// The correlation, -1 to 1; exactly 1 or -1 when all points lie on a line, up to rounding.
  public var coefficient: Double { cosine.value }

  /// How many people there are.
  public let count: Int

  private let cosine: Cosine

  /// Computes the correlation.
  ///
  /// - Parameters:
  ///   - x: the first measurement of each person, at least two finite values, not all equal.
  ///   - y: the second measurement of the same people in the same order.
  /// - Throws: `StatisticsError.lengthsDiffer`, `.emptySample`, `.sampleTooSmall`, `.notANumber`,
  ///   `.infinite` or `.constantSample`.
  public init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try Check.pairs(x, y, for: .pearson, needs: 2)
    guard let one = Direction(of: x), let other = Direction(of: y) else {
      throw .constantSample(.pearson)
    }
    cosine = Cosine(between: one, and: other)
    count = x.count
  }

  /// The correlation with the interval of Fisher.
  ///
  /// With `z = atanh(r)`, which is about normal with standard error `1 / √(n - 3)`, the ends are
  /// the tanh of the ends for z. It assumes that the pairs are about normal together. An r of
  /// exactly 1 or -1 leaves no spread to learn from and is refused.
  ///
  /// Reference: Fisher 1921, On the probable error of a coefficient of correlation deduced from a
  /// small sample.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: r and its interval, within -1 and 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.sampleTooSmall` for fewer than 4 people;
  ///   `.association` with `AssociationFault.perfectCorrelation` for an r of exactly 1 or -1.
  public func estimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let confidence = try Check.confidence(confidence)
    guard count >= 4 else {
      throw .sampleTooSmall(.pearsonInterval, needed: 4, given: count)
    }
    guard !cosine.isPerfect else { throw .association(.perfectCorrelation(.pearsonInterval)) }
    return Estimate(
      coefficient,
      interval: try FisherZ.interval(
        around: cosine.fisherZ, error: 1 / Double(count - 3).squareRoot(),
        confidence: confidence))
  }

  /// The t test of whether the measurements are correlated at all.
  ///
  /// `t = r √((n - 2) / (1 - r²))` has, if they are not, Student's t distribution with `n - 2`
  /// degrees of freedom. It assumes that at least one of the measurements is about normal.
  ///
  /// Reference: Fisher 1915, Frequency distribution of the values of the correlation coefficient in
  /// samples from an indefinitely large population.
  ///
  /// - Parameter alternative: two-sided; `.greater` for a correlation above 0, `.less` below 0.
  /// - Returns: t, its degrees of freedom and the p value.
  /// - Throws: `StatisticsError.sampleTooSmall` for fewer than 3 people; `.association` with
  ///   `AssociationFault.perfectCorrelation` for an r of exactly 1 or -1.
  public func test(alternative: Alternative = .twoSided) throws(StatisticsError) -> TestResult {
    guard count >= 3 else { throw .sampleTooSmall(.pearsonTest, needed: 3, given: count) }
    guard !cosine.isPerfect else { throw .association(.perfectCorrelation(.pearsonTest)) }
    let degreesOfFreedom = Double(count - 2)
    let t = cosine.value * (degreesOfFreedom / (cosine.below * cosine.above)).squareRoot()
    return TestResult(
      .pearsonTest, statistic: t, degreesOfFreedom: [degreesOfFreedom],
      pValue: try StudentT(degreesOfFreedom: degreesOfFreedom).pValue(t, alternative),
      alternative: alternative)
  }
}
