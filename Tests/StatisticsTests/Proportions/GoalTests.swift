import Statistics
import Testing

@Suite("Near-census: goals")
struct GoalTests {
  /// First row: the project's reference numbers, ten decimals. The others: mpmath with 30 digits,
  /// the beta-binomial sum and the incomplete beta function.
  @Test(arguments: [
    (Group(20, 14, 10), 0.7, 0.7210273861, 0.5302416044),
    (Group(40, 30, 24), 0.8, 0.6450131332, 0.4813779434),
    (Group(30, 25, 22), 0.9, 0.5119035284, 0.3398109561),
    (Group(5, 4, 3), 0.8, 0.7, 0.3553320479),
    (Group(12, 0, 0), 0.5, 0.5254445076, 0.5),
  ])
  func printed(_ group: Group, _ goal: Double, _ group10: Double, _ posterior10: Double) throws {
    let census = try group.census()
    #expect(agrees(try census.goalProbability(atLeast: goal), group10, decimals: 10))
    #expect(agrees(try census.posteriorProbability(atLeast: goal), posterior10, decimals: 10))
  }

  /// Whole numbers: 7/10 of 20 is 14 whatever the decimals do.
  @Test(
    arguments: [
      (0.7, 20, 14), (0.9, 30, 27), (0.07, 100, 7), (0.7, 10, 7), (0.29, 100, 29), (0.1, 30, 3),
      (0.55, 20, 11), (0.57, 100, 57), (1.1 - 0.4, 20, 14), (1.0 / 3, 3, 1), (2.0 / 3, 30, 20),
      (0.7, 21, 15), (0.71, 20, 15), (0.700_001, 20, 15), (0, 20, 0), (1, 20, 20), (0.001, 20, 1),
      (0.7, 1_000_000, 700_000), (0.700_001, 1_000_000, 700_001),
    ] as [(Double, Int, Int)])
  func needed(_ share: Double, _ invited: Int, _ count: Int) throws {
    let census = try NearCensus(invited: invited, answered: 0, positive: 0)
    #expect(try census.countNeeded(for: share) == count)
  }

  @Test("every whole percentage of every small group needs the count of whole-number arithmetic")
  func neededInWholeNumbers() throws {
    for invited in 1...200 {
      let census = try NearCensus(invited: invited, answered: 0, positive: 0)
      for percent in 0...100 {
        let expected = (percent * invited + 99) / 100
        #expect(try census.countNeeded(for: Double(percent) / 100) == expected)
      }
    }
  }

  @Test("agrees with Pólya's urn", arguments: Group.all)
  func urn(_ group: Group) throws {
    let census = try group.census()
    let urn = Enumeration.urn(
      positive: group.positive, answered: group.answered, unanswered: census.unanswered)
    for needed in 0...group.invited {
      let goal = Double(needed) / Double(group.invited)
      let expected = urn.enumerated().filter { group.positive + $0.offset >= needed }
        .map(\.element).reduce(0, +)
      #expect(abs(try census.goalProbability(atLeast: goal) - expected) < 1e-12)
    }
  }

  @Test("agrees with the integrated posterior", arguments: Group.all)
  func integral(_ group: Group) throws {
    let census = try group.census()
    for goal in [0.1, 0.5, 0.7, 0.9] {
      let below = Enumeration.jeffreysTail(
        to: goal, successes: group.positive, trials: group.answered)
      #expect(abs(try census.posteriorProbability(atLeast: goal) - (1 - below)) < 1e-10)
    }
  }

  @Test("a higher goal is never more probable; the edges are certain", arguments: Group.all)
  func monotone(_ group: Group) throws {
    let census = try group.census()
    var (last, lastPosterior) = (1.0, 1.0)
    for percent in 0...100 {
      let goal = Double(percent) / 100
      let probability = try census.goalProbability(atLeast: goal)
      let posterior = try census.posteriorProbability(atLeast: goal)
      #expect(probability <= last && probability >= 0)
      #expect(posterior <= lastPosterior && posterior >= 0)
      (last, lastPosterior) = (probability, posterior)
    }
    #expect(try census.goalProbability(atLeast: 0) == 1)
    #expect(try census.goalProbability(atLeast: census.bounds.lowerBound) == 1)
    #expect(try census.posteriorProbability(atLeast: 0) == 1)
    #expect(try census.posteriorProbability(atLeast: 1) == 0)
  }

  @Test("everybody answered: the verdict is certain", arguments: 0...20)
  func everybody(_ positive: Int) throws {
    let census = try NearCensus(invited: 20, answered: 20, positive: positive)
    #expect(try census.goalProbability(atLeast: 0.7) == (positive >= 14 ? 1 : 0))
  }

  @Test("reaching k positive and reaching more than N - k negative exclude each other")
  func mirror() throws {
    let census = try NearCensus(invited: 20, answered: 14, positive: 10)
    let swapped = try NearCensus(invited: 20, answered: 14, positive: 4)
    for needed in 1...20 {
      let reached = try census.goalProbability(atLeast: Double(needed) / 20)
      let missed = try swapped.goalProbability(atLeast: Double(20 - needed + 1) / 20)
      #expect(abs(reached + missed - 1) < 1e-12)
    }
  }

  @Test(
    arguments: [
      (70.0, "70 was given, did you mean 0.7?"),
      (100, "100 was given, did you mean 1?"),
      (1.2, "1.2 was given"),
      (-0.1, "-0.1 was given"),
      (250, "250 was given"),
      (Double.nan, "a value that is not a number was given"),
      (Double.infinity, "infinity was given"),
    ] as [(Double, String)])
  func refusal(_ goal: Double, _ words: String) throws {
    let census = try NearCensus(invited: 20, answered: 14, positive: 10)
    let sentence = "a goal share must lie between 0 and 1; \(words)"
    Refusal(sentence) { try census.countNeeded(for: goal) }.verify()
    Refusal(sentence) { try census.goalProbability(atLeast: goal) }.verify()
    Refusal(sentence) { try census.posteriorProbability(atLeast: goal) }.verify()
  }
}
