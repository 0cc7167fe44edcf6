extension SurveyDesign {
  /// A quantile of a weighted sample, without its precision.
  ///
  /// - Parameters:
  ///   - p: the share of the weight below the quantile, 0 to 1 (0.25, not 25).
  ///   - values: a finite value for each row with weight.
  ///   - rule: which value stands for the quantile.
  /// - Returns: the quantile, in the unit of the values.
  /// - Throws: `StatisticsError.probabilityOutOfRange`; otherwise see ``mean(of:)``.
  public func quantile(
    _ p: Double, of values: [Double], rule: WeightedQuantileRule = .math
  ) throws(StatisticsError) -> Double {
    guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    try checkValues(values)
    return WeightedQuantile(values, weights: weights).value(at: p, rule: rule)
  }

  /// A quantile of a weighted sample with the interval of Woodruff.
  ///
  /// The share of the weight up to the quantile is a proportion, and it gets the
  /// ``SurveyEstimate/proportionInterval(_:confidence:)`` of the method. The quantiles at the ends
  /// of that interval are the ends of this one. The standard error is the width of the interval
  /// divided by `2 t`, with t the two-sided point of Student's t. This is `svyquantile` in R 4.1,
  /// with the method as its `interval.type` (`logit` is called `xlogit` there).
  ///
  /// A quantile that is the largest value is refused, because the share up to it is 1. With the
  /// method `mean`, an interval of the share that reaches below 0 or above 1 is refused.
  ///
  /// References: Woodruff 1952, Confidence intervals for medians and other position measures.
  /// Francisco and Fuller 1991, Quantile estimation with a complex survey design.
  ///
  /// - Parameters:
  ///   - p: the share of the weight below the quantile, 0 to 1 (0.25, not 25).
  ///   - values: a finite value for each row with weight.
  ///   - confidence: the level, strictly between 0 and 1.
  ///   - method: how the interval of the share is made.
  ///   - rule: which value stands for the quantile.
  /// - Returns: the quantile with its standard error and interval.
  /// - Throws: `StatisticsError.probabilityOutOfRange`, `.confidenceOutOfRange`; `.sampling` when
  ///   there are no degrees of freedom or an end is refused; otherwise see ``mean(of:)``.
  public func quantileEstimate(
    _ p: Double, of values: [Double], confidence: Double = 0.95,
    method: SurveyProportionMethod = .mean, rule: WeightedQuantileRule = .math
  ) throws(StatisticsError) -> Estimate {
    guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    try checkValues(values)
    let sorted = WeightedQuantile(values, weights: weights)
    let quantile = sorted.value(at: p, rule: rule)
    let share = try proportion(of: values.map { $0 <= quantile })
    let ends = try share.proportionInterval(method, confidence: confidence)
    let t = try share.point(confidence, .studentT)
    if method == .mean {
      let half = t * share.standardError
      guard share.value >= half else { throw .sampling(.quantileBeyondSample(upper: false)) }
      guard share.value + half <= 1 else { throw .sampling(.quantileBeyondSample(upper: true)) }
    }
    // Rounding must not put an end on the wrong side.
    let lower = min(quantile, sorted.value(at: ends.lower, rule: rule))
    let upper = max(quantile, sorted.value(at: ends.upper, rule: rule))
    let width = upper - lower
    guard width.isFinite else { throw .resultTooLarge(.surveyQuantile) }
    return Estimate(
      quantile, standardError: width / (2 * t),
      interval: try Interval(lower: lower, upper: upper, confidence: confidence))
  }
}
