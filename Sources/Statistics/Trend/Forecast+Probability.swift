extension Forecast.Point {
  /// The probability that the value will be a bound or more: `Φ((value - bound) / deviation)`, with the
  /// errors taken as normal, as the interval takes them. Without any deviation it is 0 or 1.
  ///
  /// - Parameter bound: a finite number.
  /// - Returns: The probability, from 0 to 1.
  /// - Throws: `StatisticsError.notANumber` or `.infinite`.
  public func probability(atLeast bound: Double) throws(StatisticsError) -> Double {
    try Check.sample([bound], for: .forecast)
    guard deviation > 0 else { return value >= bound ? 1 : 0 }
    return try Normal.upperTail((bound - value) / deviation)
  }
}
