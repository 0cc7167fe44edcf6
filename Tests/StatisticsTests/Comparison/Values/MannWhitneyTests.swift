import Testing

@testable import Statistics

@Suite("Mann–Whitney test")
struct MannWhitneyTests {
  /// R 4.2.2, `wilcox.test`, fifteen digits; data of Hollander and Wolfe 1973.
  @Test(
    arguments: [
      (.twoSided, 0.254412254412254), (.less, 0.896769896769897), (.greater, 0.127206127206127),
    ] as [(Alternative, Double)])
  func permeability(_ alternative: Alternative, _ p: Double) throws {
    let test = try RankTest.mannWhitney(
      ValueSamples.atTerm, ValueSamples.early, alternative: alternative)
    #expect(test.statistic == 35 && test.isExact && test.cautions.isEmpty)
    #expect(ValueSamples.agree(test.pValue, p))
  }

  /// scipy 1, `permutation_test` over all permutations; with ties.
  @Test(
    arguments: [
      (
        [1, 2, 2, 3, 4, 4, 5], [2, 3, 4, 4, 5, 5, 5], 14, 0.2162004662004662, 0.1081002331002331,
        0.9338578088578089
      ),
      ([3, 3, 1, 2, 3], [4, 4, 3, 5, 4, 4, 5, 3], 3, 0.01554001554001554, 0.00777000777000777, 1),
    ] as [([Double], [Double], Double, Double, Double, Double)])
  func exactWithTies(
    _ x: [Double], _ y: [Double], _ u: Double, _ two: Double, _ less: Double, _ greater: Double
  ) throws {
    for (alternative, p) in [(Alternative.twoSided, two), (.less, less), (.greater, greater)] {
      let test = try RankTest.mannWhitney(x, y, alternative: alternative)
      #expect(test.statistic == u && test.isExact)
      #expect(ValueSamples.agree(test.pValue, p))
    }
  }

  /// R 4.2.2, `wilcox.test(a, b, exact = FALSE)`.
  @Test(
    arguments: [
      (.twoSided, 0.334201406642287), (.less, 0.167100703321144), (.greater, 0.834234799400431),
    ] as [(Alternative, Double)])
  func normalWithTies(_ alternative: Alternative, _ p: Double) throws {
    let a = (0..<60).map { (i: Int) -> Double in Double((i * 7 + i / 9) % 5 + 1) }
    let b = (0..<60).map { (i: Int) -> Double in
      let base = (i * 11 + i / 7) % 5 + 1
      return Double(i % 3 == 0 ? base + 1 : base)
    }
    let test = try RankTest.mannWhitney(a, b, alternative: alternative)
    #expect(test.statistic == 1619 && !test.isExact && test.cautions == [.ties])
    #expect(ValueSamples.agree(test.pValue, p))
  }

  /// U counted over the pairs, and the p value over every way to deal the values, ties and all.
  @Test("agrees with all ways to deal the values", arguments: 1...12 as ClosedRange<UInt64>)
  func enumeration(_ seed: UInt64) throws {
    let (m, n) = (Int(seed % 4) + 2, Int(seed % 5) + 3)
    let values = ValueSamples.scattered(m + n, seed: seed, levels: 3 + seed)
    let (first, second) = (Array(values[..<m]), Array(values[m...]))
    let observed = Self.twiceU(first, second)
    var (all, atMost, atLeast) = (0, 0, 0)
    for mask in 0..<(1 << (m + n)) where mask.nonzeroBitCount == m {
      let drawn = values.indices.filter { mask >> $0 & 1 == 1 }.map { values[$0] }
      let rest = values.indices.filter { mask >> $0 & 1 == 0 }.map { values[$0] }
      let u = Self.twiceU(drawn, rest)
      all += 1
      if u <= observed { atMost += 1 }
      if u >= observed { atLeast += 1 }
    }
    let (less, greater) = (Double(atMost) / Double(all), Double(atLeast) / Double(all))
    let expected: [Alternative: Double] = [
      .less: less, .greater: greater, .twoSided: min(1, 2 * min(less, greater)),
    ]
    for (alternative, p) in expected {
      let test = try RankTest.mannWhitney(first, second, alternative: alternative)
      #expect(test.statistic == Double(observed) / 2)
      #expect(ValueSamples.agree(test.pValue, p))
    }
  }

