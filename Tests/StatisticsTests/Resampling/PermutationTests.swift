import Foundation
import Testing

@testable import Statistics

@Suite("Permutation tests: published numbers and other programs")
struct PermutationPublishedTests {
  /// Fisher 1935, The design of experiments, section 21: of 32 768 sums of Darwin's differences,
  /// 863 are 314 or more; so 1 726 are as large in either direction.
  @Test(arguments: [(.twoSided, 1_726), (.greater, 863), (.less, 31_933)] as [(Alternative, Int)])
  func maize(_ row: (alternative: Alternative, count: Int)) throws {
    let zeros = [Double](repeating: 0, count: 15)
    let test = try PermutationTest.paired(
      ResamplingSamples.maize, zeros, alternative: row.alternative)
    #expect(test.isExact && test.alternative == row.alternative)
    #expect(test.pValue == Double(row.count) / 32_768)
    #expect(test.statistic == 314.0 / 15)
  }

  /// scipy 1.17.1, `stats.permutation_test` over all 11 440 splits, two-sided with the absolute
  /// difference as the statistic.
  @Test(arguments: [(.twoSided, 3_184), (.greater, 1_613), (.less, 9_853)] as [(Alternative, Int)])
  func mice(_ row: (alternative: Alternative, count: Int)) throws {
    let (first, second) = (ResamplingSamples.treated, ResamplingSamples.untreated)
    let test = try PermutationTest.means(first, second, alternative: row.alternative)
    #expect(test.isExact)
    #expect(abs(test.pValue - Double(row.count) / 11_440) < 1e-15)
    #expect(agrees(test.statistic, 30.63, decimals: 2))
    // The larger group first takes the other way through the same splits.
    let turned = try PermutationTest.means(second, first, alternative: row.alternative.turned)
    #expect(turned.pValue == test.pValue && turned.statistic == -test.statistic)
  }

  /// scipy 1.17.1, `stats.permutation_test` over all 5 040 pairings.
  @Test(arguments: [(.twoSided, 440), (.greater, 223), (.less, 4_820)] as [(Alternative, Int)])
  func correlation(_ row: (alternative: Alternative, count: Int)) throws {
    let test = try PermutationTest.correlation(
      ResamplingSamples.pairedX, ResamplingSamples.pairedY, alternative: row.alternative)
    #expect(test.isExact)
    #expect(abs(test.pValue - Double(row.count) / 5_040) < 1e-15)
    #expect(abs(test.statistic - 0.6921596837492283) < 1e-14)
  }
}

@Suite("Permutation tests: independent computation")
struct PermutationIndependentTests {
  private static let groups: [(first: [Double], second: [Double])] = [
    ([1, 2], [3, 4]), ([0.1, 0.2, 0.3], [0.3, 0.2, 0.7, 0.1]), ([5, 5, 5], [5, 5, 6]),
    ([1, 1, 1, 9, 9], [1, 9]), ([-1e300, 2e300, 0], [1e300, 1e300, 3e299]),
    ([2, 2, 2], [2, 2]),
  ]

  /// Every split as a bit pattern, in whole multiples of a tenth, so that ties are exact.
  @Test("splits counted as bit patterns", arguments: groups.indices)
  func means(_ index: Int) throws {
    let (first, second) = Self.groups[index]
    let unit = (first + second).contains { abs($0) > 1e200 } ? 1e299 : 0.1
    let tenths = (first + second).map { Int(($0 / unit).rounded()) }
    let (n, m) = (first.count, tenths.count)
    // The difference of the means times both sizes.
    let gap = { (sum: Int) in m * sum - n * tenths.reduce(0, +) }
    let observed = gap(tenths[..<n].reduce(0, +))
    var (two, less, greater, all) = (0, 0, 0, 0)
    for pattern in 0..<(1 << m) where pattern.nonzeroBitCount == n {
      let value = gap(tenths.indices.reduce(0) { $0 + (pattern >> $1 & 1) * tenths[$1] })
      all += 1
      if abs(value) >= abs(observed) { two += 1 }
      if value <= observed { less += 1 }
      if value >= observed { greater += 1 }
    }
    for (alternative, count) in [(Alternative.twoSided, two), (.less, less), (.greater, greater)] {
      let test = try PermutationTest.means(first, second, alternative: alternative)
      #expect(test.isExact && abs(test.pValue - Double(count) / Double(all)) < 1e-15)
    }
  }

  /// The share of splits at or beyond the observed one, known for a sample beyond the exact limit:
  /// of 24 values from 1 to 24, C(24, 12) splits; the sums of ranks are the Wilcoxon distribution.
  @Test("random permutations come near the exact p value")
  func random() throws {
    let first: [Double] = [1, 2, 4, 5, 7, 9, 10, 12, 13, 15, 18, 20]
    let second = (1...24).map(Double.init).filter { !first.contains($0) }
    // The number of ways to reach each rank sum with 12 of 24 ranks.
    var ways = [[Double]](repeating: [Double](repeating: 0, count: 301), count: 13)
    ways[0][0] = 1
    for rank in 1...24 {
      for size in stride(from: min(12, rank), through: 1, by: -1) {
        for sum in stride(from: 300, through: rank, by: -1) {
          ways[size][sum] += ways[size - 1][sum - rank]
        }
      }
    }
    let observed = Int(first.reduce(0, +))
    let exact = ways[12][...observed].reduce(0, +) / ways[12].reduce(0, +)
    let test = try PermutationTest.means(
      first, second, alternative: .less, permutations: 9_999, seed: 12)
    #expect(!test.isExact)
    #expect(abs(test.pValue - exact) < 4 * (exact * (1 - exact) / 9_999).squareRoot())
    #expect((test.pValue * 10_000).rounded() / 10_000 == test.pValue)
  }

