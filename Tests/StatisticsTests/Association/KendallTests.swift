import Foundation
import Testing

@testable import Statistics

@Suite("Kendall tau-b")
struct KendallTests {
  /// R, help page of `cor.test`: T = 26, tau = 0.4444444, p = 0.1194; fifteen digits from R 4.2.2.
  /// S is 2 T minus the number of pairs.
  @Test func tuna() throws {
    let correlation = try KendallCorrelation(PairedSamples.tuna.x, PairedSamples.tuna.y)
    #expect(abs(correlation.coefficient - 0.4444444444444444) < 1e-15)
    let test = try correlation.test()
    #expect(test.statistic == 16 && test.isExact)
    #expect(relativeError(test.pValue, 0.119438932980600) < 1e-12)
    let greater = try correlation.test(alternative: .greater).pValue
    #expect(relativeError(greater, 0.0597194664902998) < 1e-12)
    let less = try correlation.test(alternative: .less).pValue
    #expect(relativeError(less, 0.962411816578483) < 1e-12)
  }

  /// R 4.2.2 and scipy 1.17.1 (`kendalltau`, exact): T = 116, fifteen digits.
  @Test func longley() throws {
    let correlation = try KendallCorrelation(PairedSamples.longley.x, PairedSamples.longley.y)
    #expect(correlation.concordance == 2 * 116 - 120)
    #expect(relativeError(try correlation.test().pValue, 3.558798821695647e-10) < 1e-12)
    let greater = try correlation.test(alternative: .greater).pValue
    #expect(relativeError(greater, 1.7793994108478236e-10) < 1e-12)
  }

  /// R 4.2.2, `cor.test(method = "kendall")` with ties: z and p to fifteen digits.
  @Test(
    arguments: [
      (
        PairedSamples.cars.x, PairedSamples.cars.y, -0.727832149528431, -5.79813189498173,
        6.70577040559586e-09
      ),
      (
        PairedSamples.pain.x, PairedSamples.pain.y, 0.337256737534325, 4.76948480619774,
        1.84697672543998e-06
      ),
    ] as [([Double], [Double], Double, Double, Double)])
  func ties(_ x: [Double], _ y: [Double], _ tau: Double, _ z: Double, _ p: Double) throws {
    let correlation = try KendallCorrelation(x, y)
    #expect(relativeError(correlation.coefficient, tau) < 1e-13)
    let test = try correlation.test()
    #expect(relativeError(test.statistic, z) < 1e-13)
    #expect(relativeError(test.pValue, p) < 1e-11)
    #expect(test.cautions == [.ties] && !test.isExact && correlation.hasTies)
  }

  /// The formula of Brown and Benedetti, as the SAS/STAT User's Guide prints it for tables,
  /// evaluated in numpy: standard error 0.06421225941215544. R package DescTools, documentation of
  /// `KendallTauB`, prints 0.3372567 and the interval 0.2114009 to 0.4631126 for this table; its
  /// formula has one factor in another place, which moves the sixth decimal of the ends.
  @Test func interval() throws {
    let estimate = try KendallCorrelation(PairedSamples.pain.x, PairedSamples.pain.y).estimate()
    #expect(relativeError(try #require(estimate.standardError), 0.06421225941215544) < 1e-13)
    #expect(relativeError(estimate.interval.lower, 0.211403021720557) < 1e-13)
    #expect(relativeError(estimate.interval.upper, 0.46311045334809253) < 1e-13)
    #expect(agrees(estimate.value, 0.3372567, decimals: 7))
    #expect(agrees(estimate.interval.lower, 0.21140, decimals: 5))
    #expect(agrees(estimate.interval.upper, 0.46311, decimals: 5))
  }

  @Test("an interval of fewer than 20 people says that it is too short", arguments: 18...21)
  func fewPeople(_ count: Int) throws {
    let x = (0..<count).map(Double.init)
    let estimate = try KendallCorrelation(x, x.map { ($0 * 7).truncatingRemainder(dividingBy: 11) })
      .estimate()
    #expect(estimate.cautions == (count < 20 ? [.fewPeople(count, needed: 20)] : []))
  }

