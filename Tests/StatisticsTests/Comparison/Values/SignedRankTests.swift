import Testing

@testable import Statistics

@Suite("Wilcoxon signed-rank test")
struct SignedRankTests {
  /// R 4.2.2, `wilcox.test(x, y, paired = TRUE)`: 20, 505 and 10 of 512; data of Hollander and
  /// Wolfe 1973.
  @Test(
    arguments: [(.twoSided, 0.0390625), (.less, 0.986328125), (.greater, 0.01953125)]
      as [(Alternative, Double)])
  func depression(_ alternative: Alternative, _ p: Double) throws {
    let test = try RankTest.signedRank(
      ValueSamples.firstVisit, ValueSamples.secondVisit, alternative: alternative)
    #expect(test.statistic == 40 && test.isExact && test.cautions.isEmpty)
    #expect(ValueSamples.agree(test.pValue, p))
  }

  /// scipy 1, `wilcoxon` of the differences that are not 0, all signs enumerated.
  @Test(
    arguments: [(.twoSided, 0.03125), (.less, 0.9912109375), (.greater, 0.015625)]
      as [(Alternative, Double)])
  func tiesAndZeros(_ alternative: Alternative, _ p: Double) throws {
    let sample: [Double] = [2, -1, 3, 1, 1, 2, -2, 4, 5, 3, 0, 0, 1]
    let test = try RankTest.signedRank(
      sample.map { $0 + 7 }, median: 7, alternative: alternative)
    #expect(test.statistic == 57.5 && test.isExact)
    #expect(test.cautions == [.equalPairsLeftOut(2)])
    #expect(ValueSamples.agree(test.pValue, p))
  }

  /// R 4.2.2, `wilcox.test(d, exact = FALSE)`, with ties and two zeros.
  @Test(
    arguments: [
      (.twoSided, 0.000568532310077413), (.less, 0.999718225572168),
      (.greater, 0.000284266155038707),
    ] as [(Alternative, Double)])
  func normal(_ alternative: Alternative, _ p: Double) throws {
    let sample = (0..<130).map { (i: Int) -> Double in
      let whole = i * 37 % 41 - 17
      return Double(whole) + Double(i % 4) / 2
    }
    let test = try RankTest.signedRank(sample, median: 0, alternative: alternative)
    #expect(test.statistic == 5577.5 && !test.isExact)
    #expect(test.cautions == [.equalPairsLeftOut(2), .ties])
    #expect(ValueSamples.agree(test.pValue, p))
  }

  @Test("agrees with all ways to give signs", arguments: 1...10 as ClosedRange<UInt64>)
  func enumeration(_ seed: UInt64) throws {
    let sample = ValueSamples.scattered(11, seed: seed, levels: 4 + 2 * seed)
      .map { $0 - Double(seed) }
    let sizes = sample.filter { $0 != 0 }.map { abs($0) }
    // Doubled ranks by counting: 2 (smaller) + (equal, itself included) + 1.
    let ranks = sizes.map { size in
      sizes.reduce(1) { $0 + ($1 < size ? 2 : $1 == size ? 1 : 0) }
    }
    let signs = sample.filter { $0 != 0 }.map { $0 > 0 }
    let observed = zip(ranks, signs).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    var (atMost, atLeast) = (0, 0)
    for mask in 0..<(1 << ranks.count) {
      let sum = ranks.indices.reduce(0) { $0 + (mask >> $1 & 1 == 1 ? ranks[$1] : 0) }
      if sum <= observed { atMost += 1 }
      if sum >= observed { atLeast += 1 }
    }
    let all = Double(1 << ranks.count)
    let less = try RankTest.signedRank(sample, median: 0, alternative: .less)
    let greater = try RankTest.signedRank(sample, median: 0, alternative: .greater)
    let two = try RankTest.signedRank(sample, median: 0)
    #expect(less.statistic == Double(observed) / 2)
    #expect(ValueSamples.agree(less.pValue, Double(atMost) / all))
    #expect(ValueSamples.agree(greater.pValue, Double(atLeast) / all))
    #expect(ValueSamples.agree(two.pValue, min(1, 2 * Double(min(atMost, atLeast)) / all)))
  }

  @Test("swapping the waves mirrors V and keeps p", arguments: [30, 140])
  func antisymmetric(_ count: Int) throws {
    let x = ValueSamples.scattered(count, seed: 3, levels: 11)
    let y = ValueSamples.scattered(count, seed: 4, levels: 12)
    let one = try RankTest.signedRank(x, y, alternative: .less)
    let other = try RankTest.signedRank(y, x, alternative: .greater)
    let n = count - x.indices.filter { x[$0] == y[$0] }.count
    #expect(one.statistic + other.statistic == Double(n * (n + 1) / 2))
    #expect(ValueSamples.agree(one.pValue, other.pValue, relative: 1e-13))
    #expect(one.cautions == other.cautions)
  }

  @Test("the rounding of decimals makes no ranks")
  func decimals() throws {
    let (x, y) = ([3.8, 3.4, 2.2, 5.1, 0.3, 4.4], [3.4, 3.0, 1.8, 4.3, 0.1 + 0.2, 4.6])
    let tenths = try RankTest.signedRank(x, y)
    let whole = try RankTest.signedRank([38, 34, 22, 51, 3, 44], [34, 30, 18, 43, 3, 46])
    #expect(tenths == whole)
    // Without the allowance there are differences of 0.4 that are not equal.
    #expect(Set([3.8 - 3.4, 3.4 - 3.0, 2.2 - 1.8]).count > 1)
  }

  @Test("exact and approximate p values meet above the limit")
  func approximation() throws {
    let sample = (1...101).map { (i: Int) -> Double in Double(i % 5 < 2 ? -i : i) }
    let test = try RankTest.signedRank(sample, median: 0)
    #expect(!test.isExact && test.cautions.isEmpty)
    let exact = ScoreDistribution(tossingFor: Array(1...101))
      .tails(at: Int(test.statistic)).pValue(.twoSided)
    #expect(ValueSamples.agree(test.pValue, exact, relative: 0.02))
  }
}
