import Foundation
import Testing

@testable import Statistics

@Suite("Cramér V")
struct CramersVTests {
  /// A table, its V from scipy 1.17.1 (`contingency.association`), the ends by root finding over
  /// scipy's `ncx2`, and the corrected V by Bergsma's formulas in numpy.
  struct Row: Sendable {
    let table: [[Int]]
    let value: Double
    let lower: Double
    let upper: Double
    let corrected: Double
  }

  @Test(arguments: [
    Row(
      table: PublishedTables.jobSatisfaction, value: 0.14392217453234737, lower: 0,
      upper: 0.1693439514193599, corrected: 0),
    Row(
      table: PublishedTables.party, value: 0.10443580235646777, lower: 0.06490741810255518,
      upper: 0.14026390466568628, corrected: 0.10091998278440888),
    Row(
      table: [[12, 5], [7, 9]], value: 0.27139234260883977, lower: 0, upper: 0.6125777108213162,
      corrected: 0.20921679726980258),
    Row(
      table: [[40, 10, 5], [8, 30, 12], [3, 9, 44]], value: 0.5718567708616987,
      lower: 0.4534884883617827, upper: 0.6735731373498156, corrected: 0.5643593131235055),
    Row(
      table: [[68, 119, 26, 7], [20, 84, 17, 94], [15, 54, 14, 10], [5, 29, 14, 16]],
      value: 0.2790446233426584, lower: 0.2235270163689019, upper: 0.317988102937572,
      corrected: 0.27048315291231567),
  ])
  func scipy(_ row: Row) throws {
    let table = try ContingencyTable(row.table)
    let estimate = try table.cramersV()
    #expect(relativeError(estimate.value, row.value) < 1e-13)
    let interval = try #require(estimate.interval)
    #expect(abs(interval.lower - row.lower) < 1e-10)
    #expect(abs(interval.upper - row.upper) < 1e-10)
    #expect(abs(estimate.biasCorrected - row.corrected) < 1e-13)
    let turned = try table.transposed.cramersV()
    #expect(abs(turned.biasCorrected - estimate.biasCorrected) < 1e-14)
    #expect(abs(try #require(turned.interval).lower - interval.lower) < 1e-12)
  }

  @Test("V is 1 when each row tells the column, and 0 when it tells nothing")
  func extremes() throws {
    let perfect = try ContingencyTable([[7, 0, 0], [0, 5, 0], [0, 0, 9]]).cramersV()
    #expect(abs(perfect.value - 1) < 1e-15 && abs(perfect.biasCorrected - 1) < 1e-15)
    #expect(try #require(perfect.interval).upper == 1)
    let flat = try ContingencyTable([[5, 5], [5, 6]]).cramersV(confidence: 0.8)
    #expect(flat.value < 0.1 && flat.biasCorrected == 0 && flat.interval?.lower == 0)
  }

  @Test("a table that fits better than chance lets expect has no interval")
  func tooGood() throws {
    let table = try ContingencyTable([[5, 5], [5, 5]])
    let flat = try table.cramersV()
    #expect(flat.value == 0 && flat.biasCorrected == 0 && flat.interval == nil)
    // P(X <= 0.0043) is about 0.05 for one degree of freedom.
    let close = try ContingencyTable([[105, 105], [104, 107]])
    let statistic = try close.chiSquaredTest()
    #expect(statistic.pValue > 0.85 && statistic.pValue < 0.95)
    #expect(try close.cramersV(confidence: 0.95).interval != nil)
    #expect(try close.cramersV(confidence: 0.5).interval == nil)
  }

  @Test("one person per row tells nothing after the correction")
  func single() throws {
    for counts in [[[1, 0, 0], [0, 1, 0], [0, 0, 1]], [[1, 0], [0, 1], [1, 0]]] {
      let v = try ContingencyTable(counts).cramersV()
      #expect(v.value > 0.99 && v.biasCorrected == 0)
    }
  }

