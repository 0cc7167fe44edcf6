/// How many answers a question needs.
///
/// The numbers are for a simple random sample in which everybody answers. Divide by the response
/// rate that is expected; multiply by the design effect of a sample that is drawn in clusters.
public enum SampleSize {
  /// The width that a sample for a share is planned by.
  public enum Width: String, Hashable, Sendable, CaseIterable {
    /// The schoolbook interval `p ± z √(p(1-p)/n)`.
    case normal

    /// The interval of Wilson, which ``ProportionInterval`` computes afterwards.
    case wilson
  }

  /// The smallest sample whose interval for a share is no wider than the margin on either side.
  ///
  /// With the expected share p, `q = 1 - p`, the margin e and z the two-sided normal point, the
  /// sample from an endless population is
  /// - `m = z² p q / e²` for ``Width/normal``, the textbook number: 384.1, so 385, for
  ///   e = 0.05, p = 0.5 and 95 %;
  /// - `m = z² (pq - 2e² + √(p²q² - 4e²pq + e²)) / (2e²)` for ``Width/wilson``, half the length of
  ///   the interval when exactly the share p answers positively.
  ///
  /// With a population of N it is `m N / (N - 1 + m)`, from the finite population correction
  /// `(N - n)/(N - 1)` of the variance. The result is rounded up; a result within a billionth of a
  /// whole number counts as that number.
  ///
  /// A share of 0.5 needs the most answers, so it is the safe guess.
  ///
  /// References: Cochran 1977, Sampling techniques, section 4.4. Krejcie and Morgan 1970,
  /// Determining sample size for research activities. Valliant, Dever and Kreuter 2018, Practical
  /// tools for designing and weighting survey samples, chapter 3 (Wilson).
  ///
  /// - Parameters:
  ///   - margin: the wanted half length, 0.000001 to below 0.5 (0.05, not 5).
  ///   - expected: the share that is expected, strictly between 0 and 1.
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - population: the size of the population, at least 1; nil for an endless one.
  ///   - width: which interval is to be that narrow.
  /// - Returns: a number of answers, at least 1 and at most the population.
  /// - Throws: `StatisticsError.optionOutOfRange`, `.confidenceOutOfRange`, `.negativeCount` or
  ///   `.zeroCount`.
  public static func forShare(
    margin: Double, expected: Double = 0.5, confidence: Double = 0.95, population: Int? = nil,
    width: Width = .normal
  ) throws(StatisticsError) -> Int {
    guard margin >= 1e-6, margin < 0.5 else {
      throw .optionOutOfRange(
        option: "the margin", range: "between 0.000001 and 0.5", margin)
    }
    try checkInside(expected, "the expected share")
    let level = try Check.confidence(confidence)
    if let population {
      try Check.count(population, .population)
      guard population > 0 else { throw .zeroCount(.population) }
    }
    let z = try Normal.twoSidedPoint(confidence: level)
    let (e, product) = (margin * margin, expected * (1 - expected))
    var size: Double
    switch width {
    case .normal: size = z * z * product / e
    case .wilson:
      let root = (product * product - 4 * e * product + e).squareRoot()
      size = z * z * (product - 2 * e + root) / (2 * e)
    }
    if let population {
      let all = Double(population)
      size = size * all / (all - 1 + size)
    }
    return min(roundedUp(size), population ?? .max)
  }

  /// The smallest groups in which a test finds a difference between two shares, per group.
  ///
  /// Two groups of equal size are compared by the two-sided test of two shares. With the true
  /// shares p₁ and p₂, their mean p, and the normal points `z` of the confidence (1.96 for 0.95)
  /// and `y` of the power (0.84 for 0.8), each group needs
  /// `n = ((z √(2p(1-p)) + y √(p₁(1-p₁) + p₂(1-p₂))) / (p₁ - p₂))²` answers, rounded up. The chance
  /// of a significant difference in the wrong direction is left out of the power. The formula has
  /// no continuity correction; Fisher's exact test needs a few more answers.
  ///
  /// Reference: Fleiss, Levin and Paik 2003, Statistical methods for rates and proportions,
  /// chapter 4.
  ///
  /// - Parameters:
  ///   - first: the true share of the first group, strictly between 0 and 1.
  ///   - second: the true share of the second, at least 0.000001 away from the first.
  ///   - power: the wanted probability of a significant difference, strictly between 0 and 1.
  ///   - confidence: 1 minus the level of the test, strictly between 0 and 1.
  /// - Returns: a number of answers for each group, at least 1.
  /// - Throws: `StatisticsError.optionOutOfRange` or `.confidenceOutOfRange`.
  public static func forDifference(
    between first: Double, and second: Double, power: Double = 0.8, confidence: Double = 0.95
  ) throws(StatisticsError) -> Int {
    try checkInside(first, "the first share")
    try checkInside(second, "the second share")
    try checkInside(power, "the power")
    let level = try Check.confidence(confidence)
    let distance = abs(first - second)
    guard distance >= 1e-6 else {
      throw .optionOutOfRange(
        option: "the difference of the shares", range: "at 0.000001 or above", distance)
    }
    let z = try Normal.twoSidedPoint(confidence: level)
    let y = try Normal.quantile(power)
    let mean = (first + second) / 2
    let spread = (first * (1 - first) + second * (1 - second)).squareRoot()
    let reach = z * (2 * mean * (1 - mean)).squareRoot() + y * spread
    // A power so low that any sample has it.
    guard reach > 0 else { return 1 }
    return roundedUp((reach / distance) * (reach / distance))
  }

  private static func checkInside(_ value: Double, _ option: String) throws(StatisticsError) {
    guard value > 0, value < 1 else {
      throw .optionOutOfRange(option: option, range: "strictly between 0 and 1", value)
    }
  }

  /// The limits of the options keep the size far below the largest whole number.
  private static func roundedUp(_ size: Double) -> Int {
    let nearest = size.rounded()
    return max(1, Int(abs(size - nearest) <= 1e-9 ? nearest : size.rounded(.up)))
  }
}
