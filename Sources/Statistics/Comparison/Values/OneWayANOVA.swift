/// The one-way analysis of variance: how far the means of groups of different people lie apart,
/// measured by the spread within the groups.
///
/// With k groups, N values, the group means mᵢ and the mean m of all values, the sum of squares
/// between the groups is `Σ nᵢ (mᵢ - m)²` with k - 1 degrees of freedom. The one within the groups
/// is `Σ (x - mᵢ)²` over all values, with N - k. F is the ratio of their mean squares.
///
/// The sums are taken from centres close to the means and keep about 32 digits, so values with many
/// equal leading digits lose nothing.
///
/// The test takes the spread within the groups as equal; ``spreadsDiffer`` tells when it clearly is
/// not. ``welch(_:)`` does not need that.
///
/// References: Fisher 1925, Statistical Methods for Research Workers. Moore, McCabe and Craig 2009,
/// Introduction to the Practice of Statistics (the rule for the spreads).
public struct OneWayANOVA: Hashable, Sendable {
  /// The means of the groups, in the order given.
  public let groupMeans: [Double]

  /// The sum of squares between the groups, in the squared unit of the values.
  public let betweenSumOfSquares: Double

  /// The sum of squares within the groups, in the squared unit of the values.
  public let withinSumOfSquares: Double

  /// The number of groups minus 1.
  public let betweenDegreesOfFreedom: Int

  /// The number of values minus the number of groups.
  public let withinDegreesOfFreedom: Int

  /// Whether the largest standard deviation of a group is more than twice the smallest. Then
  /// ``welch(_:)`` is the safer test.
  public let spreadsDiffer: Bool

  /// The test, with F as its statistic.
  public let test: TestResult

  /// Compares groups.
  ///
  /// - Parameter groups: at least two groups of at least one finite value each; at least one group
  ///   has two values that differ.
  /// - Throws: `StatisticsError.tooFewGroups`, `.groupTooSmall`, `.sampleTooSmall`,
  ///   `.constantSample`, `.resultTooLarge`, or `.comparison` with the group and position of a
  ///   value that is no finite number, or where no group has any spread.
  public init(_ groups: [[Double]]) throws(StatisticsError) {
    let name = StatisticName.analysisOfVariance
    guard groups.count >= 2 else { throw .tooFewGroups(name, needed: 2, given: groups.count) }
    try Check.groups(groups, for: name, needs: 1)
    let n = groups.reduce(0) { $0 + $1.count }
    guard n > groups.count else {
      throw .sampleTooSmall(name, needed: groups.count + 1, given: n)
    }
    var moments: [GroupMoments] = []
    for group in groups { moments.append(try GroupMoments(of: group, for: name)) }
    guard moments.contains(where: { !$0.isConstant }) else {
      let value = groups[0][0]
      let allEqual = groups.allSatisfy { $0.allSatisfy { $0 == value } }
      throw allEqual ? .constantSample(name) : .values(.noSpreadWithinGroups(name))
    }
    let centre = moments[0]
    // The means seen from the first one: small numbers that keep their digits.
    let means = moments.map { $0.mean(minus: centre) }
    var total = PreciseSum()
    for (group, mean) in zip(moments, means) { total.add(Double(group.count), times: mean) }
    let mean = total.value / Double(n)
    var between = PreciseSum()
    for (group, groupMean) in zip(moments, means) {
      let distance = groupMean - mean
      between.add(Double(group.count) * distance, times: distance)
    }
    groupMeans = moments.map(\.mean)
    betweenSumOfSquares = try Check.finite(between.value, name)
    withinSumOfSquares = try Check.finite(PreciseSum(moments.lazy.map(\.sumOfSquares)).value, name)
    betweenDegreesOfFreedom = groups.count - 1
    withinDegreesOfFreedom = n - groups.count
    let (above, below) = (Double(betweenDegreesOfFreedom), Double(withinDegreesOfFreedom))
    let f = try Check.finite(
      (betweenSumOfSquares / above) / (withinSumOfSquares / below), name)
    test = TestResult(
      name, statistic: f, degreesOfFreedom: [above, below],
      pValue: try FDistribution(numerator: above, denominator: below).upperTail(f))
    spreadsDiffer = Self.differ(moments)
  }

  private static func differ(_ moments: [GroupMoments]) -> Bool {
    let deviations = moments.filter { $0.count > 1 }.map(\.standardDeviation)
    guard let smallest = deviations.min(), let largest = deviations.max() else { return false }
    return largest > 2 * smallest
  }
}

extension OneWayANOVA {
  /// The mean square between the groups.
  public var betweenMeanSquare: Double { betweenSumOfSquares / Double(betweenDegreesOfFreedom) }

  /// The mean square within the groups.
  public var withinMeanSquare: Double { withinSumOfSquares / Double(withinDegreesOfFreedom) }

  /// The ratio of the mean squares.
  public var f: Double { test.statistic }

  /// The probability of such an F or a larger one if the groups do not differ.
  public var pValue: Double { test.pValue }

  /// The share of the sum of squares that lies between the groups, 0 to 1: R², also η².
  public var rSquared: Double {
    // Not as a share of the sum, which could overflow.
    1 / (1 + withinSumOfSquares / betweenSumOfSquares)
  }

  /// The standard deviation within the groups, in the unit of the values.
  public var residualStandardDeviation: Double { withinMeanSquare.squareRoot() }
}
