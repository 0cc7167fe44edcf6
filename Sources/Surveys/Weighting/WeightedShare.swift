public import Statistics

/// The positive share of a question as it would be if each group had answered in proportion to its size: the
/// groups' shares, weighted by how many of each were invited (post-stratification).
///
/// A respondent of a group of N whom the question concerns and n who answered has the weight N / n. The share
/// is `Σ N p / Σ N` over the groups with answers. It corrects for groups that answer more seldom than others,
/// as far as those of a group who did not answer are like those who did.
///
/// Reference: Holt and Smith 1979, Post stratification.
public struct WeightedShare: Hashable, Sendable {
  /// The share, 0 to 1.
  public let share: Double
  /// The same without weights.
  public let unweighted: PositiveCount
  /// Kish's design effect: how many times larger the variance becomes because the weights differ, from 1 on.
  public let designEffect: Double
  /// Kish's effective number of answers: so many of equal weight would tell as much.
  public let effectiveAnswers: Double
  /// Wilson's interval of the share, at 95 %, with ``effectiveAnswers`` in place of the number of answers: for
  /// the share in the long run, and a little wide where groups differ, as the design effect counts the
  /// weights and not what is gained by taking groups apart. `nil` only if the numerical library gives up.
  public var interval: Interval? {
    try? ProportionInterval.wilson(share: min(max(share, 0), 1), effective: effectiveAnswers)
  }
  /// The groups that are concerned and of which nobody answered: the share says nothing of them.
  public let missing: [String]

  /// Weights the groups of a question.
  ///
  /// - Returns: `nil` where nobody answered, or the scale has no positive answer.
  public init?(_ groups: [QuestionRow]) {
    let answering = groups.filter { $0.base.answered > 0 }
    guard let first = answering.first else { return nil }
    let all = answering.dropFirst().reduce(first.tally) { $0 + $1.tally }
    guard let unweighted = PositiveCount(all) else { return nil }
    var (positive, people): (Double, Double) = (0, 0)
    var weights: [Double] = []
    for group in answering {
      let size = Double(group.base.concerned)
      positive += size * (group.positiveShare ?? 0)
      people += size
      weights += Array(
        repeating: size / Double(group.base.answered), count: group.base.answered)
    }
    guard let sampling = try? SamplingWeights(weights) else { return nil }
    share = positive / people
    self.unweighted = unweighted
    designEffect = sampling.designEffect
    effectiveAnswers = sampling.effectiveSampleSize
    missing = groups.filter { $0.base.answered == 0 && $0.base.concerned > 0 }.map(\.key)
  }
}
