import Foundation
import Statistics
import Testing

@Suite("Pearson correlation")
struct PearsonTests {
  /// A sample and what R prints.
  struct Row: Sendable {
    let pairs: (x: [Double], y: [Double])
    let r: Double
    let t: Double
    let p: Double
    let lower: Double
    let upper: Double
  }

  /// R 4.2.2, `cor.test`, fifteen digits; scipy 1.17.1 gives the same r and p.
  @Test(arguments: [
    Row(
      pairs: PairedSamples.tuna, r: 0.571181557563829, t: 1.841082638115338, p: 0.108173054349494,
      lower: -0.149742633036757, upper: 0.895579461838739),
    Row(
      pairs: PairedSamples.cars, r: -0.867659376517228, t: -9.55904414697211,
      p: 1.29395870135052e-10,
      lower: -0.933826413284994, upper: -0.744087196460113),
    Row(
      pairs: PairedSamples.longley, r: 0.983551611179669, t: 20.3740673570799,
      p: 8.36347878786517e-12,
      lower: 0.951991359000485, upper: 0.994423834551560),
  ])
  func corTest(_ row: Row) throws {
    let correlation = try PearsonCorrelation(row.pairs.x, row.pairs.y)
    #expect(relativeError(correlation.coefficient, row.r) < 1e-13)
    #expect(correlation.count == row.pairs.x.count)
    let estimate = try correlation.estimate()
    #expect(estimate.value == correlation.coefficient)
    #expect(relativeError(estimate.interval.lower, row.lower) < 1e-12)
    #expect(relativeError(estimate.interval.upper, row.upper) < 1e-12)
    let test = try correlation.test()
    #expect(relativeError(test.statistic, row.t) < 1e-12)
    #expect(relativeError(test.pValue, row.p) < 1e-11)
    #expect(test.degreesOfFreedom == [Double(row.pairs.x.count - 2)] && !test.isExact)
  }

  /// R 4.2.2, `cor.test` with `alternative`; the help page prints p = 0.05409 for "greater".
  @Test func oneSided() throws {
    let correlation = try PearsonCorrelation(PairedSamples.tuna.x, PairedSamples.tuna.y)
    let (greater, less) = (
      try correlation.test(alternative: .greater), try correlation.test(alternative: .less)
    )
    #expect(relativeError(greater.pValue, 0.0540865271747469) < 1e-12)
    #expect(relativeError(less.pValue, 0.945913472825253) < 1e-12)
    #expect(greater.alternative == .greater && less.alternative == .less)
  }

  /// In whole numbers `(n Σxy - Σx Σy) / √((n Σx² - (Σx)²)(n Σy² - (Σy)²))` has exact sums.
  @Test("agrees with whole-number sums", arguments: [5, 20, 300])
  func wholeNumbers(_ count: Int) throws {
    let (x, y) = PairedSamples.random(count, levels: 7, seed: 3)
    let (a, b) = (x.map { Int($0) }, y.map { Int($0) })
    func sum(_ values: [Int]) -> Int { values.reduce(0, +) }
    func spread(_ a: [Int], _ b: [Int]) -> Int {
      count * sum(zip(a, b).map { $0 * $1 }) - sum(a) * sum(b)
    }
    let r = Double(spread(a, b)) / (Double(spread(a, a)) * Double(spread(b, b))).squareRoot()
    #expect(abs(try PearsonCorrelation(x, y).coefficient - r) < 1e-14)
  }

  @Test("moving, stretching and exchanging the measurements does not matter")
  func affine() throws {
    let (x, y) = PairedSamples.tuna
    let r = try PearsonCorrelation(x, y).coefficient
    #expect(abs(try PearsonCorrelation(y, x).coefficient - r) < 1e-15)
    for (scale, shift) in [(3, 0), (-0.1, 7), (1, 1e6)] as [(Double, Double)] {
      let moved = try PearsonCorrelation(x.map { scale * $0 + shift }, y).coefficient
      #expect(abs(moved - (scale < 0 ? -r : r)) < 1e-9)
    }
    for scale in [1e300, 1e-300] {
      let moved = try PearsonCorrelation(x.map { scale * $0 }, y.map { -scale * $0 })
      #expect(abs(moved.coefficient + r) < 1e-14)
      #expect(abs(try moved.test().pValue - PearsonCorrelation(x, y).test().pValue) < 1e-13)
    }
  }

