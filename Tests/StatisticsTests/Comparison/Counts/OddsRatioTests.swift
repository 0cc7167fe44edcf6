import Foundation
import Statistics
import Testing

@Suite("Exact odds ratio")
struct ExactOddsRatioTests {
  /// R, help page of `fisher.test`: tea tasting, estimate 6.408309, one-sided 95 % interval from
  /// 0.3135693; convictions, 0.04693661, one-sided 95 % interval to 0.2849601. A one-sided interval
  /// of 95 % has the end of a two-sided one of 90 %.
  @Test func helpPage() throws {
    let tea = try ContingencyTable(PublishedTables.tea).exactOddsRatio(confidence: 0.9)
    #expect(agrees(try #require(tea.value), 6.408309, decimals: 4))
    #expect(agrees(tea.lower, 0.3135693, decimals: 5))
    let twins = try ContingencyTable(PublishedTables.convictions).exactOddsRatio(confidence: 0.9)
    #expect(agrees(try #require(twins.value), 0.04693661, decimals: 6))
    #expect(agrees(try #require(twins.upper), 0.2849601, decimals: 5))
  }

  /// R 4.2.2, `fisher.test`, made to search for its roots as far as it can (`uniroot` with
  /// `tol = 1e-300`; by itself it stops at a relative 1e-4 or so), and scipy 1.17.1,
  /// `contingency.odds_ratio`. The two agree to eleven digits.
  @Test(
    arguments: [
      ([[3, 1], [1, 3]], 6.4083196582, 0.21173559545, 626.24353059),
      ([[2, 10], [15, 3]], 0.04693663905, 0.003317163951, 0.36318960236),
      ([[1, 9], [11, 3]], 0.03720908483, 0.0006360029489, 0.42586647570),
      ([[8, 2], [1, 5]], 15.465819717, 1.00884920795, 1059.6394951),
      ([[200, 300], [250, 280]], 0.746879071932, 0.578614724429, 0.963385844075),
      ([[60, 40], [4000, 3900]], 1.46243145997, 0.961559701738, 2.24535151842),
    ] as [([[Int]], Double, Double, Double)])
  func fisherTest(_ counts: [[Int]], _ value: Double, _ lower: Double, _ upper: Double) throws {
    let ratio = try ContingencyTable(counts).exactOddsRatio()
    #expect(relativeError(try #require(ratio.value), value) < 2e-10)
    #expect(relativeError(ratio.lower, lower) < 2e-10)
    #expect(relativeError(try #require(ratio.upper), upper) < 2e-10)
    #expect(ratio.confidence == 0.95)
  }

  /// The same, for the smallest and the largest count: one end only.
  @Test func oneEnd() throws {
    let smallest = try ContingencyTable([[0, 5], [6, 4]]).exactOddsRatio()
    #expect(smallest.value == 0 && smallest.lower == 0)
    #expect(relativeError(try #require(smallest.upper), 1.27873752449) < 2e-11)
    let largest = try ContingencyTable([[5, 0], [0, 5]]).exactOddsRatio()
    #expect(largest.value == nil && largest.upper == nil)
    #expect(relativeError(largest.lower, 2.29704881321) < 1e-11)
  }

  /// The conditional estimate of the tea tasting solves ψ⁴ - 36ψ² - 32ψ - 3 = 0: the mean of the
  /// weights 1, 16ψ, 36ψ², 16ψ³, ψ⁴ is 3.
  @Test func quartic() throws {
    let ratio = try #require(try ContingencyTable(PublishedTables.tea).exactOddsRatio().value)
    let left = ratio * ratio * ratio * ratio
    #expect(relativeError(left, 36 * ratio * ratio + 32 * ratio + 3) < 1e-13)
  }

  /// Sums of whole-number weights times powers, and bisection.
  @Test("agrees with bisection over all tables of the margins")
  func bisection() throws {
    for counts in TableEnumeration.fourfold(through: 3) {
      let ratio = try ContingencyTable(counts).exactOddsRatio()
      let all = TableEnumeration.tables(like: counts)
      let weights = all.map { (k: $0[0][0], ways: Double(TableEnumeration.ways($0))) }
      let x = counts[0][0]
      func root(_ f: (_ tail: (ClosedRange<Int>) -> Double, _ mean: Double) -> Double) -> Double {
        var (low, high) = (-30.0, 30.0)
        for _ in 0..<80 {
          let middle = (low + high) / 2
          let terms = weights.map { ($0.k, $0.ways * exp(middle * Double($0.k - x))) }
          let sum = terms.reduce(0) { $0 + $1.1 }
          let mean = terms.reduce(0) { $0 + Double($1.0) * $1.1 } / sum
          let tail = { (range: ClosedRange<Int>) in
            terms.filter { range.contains($0.0) }.reduce(0) { $0 + $1.1 } / sum
          }
          if f(tail, mean) < 0 { low = middle } else { high = middle }
        }
        return exp(low)
      }
      let (first, last) = (weights.map(\.k).min() ?? 0, weights.map(\.k).max() ?? 0)
      if x == first {
        #expect(ratio.value == 0 || first == last)
        #expect(ratio.lower == 0)
      } else {
        let lower = root { tail, _ in tail(x...last) - 0.025 }
        #expect(relativeError(ratio.lower, lower) < 1e-11)
      }
      if x == last {
        #expect(ratio.upper == nil)
      } else {
        let upper = root { tail, _ in 0.025 - tail(first...x) }
        #expect(relativeError(try #require(ratio.upper), upper) < 1e-11)
      }
      if x > first, x < last {
        let value = root { _, mean in mean - Double(x) }
        #expect(relativeError(try #require(ratio.value), value) < 1e-11)
      } else if x == last, first < last {
        #expect(ratio.value == nil)
      }
    }
  }

