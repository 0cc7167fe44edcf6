/// How often the values of one sample are larger than the values of another, over all pairs.
struct Dominance {
  /// The sorted keys of the two samples, see ``RadixSort``.
  let first: [UInt64]
  let second: [UInt64]

  /// Twice the pairs where the first value is larger, plus the pairs that are equal: twice the
  /// Mann–Whitney U of the first sample.
  let twiceWins: Int

  /// `Σ (t³ - t)` over the ties of both samples together.
  let tieSum: Double

  /// Compares two samples of at least one finite value each, on two cores.
  init(_ first: [Double], _ second: [Double]) throws(StatisticsError) {
    let sorted = try Parallel.map(blocks: 2) { sample throws(StatisticsError) in
      RadixSort.keys(of: sample == 0 ? first : second)
    }
    let (one, two) = (sorted[0], sorted[1])
    // Cut in front of a value, so that no tie is cut through.
    let cut = one[one.count / 2]
    let (middle, other) = (Self.place(of: cut, in: one), Self.place(of: cut, in: two))
    let halves = try Parallel.map(blocks: 2) { half throws(StatisticsError) in
      half == 0
        ? Self.count(one, 0..<middle, two, 0..<other)
        : Self.count(one, middle..<one.count, two, other..<two.count)
    }
    self.first = one
    self.second = two
    twiceWins = halves[0].twiceWins + halves[1].twiceWins
    tieSum = halves[0].tieSum + halves[1].tieSum
  }

  private static func count(
    _ first: [UInt64], _ firstRange: Range<Int>, _ second: [UInt64], _ secondRange: Range<Int>
  ) -> (twiceWins: Int, tieSum: Double) {
    var (twiceWins, tieSum) = (0, 0.0)
    walk(first, firstRange, second, secondRange) { ones, twos, _, below in
      twiceWins += ones * (2 * below + twos)
      let tied = ones + twos
      if tied > 1 {
        let t = Double(tied)
        tieSum += t * (t * t - 1)
      }
    }
    return (twiceWins, tieSum)
  }

  /// Visits each distinct value of both samples in ascending order: how many of the first and of
  /// the second sample equal it, and how many of each are smaller.
  @inline(__always)
  static func walk(
    _ first: [UInt64], _ firstRange: Range<Int>, _ second: [UInt64], _ secondRange: Range<Int>,
    visit: (_ ones: Int, _ twos: Int, _ onesBelow: Int, _ twosBelow: Int) -> Void
  ) {
    first.withUnsafeBufferPointer { first in
      second.withUnsafeBufferPointer { second in
        var (i, j) = (firstRange.lowerBound, secondRange.lowerBound)
        let (m, n) = (firstRange.upperBound, secondRange.upperBound)
        while i < m || j < n {
          let value = min(i < m ? first[i] : .max, j < n ? second[j] : .max)
          let (firstStart, secondStart) = (i, j)
          while i < m, first[i] == value { i += 1 }
          while j < n, second[j] == value { j += 1 }
          visit(i - firstStart, j - secondStart, firstStart, secondStart)
        }
      }
    }
  }

  /// How many keys are smaller.
  private static func place(of key: UInt64, in keys: [UInt64]) -> Int {
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
