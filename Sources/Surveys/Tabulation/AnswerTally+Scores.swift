public import Statistics

/// How some people's scores lie: their number, mean and variance.
public struct ScoreSummary: Hashable, Sendable {
  /// The number of people with a score.
  public let count: Int
  /// The mean of the scores.
  public let mean: Double
  /// The variance, with n − 1 below the line; 0 for one person.
  public let variance: Double

  /// - Returns: `nil` where nobody has a score.
  init?(_ tally: AnswerTally) {
    guard let values = tally.scores else { return nil }
    (count, mean, variance) = (values.count, values.mean, values.variance)
  }
}

extension Tallied {
  /// The scores of those who gave an answer that has one; `nil` where nobody did.
  public var scores: CountedValues? {
    let scored = counts.compactMap { count in
      count.option.score.flatMap { count.count > 0 ? ($0, count.count) : nil }
    }
    return try? CountedValues(scored.map(\.0), counts: scored.map(\.1))
  }

  /// The mean score with Student's interval for the mean of all whom the question concerns; where they all
  /// answered, that is known. `nil` for fewer than two scores and where all are the same.
  public var meanEstimate: Estimate? {
    try? scores?.meanEstimate(population: base.concerned)
  }

  /// The number of people at the highest step of the scale.
  public var top: Int {
    let highest = counts.compactMap(\.option.score).max()
    return counts.reduce(0) { $0 + ($1.option.score == highest ? $1.count : 0) }
  }

  /// What each person brings to the sum of the scores, as rules about the largest need it: the two largest,
  /// and the rest in pieces no larger than the second. `nil` where nobody has a score or one is below 0.
  public var contributions: [Double]? {
    guard let scores, (scores.values.first ?? 0) >= 0 else { return nil }
    var largest: [Double] = []
    for (value, count) in zip(scores.values, scores.counts).reversed() where largest.count < 2 {
      largest += Array(repeating: value, count: min(2 - largest.count, count))
    }
    let rest = scores.mean * Double(scores.count) - largest.reduce(0, +)
    guard let second = largest.dropFirst().first, second > 0, rest > 0 else { return largest }
    let others = min(scores.count, Int(rest / second))
    return largest + Array(repeating: second, count: others)
      + [max(0, rest - second * Double(others))]
  }
}
