import Statistics
import Testing

@Suite("Rank tests")
struct RankTestsTests {
  /// R 4.2.2, `wilcox.test(exact = FALSE)`; scipy `mannwhitneyu(method = "asymptotic")` agrees.
  @Test func normalApproximation() throws {
    let found = try RankTests.mannWhitney(ValueSamples.drugA, ValueSamples.drugB, exact: false)
    #expect(found.statistic == 25.5 && found.cautions == [.ties])
    #expect(near(found.pValue, 0.0693275754336266))
    let paired = try RankTests.signedRank(
      ValueSamples.drugA, minus: ValueSamples.drugB, exact: false)
    #expect(paired.statistic == 0 && paired.cautions == [.equalPairsLeftOut(1), .ties])
    #expect(near(paired.pValue, 0.00909069801592506))
  }

  /// Hollander and Wolfe 1973, pages 69 and 27, as in the examples of R's `wilcox.test`; R 4.2.2.
  @Test func exact() throws {
    let x = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    let y = [1.15, 0.88, 0.90, 0.74, 1.21]
    let found = try RankTests.mannWhitney(x, y, alternative: .greater)
    #expect(found.statistic == 35 && found.isExact && near(found.pValue, 0.127206127206127))
    #expect(near(try RankTests.mannWhitney(x, y).pValue, 0.254412254412254))
    let before = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
    let after = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let paired = try RankTests.signedRank(before, minus: after, alternative: .greater)
    #expect(paired.statistic == 40 && paired.isExact && paired.pValue == 0.01953125)
    #expect(try RankTests.signedRank(before, minus: after).pValue == 0.0390625)
  }

  /// R 4.2.2, `kruskal.test` of PlantGrowth, and of parts of mtcars with many ties.
  @Test func kruskalWallis() throws {
    let plants = try RankTests.kruskalWallis(ValueSamples.plants)
    #expect(near(plants.statistic, 7.98822874944372) && near(plants.pValue, 0.018423755731472))
    let ties = try RankTests.kruskalWallis([
      [6, 6, 4, 6, 8, 6, 8, 4, 4, 6], [4, 3, 3, 3, 3, 3, 3, 4, 4, 4],
      [1, 2, 2, 4, 2, 1, 2, 2, 4, 6, 8, 2],
    ])
    #expect(near(ties.statistic, 13.7233527873453) && near(ties.pValue, 0.00104715701300388))
  }

  /// Every way to choose the first sample's values out of all, ties and all.
  @Test(
    "the exact test agrees with enumeration",
    arguments: [
      ([1, 2, 2, 5], [2, 3, 3]), ([1, 1, 4], [1, 1, 1, 2]), ([3], [1, 2]), ([1, 2], [3, 4, 5]),
    ] as [([Double], [Double])])
  func enumeration(_ first: [Double], _ second: [Double]) throws {
    let all = first + second
    func u(_ chosen: [Double], _ rest: [Double]) -> Double {
      chosen.reduce(0) { sum, x in
        rest.reduce(sum) { $0 + (x > $1 ? 1 : x == $1 ? 0.5 : 0) }
      }
    }
    let observed = u(first, second)
    var (below, above, count) = (0.0, 0.0, 0.0)
    for choice in 0..<(1 << all.count) where choice.nonzeroBitCount == first.count {
      let chosen = all.indices.filter { choice >> $0 & 1 == 1 }.map { all[$0] }
      let rest = all.indices.filter { choice >> $0 & 1 == 0 }.map { all[$0] }
      let value = u(chosen, rest)
      count += 1
      if value <= observed { below += 1 }
      if value >= observed { above += 1 }
    }
    let found = try RankTests.mannWhitney(first, second)
    #expect(found.statistic == observed)
    #expect(near(found.pValue, min(1, 2 * min(below, above) / count)))
    let less = try RankTests.mannWhitney(first, second, alternative: .less)
    #expect(near(less.pValue, below / count))
  }

  @Test("the exact signed-rank test agrees with all signs")
  func allSigns() throws {
    let differences = [1.5, -0.5, 0.5, 2, -2, 3.0]
    let zeros = [Double](repeating: 0, count: 6)
    let ranks = [3, 1.5, 1.5, 4.5, 4.5, 6]
    let observed = 3 + 1.5 + 4.5 + 6.0
    var above = 0.0
    for signs in 0..<64 {
      let v = ranks.indices.reduce(0.0) { $0 + (signs >> $1 & 1 == 1 ? ranks[$1] : 0) }
      if v >= observed { above += 1 }
    }
    let found = try RankTests.signedRank(differences, minus: zeros, alternative: .greater)
    #expect(found.statistic == observed && near(found.pValue, above / 64))
  }

  /// The sorting of large samples takes another way than that of small ones.
  @Test("large samples are counted as small ones are")
  func large() throws {
    var stream = Stream(state: 7)
    let first = (0..<3000).map { _ in Double(stream.next() % 500) - 250 }
    let second = (0..<2500).map { _ in Double(stream.next() % 500) / 2 - 130 } + [-0.0, 0.0]
    var u = 0.0
    let sorted = second.sorted()
    for x in first {
      u += Double(sorted.count { $0 < x }) + Double(sorted.count { $0 == x }) / 2
    }
    #expect(try RankTests.mannWhitney(first, second).statistic == u)
    let other = try RankTests.mannWhitney(second, first)
    #expect(other.statistic == Double(first.count * second.count) - u)
    #expect(near(other.pValue, try RankTests.mannWhitney(first, second).pValue))
  }

  @Test("exact and approximate agree for samples of 25")
  func agreement() throws {
    var stream = Stream(state: 3)
    let first = (0..<25).map { _ in Double(stream.next() % 1000) }
    let second = (0..<25).map { _ in Double(stream.next() % 1000) + 150 }
    let exact = try RankTests.mannWhitney(first, second, exact: true).pValue
    let approximate = try RankTests.mannWhitney(first, second, exact: false).pValue
    #expect(abs(exact - approximate) < 0.003)
  }

  @Test(arguments: [
    Refusal("the Mann–Whitney test needs at least 1 value in each group; group 1 has 0") {
      try RankTests.mannWhitney([], [1])
    },
    Refusal("the Mann–Whitney test is not defined when all values are equal") {
      try RankTests.mannWhitney([2, 2], [2])
    },
    Refusal("the Mann–Whitney test takes at most 50 values; 60 were given") {
      try RankTests.mannWhitney(
        Array(repeating: 1, count: 30), Array(repeating: 2, count: 30), exact: true)
    },
    Refusal("the Wilcoxon signed-rank test is not defined when all values are equal") {
      try RankTests.signedRank([1, 2], minus: [1, 2])
    },
    Refusal("the Kruskal–Wallis test needs at least 2 groups; 1 was given") {
      try RankTests.kruskalWallis([[1, 2]])
    },
    Refusal("value 1 of the sample is infinite") {
      try RankTests.kruskalWallis([[.infinity], [2]])
    },
  ])
  func refusal(_ refusal: Refusal) { refusal.verify() }
}

/// A plain generator, so that the samples are the same everywhere.
private struct Stream {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
