/// The differences of pairs, first minus second, as ranks see them.
///
/// Decimals are stored rounded, and so 3.8 - 3.4 and 3.4 - 3 are not quite the same number. A
/// difference within the rounding of its two values counts as 0, and two sizes within the rounding
/// of theirs count as a tie. Whole numbers are not touched by this.
struct PairDifferences {
  /// How many first values are larger than their second, smaller, or equal.
  let larger: Int
  let smaller: Int
  let equal: Int

  /// The doubled midranks of the sizes of the differences, those of equal pairs left out.
  let doubledRanks: [Int]

  /// The sum of the doubled midranks of the positive differences.
  let doubledSum: Int

  /// `Σ (t³ - t)` over the ties.
  let tieSum: Double

  init(_ first: [Double], _ second: [Double], _ statistic: StatisticName) throws(StatisticsError) {
    var differences: [(value: Double, size: Double, slack: Double)] = []
    differences.reserveCapacity(first.count)
    for (x, y) in zip(first, second) {
      let difference = try Check.finite(x - y, statistic)
      // Each value is off by half a unit of its last place, and so is the difference.
      let slack = 2 * max(abs(x), abs(y)).ulp
      if abs(difference) > slack { differences.append((difference, abs(difference), slack)) }
    }
    differences.sort { $0.size < $1.size }
    var (ranks, sum, tieSum) = ([Int](), 0, 0.0)
    ranks.reserveCapacity(differences.count)
    var start = 0
    while start < differences.count {
      var end = start + 1
      while end < differences.count,
        differences[end].size - differences[end - 1].size
          <= differences[end].slack + differences[end - 1].slack
      {
        end += 1
      }
      let doubled = start + 1 + end
      for place in start..<end {
        ranks.append(doubled)
        if differences[place].value > 0 { sum += doubled }
      }
      let t = Double(end - start)
      tieSum += t * (t * t - 1)
      start = end
    }
    larger = differences.count { $0.value > 0 }
    smaller = differences.count - larger
    equal = first.count - differences.count
    doubledRanks = ranks
    doubledSum = sum
    self.tieSum = tieSum
  }
}
