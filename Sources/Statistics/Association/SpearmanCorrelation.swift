/// Spearman's rank correlation ρ of two measurements of the same people: how well they put the
/// people into the same order.
///
/// It is Pearson's correlation of the ranks; equal values share the mean of their ranks. Without
/// ties it is `1 - 6 S / (n (n² - 1))` with S the sum of the squared differences of the ranks. It
/// runs from -1, opposite order, to 1, the same order, and has no unit. Only the order of the
/// values matters. People with a missing answer must be taken out before.
///
/// Reference: Spearman 1904, The proof and measurement of association between two things.
public struct SpearmanCorrelation: Hashable, Sendable {
  /// The correlation, -1 to 1.
  public var coefficient: Double { cosine.value }

  /// How many people there are.
  public let count: Int

  /// Whether some values of one measurement are equal.
  public let hasTies: Bool

  /// The sum of the squared differences of the ranks.
  let squaredDifferences: Double
  private let cosine: Cosine
  private let ties: [Int]
  /// Whether the ties lie the same way seen from both ends of the order.
  private let tiesAreMirrored: Bool

  /// The largest number of people whose test is exact in every case.
  public static let exactLimit = 12

  /// Computes the correlation.
  ///
  /// - Parameters:
  ///   - x: the first measurement of each person, at least two finite values, not all equal.
  ///   - y: the second measurement of the same people in the same order.
  /// - Throws: `StatisticsError.lengthsDiffer`, `.emptySample`, `.sampleTooSmall`, `.notANumber`,
  ///   `.infinite` or `.constantSample`.
  public init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try Check.pairs(x, y, for: .spearman, needs: 2)
    let (ranksOfX, ranksOfY) = (Ranks(of: x), Ranks(of: y))
    guard
      let one = Direction(of: ranksOfX.midranks), let other = Direction(of: ranksOfY.midranks)
    else { throw .constantSample(.spearman) }
    cosine = Cosine(between: one, and: other)
    count = x.count
    ties = ranksOfY.ties
    let (sorted, ends) = (ranksOfY.midranks.sorted(), Double(x.count + 1))
    tiesAreMirrored = zip(sorted, sorted.reversed()).allSatisfy { $0 + $1 == ends }
    hasTies = !ranksOfX.ties.isEmpty || !ranksOfY.ties.isEmpty
    squaredDifferences = zip(ranksOfX.midranks, ranksOfY.midranks).reduce(0) { sum, pair in
      sum + (pair.0 - pair.1) * (pair.0 - pair.1)
    }
  }

  /// The correlation with the interval of Bonett and Wright.
  ///
  /// With `z = atanh(ρ)`, which is about normal with standard error `√((1 + ρ²/2) / (n - 3))`, the
  /// ends are the tanh of the ends for z. It is an approximation, good from about 20 people on and
  /// for correlations up to about 0.95.
  ///
  /// A ρ of exactly 1 or -1 is refused: a perfect order of a few people does not show that the
  /// order of all is perfect.
  ///
  /// Reference: Bonett and Wright 2000, Sample size requirements for estimating Pearson, Kendall
  /// and Spearman correlations.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: ρ and its interval, within -1 and 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.sampleTooSmall` for fewer than 4 people;
  ///   `.association` with `AssociationFault.perfectCorrelation`.
  public func estimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let confidence = try Check.confidence(confidence)
    guard count >= 4 else {
      throw .sampleTooSmall(.spearmanInterval, needed: 4, given: count)
    }
    guard !cosine.isPerfect else { throw .association(.perfectCorrelation(.spearmanInterval)) }
    let variance = (1 + coefficient * coefficient / 2) / Double(count - 3)
    return Estimate(
      coefficient,
      interval: try FisherZ.interval(
        around: cosine.fisherZ, error: variance.squareRoot(),
        confidence: confidence))
  }

  /// The test of whether the measurements put the people into an order in common.
  ///
  /// - Up to ``exactLimit`` people without ties: exact. If there is nothing in common all orders
  ///   are equally likely; the p value counts those with a ρ at least as extreme. Two-sided it is
  ///   twice the smaller tail, at most 1.
  /// - A ρ of exactly 1 or -1: exact too, with ties and for any number of people, because only
  ///   one order, and those that exchange equal values, reaches it.
  /// - Otherwise `t = ρ √((n - 2) / (1 - ρ²))` is taken as Student's t with `n - 2` degrees of
  ///   freedom. With ties the p value carries ``Caution/ties``.
  ///
  /// The statistic is S, the sum of the squared differences of the ranks, when the p value is
  /// exact, and else t.
  ///
  /// References: Kendall 1948, Rank Correlation Methods. Zar 1972, Significance testing of the
  /// Spearman rank correlation coefficient.
  ///
  /// - Parameter alternative: two-sided; `.greater` for a correlation above 0, `.less` below 0.
  /// - Returns: the statistic, the degrees of freedom of t, and the p value.
  /// - Throws: `StatisticsError.sampleTooSmall` for fewer than 3 people.
  public func test(alternative: Alternative = .twoSided) throws(StatisticsError) -> TestResult {
    guard count >= 3 else { throw .sampleTooSmall(.spearmanTest, needed: 3, given: count) }
    if cosine.isPerfect { return exact(try perfectPValue(alternative), alternative) }
    if !hasTies, count <= Self.exactLimit {
      let orders = RankDifferences(count: count)
      let s = Int(squaredDifferences)
      let (greater, less) = (orders.lowerTail(through: s), orders.upperTail(from: s))
      switch alternative {
      case .greater: return exact(greater, alternative)
      case .less: return exact(less, alternative)
      case .twoSided: return exact(2 * min(greater, less), alternative)
      }
    }
    let degreesOfFreedom = Double(count - 2)
    let t = cosine.value * (degreesOfFreedom / (cosine.below * cosine.above)).squareRoot()
    return TestResult(
      .spearmanTest, statistic: t, degreesOfFreedom: [degreesOfFreedom],
      pValue: try StudentT(degreesOfFreedom: degreesOfFreedom).pValue(t, alternative),
      alternative: alternative, cautions: hasTies ? [.ties] : [])
  }

  private func exact(_ pValue: Double, _ alternative: Alternative) -> TestResult {
    TestResult(
      .spearmanTest, statistic: squaredDifferences, pValue: pValue, alternative: alternative,
      isExact: true)
  }

  /// Of n! orders of y those reach the observed ρ of 1 or -1 that only exchange equal values. The
  /// other extreme can be reached if the ties lie the same way from both ends.
  private func perfectPValue(_ alternative: Alternative) throws(StatisticsError) -> Double {
    let isUp = cosine.value > 0
    if alternative == (isUp ? .less : .greater) { return 1 }
    var logarithm = try -Logarithm.factorial(count)
    for tie in ties { logarithm += try Logarithm.factorial(tie) }
    let tail = try Logarithm.exp(logarithm)
    return alternative == .twoSided && tiesAreMirrored ? 2 * tail : tail
  }
}
