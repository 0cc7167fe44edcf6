internal import CGSL

/// How large a difference between two groups of different people is, in a unit that compares
/// across questions.
///
/// All take at least two finite values in each group. Refusals: `.confidenceOutOfRange`,
/// `.groupTooSmall`, `.resultTooLarge`, and `.comparison` with the group and position of a value
/// that is no finite number.
public enum EffectSize {
  /// The largest difference, in standard deviations, for which an interval is computed. Beyond it
  /// the noncentral t distribution takes too long, and no reader asks.
  static let limit = 1000.0

  /// Cohen's d: the difference of the means, divided by the pooled standard deviation.
  ///
  /// With the sizes n₁, n₂ and the variances v₁, v₂,
  /// `d = (m₁ - m₂) / √(((n₁ - 1)v₁ + (n₂ - 1)v₂) / (n₁ + n₂ - 2))`. The interval is exact for
  /// normal values of equal spread: `t = d / √(1/n₁ + 1/n₂)` follows a noncentral t distribution,
  /// and the ends are the noncentralities that leave `(1 - confidence)/2` on either side, turned
  /// back into d.
  ///
  /// For small groups d is too large on average; ``hedgesG(_:_:confidence:)`` corrects for that.
  ///
  /// References: Cohen 1988, Statistical Power Analysis for the Behavioral Sciences. Steiger and
  /// Fouladi 1997, Noncentrality interval estimation and the evaluation of statistical models.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values, whose mean is subtracted.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: d, in standard deviations, first minus second.
  /// - Throws: `StatisticsError`, see ``EffectSize``; `.comparison` where neither group has any
  ///   spread or the difference is above 1000 standard deviations.
  public static func cohenD(
    _ first: [Double], _ second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try standardized(first, second, confidence, corrected: false)
  }

  /// Hedges' g: Cohen's d without its bias, for groups of any size.
  ///
  /// `g = J d` with `J = Γ(ν/2) / (√(ν/2) Γ((ν - 1)/2))` and `ν = n₁ + n₂ - 2`; not the usual
  /// approximation `1 - 3/(4ν - 1)`. The ends of the interval are those of d times J.
  ///
  /// Reference: Hedges 1981, Distribution theory for Glass's estimator of effect size and related
  /// estimators.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values, whose mean is subtracted.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: g, in standard deviations, first minus second.
  /// - Throws: `StatisticsError`, see ``cohenD(_:_:confidence:)``.
  public static func hedgesG(
    _ first: [Double], _ second: [Double], confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try standardized(first, second, confidence, corrected: true)
  }

  private static func standardized(
    _ first: [Double], _ second: [Double], _ confidence: Double, corrected: Bool
  ) throws(StatisticsError) -> Estimate {
    let name = StatisticName.standardizedDifference
    let tail = try (1 - Check.confidence(confidence)) / 2
    try Check.groups([first, second], for: name, needs: 2)
    let one = try GroupMoments(of: first, for: name)
    let two = try GroupMoments(of: second, for: name)
    guard !one.isConstant || !two.isConstant else {
      throw .values(.noSpreadWithinGroups(name))
    }
    let degrees = Double(first.count + second.count - 2)
    let squares = try Check.finite(one.sumOfSquares + two.sumOfSquares, name)
    let d = one.mean(minus: two) / (squares / degrees).squareRoot()
    guard abs(d) <= limit else { throw .values(.effectTooLarge(name, limit: limit)) }
    let unit = (1 / Double(first.count) + 1 / Double(second.count)).squareRoot()
    let low = try NoncentralT.noncentrality(
      upperTail: tail, at: d / unit, degreesOfFreedom: degrees)
    // The other end is the lower end of the groups swapped, so swapping them mirrors the interval.
    let high = try -NoncentralT.noncentrality(
      upperTail: tail, at: -d / unit, degreesOfFreedom: degrees)
    let factor = corrected ? try correction(degrees) : 1
    return Estimate(
      factor * d,
      interval: try Interval(
        lower: factor * low * unit, upper: factor * high * unit, confidence: confidence))
  }

  /// Hedges' J. The gamma functions as Stirling's formula times a factor close to 1: the ratio of
  /// the functions themselves loses its digits for large samples.
  static func correction(_ degreesOfFreedom: Double) throws(StatisticsError) -> Double {
    let x = degreesOfFreedom / 2
    let power = try -(x - 1) * Logarithm.ofOnePlus(-1 / (2 * x)) - 0.5
    return try GSL.plainValue(of: "gamma function") {
      gsl_sf_exp(power) * gsl_sf_gammastar(x) / gsl_sf_gammastar(x - 0.5)
    }
  }
}
