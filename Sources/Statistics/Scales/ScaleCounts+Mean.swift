extension ScaleCounts {
  /// The mean of the answers, each counted as the number of its step.
  ///
  /// It takes the steps as equally far apart.
  public var mean: Double { moments.mean }

  /// The mean of the answers with its standard error and Student's t interval.
  ///
  /// The same as ``Location/meanEstimate(of:confidence:)`` of the single answers, but the interval
  /// is cut at the ends of the scale.
  ///
  /// - Parameter confidence: the level, strictly between 0 and 1.
  /// - Returns: the mean, its standard error and the interval, within ``steps``.
  /// - Throws: `StatisticsError.confidenceOutOfRange`; `.sampleTooSmall` for a single answer;
  ///   `.constantSample` when all answers are at one step.
  public func meanEstimate(confidence: Double = 0.95) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    guard answers >= 2 else {
      throw .sampleTooSmall(.meanInterval, needed: 2, given: answers)
    }
    let (moments, n) = (moments, Double(answers))
    let whole = try Location.studentEstimate(
      moments.mean, error: moments.deviation(over: n * (n - 1)), degreesOfFreedom: n - 1,
      confidence: level, .meanInterval)
    return try whole.cut(at: Double(steps.lowerBound)...Double(steps.upperBound))
  }

  /// The standard deviation of the answers, with n - 1 below the line.
  ///
  /// - Returns: the standard deviation, 0 or more.
  /// - Throws: `StatisticsError.sampleTooSmall` for a single answer.
  public func standardDeviation() throws(StatisticsError) -> Double {
    guard answers >= 2 else {
      throw .sampleTooSmall(.standardDeviation, needed: 2, given: answers)
    }
    return moments.deviation(over: Double(answers - 1))
  }
}

extension Estimate {
  /// The same estimate with an interval that ends where the values end.
  func cut(at range: ClosedRange<Double>) throws(StatisticsError) -> Estimate {
    let interval = try Interval(
      lower: max(interval.lower, range.lowerBound), upper: min(interval.upper, range.upperBound),
      confidence: interval.confidence)
    return Estimate(value, standardError: standardError, interval: interval)
  }
}
