extension NetPromoterScore {
  /// The score with its standard error and Tango's score interval, as differences of shares.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: ``value``, ``standardError`` and ``scoreInterval(confidence:)``.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func estimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    Estimate(
      value, standardError: standardError, interval: try scoreInterval(confidence: confidence))
  }

  /// The schoolbook interval `value ± z · standardError`, cut at -1 and 1.
  ///
  /// It is too short for few answers, and would have no width when all are in one group. Prefer
  /// ``scoreInterval(confidence:)``.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval, as differences of shares.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.constantSample` when all are promoters, all
  ///   passives or all detractors.
  public func waldInterval(confidence: Double = 0.95) throws(StatisticsError) -> Interval {
    let half = try Normal.twoSidedPoint(confidence: Check.confidence(confidence)) * standardError
    guard half > 0 else { throw .constantSample(.promoterInterval) }
    return try Interval(
      lower: max(-1, value - half), upper: min(1, value + half), confidence: confidence)
  }

  /// Tango's score interval: all scores δ that a score test does not reject.
  ///
  /// With n answers, b promoters and c detractors, δ is in the interval when
  /// `(b - c - n δ)² <= z² n (2 q + δ (1 - δ))`. q is the share of detractors that is most likely
  /// when the score is δ, the larger root of
  /// `2n q² + (2n δ - (b + c) - (b - c) δ) q - c δ (1 - δ) = 0`.
  /// Tango made it for the difference of two shares of the same people; promoters and detractors
  /// are the same case, two cells of one multinomial distribution.
  ///
  /// The unit is a difference of shares, from -1 to 1. Swapping promoters and detractors turns the
  /// interval round. When all are promoters the upper end is exactly 1.
  ///
  /// Reference: Tango 1998, Equivalence test and confidence interval for the difference in
  /// proportions for the paired-sample design.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval, as differences of shares.
  /// - Throws: `StatisticsError.confidenceOutOfRange`.
  public func scoreInterval(confidence: Double = 0.95) throws(StatisticsError) -> Interval {
    let z = try Normal.twoSidedPoint(confidence: Check.confidence(confidence))
    let lower = try lowerEnd(Double(promoters), Double(detractors), z)
    let upper = try -lowerEnd(Double(detractors), Double(promoters), z)
    return try Interval(
      lower: min(lower, value), upper: max(upper, value), confidence: confidence)
  }

  /// The δ below the observed score at which the score test just rejects.
  ///
  /// The upper end is the lower end for promoters and detractors swapped, turned round. So the
  /// symmetry holds to the last bit.
  private func lowerEnd(_ b: Double, _ c: Double, _ z: Double) throws(StatisticsError) -> Double {
    let n = Double(answers)
    if c == n { return -1 }
    let excess = { (delta: Double) in
      let middle = b + c - (2 * n - b + c) * delta
      let product = c * delta * (1 - delta)
      let root = max(0, middle * middle + 8 * n * product).squareRoot()
      let q = middle >= 0 ? (middle + root) / (4 * n) : 2 * product / (root - middle)
      let distance = b - c - n * delta
      return distance * distance - z * z * n * max(0, 2 * q + delta * (1 - delta))
    }
    // At the score itself both sides can be 0, so the search ends just below it.
    let score = (b - c) / n
    let near = score - 1e-12
    guard near > -1, excess(near) < 0 else { return score }
    return try RootFinding.root(of: "interval of a score", between: -1, and: near) { excess($0) }
  }
}
