/// One-way analysis of variance: whether several groups have the same mean.
///
/// `F = (SSB / (k - 1)) / (SSW / (N - k))`, with k groups of N values in all, the sum of squares
/// between the groups `SSB = Σ nᵢ (x̄ᵢ - x̄)²` and within them `SSW = Σᵢ Σⱼ (xᵢⱼ - x̄ᵢ)²`. The sums
/// are made in extended precision about a common centre, so that values with many equal leading
/// digits keep their differences.
///
/// References: Fisher 1925, Statistical Methods for Research Workers. Welch 1951, On the comparison
/// of several mean values: an alternative approach.
public struct AnalysisOfVariance: Hashable, Sendable {
  /// The sum of squares between the groups.
  public let between: Double

  /// The sum of squares within the groups.
  public let within: Double

  /// The number of groups less 1.
  public let degreesBetween: Int

  /// The number of values less the number of groups.
  public let degreesWithin: Int

  /// The test: F with its two degrees of freedom.
  public let test: TestResult

  /// The mean square between the groups.
  public var meanSquareBetween: Double { between / Double(degreesBetween) }

  /// The mean square within the groups.
  public var meanSquareWithin: Double { within / Double(degreesWithin) }

  /// The residual standard deviation, the root of the mean square within.
  public var residualDeviation: Double { meanSquareWithin.squareRoot() }

  /// The share of the variation that lies between the groups, 0 to 1 (eta squared).
  public var rSquared: Double { between / (between + within) }

  /// Compares groups of values.
  ///
  /// - Parameter groups: at least two groups of at least one finite value, more values than groups.
  /// - Throws: `StatisticsError.tooFewGroups`, `.groupTooSmall`, `.sampleTooSmall`, `.notANumber`,
  ///   `.infinite`, `.resultTooLarge`; `.constantSample` when no value differs from its group.
  public init(_ groups: [[Double]]) throws(StatisticsError) {
    let name = StatisticName.analysisOfVariance
    guard groups.count >= 2 else {
      throw .tooFewGroups(name, needed: 2, given: groups.count)
    }
    try GroupCheck.values(groups, for: name, needs: 1)
    let count = groups.reduce(0) { $0 + $1.count }
    guard count > groups.count else {
      throw .sampleTooSmall(name, needed: groups.count + 1, given: count)
    }
    // Differences from one of the values are exact where the values are close to each other.
    let centre = groups[0][0]
    var sum = DoubleDouble.zero
    var means: [DoubleDouble] = []
    for group in groups {
      let part = group.reduce(DoubleDouble.zero) { $0 + DoubleDouble($1, plus: -centre) }
      sum += part
      means.append(part / DoubleDouble(Double(group.count)))
    }
    let mean = sum / DoubleDouble(Double(count))
    var (between, within) = (DoubleDouble.zero, DoubleDouble.zero)
    for (group, groupMean) in zip(groups, means) {
      let distance = groupMean - mean
      between += distance * distance * Double(group.count)
      for value in group {
        let rest = DoubleDouble(value, plus: -centre) - groupMean
        within += rest * rest
      }
    }
    guard between.value.isFinite, within.value.isFinite else { throw .resultTooLarge(name) }
    guard within.value > 0 else { throw .constantSample(name) }
    self.between = between.value
    self.within = within.value
    degreesBetween = groups.count - 1
    degreesWithin = count - groups.count
    let (numerator, denominator) = (Double(groups.count - 1), Double(count - groups.count))
    let f = between.value / numerator / (within.value / denominator)
    guard f.isFinite else { throw .resultTooLarge(name) }
    test = TestResult(
      name, statistic: f, degreesOfFreedom: [numerator, denominator],
      pValue: try FDistribution(numerator: numerator, denominator: denominator).upperTail(f))
  }

  /// Welch's test of several means, without equal variances.
  ///
  /// With weights `wᵢ = nᵢ/sᵢ²` and the weighted mean x̃, the statistic is
  /// `(Σ wᵢ (x̄ᵢ - x̃)² / (k - 1)) / (1 + 2 (k - 2) Λ / (k² - 1))` with
  /// `Λ = Σ (1 - wᵢ/Σw)² / (nᵢ - 1)`; it has k - 1 and `(k² - 1) / (3Λ)` degrees of freedom. For two
  /// groups it is the square of Welch's t.
  ///
  /// Reference: Welch 1951, On the comparison of several mean values: an alternative approach.
  ///
  /// - Parameter groups: at least two groups of at least two finite values that are not all equal.
  /// - Returns: the test.
  /// - Throws: `StatisticsError`, see ``init(_:)``; `.constantSample` when a group has no spread.
  public static func welch(_ groups: [[Double]]) throws(StatisticsError) -> TestResult {
    let name = StatisticName.welchAnalysisOfVariance
    guard groups.count >= 2 else {
      throw .tooFewGroups(name, needed: 2, given: groups.count)
    }
    let moments = try GroupMoments.all(groups, for: name, needs: 2)
    guard moments.allSatisfy({ $0.variance > 0 }) else { throw .constantSample(name) }
    let weights = moments.map { $0.count / $0.variance }
    let sum = weights.reduce(0, +)
    let mean = zip(weights, moments).reduce(0) { $0 + $1.0 / sum * $1.1.mean }
    let k = Double(groups.count)
    var (spread, lambda) = (0.0, 0.0)
    for (weight, group) in zip(weights, moments) {
      spread += weight * (group.mean - mean) * (group.mean - mean)
      lambda += (1 - weight / sum) * (1 - weight / sum) / (group.count - 1)
    }
    let f = spread / (k - 1) / (1 + 2 * (k - 2) * lambda / (k * k - 1))
    let denominator = (k * k - 1) / (3 * lambda)
    guard f.isFinite, denominator.isFinite else { throw .resultTooLarge(name) }
    return TestResult(
      name, statistic: f, degreesOfFreedom: [k - 1, denominator],
      pValue: try FDistribution(numerator: k - 1, denominator: denominator).upperTail(f))
  }
}
