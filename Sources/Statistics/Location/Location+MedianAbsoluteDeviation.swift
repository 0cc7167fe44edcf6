extension Location {
  /// The median of the distances from the median, a spread that outliers hardly move.
  ///
  /// `median |xᵢ - median x|`, in the unit of the values, without any factor. It is 0 when more
  /// than half of the values are equal.
  ///
  /// Reference: Hampel 1974, The influence curve and its role in robust estimation.
  ///
  /// - Parameter sample: at least one finite value.
  /// - Returns: the deviation, 0 or more.
  /// - Throws: `StatisticsError`, see ``Location``; `.resultTooLarge` where no floating-point
  ///   number can hold the result.
  public static func medianAbsoluteDeviation(
    of sample: [Double]
  ) throws(StatisticsError) -> Double {
    try Check.sample(sample, for: .medianAbsoluteDeviation)
    let middle = interpolated(0.5, in: sample.sorted())
    let distances = sample.map { abs($0 - middle) }.sorted()
    return try finite(interpolated(0.5, in: distances), .medianAbsoluteDeviation)
  }

  /// The median absolute deviation, multiplied so that it estimates the standard deviation of
  /// normal values.
  ///
  /// The factor is `1 / z`, 1.482602218505602, with z the normal quantile of 0.75. R's `mad` has
  /// 1.4826.
  ///
  /// Reference: Hampel 1974, The influence curve and its role in robust estimation.
  ///
  /// - Parameter sample: at least one finite value.
  /// - Returns: the scaled deviation, 0 or more.
  /// - Throws: `StatisticsError`, see ``Location``; `.resultTooLarge` where no floating-point
  ///   number can hold the result.
  public static func scaledMedianAbsoluteDeviation(
    of sample: [Double]
  ) throws(StatisticsError) -> Double {
    try finite(
      medianAbsoluteDeviation(of: sample) * 1.482602218505602, .medianAbsoluteDeviation)
  }
}