  @Test("exchanging the rows gives the reciprocal")
  func reciprocal() throws {
    let one = try ContingencyTable([[8, 2], [1, 5]]).exactOddsRatio()
    let other = try ContingencyTable([[1, 5], [8, 2]]).exactOddsRatio()
    #expect(relativeError(try #require(one.value) * (try #require(other.value)), 1) < 1e-12)
    #expect(relativeError(one.lower * (try #require(other.upper)), 1) < 1e-12)
  }

  @Test("the interval holds 1 when the one-sided tests do not reject")
  func duality() throws {
    for counts in TableEnumeration.fourfold(through: 5) {
      let table = try ContingencyTable(counts)
      let ratio = try table.exactOddsRatio()
      #expect(
        (try table.fisherExactTest(alternative: .greater).pValue > 0.025) == (ratio.lower < 1))
      let isBelow = ratio.upper.map { $0 > 1 } ?? true
      #expect((try table.fisherExactTest(alternative: .less).pValue > 0.025) == isBelow)
    }
  }

  @Test("a million people take no longer")
  func large() throws {
    let table = try ContingencyTable([[250_300, 249_700], [249_600, 250_400]])
    let (exact, approximate) = (try table.exactOddsRatio(), try table.oddsRatio())
    #expect(relativeError(try #require(exact.value), approximate.value) < 1e-6)
    #expect(relativeError(exact.lower, approximate.interval.lower) < 1e-4)
    #expect(relativeError(try #require(exact.upper), approximate.interval.upper) < 1e-4)
  }

  @Test(arguments: [
    Refusal("the exact odds ratio is not defined when row 2 has no counts") {
      try ContingencyTable([[1, 2], [0, 0]]).exactOddsRatio()
    },
    Refusal("the exact odds ratio is not defined when column 2 has no counts") {
      try ContingencyTable([[1, 0], [3, 0]]).exactOddsRatio()
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}

@Suite("Odds ratio")
struct OddsRatioTests {
  /// Agresti 2002, section 3.1.1: 1.832, interval 1.44 to 2.33, standard error 0.123.
  @Test func aspirin() throws {
    let ratio = try ContingencyTable(PublishedTables.aspirin).oddsRatio()
    #expect(agrees(ratio.value, 1.832, decimals: 3))
    #expect(agrees(ratio.interval.lower, 1.44, decimals: 2))
    #expect(agrees(ratio.interval.upper, 2.33, decimals: 2))
    #expect(agrees(try #require(ratio.standardErrorOfLogarithm), 0.123, decimals: 3))
  }

  /// scipy 1.17.1, `contingency.odds_ratio(kind="sample")`, sixteen digits.
  @Test(
    arguments: [
      ([[3, 1], [1, 3]], 9, 0.36663693192554553, 220.92700692915736),
      ([[2, 10], [15, 3]], 0.04, 0.005634539763728704, 0.2839628553692535),
      ([[200, 300], [250, 280]], 0.7466666666666667, 0.5831472898889659, 0.956038244158288),
    ] as [([[Int]], Double, Double, Double)])
  func sample(_ counts: [[Int]], _ value: Double, _ lower: Double, _ upper: Double) throws {
    let ratio = try ContingencyTable(counts).oddsRatio()
    #expect(relativeError(ratio.value, value) < 1e-14)
    #expect(relativeError(ratio.interval.lower, lower) < 1e-12)
    #expect(relativeError(ratio.interval.upper, upper) < 1e-12)
  }

  @Test("½ is added only to tables with a count of 0")
  func halves() throws {
    let full = try ContingencyTable([[8, 2], [1, 5]])
    #expect(try full.oddsRatio(zeroCells: .addHalf) == full.oddsRatio())
    let zero = try ContingencyTable([[0, 5], [6, 4]]).oddsRatio(zeroCells: .addHalf)
    #expect(relativeError(zero.value, 0.5 / 5.5 * (4.5 / 6.5)) < 1e-15)
    let error = (1 / 0.5 + 1 / 5.5 + 1 / 6.5 + 1 / 4.5).squareRoot()
    #expect(relativeError(try #require(zero.standardErrorOfLogarithm), error) < 1e-15)
    #expect(
      relativeError(zero.interval.lower * zero.interval.upper, zero.value * zero.value) < 1e-14)
  }

  @Test("exchanging the rows gives the reciprocal")
  func reciprocal() throws {
    let one = try ContingencyTable([[8, 2], [1, 5]]).oddsRatio()
    let other = try ContingencyTable([[1, 5], [8, 2]]).oddsRatio()
    #expect(relativeError(one.value * other.value, 1) < 1e-15)
    #expect(relativeError(one.interval.lower * other.interval.upper, 1) < 1e-14)
  }

  @Test(arguments: [
    Refusal("the odds ratio needs counts above 0; the count in row 2, column 1 is 0") {
      try ContingencyTable([[3, 1], [0, 5]]).oddsRatio()
    },
    Refusal("the odds ratio is not defined when column 1 has no counts") {
      try ContingencyTable([[0, 1], [0, 5]]).oddsRatio(zeroCells: .addHalf)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