  /// Random and exact agree for the other two, on values just beyond and just below the limit.
  @Test func randomPairs() throws {
    let zeros = [Double](repeating: 0, count: 18)
    let differences = ResamplingSamples.maize + [0, 0, 0]
    // Zeros double every sum's count, so the exact p value stays Fisher's.
    let test = try PermutationTest.paired(differences, zeros, permutations: 19_999, seed: 2)
    let exact = 1_726.0 / 32_768
    #expect(!test.isExact)
    #expect(abs(test.pValue - exact) < 4 * (exact / 19_999).squareRoot())

    let x = (0..<9).map(Double.init)
    let y: [Double] = [2, 0, 1, 5, 3, 4, 8, 7, 6]
    let paired = try PermutationTest.correlation(x, y, permutations: 9_999, seed: 3)
    #expect(!paired.isExact && paired.pValue < 0.01 && paired.pValue >= 1 / 10_000.0)
    // Strong opposite order: among the least probable of all.
    let opposite = try PermutationTest.correlation(
      x, y.map { -$0 }, alternative: .greater, permutations: 9_999, seed: 3)
    #expect(opposite.pValue > 0.99)
  }
}

@Suite("Permutation tests: properties and refusals")
struct PermutationPropertyTests {
  private static let first = (0..<15).map { Double(($0 * 7) % 11) }
  private static let second = (0..<14).map { Double(($0 * 5) % 13) + 1 }

  @Test("scale, shift and order change nothing; the seed decides")
  func invariance() throws {
    let test = try PermutationTest.means(Self.first, Self.second, permutations: 999, seed: 1)
    let moved = try PermutationTest.means(
      Self.first.map { $0 * 8 + 64 }, Self.second.map { $0 * 8 + 64 }, permutations: 999, seed: 1)
    #expect(moved.pValue == test.pValue && abs(moved.statistic - 8 * test.statistic) < 1e-12)
    let again = try PermutationTest.means(Self.first, Self.second, permutations: 999, seed: 1)
    #expect(again == test)
    let other = try PermutationTest.means(Self.first, Self.second, permutations: 999, seed: 2)
    #expect(other.pValue != test.pValue && abs(other.pValue - test.pValue) < 0.1)
    let swapped = try PermutationTest.means(
      Self.first.reversed(), Self.second.reversed(), permutations: 9_999, seed: 1)
    #expect(abs(swapped.pValue - test.pValue) < 0.06)
  }

  @Test("the two sides overlap in the ties only", arguments: [1, 2, 3])
  func sides(_ shift: Int) throws {
    let x = [1, 4, 2, 8, 5, 7].map { Double($0 * shift % 9) }
    let y = [3, 1, 4, 1, 5, 9].map(Double.init)
    let tests = { (alternative: Alternative) throws in
      [
        try PermutationTest.means(x, y, alternative: alternative),
        try PermutationTest.paired(x, y, alternative: alternative),
        try PermutationTest.correlation(x, y, alternative: alternative),
      ]
    }
    let both = try tests(.twoSided)
    let (lower, upper) = (try tests(.less), try tests(.greater))
    for ((two, less), greater) in zip(zip(both, lower), upper) {
      #expect(less.pValue + greater.pValue >= 1)
      #expect(two.pValue >= min(less.pValue, greater.pValue) - 1e-15)
      #expect(two.statistic == less.statistic && two.pValue > 0 && two.pValue <= 1)
    }
  }

  @Test("nothing to tell apart: p is 1")
  func equal() throws {
    #expect(try PermutationTest.means([3, 3, 3], [3, 3]).pValue == 1)
    #expect(try PermutationTest.paired([1, 2, 3], [1, 2, 3]).pValue == 1)
    let many = [Double](repeating: 0.1, count: 40)
    #expect(try PermutationTest.means(many, many, permutations: 200).pValue == 1)
    #expect(try PermutationTest.paired(many, many, permutations: 200).pValue == 1)
  }

  @Test(arguments: [
    Refusal("the permutation test of two means of an empty sample is not defined") {
      try PermutationTest.means([], [])
    },
    Refusal(
      "the permutation test of two means needs at least 2 values in each group; group 2 has 1"
    ) {
      try PermutationTest.means([1, 2, 3], [4])
    },
    Refusal("value 4 of the sample is not a number") {
      try PermutationTest.means([1, 2, 3], [.nan, 1])
    },
    Refusal(
      "the permutation test of paired differences needs pairs; there are 3 values on one side "
        + "and 2 on the other"
    ) {
      try PermutationTest.paired([1, 2, 3], [4, 5])
    },
    Refusal("the permutation test of paired differences needs at least 2 values; 1 was given") {
      try PermutationTest.paired([1], [4])
    },
    Refusal(
      "the permutation test of paired differences of this sample is too large for a "
        + "floating-point number"
    ) {
      try PermutationTest.paired([1.7e308, 1], [-1.7e308, 1])
    },
    Refusal("the permutation test of a correlation needs at least 3 values; 2 were given") {
      try PermutationTest.correlation([1, 2], [4, 5])
    },
    Refusal("the permutation test of a correlation is not defined when all values are equal") {
      try PermutationTest.correlation([0.1, 0.1, 0.1], [4, 5, 6])
    },
    Refusal("value 1 of the sample is infinite") {
      try PermutationTest.correlation([1, 2, 3], [-.infinity, 5, 6])
    },
    Refusal("this resampling needs at least 100 replicates; 1 was asked for") {
      try PermutationTest.means([1, 2, 3], [4, 5], permutations: 1)
    },
    Refusal("a resampling takes at most 10000000 replicates; 10000001 were asked for") {
      try PermutationTest.correlation([1, 2, 3], [4, 5, 6], permutations: 10_000_001)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
