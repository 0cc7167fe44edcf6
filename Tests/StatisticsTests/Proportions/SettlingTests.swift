import Testing

@testable import Statistics

@Suite("Near-census: how many more answers settle a goal")
struct SettlingTests {
  /// The smallest number by going through every outcome of every number of further answers, each
  /// weighed as Pólya's urn and judged by `goalProbability` of the later survey.
  private static func slow(
    _ group: Group, goal: Double, level: Double, assurance: Double
  ) throws -> Int {
    let unanswered = group.invited - group.answered
    for more in 0...unanswered {
      let urn = Enumeration.urn(
        positive: group.positive, answered: group.answered, unanswered: more)
      var (settled, certain) = (0.0, true)
      for gained in 0...more {
        let later = try Group(group.invited, group.answered + more, group.positive + gained)
          .census().goalProbability(atLeast: goal)
        if later >= level || later <= 1 - level {
          settled += urn[gained]
        } else {
          certain = false
        }
      }
      if certain || (assurance < 1 && settled >= assurance) { return more }
    }
    Issue.record("a full answer settles every goal")
    return -1
  }

  private static let groups = [
    Group(20, 14, 10), Group(20, 0, 0), Group(20, 3, 3), Group(20, 5, 0), Group(20, 20, 7),
    Group(40, 30, 24), Group(40, 10, 5), Group(9, 8, 4), Group(1, 0, 0), Group(30, 2, 1),
  ]

  @Test("agrees with going through every outcome", arguments: groups)
  func enumeration(_ group: Group) throws {
    for goal in [0, 0.25, 0.7, 1] {
      // Odd levels, so that no probability lies exactly on one.
      for level in [0.613, 0.9511] {
        for assurance in [0.3007, 0.9017, 1] {
          let fast = try group.census().answersToSettle(
            goal: goal, level: level, assurance: assurance)
          let plain = try Self.slow(group, goal: goal, level: level, assurance: assurance)
          #expect(fast == plain, "goal \(goal), level \(level), assurance \(assurance)")
        }
      }
    }
  }

  /// The reference group: 10 of 14 positive, 20 invited. A goal of 70 % needs 14; with one answer
  /// missing it may still stand at 13, so certainty needs all six.
  @Test func referenceExample() throws {
    let census = try NearCensus(invited: 20, answered: 14, positive: 10)
    #expect(try census.answersToSettle(goal: 0.7) == 6)
    #expect(try census.answersToSettle(goal: 0.5) == 0)
    #expect(try census.answersToSettle(goal: 0.85) == 0)
  }

  @Test("more assurance never takes fewer answers, and all answers are enough", arguments: groups)
  func properties(_ group: Group) throws {
    let census = try group.census()
    for goal in [0.3, 0.6] {
      var before = 0
      for assurance in [0.1, 0.5, 0.9, 0.99, 1] {
        let answers = try census.answersToSettle(goal: goal, assurance: assurance)
        #expect(answers >= before && answers <= census.unanswered)
        before = answers
      }
      #expect(try census.answersToSettle(goal: goal, level: 1) <= census.unanswered)
    }
    #expect(try census.answersToSettle(goal: 0) == 0)
  }

  /// Fractions of whole numbers, by Python's `fractions`, rounded once at the end; scipy 1.17.1,
  /// `betabinom.sf`, agrees to at least 11 digits.
  @Test(arguments: [
    (Group(20, 14, 10), 0.7, 0.7210273860777864), (Group(100, 60, 45), 0.7, 0.9277245195923168),
    (Group(300, 100, 45), 0.5, 0.11818056927237637),
    (Group(1000, 100, 45), 0.5, 0.14833370519561268), (Group(40, 3, 0), 0.5, 0.03142120608588923),
  ])
  func goalProbabilities(_ group: Group, _ goal: Double, _ probability: Double) throws {
    #expect(abs(try group.census().goalProbability(atLeast: goal) / probability - 1) < 1e-13)
  }

  @Test("the beta-binomial tails agree with Pólya's urn", arguments: [0, 1, 2, 7, 30])
  func tails(_ answered: Int) {
    for positive in 0...answered {
      for more in [0, 1, 2, 9, 40] {
        let urn = Enumeration.urn(positive: positive, answered: answered, unanswered: more)
        let distribution = BetaBinomial(
          trials: more, a: Double(positive) + 0.5, b: Double(answered - positive) + 0.5)
        for y in 0...(more + 1) {
          let above = urn[min(y, more + 1)...].reduce(0, +)
          let below = urn[..<y].reduce(0, +)
          #expect(abs(distribution.upperTail(from: y) - above) <= 1e-12 * above)
          #expect(abs(distribution.lowerTail(below: y) - below) <= 1e-12 * below)
        }
      }
    }
  }

  @Test("a large group takes moments", .timeLimit(.minutes(1)))
  func large() throws {
    let census = try NearCensus(invited: 1_300, answered: 1_000, positive: 700)
    let certain = try census.answersToSettle(goal: 0.7)
    let likely = try census.answersToSettle(goal: 0.7, assurance: 0.5)
    #expect(likely < certain && certain <= 300)
  }

  @Test(arguments: [
    Refusal("a goal share must lie between 0 and 1; 70 was given, did you mean 0.7?") {
      try groups[0].census().answersToSettle(goal: 70)
    },
    Refusal("the level of a verdict must lie between 0.5 and 1; 0.4 was given") {
      try groups[0].census().answersToSettle(goal: 0.7, level: 0.4)
    },
    Refusal("the level of a verdict must lie between 0.5 and 1; 95 was given") {
      try groups[0].census().answersToSettle(goal: 0.7, level: 95)
    },
    Refusal("the assurance must lie above 0 and at most at 1; 0 was given") {
      try groups[0].census().answersToSettle(goal: 0.7, assurance: 0)
    },
    Refusal(
      "the assurance must lie above 0 and at most at 1; a value that is not a number was given"
    ) {
      try groups[0].census().answersToSettle(goal: 0.7, assurance: .nan)
    },
    Refusal("the number who did not answer must be at most 10000; 10001 was given") {
      try Group(10_002, 1, 0).census().answersToSettle(goal: 0.7)
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
