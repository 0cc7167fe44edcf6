extension OneWayANOVA {
  /// Welch's test of whether the means of groups differ, for groups with different spreads.
  ///
  /// With k groups, `wᵢ = nᵢ/sᵢ²`, their sum w, the weighted mean `m = Σ wᵢ mᵢ / w` and
  /// `L = Σ (1 - wᵢ/w)² / (nᵢ - 1)`, `F = Σ wᵢ (mᵢ - m)²/(k - 1) / (1 + 2(k - 2)L/(k² - 1))` with
  /// k - 1 and `(k² - 1)/(3L)` degrees of freedom. For two groups F is the square of Welch's t.
  ///
  /// Reference: Welch 1951, On the comparison of several mean values: an alternative approach.
  ///
  /// - Parameter groups: at least two groups, each with at least two finite values that differ.
  /// - Returns: the test, with F as its statistic.
  /// - Throws: `StatisticsError.tooFewGroups`, `.groupTooSmall`, `.resultTooLarge`, or
  ///   `.comparison` with the group and position of a value that is no finite number, or with a
  ///   group that has no spread.
  public static func welch(_ groups: [[Double]]) throws(StatisticsError) -> TestResult {
    let name = StatisticName.welchAnalysisOfVariance
    guard groups.count >= 2 else { throw .tooFewGroups(name, needed: 2, given: groups.count) }
    try Check.groups(groups, for: name, needs: 2)
    var moments: [GroupMoments] = []
    for (place, group) in groups.enumerated() {
      let found = try GroupMoments(of: group, for: name)
      guard !found.isConstant else { throw .values(.noSpreadInGroup(name, group: place + 1)) }
      moments.append(found)
    }
    let (weights, centre) = (moments.map { 1 / $0.varianceOfMean }, moments[0])
    let weight = weights.reduce(0, +)
    let distances = moments.map { $0.mean(minus: centre) }
    let mean = zip(weights, distances).reduce(0) { $0 + $1.0 / weight * $1.1 }
    var (between, imbalance) = (PreciseSum(), 0.0)
    for (place, group) in moments.enumerated() {
      let distance = distances[place] - mean
      between.add(weights[place] * distance, times: distance)
      let rest = 1 - weights[place] / weight
      imbalance += rest * rest / Double(group.count - 1)
    }
    let k = Double(groups.count)
    let ratio = between.value / (k - 1) / (1 + 2 * (k - 2) * imbalance / (k * k - 1))
    let f = try Check.finite(ratio, name)
    let degrees = (k * k - 1) / (3 * imbalance)
    return TestResult(
      name, statistic: f, degreesOfFreedom: [k - 1, degrees],
      pValue: try FDistribution(numerator: k - 1, denominator: degrees).upperTail(f))
  }
}
