/// What a logistic regression needs to know about its rows.
struct LogisticRows {
  let successes: [Int]
  let trials: [Int]

  /// `1 / (1 + e⁻ˣ)`, precise on both sides.
  static func probability(_ logit: Double) throws(StatisticsError) -> Double {
    let small = try Logarithm.exp(-abs(logit))
    return logit < 0 ? small / (1 + small) : 1 / (1 + small)
  }

  /// `ln(1 + eˣ)`, the loss of a probability with the logit -x.
  static func loss(_ x: Double) throws(StatisticsError) -> Double {
    try max(x, 0) + Logarithm.ofOnePlus(Logarithm.exp(-abs(x)))
  }

  func probabilities(_ logits: [Double]) throws(StatisticsError) -> [Double] {
    var result: [Double] = []
    for logit in logits { try result.append(Self.probability(logit)) }
    return result
  }

  /// The weights `m π (1 - π)` of the rows and the pull `s - m π`.
  func weightsAndPull(
    _ logits: [Double]
  ) throws(StatisticsError) -> (weights: [Double], pull: [Double]) {
    var (weights, pull): ([Double], [Double]) = ([], [])
    for row in logits.indices {
      let (s, m) = (Double(successes[row]), Double(trials[row]))
      let positive = try Self.probability(logits[row])
      let negative = try Self.probability(-logits[row])
      weights.append(m * positive * negative)
      // s (1 - π) - (m - s) π, without the cancellation of s - m π where π is near 1.
      pull.append(s * negative - (m - s) * positive)
    }
    return (weights, pull)
  }

  /// Twice how much the log-likelihood of each row lies below the best possible one.
  func deviances(_ logits: [Double]) throws(StatisticsError) -> [Double] {
    var result: [Double] = []
    for row in logits.indices {
      let (s, m) = (Double(successes[row]), Double(trials[row]))
      var loss = 0.0
      if s > 0 { loss += try s * (Self.loss(-logits[row]) + Logarithm.of(s / m)) }
      if s < m { loss += try (m - s) * (Self.loss(logits[row]) + Logarithm.of((m - s) / m)) }
      result.append(max(0, 2 * loss))
    }
    return result
  }
}
