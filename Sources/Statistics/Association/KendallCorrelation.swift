/// Kendall's rank correlation τ-b of two measurements of the same people.
///
/// Of all `n (n - 1) / 2` pairs of people let C be those whom both measurements put into the same
/// order, D those in opposite orders, T the pairs with equal x and U those with equal y. Then
/// `τ = (C - D) / √((n(n-1)/2 - T) (n(n-1)/2 - U))`. It runs from -1 to 1 and has no unit. Without
/// ties it is the share of pairs in the same order minus the share in opposite orders. Only the
/// order of the values matters. People with a missing answer must be taken out before.
///
/// References: Kendall 1938, A new measure of rank correlation. Kendall 1945, The treatment of ties
/// in ranking problems. Knight 1966, A computer method for calculating Kendall's tau with ungrouped
/// data.
public struct KendallCorrelation: Hashable, Sendable {
  /// The correlation, -1 to 1.
  public let coefficient: Double

  /// How many people there are.
  public let count: Int

  /// The pairs in the same order minus the pairs in opposite orders, S.
  public let concordance: Int

  /// Whether some values of one measurement are equal.
  public let hasTies: Bool

  private let x: [Double]
  private let y: [Double]
  private let tiesOfX: [Int]
  private let tiesOfY: [Int]

  /// The largest number of people whose test is exact, if there are no ties.
  public static let exactLimit = 50

  /// From how many people on the interval is about as long as it should be.
  static let usualCount = 20

  /// The largest sample: with more people the number of pairs times 2 overflows.
  static let sizeLimit = 2_000_000_000

  /// Computes the correlation.
  ///
  /// - Parameters:
  ///   - x: the first measurement of each person, at least two finite values, not all equal.
  ///   - y: the second measurement of the same people in the same order.
  /// - Throws: `StatisticsError.lengthsDiffer`, `.emptySample`, `.sampleTooSmall`, `.notANumber`,
  ///   `.infinite` or `.constantSample`.
  public init(_ x: [Double], _ y: [Double]) throws(StatisticsError) {
    try Check.pairs(x, y, for: .kendall, needs: 2)
    guard x.count <= Self.sizeLimit else {
      throw .sampleTooLarge(.kendall, limit: Self.sizeLimit, given: x.count)
    }
    let pairs = Concordance(x, y)
    let (inX, inY) = (pairs.pairs - pairs.tiedInX, pairs.pairs - pairs.tiedInY)
    // Equal numbers of ties, and so none: the root of a square would only be nearly the number.
    coefficient =
      inX == inY
      ? Double(pairs.difference) / Double(inX)
      : Double(pairs.difference) / (Double(inX).squareRoot() * Double(inY).squareRoot())
    count = x.count
    concordance = pairs.difference
    hasTies = pairs.tiedInX > 0 || pairs.tiedInY > 0
    tiesOfX = pairs.tiesOfX
    tiesOfY = pairs.tiesOfY
    self.x = x
    self.y = y
  }

