extension Reliability {
  /// The most items whose splits are all gone through: 92 378 of them.
  public static let splitLimit = 20

  /// The reliability from the items in odd places against those in even places.
  ///
  /// With r the correlation of the sums of the halves, and with p and q the shares of the items in
  /// them, Spearman–Brown is `2 r / (r + √(r² + 4 p q (1 - r²)))`. For halves of equal size that is
  /// `2 r / (1 + r)`; otherwise it is the formula of Horst. Rulon's coefficient is 1 minus the
  /// variance of the difference of the halves divided by the variance of their sum; it does not
  /// need equal variances.
  ///
  /// References: Spearman 1910, Correlation calculated from faulty data. Brown 1910, Some
  /// experimental results in the correlation of mental abilities. Horst 1951, Estimating total test
  /// reliability from parts of unequal length. Rulon 1939, A simplified procedure for determining
  /// the reliability of a test by split-halves. Guttman 1945, A basis for analyzing test-retest
  /// reliability.
  ///
  /// - Returns: the correlation of the halves and both coefficients.
  /// - Throws: `StatisticsError.association` with `AssociationFault.constantTotal`,
  ///   `AssociationFault.constantHalf` or `AssociationFault.oppositeHalves`.
  public func oddEvenSplit() throws(StatisticsError) -> SplitHalf {
    let halves = [0, 1].map { first in
      Self.sums(
        of: stride(from: first, to: items, by: 2).map { answers[$0] }, people: respondents)
    }
    let total = try totalVariance(for: .splitHalf)
    guard
      let one = Direction(of: halves[0].map(\.value)),
      let other = Direction(of: halves[1].map(\.value))
    else { throw .association(.constantHalf(.splitHalf)) }
    let difference = zip(halves[0], halves[1]).map { odd, even in
      var difference = odd
      difference.add(-even.high)
      difference.add(-even.low)
      return difference.value
    }
    let cosine = Cosine(between: one, and: other)
    return SplitHalf(
      correlation: cosine.value, spearmanBrown: try spearmanBrown(cosine),
      rulon: 1 - Self.variance(of: difference) / total)
  }

  private func spearmanBrown(_ cosine: Cosine) throws(StatisticsError) -> Double {
    guard cosine.above > 0 else { throw .association(.oppositeHalves(.splitHalf)) }
    let (k, r) = (Double(items), cosine.value)
    let even = Double(items / 2)
    let added = 4 * (even / k) * ((k - even) / k) * (cosine.below * cosine.above)
    let root = (r * r + added).squareRoot()
    // Below 0 the sum in the divisor would cancel.
    return r >= 0 ? min(1, 2 * r / (r + root)) : 2 * r * (root - r) / added
  }

  /// Rulon's reliability over all ways to split the items into two halves.
  ///
  /// For an even number of items the mean is Cronbach's α. An odd number is split into halves whose
  /// sizes differ by one; then the mean is `α (1 - 1/k²)`.
  ///
  /// References: Cronbach 1951, Coefficient alpha and the internal structure of tests. Guttman
  /// 1945, A basis for analyzing test-retest reliability.
  ///
  /// - Returns: the number of splits, and the mean, smallest and largest coefficient.
  /// - Throws: `StatisticsError.association` with `AssociationFault.tooManyItems`, beyond
  ///   ``splitLimit``, or `AssociationFault.constantTotal`.
  public func allSplits() throws(StatisticsError) -> SplitHalves {
    guard items <= Self.splitLimit else {
      throw .association(.tooManyItems(.allSplits, limit: Self.splitLimit, given: items))
    }
    let total = try totalVariance(for: .allSplits)
    let covariances = self.covariances
    var sum = PreciseSum()
    var (count, smallest, largest) = (0, Double.infinity, -Double.infinity)
    // Bit i of a set says that item i is in it. Sets of the same size follow each other in order.
    var half: UInt64 = (1 << UInt64(items / 2)) - 1
    let end: UInt64 = 1 << UInt64(items)
    while half < end {
      // Equal halves come twice, so only those with the first item count.
      if items % 2 == 1 || half & 1 == 1 {
        let coefficient = 4 * between(half, covariances) / total
        sum.add(coefficient)
        count += 1
        smallest = min(smallest, coefficient)
        largest = max(largest, coefficient)
      }
      half = Self.nextSet(after: half)
    }
    return SplitHalves(
      count: count, mean: sum.value / Double(count), smallest: smallest,
      largest: min(1, largest))
  }

  /// The sum of the covariances of the items in a set with those outside.
  private func between(_ half: UInt64, _ covariances: Matrix) -> Double {
    var sum = 0.0
    for i in 0..<items where half >> UInt64(i) & 1 == 1 {
      for j in 0..<items where half >> UInt64(j) & 1 == 0 { sum += covariances[i, j] }
    }
    return sum
  }

  private var covariances: Matrix {
    let n = Double(respondents)
    let deviations = answers.map { item in
      let mean = PreciseSum(item).value / n
      return item.map { $0 - mean }
    }
    var covariances = Matrix(rows: items, columns: items)
    for i in 0..<items {
      for j in i..<items {
        var sum = PreciseSum()
        for (a, b) in zip(deviations[i], deviations[j]) { sum.add(a, times: b) }
        covariances[i, j] = sum.value / (n - 1)
        covariances[j, i] = covariances[i, j]
      }
    }
    return covariances
  }

  /// The next larger number with as many bits set. Gosper, in Beeler, Gosper and Schroeppel 1972,
  /// HAKMEM, item 175.
  private static func nextSet(after set: UInt64) -> UInt64 {
    let lowest = set & (~set + 1)
    let raised = set + lowest
    return raised | ((set ^ raised) >> 2) / lowest
  }
}
