import Statistics
import Testing

/// A comparison of two groups with the interval that a publication prints.
struct Comparison: Sendable, CustomTestStringConvertible {
  let first: Counts
  let second: Counts
  let lower: Double
  let upper: Double

  init(_ a: Int, _ m: Int, _ b: Int, _ n: Int, _ lower: Double, _ upper: Double) {
    first = Counts(successes: a, trials: m)
    second = Counts(successes: b, trials: n)
    self.lower = lower
    self.upper = upper
  }

  var testDescription: String { "\(first) - \(second)" }
}

@Suite("Difference of two proportions")
struct DifferenceTests {
  static func difference(
    _ first: Counts, _ second: Counts, _ confidence: Double = 0.95
  ) throws -> Interval {
    try ProportionInterval.difference(
      (first.successes, first.trials), minus: (second.successes, second.trials),
      confidence: confidence)
  }

  /// Newcombe 1998, Interval estimation for the difference between independent proportions, table
  /// II, method 10; 95 %, four decimals.
  @Test(arguments: [
    Comparison(56, 70, 48, 80, 0.0524, 0.3339),
    Comparison(9, 10, 3, 10, 0.1705, 0.8090),
    Comparison(6, 7, 2, 7, 0.0582, 0.8062),
    Comparison(5, 56, 0, 29, -0.0381, 0.1926),
    Comparison(0, 10, 0, 20, -0.1611, 0.2775),
    Comparison(0, 10, 0, 10, -0.2775, 0.2775),
    Comparison(10, 10, 0, 20, 0.6791, 1),
    Comparison(10, 10, 0, 10, 0.6075, 1),
  ])
  func newcombe(_ row: Comparison) throws {
    let interval = try Self.difference(row.first, row.second)
    #expect(agrees(interval.lower, row.lower, decimals: 4))
    #expect(agrees(interval.upper, row.upper, decimals: 4))
  }

  @Test("swapping the groups turns the interval round", arguments: Counts.all)
  func antisymmetric(_ first: Counts) throws {
    for second in Counts.all {
      let one = try Self.difference(first, second)
      let other = try Self.difference(second, first)
      #expect(abs(one.lower + other.upper) < 1e-15 && abs(one.upper + other.lower) < 1e-15)
      #expect(one.lower >= -1 && one.upper <= 1)
    }
  }

  @Test("more confidence never makes it narrower", arguments: Counts.all)
  func monotone(_ first: Counts) throws {
    let second = Counts(successes: 3, trials: 10)
    let narrow = try Self.difference(first, second, 0.8)
    let wide = try Self.difference(first, second, 0.95)
    #expect(wide.lower <= narrow.lower && narrow.upper <= wide.upper)
  }

  /// The ends again, from Wilson ends found by bisection of the score equation.
  @Test("agrees with score ends found by bisection", arguments: Counts.all)
  func independent(_ first: Counts) throws {
    let second = Counts(successes: 3, trials: 10)
    let (l1, u1) = Self.scoreEnds(first)
    let (l2, u2) = Self.scoreEnds(second)
    let p1 = Double(first.successes) / Double(first.trials)
    let below = ((p1 - l1) * (p1 - l1) + (u2 - 0.3) * (u2 - 0.3)).squareRoot()
    let above = ((u1 - p1) * (u1 - p1) + (0.3 - l2) * (0.3 - l2)).squareRoot()
    let interval = try Self.difference(first, second)
    #expect(abs(interval.lower - (p1 - 0.3 - below)) < 1e-12)
    #expect(abs(interval.upper - (p1 - 0.3 + above)) < 1e-12)
  }

  private static func scoreEnds(_ counts: Counts) -> (Double, Double) {
    let n = Double(counts.trials)
    let observed = Double(counts.successes) / n
    let rejected: (Double) -> Bool = { p in
      (observed - p) * (observed - p) > 3.841_458_820_694_124 * p * (1 - p) / n
    }
    let edge: (Double) -> Double = { outside in
      var (far, near) = (outside, observed)
      for _ in 0..<200 {
        let middle = (far + near) / 2
        if rejected(middle) { far = middle } else { near = middle }
      }
      return near
    }
    return (edge(0), edge(1))
  }

  @Test(arguments: [
    Refusal("the number of successes, 11, is larger than the number of trials, 10") {
      try ProportionInterval.difference((3, 10), minus: (11, 10))
    },
    Refusal("the number of trials must be at least 1; 0 was given") {
      try ProportionInterval.difference((0, 0), minus: (1, 10))
    },
    Refusal("the confidence level must lie between 0 and 1; 90 was given, did you mean 0.9?") {
      try ProportionInterval.difference((3, 10), minus: (1, 10), confidence: 90)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
