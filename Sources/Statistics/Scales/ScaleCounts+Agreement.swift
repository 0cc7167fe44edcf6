extension ScaleCounts {
  /// Van der Eijk's measure of agreement on an ordered scale, A.
  ///
  /// A is 1 when all answers are at one step, 0 when all steps have the same number of answers, and
  /// -1 when the answers are half and half at the lowest and the highest step. It uses only the
  /// order of the steps.
  ///
  /// The counts are taken apart into layers: the first takes the smallest count above 0 from each
  /// step that has answers, the next the smallest of what is left, and so on. With S of K steps in
  /// a layer, its agreement is `U (1 - (S - 1) / (K - 1))`. U tells how far the layer has one top:
  /// `U = ((K - 2) T₁ - (K - 1) T₂) / ((K - 2) (T₁ + T₂))`, where T₁ counts the triples of steps,
  /// in order, of which two neighbours of the triple are in the layer and the outer third is not,
  /// and T₂ those of which the outer two are in the layer and the middle one is not; U is 1 when there
  /// is neither. A is the mean of the layers, each weighted by its answers.
  ///
  /// Reference: van der Eijk 2001, Measuring agreement in ordered rating scales.
  ///
  /// - Returns: the agreement, from -1 to 1.
  /// - Throws: `StatisticsError.optionOutOfRange` for a scale of fewer than three steps.
  public func agreement() throws(StatisticsError) -> Double {
    try checkForAgreement()
    return Self.agreement(of: counts)
  }

  /// Van der Eijk's polarisation: `(1 - A) / 2`.
  ///
  /// It is 0 when all answers are at one step, ½ when all steps have the same number of answers,
  /// and 1 when the answers are half and half at the two ends of the scale.
  ///
  /// Reference: van der Eijk 2001, Measuring agreement in ordered rating scales.
  ///
  /// - Returns: the polarisation, from 0 to 1.
  /// - Throws: `StatisticsError.optionOutOfRange` for a scale of fewer than three steps.
  public func agreementPolarisation() throws(StatisticsError) -> Double {
    try (1 - agreement()) / 2
  }

  /// Van der Eijk's A with a jackknife standard error and a t interval, cut at -1 and 1.
  ///
  /// With Aᵢ the agreement without answer i, and their mean m, the standard error is
  /// `√((n - 1) / n · Σ (Aᵢ - m)²)`. Answers of one step give the same Aᵢ, so only as many are
  /// computed as there are steps. The t distribution has n - 1 degrees of freedom. No formula for
  /// the variance of A is known; the jackknife is fair for n of 30 or more.
  ///
  /// References: van der Eijk 2001, Measuring agreement in ordered rating scales. Efron and
  /// Tibshirani 1993, An Introduction to the Bootstrap.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the agreement, its standard error and the interval.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.optionOutOfRange` for a scale of fewer
  ///   than three steps; `.sampleTooSmall` for a single answer; `.notComputed` when it makes no
  ///   difference which answer is left out, for instance when all are at one step.
  public func agreementEstimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    try checkForAgreement()
    guard answers >= 2 else {
      throw .sampleTooSmall(.agreementInterval, needed: 2, given: answers)
    }
    let without = counts.indices.map { step in
      guard counts[step] > 0 else { return 0.0 }
      var fewer = counts
      fewer[step] -= 1
      return Self.agreement(of: fewer)
    }
    let n = Double(answers)
    let error =
      Moments(of: without, weights: counts.map(Double.init)).deviation(over: n)
      * (n - 1).squareRoot()
    guard error > 1e-12 else {
      throw .notComputed(
        function: StatisticName.agreementInterval.words,
        reason: "leaving out one answer changes nothing, whichever it is")
    }
    let value = Self.agreement(of: counts)
    return try Location.studentEstimate(
      value, error: error, degreesOfFreedom: n - 1, confidence: level, .agreementInterval
    ).cut(at: -1...1)
  }

  private func checkForAgreement() throws(StatisticsError) {
    guard counts.count >= 3 else {
      throw .optionOutOfRange(
        option: "the number of steps of a scale", range: "at 3 or above for the agreement",
        Double(counts.count))
    }
  }

  private static func agreement(of counts: [Int]) -> Double {
    let total = Double(counts.reduce(0, +))
    var (sum, left) = (0.0, counts)
    while let layer = left.filter({ $0 > 0 }).min() {
      let pattern = left.map { $0 > 0 }
      let size = pattern.count { $0 }
      sum += agreement(of: pattern, size) * (Double(layer * size) / total)
      left = left.map { $0 > 0 ? $0 - layer : 0 }
    }
    return min(1, max(-1, sum))
  }

  /// The agreement of one layer.
  private static func agreement(of pattern: [Bool], _ size: Int) -> Double {
    let k = pattern.count
    // How many steps of the layer, and outside it, are below and above each step.
    var (single, double) = (0, 0)
    var (inBelow, outBelow, pairsOutIn, pairsInOut, pairsInIn) = (0, 0, 0, 0, 0)
    for isIn in pattern {
      if isIn {
        single += pairsOutIn
        double += pairsInOut
        pairsOutIn += outBelow
        pairsInIn += inBelow
        inBelow += 1
      } else {
        single += pairsInIn
        pairsInOut += inBelow
        outBelow += 1
      }
    }
    let (one, two, steps) = (Double(single), Double(double), Double(k))
    let unimodality =
      single + double == 0
      ? 1 : ((steps - 2) * one - (steps - 1) * two) / ((steps - 2) * (one + two))
    return unimodality * (1 - Double(size - 1) / Double(k - 1))
  }
}
