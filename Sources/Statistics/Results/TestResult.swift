/// What a significance test found.
public struct TestResult: Hashable, Sendable {
  /// Which test it was.
  public let method: StatisticName

  /// The test statistic: t, F, chi-squared, U, S ... as the function that gave it says.
  public let statistic: Double

  /// The degrees of freedom of the statistic's distribution: none, one, or two for F.
  public let degreesOfFreedom: [Double]

  /// The probability of a statistic at least as extreme if nothing differs, 0 to 1.
  public let pValue: Double

  /// The alternative that the p value speaks of.
  public let alternative: Alternative

  /// Whether the p value comes from the exact distribution, not from an approximation.
  public let isExact: Bool

  /// What a reader should know before trusting the p value.
  public let cautions: [Caution]

  /// Whether the p value is at most 1 - confidence, up to the rounding of that difference: 1 - 0.9 is
  /// below 0.1 by a hair.
  package func rejects(confidence: Double) -> Bool {
    pValue <= (1 - confidence) * (1 + 1e-12)
  }

  init(
    _ method: StatisticName, statistic: Double, degreesOfFreedom: [Double] = [], pValue: Double,
    alternative: Alternative = .twoSided, isExact: Bool = false, cautions: [Caution] = []
  ) {
    self.method = method
    self.statistic = statistic
    self.degreesOfFreedom = degreesOfFreedom
    self.pValue = min(1, max(0, pValue))
    self.alternative = alternative
    self.isExact = isExact
    self.cautions = cautions
  }
}

/// The alternative of a test: what is believed if nothing is not the case.
public enum Alternative: String, Hashable, Sendable, CaseIterable {
  /// There is a difference, in either direction.
  case twoSided

  /// The first is smaller than the second.
  case less

  /// The first is larger than the second.
  case greater
}

/// What a reader should know before trusting a p value or an interval.
public enum Caution: Hashable, Sendable {
  /// So many cells of a table have an expected count below 5; the approximation may be poor.
  case smallExpectedCounts(cells: Int, of: Int)

  /// The values have ties, which the approximation only corrects for.
  case ties

  /// So many pairs were equal and were left out.
  case equalPairsLeftOut(Int)

  /// So many people, where the approximation of an interval needs more; it is too short.
  case fewPeople(Int, needed: Int)
}
