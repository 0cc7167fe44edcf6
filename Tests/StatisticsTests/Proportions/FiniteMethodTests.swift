import Foundation
import Testing

@testable import Statistics

@Suite("Near-census: Blaker's interval, Wilson with the finite population correction")
struct FiniteMethodTests {
  /// Blaker 2000 by counting samples in whole numbers: how many of the samples have a smaller tail
  /// of at most that of the observed one, for each possible count.
  private static func fitting(_ group: Group) -> [(count: Int, samples: Int)] {
    let (invited, answered) = (group.invited, group.answered)
    return (group.positive...(group.positive + invited - answered)).map { count in
      let ways = (0...answered).map {
        Enumeration.samples(invited, count, answered, in: $0...$0)
      }
      let tails = (0...answered).map { min(ways[$0...].reduce(0, +), ways[...$0].reduce(0, +)) }
      let fitting = zip(ways, tails).filter { $0.1 <= tails[group.positive] }
      return (count, fitting.reduce(0) { $0 + $1.0 })
    }
  }

  @Test("Blaker agrees with counting samples in whole numbers", arguments: Group.all)
  func enumeration(_ group: Group) throws {
    let all = Enumeration.choose(group.invited, group.answered)
    let fitting = Self.fitting(group)
    for (confidence, denominator) in [(0.95, 20), (0.9, 10), (0.8, 5), (0.5, 2)] {
      // A count stays when the fitting samples are more than one in `denominator`.
      let kept = fitting.filter { $0.samples * denominator > all }
      let interval = try group.census().interval(confidence: confidence, method: .blaker)
      #expect(interval.lower == kept.first?.count && interval.upper == kept.last?.count)
    }
  }

  /// The definition with scipy 1.17.1, `hypergeom.pmf`, looped over every count.
  @Test(arguments: [
    (Group(20, 14, 10), 0.95, 12...16), (Group(20, 14, 8), 0.95, 9...14),
    (Group(20, 14, 0), 0.95, 0...2), (Group(20, 14, 10), 0.99, 10...16),
  ])
  func scipy(_ group: Group, _ confidence: Double, _ counts: ClosedRange<Int>) throws {
    let interval = try group.census().interval(confidence: confidence, method: .blaker)
    #expect(interval.lower...interval.upper == counts)
  }

  @Test("Blaker lies within the central interval and is nested and mirrored", arguments: Group.all)
  func properties(_ group: Group) throws {
    let census = try group.census()
    let swapped = try Group(group.invited, group.answered, group.answered - group.positive)
      .census()
    var inner: FiniteInterval?
    for confidence in [1e-9, 0.5, 0.8, 0.95, 0.99, 1 - 1e-12] {
      let central = try census.interval(confidence: confidence)
      let outer = try census.interval(confidence: confidence, method: .blaker)
      let mirror = try swapped.interval(confidence: confidence, method: .blaker)
      #expect(central.contains(outer.lower) && central.contains(outer.upper))
      #expect(outer.lower == group.invited - mirror.upper)
      if let inner { #expect(outer.contains(inner.lower) && outer.contains(inner.upper)) }
      inner = outer
    }
  }

  /// The reference example by hand: Wilson's for m = 14 · 19 / 6 = 44.33 answers, 31.67 positive.
  @Test func wilsonByHand() throws {
    let (z, m) = (1.959_963_984_540_054, 14.0 * 19 / 6)
    let x = m * 10 / 14
    let half = z * (z * z + 4 * x * (1 - x / m)).squareRoot()
    let interval = try NearCensus(invited: 20, answered: 14, positive: 10).wilsonInterval()
    #expect(abs(interval.lower - (2 * x + z * z - half) / (2 * (m + z * z))) < 1e-14)
    // The score end is 0.827; more than 16 of 20 cannot be positive.
    #expect((2 * x + z * z + half) / (2 * (m + z * z)) > 0.8 && interval.upper == 0.8)
  }

  @Test("its ends solve the score equation or lie on the bounds", arguments: Group.all)
  func score(_ group: Group) throws {
    let census = try group.census()
    let interval = try census.wilsonInterval()
    #expect(census.bounds.contains(interval.lower) && census.bounds.contains(interval.upper))
    guard let share = census.share, census.unanswered > 0 else {
      #expect(interval.lower == census.bounds.lowerBound)
      #expect(interval.upper == census.bounds.upperBound)
      return
    }
    #expect(interval.contains(share))
    let (z, n, all) = (1.959_963_984_540_054, Double(group.answered), Double(group.invited))
    for (end, bound) in [
      (interval.lower, census.bounds.lowerBound), (interval.upper, census.bounds.upperBound),
    ] where end != bound {
      let variance = end * (1 - end) / n * (all - n) / (all - 1)
      #expect(abs((share - end) * (share - end) - z * z * variance) < 1e-13)
    }
  }

  @Test("without an end to the population it is Wilson's")
  func endless() throws {
    let census = try NearCensus(invited: 1_000_000, answered: 20, positive: 7)
    let finite = try census.wilsonInterval()
    let wilson = try ProportionInterval.wilson(successes: 7, trials: 20)
    #expect(abs(finite.lower - wilson.lower) < 1e-5 && abs(finite.upper - wilson.upper) < 1e-5)
    #expect(finite.lower > wilson.lower && finite.upper < wilson.upper)
  }

  @Test("the table of probabilities agrees with the exact sums", arguments: [1, 5, 20, 40])
  func table(_ population: Int) throws {
    let step = population > 20 ? 3 : 1
    for marked in stride(from: 0, through: population, by: step) {
      for draws in stride(from: 0, through: population, by: step) {
        let table = HypergeometricTable(population: population, marked: marked, draws: draws)
        let all = Double(Enumeration.choose(population, draws))
        for x in 0...draws {
          let above = Double(Enumeration.samples(population, marked, draws, in: x...draws)) / all
          let below = Double(Enumeration.samples(population, marked, draws, in: 0...x)) / all
          #expect(abs(table.upperTail(from: x) - above) <= 1e-13 * above + 1e-22)
          #expect(abs(table.lowerTail(to: x) - below) <= 1e-13 * below + 1e-22)
        }
      }
    }
  }

  @Test(arguments: [
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try NearCensus(invited: 20, answered: 14, positive: 10).interval(
        confidence: 95, method: .blaker)
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try NearCensus(invited: 20, answered: 14, positive: 10).wilsonInterval(confidence: 95)
    },
    Refusal("the confidence level must lie strictly between 0 and 1; 0 was given") {
      try NearCensus(invited: 20, answered: 20, positive: 10).wilsonInterval(confidence: 0)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
