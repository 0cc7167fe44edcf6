import Statistics
import Testing

/// Pairs with the interval that a publication prints.
struct Pairs: Sendable, CustomTestStringConvertible {
  let both: Int
  let onlyFirst: Int
  let onlySecond: Int
  let neither: Int
  let lower: Double
  let upper: Double

  init(
    _ both: Int, _ onlyFirst: Int, _ onlySecond: Int, _ neither: Int, _ lower: Double = 0,
    _ upper: Double = 0
  ) {
    self.both = both
    self.onlyFirst = onlyFirst
    self.onlySecond = onlySecond
    self.neither = neither
    self.lower = lower
    self.upper = upper
  }

  var testDescription: String { "\(both), \(onlyFirst), \(onlySecond), \(neither)" }

  func interval(_ confidence: Double = 0.95) throws -> Interval {
    try ProportionInterval.pairedDifference(
      both: both, onlyFirst: onlyFirst, onlySecond: onlySecond, neither: neither,
      confidence: confidence)
  }
}

@Suite("Difference of two paired proportions")
struct PairedDifferenceTests {
  /// Newcombe 1998, Improved confidence intervals for the difference between binomial proportions
  /// based on paired data, table III, method 10; 95 %, four decimals. The row 1, 97, 1, 1 is left
  /// out: methods 8 and 10 are the same for it by definition, but are printed as 0.8737 and 0.8736.
  @Test(arguments: [
    Pairs(36, 12, 2, 0, 0.0569, 0.3404), Pairs(20, 12, 2, 16, 0.0562, 0.3292),
    Pairs(18, 12, 2, 18, 0.0562, 0.3290), Pairs(36, 14, 0, 0, 0.1528, 0.4167),
    Pairs(35, 14, 0, 1, 0.1461, 0.4175), Pairs(18, 14, 0, 18, 0.1441, 0.3963),
    Pairs(2, 97, 1, 0, 0.8721, 0.9854), Pairs(0, 29, 1, 0, 0.6666, 0.9882),
    Pairs(2, 98, 0, 0, 0.9178, 0.9945), Pairs(1, 98, 0, 1, 0.9171, 0.9916),
    Pairs(0, 30, 0, 0, 0.8395, 1), Pairs(54, 0, 0, 0, -0.0664, 0.0664),
    Pairs(53, 0, 0, 1, -0.0729, 0.0729), Pairs(30, 0, 0, 24, -0.0358, 0.0358),
    Pairs(29, 0, 0, 25, -0.0354, 0.0354), Pairs(28, 0, 0, 26, -0.0352, 0.0352),
    Pairs(27, 0, 0, 27, -0.0351, 0.0351),
  ])
  func newcombe(_ pairs: Pairs) throws {
    let interval = try pairs.interval()
    #expect(agrees(interval.lower, pairs.lower, decimals: 4))
    #expect(agrees(interval.upper, pairs.upper, decimals: 4))
  }

  /// Fagerland, Lydersen and Laake 2014, Recommended tests and confidence intervals for paired
  /// binomial proportions, as kept in the tests of the R package ratesci; 95 %, three decimals.
  @Test func fagerland() throws {
    let interval = try Pairs(1, 1, 7, 12).interval()
    #expect(agrees(interval.lower, -0.507, decimals: 3))
    #expect(agrees(interval.upper, -0.026, decimals: 3))
  }

  static let tables: [Pairs] = [0, 1, 3, 17].flatMap { both in
    [0, 2, 9].flatMap { first in
      [0, 1, 6].flatMap { second in
        [0, 4, 30].compactMap { neither in
          both + first + second + neither > 0 ? Pairs(both, first, second, neither) : nil
        }
      }
    }
  }

  @Test("swapping turns it round, failures mirror it, confidence widens it", arguments: tables)
  func symmetry(_ pairs: Pairs) throws {
    let swapped = Pairs(pairs.both, pairs.onlySecond, pairs.onlyFirst, pairs.neither)
    // Counting failures turns the difference round, and swapping turns it back.
    let failed = Pairs(pairs.neither, pairs.onlyFirst, pairs.onlySecond, pairs.both)
    var inner: Interval?
    for confidence in [0.5, 0.9, 0.95, 0.999] {
      let interval = try pairs.interval(confidence)
      let other = try swapped.interval(confidence)
      let same = try failed.interval(confidence)
      #expect(abs(interval.lower + other.upper) < 1e-12)
      #expect(abs(interval.lower - same.lower) < 1e-12 && abs(interval.upper - same.upper) < 1e-12)
      #expect(interval.lower >= -1 && interval.upper <= 1 && interval.confidence == confidence)
      let n = Double(pairs.both + pairs.onlyFirst + pairs.onlySecond + pairs.neither)
      #expect(interval.contains(Double(pairs.onlyFirst - pairs.onlySecond) / n))
      if let inner {
        #expect(interval.lower <= inner.lower + 1e-12 && inner.upper <= interval.upper + 1e-12)
      }
      inner = interval
    }
  }

  /// When ad = bc there is no correlation, and the interval is that of independent groups.
  @Test(arguments: [(4, 2, 2, 1), (6, 3, 10, 5), (0, 4, 0, 9)])
  func uncorrelated(_ counts: (Int, Int, Int, Int)) throws {
    let (a, b, c, d) = counts
    let paired = try Pairs(a, b, c, d).interval()
    let free = try ProportionInterval.difference(
      (a + b, a + b + c + d), minus: (a + c, a + b + c + d))
    #expect(abs(paired.lower - free.lower) < 1e-14 && abs(paired.upper - free.upper) < 1e-14)
  }

  @Test(arguments: [
    Refusal("the number of pairs with both must not be negative; -1 was given") {
      try Pairs(-1, 1, 1, 1).interval()
    },
    Refusal("the number of pairs with only the first must not be negative; -1 was given") {
      try Pairs(1, -1, 1, 1).interval()
    },
    Refusal("the number of pairs with only the second must not be negative; -1 was given") {
      try Pairs(1, 1, -1, 1).interval()
    },
    Refusal("the number of pairs with neither must not be negative; -1 was given") {
      try Pairs(1, 1, 1, -1).interval()
    },
    Refusal("the number of pairs must be at least 1; 0 was given") {
      try Pairs(0, 0, 0, 0).interval()
    },
    Refusal(
      "the number of pairs with neither must be at most 1000000000000000; \(Int.max) was given"
    ) {
      try Pairs(1, 1, 1, .max).interval()
    },
    Refusal(
      "the number of pairs must be at most 1000000000000000; 2000000000000000 was given"
    ) {
      try Pairs(1_000_000_000_000_000, 0, 0, 1_000_000_000_000_000).interval()
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try Pairs(1, 1, 1, 1).interval(95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
