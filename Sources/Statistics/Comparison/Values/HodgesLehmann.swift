/// Estimates of a shift that belong to the rank tests: the middle of all pairwise comparisons.
///
/// A few wild values do not move them. The interval holds the shifts that the rank test would not
/// reject. Its ends are comparisons too, counted in from both sides by the exact distribution of
/// the test without ties, where the rank test itself is exact, and by the normal approximation
/// beyond. With ties it covers the true shift at least as often.
///
/// All take finite values. Refusals: `.confidenceOutOfRange`; `.groupTooSmall`, `.lengthsDiffer`,
/// `.emptySample`; `.resultTooLarge` where differences overflow; `.comparison` where the values are
/// too few for the confidence, or with the group and position of a value that is no finite number.
public enum HodgesLehmann {
  /// How far the values of one group lie above those of another: the median of all differences of
  /// a first and a second value.
  ///
  /// The differences are not stored; a bisection counts them in the sorted samples. Two million
  /// values take some seconds.
  ///
  /// References: Hodges and Lehmann 1963, Estimates of location based on rank tests. Bauer 1972,
  /// Constructing confidence sets using rank statistics.
  ///
  /// - Parameters:
  ///   - first: at least one finite value.
  ///   - second: at least one finite value, which is subtracted.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the shift, first minus second, in the unit of the values.
  /// - Throws: `StatisticsError`, see ``HodgesLehmann``.
  public static func shift(
    _ first: [Double], _ second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    try Check.groups([first, second], for: .shift, needs: 1)
    let (x, y) = (RadixSort.sorted(first), RadixSort.sorted(second))
    let (m, n) = (x.count, y.count)
    let lowest = try Check.finite(x[0] - y[n - 1], .shift)
    let highest = try Check.finite(x[m - 1] - y[0], .shift)
    let comparisons = Comparisons(count: m * n, lowest: lowest, highest: highest) { limit in
      var (count, j) = (0, 0)
      for value in x {
        while j < n, value - y[j] > limit { j += 1 }
        count += n - j
      }
      return count
    }
    let cut =
      m * n <= RankTest.exactPairLimit
      ? ScoreDistribution(drawing: m, of: Array(1...(m + n)))
        .largestPlace(lowerTailAtMost: tail(level))
      : try normalPlace(
        mean: Double(m) * Double(n) / 2,
        variance: Double(m) * Double(n) * Double(m + n + 1) / 12, confidence: level)
        ?? (smallestTail(m, n, atMost: tail(level)) ? 0 : nil)
    return try comparisons.estimate(cutting: cut, .shift, confidence: level)
  }

  /// The centre of the differences between two measurements of the same people, first minus second:
  /// the median of the means of all pairs of differences, each difference with itself included.
  ///
  /// References: Hodges and Lehmann 1963, Estimates of location based on rank tests. Tukey 1949,
  /// The simplest signed-rank tests.
  ///
  /// - Parameters:
  ///   - first: at least one finite value.
  ///   - second: as many values, in the same order of people, which are subtracted.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the centre of the differences, in the unit of the values.
  /// - Throws: `StatisticsError`, see ``HodgesLehmann``.
  public static func pairedShift(
    _ first: [Double], _ second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    try Check.pairedValues(first, second, for: .pseudomedian, needs: 1)
    var halves: [Double] = []
    for (x, y) in zip(first, second) {
      halves.append(try Check.finite(x - y, .pseudomedian) / 2)
    }
    let x = RadixSort.sorted(halves)
    let n = x.count
    let all = n * (n + 1) / 2
    let comparisons = Comparisons(count: all, lowest: 2 * x[0], highest: 2 * x[n - 1]) { limit in
      var (count, j) = (0, n)
      for i in 0..<n {
        while j > i, x[i] + x[j - 1] > limit { j -= 1 }
        if j <= i { break }
        count += j - i
      }
      return count
    }
    let cut =
      n <= RankTest.exactDifferenceLimit
      ? ScoreDistribution(tossingFor: Array(1...n)).largestPlace(lowerTailAtMost: tail(level))
      : try normalPlace(
        mean: Double(all) / 2, variance: Double(all) * Double(2 * n + 1) / 12, confidence: level)
    return try comparisons.estimate(cutting: cut, .pseudomedian, confidence: level)
  }

  /// A tail that equals the level up to rounding counts as equal.
  private static func tail(_ confidence: Double) -> Double {
    (1 - confidence) / 2 * (1 + 1e-9)
  }

  /// Whether the probability that all first values are the smallest, one in `C(m + n, m)`, is at
  /// most p.
  private static func smallestTail(_ m: Int, _ n: Int, atMost p: Double) -> Bool {
    var probability = 1.0
    for drawn in 0..<min(m, n) where probability > p {
      probability *= Double(drawn + 1) / Double(m + n - drawn)
    }
    return probability <= p
  }

  /// The place that the normal approximation cuts at; nil where it leaves the range.
  private static func normalPlace(
    mean: Double, variance: Double, confidence: Double
  ) throws(StatisticsError) -> Int? {
    let z = try Normal.twoSidedPoint(confidence: confidence)
    let place = (mean - 0.5 - z * variance.squareRoot()).rounded(.down)
    return place < 0 ? nil : Int(place)
  }
}

/// Very many numbers that are counted, not stored.
private struct Comparisons {
  let count: Int
  let lowest: Double
  let highest: Double

  /// How many of the numbers are at most a limit.
  let countUpTo: (_ limit: Double) -> Int

  /// The median, and the numbers that stand behind so many at either end; nil stands for too few.
  func estimate(
    cutting cut: Int?, _ statistic: StatisticName, confidence: Double
  ) throws(StatisticsError) -> Estimate {
    guard let cut else { throw .values(.confidenceOutOfReach(statistic)) }
    let low = number((count - 1) / 2)
    let high = count % 2 == 1 ? low : number(count / 2)
    // A mean of the two that cannot overflow and does not lie outside them.
    let middle = low == high ? low : min(high, max(low, low / 2 + high / 2))
    return Estimate(
      middle,
      interval: try Interval(
        lower: number(cut), upper: number(count - 1 - cut), confidence: confidence))
  }

  /// The number at a place, 0 for the smallest, by bisection over all numbers that exist.
  private func number(_ place: Int) -> Double {
    var (low, high) = (RadixSort.key(of: lowest), RadixSort.key(of: highest))
    while low < high {
      let middle = low + (high - low) / 2
      if countUpTo(RadixSort.value(of: middle)) > place { high = middle } else { low = middle + 1 }
    }
    return RadixSort.value(of: low)
  }
}
