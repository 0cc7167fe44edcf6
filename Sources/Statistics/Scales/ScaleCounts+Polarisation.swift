extension ScaleCounts {
  /// How polarised the answers are: their variance as a share of the largest possible one.
  ///
  /// `4 σ² / (highest - lowest)²`, with σ² the variance with n below the line. It is 0 when all
  /// answers are at one step, 1 when they are half and half at the two ends of the scale, and
  /// `(K + 1) / (3 (K - 1))` when all K steps have the same number of answers: ½ for five steps. It
  /// takes the steps as equally far apart.
  ///
  /// Reference: Leik 1966, A measure of ordinal consensus, for the idea to compare with the two
  /// ends; the variance takes the place of his cumulated shares.
  ///
  /// The unit is a share, from 0 to 1.
  public var polarisation: Double {
    min(1, max(0, moments.variance(over: Double(answers)) * 4 / (width * width)))
  }

  /// The polarisation with the standard error of a variance and a normal interval, cut at 0 and 1.
  ///
  /// With the second and fourth central moments m₂ and m₄, the variance has the standard error
  /// `√((m₄ - m₂²) / n)` for large n, whatever the distribution.
  ///
  /// Reference: Cramér 1946, Mathematical Methods of Statistics, section 28.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the polarisation, its standard error and the interval.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.notComputed` when all answers are equally
  ///   far from their mean, for then the formula knows no error.
  public func polarisationEstimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let z = try Normal.twoSidedPoint(confidence: Check.confidence(confidence))
    let (moments, n) = (moments, Double(answers))
    let second = moments.variance(over: n)
    // The mean of ((x - mean)² - m₂)² is m₄ - m₂², without its cancellation.
    var spread = PreciseSum()
    for (value, count) in zip(values, counts) where count > 0 {
      let square = (value - moments.mean) * (value - moments.mean) - second
      spread.add(Double(count) * square, times: square)
    }
    let error = (spread.value / n / n).squareRoot() * 4 / (width * width)
    guard error > 1e-12 / n.squareRoot() else {
      throw .notComputed(
        function: StatisticName.polarisationInterval.words,
        reason: "all answers are equally far from their mean")
    }
    let value = polarisation
    return Estimate(
      value, standardError: error,
      interval: try Interval(
        lower: max(0, value - z * error), upper: min(1, value + z * error),
        confidence: confidence))
  }

  private var width: Double { Double(counts.count - 1) }
}