  /// Every pair looked at.
  struct AllPairs {
    var scores: [Int]
    var difference = 0
    var tiedInX = 0
    var tiedInY = 0

    init(_ x: [Double], _ y: [Double]) {
      func sign(_ value: Double) -> Int { value > 0 ? 1 : value < 0 ? -1 : 0 }
      scores = Array(repeating: 0, count: x.count)
      for i in x.indices {
        for j in x.indices where j != i {
          let order = sign(x[i] - x[j]) * sign(y[i] - y[j])
          scores[i] += order
          guard j < i else { continue }
          difference += order
          tiedInX += x[i] == x[j] ? 1 : 0
          tiedInY += y[i] == y[j] ? 1 : 0
        }
      }
    }
  }

  static let samples: [(x: [Double], y: [Double])] =
    [(2, 0), (3, 2), (7, 0), (8, 2), (31, 3), (32, 0), (33, 5), (100, 10)].enumerated().map {
      PairedSamples.random($1.0, levels: $1.1, seed: UInt64($0) + 40)
    }

  @Test("agrees with looking at all pairs")
  func allPairs() throws {
    for (x, y) in Self.samples {
      let all = AllPairs(x, y)
      let fast = Concordance(x, y)
      #expect(fast.difference == all.difference)
      #expect(fast.tiedInX == all.tiedInX && fast.tiedInY == all.tiedInY)
      let scores = ConcordanceScores(x, y)
      #expect(scores.scores == all.scores)
      #expect(scores.scores.reduce(0, +) == 2 * fast.difference)
      #expect(scores.sameX.map { $0 - 1 }.reduce(0, +) == 2 * all.tiedInX)
      #expect(scores.sameY.map { $0 - 1 }.reduce(0, +) == 2 * all.tiedInY)
      let pairs = x.count * (x.count - 1) / 2
      let root = (Double(pairs - all.tiedInX) * Double(pairs - all.tiedInY)).squareRoot()
      guard root > 0 else { continue }
      let tau = try KendallCorrelation(x, y).coefficient
      #expect(abs(tau - Double(all.difference) / root) < 1e-15)
    }
  }

  /// Moves the weight of each person a little and looks how τ-b of the weighted sample moves: the
  /// delta method without its formula.
  @Test("the standard error agrees with numerical derivatives")
  func derivatives() throws {
    for (x, y) in [
      PairedSamples.random(30, levels: 4, seed: 1), PairedSamples.random(25, levels: 0, seed: 2),
    ] {
      func tau(_ weights: [Double]) -> Double {
        let all = weights.reduce(0, +)
        var (difference, inX, inY) = (0.0, 0.0, 0.0)
        for i in x.indices {
          for j in x.indices {
            let weight = weights[i] * weights[j] / (all * all)
            if x[i] != x[j] { inX += weight }
            if y[i] != y[j] { inY += weight }
            if (x[i] - x[j]) * (y[i] - y[j]) > 0 { difference += weight }
            if (x[i] - x[j]) * (y[i] - y[j]) < 0 { difference -= weight }
          }
        }
        return difference / (inX * inY).squareRoot()
      }
      let h = 1e-5
      let squares = x.indices.reduce(0.0) { sum, i in
        var (more, less) = (
          Array(repeating: 1.0, count: x.count), Array(repeating: 1.0, count: x.count)
        )
        more[i] += h
        less[i] -= h
        let slope = (tau(more) - tau(less)) / (2 * h)
        return sum + slope * slope
      }
      let estimate = try KendallCorrelation(x, y).estimate()
      #expect(relativeError(try #require(estimate.standardError), squares.squareRoot()) < 1e-7)
    }
  }

  @Test("the exact test agrees with going through all orders", arguments: [3, 4, 5, 6, 7])
  func enumeration(_ n: Int) throws {
    let straight = (1...n).map(Double.init)
    let orders = PairedSamples.orders(n)
    let all = orders.map { AllPairs(straight, $0).difference }
    for order in orders.prefix(30) {
      let s = AllPairs(straight, order).difference
      let share = { (matches: (Int) -> Bool) in
        Double(all.filter(matches).count) / Double(all.count)
      }
      let (above, below) = (share { $0 >= s }, share { $0 <= s })
      let correlation = try KendallCorrelation(straight, order)
      let greater = try correlation.test(alternative: .greater).pValue
      #expect(relativeError(greater, above) < 1e-13)
      let less = try correlation.test(alternative: .less).pValue
      #expect(relativeError(less, below) < 1e-13)
      let two = try correlation.test().pValue
      #expect(relativeError(two, min(1, 2 * min(above, below))) < 1e-13)
    }
  }

