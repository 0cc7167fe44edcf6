import Statistics
import Testing

/// A survey of a small group, as an argument of a test.
struct Group: Sendable, CustomStringConvertible {
  let invited: Int
  let answered: Int
  let positive: Int

  init(_ invited: Int, _ answered: Int, _ positive: Int) {
    self.invited = invited
    self.answered = answered
    self.positive = positive
  }

  /// Every outcome of groups up to the size that the slow computations hold exactly.
  static let all: [Group] = [1, 2, 5, 9, 20, 40].flatMap { invited in
    stride(from: 0, through: invited, by: invited > 9 ? 7 : 1).flatMap { answered in
      (0...answered).map { Group(invited, answered, $0) }
    }
  }

  var description: String { "\(positive) of \(answered) of \(invited)" }

  func census() throws -> NearCensus {
    try NearCensus(invited: invited, answered: answered, positive: positive)
  }
}

@Suite("Near-census: intervals and bounds")
struct NearCensusTests {
  /// The example of the project's reference numbers: 20 invited, 14 answered, 10 positive.
  @Test func referenceExample() throws {
    let census = try NearCensus(invited: 20, answered: 14, positive: 10)
    #expect(census.share == 10.0 / 14)
    #expect(census.possibleCounts == 10...16)
    #expect(census.bounds == 0.5...0.8)
    let interval = try census.interval()
    #expect(interval.lower == 11 && interval.upper == 16)
    #expect(interval.shares.lower == 0.55 && interval.shares.upper == 0.8)
    #expect(interval.confidence == 0.95 && interval.invited == 20)
  }

  /// The definition with scipy's `hypergeom.sf` and `hypergeom.cdf`, looped over every count.
  ///
  /// The README of the R package samplingbook 1.2.4 prints 110–161 and 2–19 for the two groups of
  /// 300. It goes one count further: 110 has an upper tail of 0.0237 and 161 a lower tail of 0.0225,
  /// both below 0.025.
  @Test(arguments: [
    (Group(20, 14, 10), 0.90, 12...16),
    (Group(300, 100, 45), 0.95, 111...160),
    (Group(300, 100, 2), 0.95, 2...18),
    (Group(50, 10, 3), 0.95, 5...31),
    (Group(40, 30, 24), 0.95, 28...34),
    (Group(40, 1, 1), 0.95, 1...40),
  ])
  func scipy(_ group: Group, _ confidence: Double, _ counts: ClosedRange<Int>) throws {
    let interval = try group.census().interval(confidence: confidence)
    #expect(interval.lower...interval.upper == counts)
  }

  @Test("everybody answered: one point", arguments: 0...20)
  func everybody(_ positive: Int) throws {
    let census = try NearCensus(invited: 20, answered: 20, positive: positive)
    let interval = try census.interval(confidence: 0.999)
    #expect(interval.lower == positive && interval.upper == positive)
    #expect(census.bounds.lowerBound == census.bounds.upperBound)
    #expect(census.share == census.bounds.lowerBound)
  }

  @Test("nobody answered: everything is possible")
  func nobody() throws {
    let census = try NearCensus(invited: 7, answered: 0, positive: 0)
    #expect(census.share == nil)
    #expect(census.bounds == 0...1)
    let interval = try census.interval()
    #expect(interval.lower == 0 && interval.upper == 7)
  }

  @Test("mirrored, nested, within the bounds and around the answer", arguments: Group.all)
  func properties(_ group: Group) throws {
    let census = try group.census()
    let swapped = try Group(group.invited, group.answered, group.answered - group.positive)
      .census()
    var inner: FiniteInterval?
    for confidence in [1e-9, 0.5, 0.8, 0.95, 0.99, 1 - 1e-12] {
      let outer = try census.interval(confidence: confidence)
      let mirror = try swapped.interval(confidence: confidence)
      #expect(outer.lower == group.invited - mirror.upper)
      #expect(census.possibleCounts.contains(outer.lower))
      #expect(census.possibleCounts.contains(outer.upper))
      if let inner { #expect(outer.contains(inner.lower) && outer.contains(inner.upper)) }
      inner = outer
    }
  }

  /// Ties at exactly 1/40 are part of the table, so the comparison in whole numbers decides them.
  @Test("agrees with counting samples in whole numbers", arguments: Group.all)
  func enumeration(_ group: Group) throws {
    for (confidence, denominator) in [(0.95, 40), (0.9, 20), (0.8, 10), (0.5, 4)] {
      let expected = Enumeration.plausible(
        invited: group.invited, answered: group.answered, positive: group.positive,
        denominator: denominator)
      let interval = try group.census().interval(confidence: confidence)
      #expect(Array(interval.lower...interval.upper) == expected)
    }
  }

  @Test("covers the true count at least as often as it says", arguments: [0.8, 0.95])
  func coverage(_ confidence: Double) throws {
    let (invited, answered) = (20, 14)
    let intervals = try (0...answered).map {
      try NearCensus(invited: invited, answered: answered, positive: $0)
        .interval(confidence: confidence)
    }
    let all = Double(Enumeration.choose(invited, answered))
    for truth in 0...invited {
      let covered = (0...answered).filter { intervals[$0].contains(truth) }
        .map { Enumeration.samples(invited, truth, answered, in: $0...$0) }.reduce(0, +)
      #expect(Double(covered) / all >= confidence)
    }
  }

  @Test("the largest group is answered at once", .timeLimit(.minutes(1)))
  func large() throws {
    let census = try NearCensus(invited: 1_000_000, answered: 500_000, positive: 350_000)
    let interval = try census.interval()
    // Normal approximation with the finite population correction, rounded outwards: 0.7 ± 0.0009.
    #expect(abs(interval.shares.lower - 0.699_102) < 1e-5)
    #expect(abs(interval.shares.upper - 0.700_898) < 1e-5)
    #expect(abs(try census.goalProbability(atLeast: 0.7) - 0.5) < 0.001)
  }

  @Test(arguments: [
    Refusal("the number who answered, 21, is larger than the number invited, 20") {
      try NearCensus(invited: 20, answered: 21, positive: 10)
    },
    Refusal("the number of positive answers, 15, is larger than the number who answered, 14") {
      try NearCensus(invited: 20, answered: 14, positive: 15)
    },
    Refusal("the number invited must not be negative; -20 was given") {
      try NearCensus(invited: -20, answered: 0, positive: 0)
    },
    Refusal("the number who answered must not be negative; -1 was given") {
      try NearCensus(invited: 20, answered: -1, positive: 0)
    },
    Refusal("the number of positive answers must not be negative; -1 was given") {
      try NearCensus(invited: 20, answered: 14, positive: -1)
    },
    Refusal("the number invited must be at least 1; 0 was given") {
      try NearCensus(invited: 0, answered: 0, positive: 0)
    },
    Refusal("the number invited must be at most 1000000; \(Int.max) was given") {
      try NearCensus(invited: Int.max, answered: 1, positive: 1)
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try NearCensus(invited: 20, answered: 14, positive: 10).interval(confidence: 95)
    },
    Refusal("the confidence level must lie strictly between 0 and 1; 1 was given") {
      try NearCensus(invited: 20, answered: 14, positive: 10).interval(confidence: 1)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