  /// The correlation with its asymptotic standard error and interval.
  ///
  /// For person i let `dᵢ` be the number of others with whom the measurements agree about the order
  /// minus the number with whom they disagree, `rᵢ` and `cᵢ` how many people have the same x and
  /// the same y. With `R = n² - Σ rᵢ`, `C = n² - Σ cᵢ`, `w = √(R C)` and
  /// `hᵢ = 2 w dᵢ + τ (rᵢ C + cᵢ R)` the standard error is `√(Σ (hᵢ - h̄)²) / w²`. The ends are
  /// `τ ± z` standard errors, cut at -1 and 1. It holds with ties and without, and is an
  /// approximation: for fewer than 20 people the interval is too short, and the estimate carries
  /// ``Caution/fewPeople(_:needed:)``.
  ///
  /// A τ of exactly 1 or -1 is refused: a perfect order of a few people does not show that the
  /// order of all is perfect. So is the rare sample where all h are equal.
  ///
  /// Reference: Brown and Benedetti 1977, Sampling behavior of tests for correlation in two-way
  /// contingency tables.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: τ-b, its standard error and its interval, within -1 and 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.sampleTooSmall` for fewer than 4 people;
  ///   `.association` with `AssociationFault.perfectCorrelation` or
  ///   `AssociationFault.noSpread`.
  public func estimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let confidence = try Check.confidence(confidence)
    guard count >= 4 else {
      throw .sampleTooSmall(.kendallInterval, needed: 4, given: count)
    }
    guard abs(coefficient) < 1 else {
      throw .association(.perfectCorrelation(.kendallInterval))
    }
    let error = standardError
    // The h are rounded to some 1e-16; a true spread moves at least one of n² pairs.
    guard error > 1e-13 else { throw .association(.noSpread(.kendallInterval)) }
    let reach = try Normal.twoSidedPoint(confidence: confidence) * error
    return Estimate(
      coefficient, standardError: error,
      interval: try Interval(
        lower: max(-1, coefficient - reach), upper: min(1, coefficient + reach),
        confidence: confidence),
      cautions: count < Self.usualCount
        ? [.fewPeople(count, needed: Self.usualCount)] : [])
  }

  /// All counts are divided by n first, so that they stay near 1.
  private var standardError: Double {
    let people = ConcordanceScores(x, y)
    let n = Double(count)
    let r = 1 - people.sameX.reduce(0.0) { $0 + Double($1) / n } / n
    let c = 1 - people.sameY.reduce(0.0) { $0 + Double($1) / n } / n
    let w = (r * c).squareRoot()
    let h = people.scores.indices.map { i in
      2 * w * (Double(people.scores[i]) / n)
        + coefficient * (Double(people.sameX[i]) / n * c + Double(people.sameY[i]) / n * r)
    }
    let mean = PreciseSum(h).value / n
    var squares = PreciseSum()
    for value in h { squares.add(value - mean, times: value - mean) }
    return squares.value.squareRoot() / (n * w * w)
  }

  /// The test of whether the measurements put the people into an order in common.
  ///
  /// - Up to ``exactLimit`` people without ties: exact. If there is nothing in common all orders
  ///   are equally likely, and the p value is the probability of an S at least as extreme.
  ///   Two-sided it is twice the smaller tail, at most 1.
  /// - Otherwise `z = S / √v` is taken as normal, where v is the variance of S given the ties, and
  ///   without a continuity correction. With ties the p value carries ``Caution/ties``.
  ///
  /// The statistic is S when the p value is exact, and else z. With t the sizes of the ties of x
  /// and u those of y, and `f(t) = Σ t (t - 1)`, `g(t) = Σ t (t - 1)(t - 2)`,
  /// `k(t) = Σ t (t - 1)(2t + 5)`, it is the sum of `(k(n) - k(t) - k(u)) / 18`,
  /// `f(t) f(u) / (2 n (n - 1))` and `g(t) g(u) / (9 n (n - 1)(n - 2))`.
  ///
  /// Reference: Kendall 1948, Rank Correlation Methods.
  ///
  /// - Parameter alternative: two-sided; `.greater` for a correlation above 0, `.less` below 0.
  /// - Returns: S or z, and the p value.
  /// - Throws: `StatisticsError.sampleTooSmall` for fewer than 3 people.
  public func test(alternative: Alternative = .twoSided) throws(StatisticsError) -> TestResult {
    guard count >= 3 else { throw .sampleTooSmall(.kendallTest, needed: 3, given: count) }
    guard !hasTies, count <= Self.exactLimit else {
      let z = Double(concordance) / variance.squareRoot()
      return TestResult(
        .kendallTest, statistic: z, pValue: try Normal.pValue(z, alternative),
        alternative: alternative, cautions: hasTies ? [.ties] : [])
    }
    let inversions = Inversions(count: count)
    let pairs = count * (count - 1) / 2
    // Few inversions are much concordance; by symmetry one tail serves both.
    let greater = inversions.lowerTail(through: (pairs - concordance) / 2)
    let less = inversions.lowerTail(through: (pairs + concordance) / 2)
    let pValue =
      switch alternative {
      case .greater: greater
      case .less: less
      case .twoSided: 2 * min(greater, less)
      }
    return TestResult(
      .kendallTest, statistic: Double(concordance), pValue: pValue, alternative: alternative,
      isExact: true)
  }

  /// The variance of S over all orders of y.
  private var variance: Double {
    let n = Double(count)
    let sum = { (ties: [Int], term: (Double) -> Double) in
      ties.reduce(0.0) { $0 + term(Double($1)) }
    }
    let cubes = { (t: Double) in t * (t - 1) * (2 * t + 5) }
    let pairs = { (t: Double) in t * (t - 1) }
    let triples = { (t: Double) in t * (t - 1) * (t - 2) }
    return (cubes(n) - sum(tiesOfX, cubes) - sum(tiesOfY, cubes)) / 18
      + sum(tiesOfX, pairs) * (sum(tiesOfY, pairs) / (2 * pairs(n)))
      + sum(tiesOfX, triples) * (sum(tiesOfY, triples) / (9 * triples(n)))
  }
}
