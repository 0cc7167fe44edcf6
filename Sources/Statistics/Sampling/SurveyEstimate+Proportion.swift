internal import CGSL

/// How the interval of a proportion is made. The names are those of `svyciprop` in R.
public enum SurveyProportionMethod: String, Hashable, Sendable, CaseIterable {
  /// Symmetric on the scale of `ln(p / (1 - p))`. In R: `logit`, and the same as `xlogit`.
  case logit

  /// The exact interval of Clopper and Pearson for the effective sample size, corrected for the
  /// degrees of freedom: Korn and Graubard 1998, Confidence intervals for proportions with small
  /// expected number of positive counts estimated from survey data.
  case beta

  /// All proportions that a likelihood-ratio test corrected for the design does not reject: Rao and
  /// Scott 1984, On chi-squared tests for multiway contingency tables with cell proportions
  /// estimated from survey data.
  case likelihood

  /// Symmetric on the scale of `arcsin √p`.
  case asin

  /// The schoolbook interval, symmetric on the scale of p, cut at 0 and 1.
  case mean
}

extension SurveyEstimate {
  /// The interval of a proportion from a complex sample.
  ///
  /// With the proportion p, its standard error s, and t the two-sided point of Student's t with
  /// ``degreesOfFreedom``:
  /// - logit: the ends have the logits `ln(p/(1-p)) ± t s / (p (1-p))`.
  /// - beta: `n = p (1-p) / s² · (t' / t)²`, where t' has the number of rows minus 1 as its degrees
  ///   of freedom; the ends are the quantiles of Beta(n p, n (1-p) + 1) and Beta(n p + 1, n (1-p)).
  /// - likelihood: all q with `2 (p ln(p/q) + (1-p) ln((1-p)/(1-q))) <= t² s² / (p (1-p))`. R
  ///   divides by an estimated dispersion besides and interpolates, so its ends differ a little.
  /// - asin: the ends are `sin² (arcsin √p ± t s / (2 √(p (1-p))))`, at most 0 and 1.
  /// - mean: the ends are `p ± t s`, at most 0 and 1.
  ///
  /// A proportion of exactly 0 or 1 is refused: such a sample tells nothing about the design
  /// effect. For a simple random sample take ``ProportionInterval`` then.
  ///
  /// - Parameters:
  ///   - method: how the interval is made.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the interval, within 0 and 1.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.sampling` when the estimate does not lie
  ///   strictly between 0 and 1, there are no degrees of freedom, or the standard error is 0.
  public func proportionInterval(
    _ method: SurveyProportionMethod = .logit, confidence: Double = 0.95
  ) throws(StatisticsError) -> Interval {
    let t = try point(confidence, .studentT)
    guard value > 0, value < 1 else { throw .sampling(.certainProportion) }
    guard standardError > 0 else { throw .sampling(.noSpread) }
    let ends =
      switch method {
      case .logit: try logitEnds(t)
      case .beta: try betaEnds(t, confidence)
      case .likelihood: try likelihoodEnds(t)
      case .asin: try arcsineEnds(t)
      case .mean: (max(0, value - t * standardError), min(1, value + t * standardError))
      }
    // Rounding may put an end a bit on the wrong side where there is no spread.
    return try Interval(
      lower: min(ends.0, value), upper: max(ends.1, value), confidence: confidence)
  }

  private var logit: Double {
    get throws(StatisticsError) { try Logarithm.of(value) - Logarithm.ofOnePlus(-value) }
  }

  private func logitEnds(_ t: Double) throws(StatisticsError) -> (Double, Double) {
    let half = t * standardError / (value * (1 - value))
    return try (Self.expit(logit - half), Self.expit(logit + half))
  }

  private static func expit(_ x: Double) throws(StatisticsError) -> Double {
    let small = try Logarithm.exp(-x.magnitude)
    return x < 0 ? small / (1 + small) : 1 / (1 + small)
  }

  private func betaEnds(
    _ t: Double, _ confidence: Double
  ) throws(StatisticsError) -> (Double, Double) {
    guard observations > 1 else { throw .sampling(.noDegreesOfFreedom) }
    let simple = StudentT(degreesOfFreedom: Double(observations - 1))
    let share = try simple.twoSidedPoint(confidence: confidence) / t
    let n = value * (1 - value) / variance * share * share
    guard n.isFinite else { return (value, value) }
    let tail = (1 - confidence) / 2
    let lower = BetaDistribution(a: n * value, b: n * (1 - value) + 1)
    let upper = BetaDistribution(a: n * value + 1, b: n * (1 - value))
    return try (lower.quantile(tail), upper.upperPoint(tail))
  }

  private func likelihoodEnds(_ t: Double) throws(StatisticsError) -> (Double, Double) {
    let limit = t * t * variance / (value * (1 - value))
    if limit == 0 { return (value, value) }
    let (p, centre) = (value, try logit)
    let atCentre = try Self.softplus(centre)
    let excess = { (logit: Double) throws(StatisticsError) -> Double in
      try 2 * (p * (centre - logit) + Self.softplus(logit) - atCentre) - limit
    }
    var width = 1.0
    while try excess(centre - width) < 0 { width *= 2 }
    let lower = try RootFinding.root(
      of: "likelihood interval", between: centre - width, and: centre, excess)
    width = 1
    while try excess(centre + width) < 0 { width *= 2 }
    let upper = try RootFinding.root(
      of: "likelihood interval", between: centre, and: centre + width, excess)
    return try (Self.expit(lower), Self.expit(upper))
  }

  /// `ln(1 + eˣ)` without overflow.
  private static func softplus(_ x: Double) throws(StatisticsError) -> Double {
    try max(x, 0) + Logarithm.ofOnePlus(Logarithm.exp(-x.magnitude))
  }

  /// By the sine of a sum, so that no arcsine is needed.
  private func arcsineEnds(_ t: Double) throws(StatisticsError) -> (Double, Double) {
    let (sine, cosine) = (value.squareRoot(), (1 - value).squareRoot())
    let half = t * standardError / (2 * sine * cosine)
    guard half < .pi / 2 else { return (0, 1) }
    let sineOfHalf = try GSL.value(of: "sine") { gsl_sf_sin_e(half, $0) }
    let cosineOfHalf = try GSL.value(of: "cosine") { gsl_sf_cos_e(half, $0) }
    let lower = max(0, sine * cosineOfHalf - cosine * sineOfHalf)
    // Beyond a right angle the sine would fall again.
    guard cosine * cosineOfHalf > sine * sineOfHalf else { return (lower * lower, 1) }
    let upper = sine * cosineOfHalf + cosine * sineOfHalf
    return (lower * lower, min(1, upper * upper))
  }
}
