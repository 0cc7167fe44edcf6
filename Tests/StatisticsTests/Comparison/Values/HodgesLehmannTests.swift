import Testing

@testable import Statistics

@Suite("Hodges–Lehmann estimates")
struct HodgesLehmannTests {
  /// R 4.2.2, `wilcox.test(..., conf.int = TRUE)`, data of Hollander and Wolfe 1973.
  @Test(
    arguments: [
      (0.95, -0.15, 0.76, 0.010, 0.786), (0.8, -0.05, 0.70, 0.220, 0.691),
    ] as [(Double, Double, Double, Double, Double)])
  func published(
    _ level: Double, _ lower: Double, _ upper: Double, _ pairedLower: Double,
    _ pairedUpper: Double
  ) throws {
    let shift = try HodgesLehmann.shift(
      ValueSamples.atTerm, ValueSamples.early, confidence: level)
    #expect(abs(shift.value - 0.305) < 1e-14 && shift.standardError == nil)
    #expect(abs(shift.interval.lower - lower) < 1e-14)
    #expect(abs(shift.interval.upper - upper) < 1e-14)
    let paired = try HodgesLehmann.pairedShift(
      ValueSamples.firstVisit, ValueSamples.secondVisit, confidence: level)
    #expect(abs(paired.value - 0.46) < 1e-14)
    #expect(abs(paired.interval.lower - pairedLower) < 1e-14)
    #expect(abs(paired.interval.upper - pairedUpper) < 1e-14)
  }

  @Test("the median of all comparisons", arguments: [(1, 2), (6, 7), (40, 30), (80, 70)])
  func bruteForce(_ m: Int, _ n: Int) throws {
    let x = ValueSamples.scattered(m, seed: 9, levels: 50)
    let y = ValueSamples.scattered(n, seed: 10, levels: 40)
    let level = m == 1 ? 0.3 : 0.9
    let shift = try HodgesLehmann.shift(x, y, confidence: level)
    let differences = x.flatMap { a in y.map { a - $0 } }.sorted()
    #expect(shift.value == Self.median(differences))
    guard m > 1 else { return }
    let other = Array(y.prefix(min(m, n)))
    let paired = try HodgesLehmann.pairedShift(
      Array(x.prefix(other.count)), other, confidence: level)
    let d = zip(x, other).map { $0 - $1 }
    let means = d.indices.flatMap { i in d[i...].map { (d[i] + $0) / 2 } }.sorted()
    #expect(paired.value == Self.median(means))
  }

  private static func median(_ sorted: [Double]) -> Double {
    (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }

  @Test("the interval holds the shifts that the test does not reject", arguments: [0.8, 0.95])
  func duality(_ level: Double) throws {
    let x = ValueSamples.scattered(11, seed: 21)
    let y = ValueSamples.scattered(9, seed: 22)
    let interval = try HodgesLehmann.shift(x, y, confidence: level).interval
    let p = { (shift: Double) in
      try RankTest.mannWhitney(x.map { $0 - shift }, y).pValue
    }
    #expect(try p(interval.lower - 1) <= 1 - level)
    #expect(try p(interval.lower + 1) > 1 - level)
    #expect(try p(interval.upper + 1) <= 1 - level)
    #expect(try p(interval.upper - 1) > 1 - level)
    let pairs = try HodgesLehmann.pairedShift(Array(x[..<9]), y, confidence: level).interval
    let q = { (shift: Double) in
      try RankTest.signedRank(x[..<9].map { $0 - shift }, y).pValue
    }
    #expect(try q(pairs.lower - 1) <= 1 - level)
    #expect(try q(pairs.lower + 1) > 1 - level)
    #expect(try q(pairs.upper + 1) <= 1 - level)
    #expect(try q(pairs.upper - 1) > 1 - level)
  }

  /// The exact distributions just above the limits give the places that the approximation must hit.
  @Test("above the limit the interval is the exact one, or nearly", arguments: [0.9, 0.95])
  func approximation(_ level: Double) throws {
    let x = ValueSamples.scattered(101, seed: 31)
    let y = ValueSamples.scattered(101, seed: 32)
    let tail = (1 - level) / 2
    let few = Array(y[..<51])
    let shift = try HodgesLehmann.shift(Array(x[..<51]), few, confidence: level).interval
    let differences = x[..<51].flatMap { a in few.map { a - $0 } }.sorted()
    let place = try #require(
      ScoreDistribution(drawing: 51, of: Array(1...102)).largestPlace(lowerTailAtMost: tail))
    #expect(shift.lower == differences[place] && shift.upper == differences[2600 - place])
    let paired = try HodgesLehmann.pairedShift(x, y, confidence: level).interval
    let d = zip(x, y).map { $0 - $1 }
    let means = d.indices.flatMap { i in d[i...].map { (d[i] + $0) / 2 } }.sorted()
    let cut = try #require(
      ScoreDistribution(tossingFor: Array(1...101)).largestPlace(lowerTailAtMost: tail))
    // At 95 % the rounded place may be the neighbour.
    #expect(means[cut - 1] <= paired.lower && paired.lower <= means[cut + 1])
    #expect(means[5149 - cut] <= paired.upper && paired.upper <= means[5151 - cut])
  }

  @Test("swapping the groups turns everything round, and moving one moves the shift")
  func antisymmetric() throws {
    let x = ValueSamples.scattered(25, seed: 41, levels: 64)
    let y = ValueSamples.scattered(20, seed: 42, levels: 64)
    let one = try HodgesLehmann.shift(x, y)
    let other = try HodgesLehmann.shift(y, x)
    #expect(one.value == -other.value && one.interval.lower == -other.interval.upper)
    let moved = try HodgesLehmann.shift(x.map { $0 + 5 }, y)
    #expect(moved.value == one.value + 5 && moved.interval.upper == one.interval.upper + 5)
  }

  @Test("one value against very many: the ends stay inside the range")
  func lopsided() throws {
    let y = (0..<3000).map { Double($0) }
    let shift = try HodgesLehmann.shift([1000], y)
    #expect(shift.interval.lower == -1999 && shift.interval.upper == 1000)
    #expect(shift.value == -499.5)
  }
}
