import Foundation
import Testing

@testable import Statistics

@Suite("Spearman correlation")
struct SpearmanTests {
  /// R 4.2.2, `cor.test(method = "spearman")`, exact: S = 48, fifteen digits.
  @Test func tuna() throws {
    let correlation = try SpearmanCorrelation(PairedSamples.tuna.x, PairedSamples.tuna.y)
    #expect(abs(correlation.coefficient - 0.6) < 1e-15)
    let test = try correlation.test()
    #expect(test.statistic == 48 && test.isExact && test.degreesOfFreedom.isEmpty)
    #expect(relativeError(test.pValue, 0.0967978395061728) < 1e-13)
    let greater = try correlation.test(alternative: .greater).pValue
    #expect(relativeError(greater, 0.0483989197530864) < 1e-13)
    let less = try correlation.test(alternative: .less).pValue
    #expect(relativeError(less, 0.957137345679012) < 1e-13)
  }

  @Test("agrees with going through all orders", arguments: [3, 4, 5, 6, 7])
  func enumeration(_ n: Int) throws {
    let straight = (1...n).map(Double.init)
    let orders = PairedSamples.orders(n)
    let sums = orders.map { order in
      zip(order, straight).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    let distribution = RankDifferences(count: n)
    let all = Double(orders.count)
    for s in 0...n * (n * n - 1) / 3 {
      let below = Double(sums.filter { $0 <= Double(s) }.count) / all
      #expect(abs(distribution.lowerTail(through: s) - below) < 1e-15)
      let above = Double(sums.filter { $0 >= Double(s) }.count) / all
      #expect(abs(distribution.upperTail(from: s) - above) < 1e-15)
    }
    for order in orders.prefix(40) {
      let test = try SpearmanCorrelation(straight, order).test()
      let sum = zip(order, straight).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      let below = Double(sums.filter { $0 <= sum }.count) / all
      let above = Double(sums.filter { $0 >= sum }.count) / all
      #expect(relativeError(test.pValue, min(1, 2 * min(below, above))) < 1e-13)
    }
  }

  /// With independent orders S has the mean `(n³ - n)/6` and the variance
  /// `n² (n + 1)² (n - 1) / 36`.
  @Test("the exact distribution has the right moments", arguments: [2, 8, 11, 12])
  func moments(_ n: Int) throws {
    let distribution = RankDifferences(count: n)
    let largest = n * (n * n - 1) / 3
    let (mean, half) = (Double(n * (n * n - 1)) / 6, Double(n * (n + 1)))
    // E S = Σ P(S >= s), and E S² = Σ (2s - 1) P(S >= s).
    let tails = (1...largest).map { (s: Double($0), tail: distribution.upperTail(from: $0)) }
    let first = tails.reduce(0) { $0 + $1.tail }
    let second = tails.reduce(0) { $0 + (2 * $1.s - 1) * $1.tail }
    #expect(relativeError(first, mean) < 1e-12)
    #expect(relativeError(second - first * first, half * half * Double(n - 1) / 36) < 1e-10)
  }

  /// R 4.2.2 and scipy 1.17.1, `spearmanr`: t approximation, fifteen digits.
  @Test func approximate() throws {
    let cars = try SpearmanCorrelation(PairedSamples.cars.x, PairedSamples.cars.y)
    #expect(relativeError(cars.coefficient, -0.886422033270298) < 1e-14)
    let test = try cars.test()
    #expect(relativeError(test.pValue, 1.48759485812743e-11) < 1e-11)
    #expect(test.cautions == [.ties] && !test.isExact && test.degreesOfFreedom == [30])
    let longley = try SpearmanCorrelation(PairedSamples.longley.x, PairedSamples.longley.y)
    #expect(relativeError(longley.coefficient, 0.985294117647059) < 1e-14)
    #expect(longley.squaredDifferences == 10 && !longley.hasTies)
    let without = try longley.test()
    #expect(relativeError(without.pValue, 3.836719544768068e-12) < 1e-11)
    #expect(without.cautions.isEmpty)
    let pain = try SpearmanCorrelation(PairedSamples.pain.x, PairedSamples.pain.y)
    #expect(relativeError(pain.coefficient, 0.377060881328790) < 1e-13)
    #expect(relativeError(try pain.test().pValue, 8.210263014978311e-07) < 1e-11)
  }

  /// Bonett and Wright 2000, formula by formula with the functions of Foundation.
  @Test func interval() throws {
    let correlation = try SpearmanCorrelation(PairedSamples.cars.x, PairedSamples.cars.y)
    let r = correlation.coefficient
    let error = ((1 + r * r / 2) / 29).squareRoot()
    let estimate = try correlation.estimate()
    let z = 1.959_963_984_540_054
    #expect(abs(estimate.interval.lower - tanh(atanh(r) - z * error)) < 1e-14)
    #expect(abs(estimate.interval.upper - tanh(atanh(r) + z * error)) < 1e-14)
  }

  @Test("it is Pearson's correlation of the ranks, and only the order matters")
  func ranks() throws {
    for levels in [0, 4] {
      let (x, y) = PairedSamples.random(40, levels: levels, seed: 9)
      let r = try SpearmanCorrelation(x, y).coefficient
      let ofRanks = try PearsonCorrelation(Ranks(of: x).midranks, Ranks(of: y).midranks)
      #expect(abs(r - ofRanks.coefficient) < 1e-15)
      #expect(try SpearmanCorrelation(x.map { exp($0) }, y.map { $0 * $0 * $0 }).coefficient == r)
      #expect(abs(try SpearmanCorrelation(y, x.map { -$0 }).coefficient + r) < 1e-15)
      if levels == 0 {
        let s = try SpearmanCorrelation(x, y).squaredDifferences
        #expect(abs(r - (1 - 6 * s / (40 * 1599))) < 1e-14)
      }
    }
  }

  @Test("exact and approximate agree at the border")
  func border() throws {
    let (x, y) = PairedSamples.random(12, levels: 0, seed: 21)
    let correlation = try SpearmanCorrelation(x, y)
    let exact = try correlation.test()
    let r = correlation.coefficient
    let t = r * (10 / (1 - r * r)).squareRoot()
    let approximate = try 2 * StudentT(degreesOfFreedom: 10).upperTail(abs(t))
    #expect(exact.isExact && abs(exact.pValue - approximate) < 0.01)
  }

  @Test("the same order without ties has 1 of n! on its side", arguments: [3, 9, 12, 13, 20])
  func perfect(_ n: Int) throws {
    let x = (1...n).map(Double.init)
    let factorial = x.reduce(1, *)
    let up = try SpearmanCorrelation(x, x.map { $0 * $0 })
    #expect(up.coefficient == 1)
    let test = try up.test()
    #expect(test.isExact && test.statistic == 0)
    #expect(relativeError(test.pValue, 2 / factorial) < 1e-12)
    #expect(relativeError(try up.test(alternative: .greater).pValue, 1 / factorial) < 1e-12)
    #expect(try up.test(alternative: .less).pValue == 1)
    let down = try SpearmanCorrelation(x, x.reversed())
    #expect(down.coefficient == -1)
    #expect(relativeError(try down.test().pValue, 2 / factorial) < 1e-12)
    #expect(relativeError(try down.test(alternative: .less).pValue, 1 / factorial) < 1e-12)
  }

  /// Goes through all orders of y and counts those that are as extreme.
  @Test(
    "a perfect order with ties is exact too",
    arguments: [[1, 1, 2, 3, 4], [1, 1, 2, 3, 3], [1, 2, 2, 2, 5, 6], [1, 2, 2, 3]] as [[Double]])
  func perfectWithTies(_ x: [Double]) throws {
    let places = PairedSamples.orders(x.count)
    for y in [x, x.map { -$0 }] {
      let observed = try SpearmanCorrelation(x, y)
      let all = try places.map { order in
        try SpearmanCorrelation(x, order.map { y[Int($0) - 1] }).coefficient
      }
      let count = { (matches: (Double) -> Bool) in
        Double(all.filter(matches).count) / Double(all.count)
      }
      #expect(abs(observed.coefficient) == 1)
      let two = try observed.test()
      #expect(two.isExact && relativeError(two.pValue, count { abs($0) == 1 }) < 1e-13)
      let greater = try observed.test(alternative: .greater).pValue
      #expect(relativeError(greater, count { $0 >= observed.coefficient }) < 1e-13)
    }
  }

  @Test(arguments: [
    Refusal(
      "the Spearman correlation needs pairs; there are 1 values on one side and 0 on the other"
    ) {
      try SpearmanCorrelation([1], [])
    },
    Refusal("the Spearman correlation of an empty sample is not defined") {
      try SpearmanCorrelation([], [])
    },
    Refusal("value 1 of the sample is not a number") {
      try SpearmanCorrelation([.nan, 2, 3], [1, 2, 2])
    },
    Refusal("the Spearman correlation is not defined when all values are equal") {
      try SpearmanCorrelation([3, 3, 3], [1, 2, 3])
    },
    Refusal("the interval of the Spearman correlation needs at least 4 values; 3 were given") {
      try SpearmanCorrelation([1, 2, 3], [1, 3, 2]).estimate()
    },
    Refusal(
      "the interval of the Spearman correlation is not defined when the correlation is exactly 1 "
        + "or -1"
    ) {
      try SpearmanCorrelation([1, 2, 3, 4], [1, 3, 4, 9]).estimate()
    },
    Refusal("the test of the Spearman correlation needs at least 3 values; 2 were given") {
      try SpearmanCorrelation([1, 2], [1, 3]).test()
    },
    Refusal("the confidence level must lie between 0 and 1; 90 was given, did you mean 0.9?") {
      try SpearmanCorrelation([1, 2, 3, 4], [1, 3, 2, 4]).estimate(confidence: 90)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
