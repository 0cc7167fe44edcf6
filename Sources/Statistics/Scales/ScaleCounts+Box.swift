extension ScaleCounts {
  /// The share of answers at the highest steps, for instance "top two", with its Wilson interval.
  ///
  /// - Parameters:
  ///   - steps: how many of the highest steps, at least 1 and fewer than the scale has.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the share, 0 to 1, and the interval of ``ProportionInterval``; there is no standard
  ///   error.
  /// - Throws: `StatisticsError.optionOutOfRange` or `.confidenceOutOfRange`.
  public func topBox(
    _ steps: Int, confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try share(of: counts.suffix(box(steps)), confidence)
  }

  /// The share of answers at the lowest steps, with its Wilson interval.
  ///
  /// - Parameters:
  ///   - steps: how many of the lowest steps, at least 1 and fewer than the scale has.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the share, 0 to 1, and the interval of ``ProportionInterval``; there is no standard
  ///   error.
  /// - Throws: `StatisticsError.optionOutOfRange` or `.confidenceOutOfRange`.
  public func bottomBox(
    _ steps: Int, confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    try share(of: counts.prefix(box(steps)), confidence)
  }

  private func box(_ steps: Int) throws(StatisticsError) -> Int {
    guard steps >= 1, steps < counts.count else {
      throw .optionOutOfRange(
        option: "the number of steps in a box", range: "between 1 and \(counts.count - 1)",
        Double(steps))
    }
    return steps
  }

  private func share(
    of part: ArraySlice<Int>, _ confidence: Double
  ) throws(StatisticsError) -> Estimate {
    let count = part.reduce(0, +)
    let interval = try ProportionInterval.wilson(
      successes: count, trials: answers, confidence: confidence)
    return Estimate(Double(count) / Double(answers), interval: interval)
  }
}
