extension Location {
  /// The weighted mean: `Σ wᵢ xᵢ / Σ wᵢ`, the same for every kind of weight.
  ///
  /// - Parameters:
  ///   - sample: at least one finite value.
  ///   - weights: a weight for each value, in the same order.
  /// - Returns: the mean, in the unit of the values.
  /// - Throws: `StatisticsError`, see ``Location``.
  public static func mean(
    of sample: [Double], weights: some Weights
  ) throws(StatisticsError) -> Double {
    try WeightedSample(sample, weights, for: .mean, needs: 1).moments.mean
  }

  /// The weighted variance, in the square of the unit of the values. What it estimates depends on
  /// the kind of weight.
  ///
  /// With the weighted mean m and n the number of weights above 0:
  ///
  /// - ``FrequencyWeights``: `Σ wᵢ (xᵢ - m)² / (Σ wᵢ - 1)`, the variance of the sample in which
  ///   each value stands as often as its weight says.
  /// - ``PrecisionWeights``: `Σ wᵢ (xᵢ - m)² / (n - 1)`, the variance of a value of weight 1, as a
  ///   weighted regression on a constant gives it.
  /// - ``SamplingWeights``: `n / (n - 1) · Σ wᵢ (xᵢ - m)² / Σ wᵢ`, the estimated variance in the
  ///   population, as R's `svyvar` gives it.
  ///
  /// References: Cochran 1977, Sampling Techniques. Lumley 2010, Complex Surveys: A Guide to
  /// Analysis Using R.
  ///
  /// - Parameters:
  ///   - sample: finite values.
  ///   - weights: a weight for each value, in the same order; frequency weights that add up to at
  ///     least 2, or two other weights above 0.
  /// - Returns: the variance, 0 or more.
  /// - Throws: `StatisticsError`, see ``Location``; `.resultTooLarge` or `.resultTooSmall` where no
  ///   floating-point number can hold the result.
  public static func variance(
    of sample: [Double], weights: some Weights
  ) throws(StatisticsError) -> Double {
    let weighted = try WeightedSample(sample, weights, for: .variance, needs: 2)
    return try square(weighted.variance, of: weighted.moments)
  }

  /// The weighted standard deviation: the square root of the weighted variance, see
  /// ``variance(of:weights:)``.
  ///
  /// - Parameters:
  ///   - sample: finite values.
  ///   - weights: a weight for each value, in the same order.
  /// - Returns: the standard deviation, 0 or more, in the unit of the values.
  /// - Throws: `StatisticsError`, see ``variance(of:weights:)``.
  public static func standardDeviation(
    of sample: [Double], weights: some Weights
  ) throws(StatisticsError) -> Double {
    let weighted = try WeightedSample(sample, weights, for: .standardDeviation, needs: 2)
    return try finite(weighted.deviation, .standardDeviation)
  }

  /// The weighted mean with its standard error and t interval. The error depends on the kind of
  /// weight.
  ///
  /// With the weighted mean m, the weighted variance v and n the number of weights above 0:
  ///
  /// - ``FrequencyWeights``: `√(v / Σ wᵢ)` with `Σ wᵢ - 1` degrees of freedom.
  /// - ``PrecisionWeights``: `√(v / Σ wᵢ)` with n - 1 degrees of freedom.
  /// - ``SamplingWeights``: `√(n / (n - 1) · Σ (wᵢ (xᵢ - m) / Σ wᵢ)²)` with n - 1 degrees of
  ///   freedom: linearised, for people drawn one by one with replacement.
  ///
  /// References: Särndal, Swensson and Wretman 1992, Model Assisted Survey Sampling. Lumley 2010,
  /// Complex Surveys: A Guide to Analysis Using R.
  ///
  /// - Parameters:
  ///   - sample: finite values, not all equal.
  ///   - weights: a weight for each value, in the same order; frequency weights that add up to at
  ///     least 2, or two other weights above 0.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the mean, its standard error and the interval.
  /// - Throws: `StatisticsError`, see ``Location``; `.constantSample` when all values of a weight
  ///   above 0 are equal.
  public static func meanEstimate(
    of sample: [Double], weights: some Weights, confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    let weighted = try WeightedSample(sample, weights, for: .meanInterval, needs: 2)
    return try studentEstimate(
      weighted.moments.mean, error: weighted.errorOfMean,
      degreesOfFreedom: weighted.size - 1, confidence: level, .meanInterval)
  }

  /// A quantile of weighted values.
  ///
  /// With ``FrequencyWeights`` it is the quantile of type 7 of the sample in which each value
  /// stands as often as its weight says.
  ///
  /// With the other weights it is the inverse of the weighted distribution: the smallest value with
  /// at least the share p of the weight at or below it; where a value reaches the share exactly,
  /// the mean of that value and the next. That is type 2 of ``QuantileDefinition``. A share within
  /// a relative 1e-12 counts as reached exactly.
  ///
  /// Values of weight 0 do not count.
  ///
  /// References: Hyndman and Fan 1996, Sample quantiles in statistical packages. Lumley 2010,
  /// Complex Surveys: A Guide to Analysis Using R.
  ///
  /// - Parameters:
  ///   - p: the probability below the quantile, 0 to 1 (0.25, not 25).
  ///   - sample: at least one finite value.
  ///   - weights: a weight for each value, in the same order.
  /// - Returns: the quantile, in the unit of the values.
  /// - Throws: `StatisticsError.probabilityOutOfRange`, or a refusal of the sample, see
  ///   ``Location``.
  public static func quantile(
    _ p: Double, of sample: [Double], weights: some Weights
  ) throws(StatisticsError) -> Double {
    guard p >= 0, p <= 1 else { throw .probabilityOutOfRange(p) }
    return try WeightedSample(sample, weights, for: .quantile, needs: 1).quantile(p)
  }

  /// The median of weighted values, the quantile of 0.5; see ``quantile(_:of:weights:)``.
  ///
  /// With equal weights it is the plain median, for every kind of weight.
  ///
  /// - Parameters:
  ///   - sample: at least one finite value.
  ///   - weights: a weight for each value, in the same order.
  /// - Returns: the median, in the unit of the values.
  /// - Throws: `StatisticsError`, see ``Location``.
  public static func median(
    of sample: [Double], weights: some Weights
  ) throws(StatisticsError) -> Double {
    try WeightedSample(sample, weights, for: .median, needs: 1).quantile(0.5)
  }
}