  private static func twiceU(_ first: [Double], _ second: [Double]) -> Int {
    var sum = 0
    for x in first { for y in second { sum += x > y ? 2 : x == y ? 1 : 0 } }
    return sum
  }

  @Test(
    "large samples: the same U and ties as by comparing every pair",
    arguments: [(61, 47, 5), (200, 13, 9), (1, 2501, 40), (2501, 1, 3), (73, 71, 1 << 30)]
      as [(Int, Int, UInt64)])
  func everyPair(_ m: Int, _ n: Int, _ levels: UInt64) throws {
    let first = ValueSamples.scattered(m, seed: 5, levels: levels)
    let second = ValueSamples.scattered(n, seed: 8, levels: levels).map { $0 - 1 }
    let dominance = try Dominance(first, second)
    #expect(dominance.twiceWins == Self.twiceU(first, second))
    #expect(dominance.tieSum == Ranks(of: first + second).tieSum)
    #expect(try RankTest.mannWhitney(first, second).statistic == Double(dominance.twiceWins) / 2)
  }

  @Test("swapping the groups mirrors U and keeps p", arguments: [20, 60])
  func antisymmetric(_ count: Int) throws {
    let x = ValueSamples.scattered(count, seed: 3, levels: 11)
    let y = ValueSamples.scattered(count + 5, seed: 4, levels: 12)
    let one = try RankTest.mannWhitney(x, y, alternative: .less)
    let other = try RankTest.mannWhitney(y, x, alternative: .greater)
    #expect(one.statistic + other.statistic == Double(count * (count + 5)))
    #expect(ValueSamples.agree(one.pValue, other.pValue, relative: 1e-13))
    let turned = try RankTest.mannWhitney(x.map { -$0 }, y.map { -$0 }, alternative: .greater)
    #expect(ValueSamples.agree(one.pValue, turned.pValue, relative: 1e-13))
  }

  @Test("only the order counts")
  func monotone() throws {
    let x = ValueSamples.scattered(9, seed: 1, levels: 20)
    let y = ValueSamples.scattered(8, seed: 2, levels: 20)
    let plain = try RankTest.mannWhitney(x, y)
    let bent = try RankTest.mannWhitney(x.map { $0 * $0 * $0 - 7 }, y.map { $0 * $0 * $0 - 7 })
    #expect(plain == bent)
    let shuffled = try RankTest.mannWhitney(x.reversed(), y.sorted())
    #expect(plain == shuffled)
  }

  @Test("minus zero is zero", arguments: [5, 60])
  func minusZero(_ count: Int) throws {
    let ones = Array(repeating: 1.0, count: count)
    let a = try RankTest.mannWhitney(ones + [-0.0, 0, -0.0], ones + [0, -0.0])
    let b = try RankTest.mannWhitney(ones + [0, 0, 0], ones + [0, 0])
    #expect(a == b)
  }

  @Test("exact and approximate p values meet above the limit")
  func approximation() throws {
    let x = (0..<51).map { Double($0 * 2) }
    let y = (0..<51).map { Double($0 * 2 + 11) }
    let test = try RankTest.mannWhitney(x, y)
    #expect(!test.isExact && test.cautions.isEmpty)
    let ranks = Ranks(of: x + y).midranks.map { Int($0) }
    let exact = ScoreDistribution(drawing: 51, of: ranks)
      .tails(at: ranks[..<51].reduce(0, +)).pValue(.twoSided)
    #expect(ValueSamples.agree(test.pValue, exact, relative: 0.01))
  }
}