  @Test("the lower end is 0 exactly when the chi-squared test does not reject")
  func duality() throws {
    for counts in TableEnumeration.fourfold(through: 3) {
      let table = try ContingencyTable(counts)
      for level in [0.5, 0.8, 0.95] {
        let lower = try table.cramersV(confidence: level).interval?.lower ?? 0
        #expect((lower == 0) == (try table.chiSquaredTest().pValue >= (1 - level) / 2))
      }
    }
  }

  @Test("more confidence makes it wider, more people narrower")
  func monotone() throws {
    let counts = [[40, 10, 5], [8, 30, 12], [3, 9, 44]]
    let table = try ContingencyTable(counts)
    var inner: Interval?
    for confidence in [0.01, 0.5, 0.9, 0.99, 0.999999, 1 - 1e-12] {
      let outer = try #require(try table.cramersV(confidence: confidence).interval)
      if let inner { #expect(outer.lower <= inner.lower && inner.upper <= outer.upper) }
      inner = outer
    }
    let many = try ContingencyTable(counts.map { $0.map { 10_000 * $0 } }).cramersV()
    let interval = try #require(many.interval)
    #expect(interval.upper - interval.lower < 0.003 && interval.contains(many.value))
  }

  @Test func tooLarge() throws {
    let table = try ContingencyTable([[1_000_000_000, 1], [1, 1]])
    Refusal("the Cramér V takes counts with a total of at most 1000000000") {
      try table.cramersV()
    }.verify()
  }
}

@Suite("Noncentral chi-squared distribution")
struct NoncentralChiSquaredTests {
  /// scipy 1.17.1, `ncx2.cdf` and `ncx2.sf`; R 4.2.2, `pchisq`, agrees to its ten digits or so.
  @Test(
    arguments: [
      (3, 1, 0.5, 0.839944426939826, 0.1600555730601739),
      (10, 4, 20, 0.043444850665900654, 0.9565551493340995),
      (200, 9, 150, 0.9441693761042685, 0.05583062389573186),
      (0.01, 1, 5, 0.006593087241967076, 0.9934069127580328),
      (1e4, 3, 9500, 0.9941643136074061, 0.005835686392596383),
      (30, 2, 1, 0.9999907649681293, 9.235031870423822e-06),
      (5, 2, 100, 1.9022664522435917e-15, 0.9999999999999983),
    ] as [(Double, Double, Double, Double, Double)])
  func scipy(_ x: Double, _ k: Double, _ lambda: Double, _ lower: Double, _ upper: Double) throws {
    let distribution = NoncentralChiSquared(degreesOfFreedom: k, noncentrality: lambda)
    #expect(relativeError(try distribution.lowerTail(x), lower) < 1e-11)
    #expect(relativeError(try distribution.upperTail(x), upper) < 1e-11)
  }

  /// With one degree of freedom it is the square of a normal variable with mean √λ.
  @Test(
    "agrees with the normal distribution for one degree of freedom",
    arguments: [0, 0.3, 7, 200, 30_000] as [Double])
  func normal(_ lambda: Double) throws {
    let distribution = NoncentralChiSquared(degreesOfFreedom: 1, noncentrality: lambda)
    for shift in [-5, -2, -0.5, 0.1, 1, 4.5] where shift + lambda.squareRoot() > 0 {
      let root = lambda.squareRoot() + shift
      let upper =
        (erfc(shift / 2.0.squareRoot()) + erfc((root + lambda.squareRoot()) / 2.0.squareRoot())) / 2
      let found = try distribution.upperTail(root * root)
      #expect(relativeError(found, upper) < 1e-10, "\(root)")
      #expect(abs(try distribution.lowerTail(root * root) - (1 - upper)) < 1e-12)
    }
  }

  @Test("both tails add up to 1", arguments: [0.001, 0.5, 20, 900, 1e6] as [Double])
  func sum(_ lambda: Double) throws {
    for k in [1, 2, 5, 40] as [Double] {
      let distribution = NoncentralChiSquared(degreesOfFreedom: k, noncentrality: lambda)
      for x in [1e-30, 1e-6, 0.3, lambda / 2, lambda, lambda + k, 1.5 * lambda + 10] {
        let sum = try distribution.lowerTail(x) + distribution.upperTail(x)
        #expect(abs(sum - 1) < 1e-11, "\(k) \(x)")
      }
    }
  }
}