  @Test("values with many equal leading digits keep their precision")
  func leadingDigits() throws {
    let (x, y) = PairedSamples.random(50, levels: 9, seed: 5)
    let r = try PearsonCorrelation(x, y).coefficient
    let moved = try PearsonCorrelation(x.map { $0 + 0x1p50 }, y.map { $0 - 0x1p51 })
    #expect(moved.coefficient == r)
  }

  @Test("huge values do not overflow")
  func huge() throws {
    let most = Double.greatestFiniteMagnitude
    let correlation = try PearsonCorrelation([-most, most, most, -most], [1, 2, 2, 1])
    #expect(correlation.coefficient == 1)
    let other = try PearsonCorrelation([-most, most, 0, 0], [0, 0, -most, most])
    #expect(abs(other.coefficient) < 1e-15)
    #expect(try other.test().pValue == 1)
  }

  @Test("points on a line have exactly 1 or -1, no interval and no test")
  func line() throws {
    for slope in [2, -0.1, 3e200] {
      let x = [1, 2, 3, 5, 8].map { Double($0) }
      let correlation = try PearsonCorrelation(x, x.map { slope * $0 })
      let sign: Double = slope > 0 ? 1 : -1
      #expect(correlation.coefficient == sign)
      Refusal(
        "the interval of the Pearson correlation is not defined when the correlation is exactly 1 or "
          + "-1"
      ) {
        try correlation.estimate()
      }.verify()
      Refusal(
        "the t test of the Pearson correlation is not defined when the correlation is exactly 1 or "
          + "-1"
      ) {
        try correlation.test()
      }.verify()
    }
  }

  /// `1 - r²` is `(1 - e)²`-like here: with y = x + e v and v at right angles to x,
  /// `r = 1/√(1 + e²)` and `t = √(n - 2) / e`.
  @Test("a correlation near 1 keeps the digits of its test", arguments: [1e-3, 1e-6, 0x1p-30])
  func nearOne(_ e: Double) throws {
    let (x, v): ([Double], [Double]) = ([1, 1, -1, -1], [1, -1, 1, -1])
    let correlation = try PearsonCorrelation(x, zip(x, v).map { $0 + e * $1 })
    #expect(relativeError(try correlation.test().statistic, 2.0.squareRoot() / e) < 1e-6)
  }

  @Test("more confidence makes it wider")
  func monotone() throws {
    let correlation = try PearsonCorrelation(PairedSamples.cars.x, PairedSamples.cars.y)
    var inner: Interval?
    for confidence in [1e-9, 0.1, 0.5, 0.9, 0.99, 0.999999, 1 - 1e-12] {
      let outer = try correlation.estimate(confidence: confidence).interval
      #expect(outer.contains(correlation.coefficient) && outer.lower >= -1 && outer.upper <= 1)
      if let inner { #expect(outer.lower < inner.lower && inner.upper < outer.upper) }
      inner = outer
    }
  }

  @Test(arguments: [
    Refusal(
      "the Pearson correlation needs pairs; there are 2 values on one side and 3 on the other"
    ) {
      try PearsonCorrelation([1, 2], [1, 2, 3])
    },
    Refusal("the Pearson correlation of an empty sample is not defined") {
      try PearsonCorrelation([], [])
    },
    Refusal("the Pearson correlation needs at least 2 values; 1 was given") {
      try PearsonCorrelation([1], [1])
    },
    Refusal("value 2 of the sample is not a number") {
      try PearsonCorrelation([1, 2, 3], [1, .nan, 2])
    },
    Refusal("value 3 of the sample is infinite") {
      try PearsonCorrelation([1, 2, .infinity], [1, 2, 3])
    },
    Refusal("the Pearson correlation is not defined when all values are equal") {
      try PearsonCorrelation([1, 2, 3], [0.1, 0.1, 0.1])
    },
    Refusal("the interval of the Pearson correlation needs at least 4 values; 3 were given") {
      try PearsonCorrelation([1, 2, 3], [1, 3, 2]).estimate()
    },
    Refusal("the t test of the Pearson correlation needs at least 3 values; 2 were given") {
      try PearsonCorrelation([1, 2], [1, 3]).test()
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try PearsonCorrelation([1, 2, 3, 4], [1, 3, 2, 4]).estimate(confidence: 95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
