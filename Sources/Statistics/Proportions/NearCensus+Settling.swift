extension NearCensus {
  /// The most missing answers that ``answersToSettle(goal:level:assurance:)`` looks through.
  public static let settlingLimit = 10_000

  /// How many more answers settle whether a goal is reached.
  ///
  /// A verdict is settled when ``goalProbability(atLeast:)`` is at least `level` (reached) or at
  /// most `1 - level` (missed). This is the smallest number m of further answers after which the
  /// verdict is settled
  /// - whatever they are, with an `assurance` of 1;
  /// - with a probability of at least `assurance` otherwise. How the further answers turn out is
  ///   predicted from those so far: beta-binomial under the Jeffreys prior, as for the goal itself.
  ///
  /// It is 0 when the verdict is settled already. It is never more than the number who did not
  /// answer: when all have answered, the share is known and every verdict is settled.
  ///
  /// The number speaks of the verdict after exactly m answers. A few answers more may unsettle it
  /// again, when they all point the other way; the assurance for more answers may therefore be a
  /// little lower than for m. Waiting until a verdict is settled, and stopping then, makes it wrong
  /// more often than `1 - level`: plan m, then look once.
  ///
  /// Reference: Gelman, Carlin, Stern, Dunson, Vehtari and Rubin 2013, Bayesian Data Analysis
  /// (posterior predictive distribution).
  ///
  /// - Parameters:
  ///   - share: the goal, 0 to 1 (0.7, not 70).
  ///   - level: the probability that makes a verdict, at least 0.5 and at most 1.
  ///   - assurance: the probability that m answers are enough, above 0; 1 for certainty.
  /// - Returns: a number of answers from 0 to ``unanswered``.
  /// - Throws: `StatisticsError.shareOutOfRange`; `.optionOutOfRange` for the level and the
  ///   assurance; `.countTooLarge` when more than ``settlingLimit`` did not answer.
  public func answersToSettle(
    goal share: Double, level: Double = 0.95, assurance: Double = 1
  ) throws(StatisticsError) -> Int {
    let needed = try countNeeded(for: share)
    guard level >= 0.5, level <= 1 else {
      throw .optionOutOfRange(
        option: "the level of a verdict", range: "between 0.5 and 1", level)
    }
    guard assurance > 0, assurance <= 1 else {
      throw .optionOutOfRange(
        option: "the assurance", range: "above 0 and at most at 1", assurance)
    }
    guard unanswered <= Self.settlingLimit else {
      throw .countTooLarge(.unanswered, unanswered, limit: Self.settlingLimit)
    }
    // Of m further answers, up to `missed` positive ones settle that the goal is missed, and from
    // `reached` on that it is reached. Each moves by at most a few from one m to the next.
    var (missed, reached) = (-1, 0)
    for more in 0..<unanswered {
      missed = min(missed, more)
      while missed >= 0, !settled(missed, of: more, needed, level, asReached: false) { missed -= 1 }
      while missed < more, settled(missed + 1, of: more, needed, level, asReached: false) {
        missed += 1
      }
      while reached > 0, settled(reached - 1, of: more, needed, level, asReached: true) {
        reached -= 1
      }
      while reached <= more, !settled(reached, of: more, needed, level, asReached: true) {
        reached += 1
      }
      if reached <= missed + 1 { return more }
      if assurance < 1 {
        let further = predicted(of: more)
        let chance = further.lowerTail(below: missed + 1) + further.upperTail(from: reached)
        if chance >= assurance { return more }
      }
    }
    return unanswered
  }

  /// Whether the verdict is settled after `more` answers of which `gained` are positive.
  private func settled(
    _ gained: Int, of more: Int, _ needed: Int, _ level: Double, asReached: Bool
  ) -> Bool {
    let missing = needed - positive - gained
    let left = unanswered - more
    let still = BetaBinomial(
      trials: left, a: Double(positive + gained) + 0.5,
      b: Double(answered - positive + more - gained) + 0.5)
    // The smaller of the two tails, so that a level near 1 is compared without cancellation.
    return asReached
      ? still.lowerTail(below: missing) <= 1 - level
      : still.upperTail(from: missing) <= 1 - level
  }
}
