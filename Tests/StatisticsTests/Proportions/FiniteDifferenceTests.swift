import Statistics
import Testing

/// Two waves of a small group.
struct Waves: Sendable, CustomTestStringConvertible {
  let first: Group
  let second: Group

  init(_ first: Group, _ second: Group) {
    self.first = first
    self.second = second
  }

  static let all: [Waves] = {
    let groups = [
      Group(1, 1, 0), Group(3, 2, 1), Group(5, 4, 4), Group(5, 5, 2), Group(7, 3, 0),
      Group(9, 6, 3), Group(10, 9, 1),
    ]
    return groups.flatMap { first in groups.map { Waves(first, $0) } }
  }()

  var testDescription: String { "\(first) - \(second)" }

  func interval(_ confidence: Double = 0.95) throws -> Interval {
    try first.census().difference(minus: second.census(), confidence: confidence)
  }

  /// How many of the equally likely pairs of samples show a difference of at least (or at most) the
  /// observed one, for these true counts, and how many pairs of samples there are.
  func samples(_ count: Int, _ other: Int) -> (atLeast: Int, atMost: Int, all: Int) {
    let (n, m) = (first.answered, second.answered)
    let observed = first.positive * m - second.positive * n
    var (atLeast, atMost) = (0, 0)
    for x in 0...n {
      let ways = Enumeration.samples(first.invited, count, n, in: x...x)
      for y in 0...m where ways > 0 {
        let both = ways * Enumeration.samples(second.invited, other, m, in: y...y)
        if x * m - y * n >= observed { atLeast += both }
        if x * m - y * n <= observed { atMost += both }
      }
    }
    return (
      atLeast, atMost,
      Enumeration.choose(first.invited, n) * Enumeration.choose(second.invited, m)
    )
  }
}

@Suite("Difference of two near-census shares")
struct FiniteDifferenceTests {
  /// Every pair of possible counts tested in whole numbers.
  @Test("agrees with testing every pair of counts", arguments: Waves.all)
  func enumeration(_ waves: Waves) throws {
    for (confidence, denominator) in [(0.95, 40), (0.8, 10)] {
      var (lower, upper) = (1.0, -1.0)
      for count in try waves.first.census().possibleCounts {
        for other in try waves.second.census().possibleCounts {
          let shown = waves.samples(count, other)
          let difference =
            Double(count) / Double(waves.first.invited)
            - Double(other) / Double(waves.second.invited)
          if shown.atLeast * denominator >= shown.all { lower = min(lower, difference) }
          if shown.atMost * denominator >= shown.all { upper = max(upper, difference) }
        }
      }
      let interval = try waves.interval(confidence)
      #expect(interval.lower == min(lower, upper) && interval.upper == max(lower, upper))
    }
  }

  /// The true probability that the interval holds, for every pair of true counts.
  @Test("covers the true difference, each side at its half")
  func coverage() throws {
    let (n, m) = (6, 7)
    let (all, others) = (8, 9)
    var intervals: [[Interval]] = []
    for x in 0...n {
      intervals.append(
        try (0...m).map { try Waves(Group(all, n, x), Group(others, m, $0)).interval(0.9) })
    }
    for count in 0...all {
      for other in 0...others {
        let difference = Double(count) / Double(all) - Double(other) / Double(others)
        var (below, above) = (0, 0)
        for x in 0...n {
          for y in 0...m {
            let ways =
              Enumeration.samples(all, count, n, in: x...x)
              * Enumeration.samples(others, other, m, in: y...y)
            if intervals[x][y].lower > difference + 1e-12 { below += ways }
            if intervals[x][y].upper < difference - 1e-12 { above += ways }
          }
        }
        let pairs = Enumeration.choose(all, n) * Enumeration.choose(others, m)
        #expect(below * 20 <= pairs && above * 20 <= pairs)
      }
    }
  }

  @Test(
    "turns round, nests, stays possible; with one full answer it is the other's interval",
    arguments: Waves.all)
  func properties(_ waves: Waves) throws {
    let (first, second) = (try waves.first.census(), try waves.second.census())
    var inner: Interval?
    for confidence in [0.5, 0.8, 0.95, 0.999] {
      let interval = try waves.interval(confidence)
      let turned = try Waves(waves.second, waves.first).interval(confidence)
      #expect(interval.lower == -turned.upper && interval.upper == -turned.lower)
      #expect(interval.lower >= first.bounds.lowerBound - second.bounds.upperBound)
      #expect(interval.upper <= first.bounds.upperBound - second.bounds.lowerBound)
      if let inner { #expect(interval.lower <= inner.lower && inner.upper <= interval.upper) }
      inner = interval
      if second.unanswered == 0 {
        let shares = try first.interval(confidence: confidence).shares
        #expect(abs(interval.lower - (shares.lower - second.bounds.lowerBound)) < 1e-15)
        #expect(abs(interval.upper - (shares.upper - second.bounds.lowerBound)) < 1e-15)
      }
    }
  }

  /// The reference group, 14 of 20 with 10 positive, and a wave with 8: the definition with scipy
  /// 1.17.1, `hypergeom.pmf`, looped over every pair of counts.
  @Test func scipy() throws {
    let interval = try Waves(Group(20, 14, 10), Group(20, 14, 8)).interval()
    #expect(abs(interval.lower + 0.05) < 1e-15 && abs(interval.upper - 0.35) < 1e-15)
  }

  @Test("the largest groups", .timeLimit(.minutes(1)))
  func large() throws {
    let interval = try Waves(Group(2_000, 1_000, 700), Group(2_000, 1_500, 900)).interval()
    // Normal approximation with the finite population correction, opened by half a person each.
    let spread =
      (0.7 * 0.3 / 1_000 * 1_000 / 1_999 + 0.6 * 0.4 / 1_500 * 500 / 1_999).squareRoot() * 1.96
    #expect(abs(interval.lower - (0.1 - spread)) < 2e-3)
    #expect(abs(interval.upper - (0.1 + spread)) < 2e-3)
  }

  @Test(arguments: [
    Refusal("the number who answered must be at least 1; 0 was given") {
      try Waves(Group(5, 0, 0), Group(5, 1, 0)).interval()
    },
    Refusal("the number who answered must be at least 1; 0 was given") {
      try Waves(Group(5, 1, 0), Group(5, 0, 0)).interval()
    },
    Refusal("the number invited must be at most 20000; 20001 was given") {
      try Waves(Group(5, 1, 0), Group(20_001, 1, 0)).interval()
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try Waves(Group(5, 1, 0), Group(5, 1, 0)).interval(95)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