  @Test("the variance with ties agrees with going through all orders")
  func variance() throws {
    let (x, y): ([Double], [Double]) = ([1, 1, 2, 3, 3, 3], [1, 2, 2, 2, 4, 1])
    let all = PairedSamples.orders(6).map { order in
      Double(AllPairs(x, order.map { y[Int($0) - 1] }).difference)
    }
    let variance = all.reduce(0) { $0 + $1 * $1 } / Double(all.count)
    let correlation = try KendallCorrelation(x, y)
    let z = Double(correlation.concordance) / variance.squareRoot()
    #expect(abs(try correlation.test().statistic - z) < 1e-13)
  }

  @Test("exact and approximate agree at the border")
  func border() throws {
    let (x, y) = PairedSamples.random(50, levels: 0, seed: 6)
    let correlation = try KendallCorrelation(x, y)
    let exact = try correlation.test()
    let variance = 50.0 * 49 * 105 / 18
    let z = (abs(Double(correlation.concordance)) - 1) / variance.squareRoot()
    #expect(exact.isExact && abs(exact.pValue - erfc(z / 2.0.squareRoot())) < 1e-3)
    let (a, b) = PairedSamples.random(51, levels: 0, seed: 6)
    #expect(try !KendallCorrelation(a, b).test().isExact)
  }

  @Test("only the order matters")
  func order() throws {
    for (x, y) in Self.samples.dropFirst(2) {
      let one = try KendallCorrelation(x, y)
      let moved = try KendallCorrelation(y.map { exp($0) }, x.map { $0 * $0 * $0 })
      #expect(abs(moved.coefficient - one.coefficient) < 1e-15)
      let turned = try KendallCorrelation(x, y.map { -$0 })
      #expect(turned.coefficient == -one.coefficient)
      #expect(try abs(turned.test().pValue - one.test().pValue) < 1e-15)
    }
  }

  @Test("the same order with the same ties is exactly 1")
  func perfect() throws {
    let x: [Double] = [1, 1, 2, 5, 5, 5, 7]
    #expect(try KendallCorrelation(x, x).coefficient == 1)
    #expect(try KendallCorrelation(x, x.map { -$0 }).coefficient == -1)
  }

  @Test(arguments: [
    Refusal("the Kendall tau-b needs pairs; there are 1 values on one side and 0 on the other") {
      try KendallCorrelation([1], [])
    },
    Refusal("the Kendall tau-b of an empty sample is not defined") {
      try KendallCorrelation([], [])
    },
    Refusal("value 2 of the sample is infinite") {
      try KendallCorrelation([1, 2, 3], [1, -.infinity, 2])
    },
    Refusal("the Kendall tau-b is not defined when all values are equal") {
      try KendallCorrelation([3, 3, 3], [1, 2, 3])
    },
    Refusal("the interval of Kendall tau-b needs at least 4 values; 3 were given") {
      try KendallCorrelation([1, 2, 3], [1, 3, 2]).estimate()
    },
    Refusal(
      "the interval of Kendall tau-b is not defined when the correlation is exactly 1 or -1"
    ) {
      try KendallCorrelation([1, 2, 3, 4], [1, 3, 4, 9]).estimate()
    },
    Refusal(
      "the interval of Kendall tau-b is not defined when everybody agrees with the others to the "
        + "same degree"
    ) {
      try KendallCorrelation([1, 2, 3, 4], [2, 1, 4, 3]).estimate()
    },
    Refusal("the test of Kendall tau-b needs at least 3 values; 2 were given") {
      try KendallCorrelation([1, 2], [1, 3]).test()
    },
    Refusal("the confidence level must lie between 0 and 1; 90 was given, did you mean 0.9?") {
      try KendallCorrelation([1, 2, 3, 4], [1, 3, 2, 4]).estimate(confidence: 90)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
