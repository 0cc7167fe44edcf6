extension TTest {
  /// Whether the mean behind a sample differs from a given number.
  ///
  /// With the mean m, the standard deviation s and n values, `t = (m - reference) / (s/√n)` has
  /// n - 1 degrees of freedom.
  ///
  /// Reference: Student 1908, The probable error of a mean.
  ///
  /// - Parameters:
  ///   - sample: at least two finite values that differ.
  ///   - reference: the number that the mean is compared with.
  ///   - alternative: what the p value speaks of; `less` means that the mean is smaller than the
  ///     reference.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the mean minus the reference, and the test.
  /// - Throws: `StatisticsError`, see ``TTest``; `.optionOutOfRange` for a reference that is not
  ///   finite.
  public static func oneSample(
    _ sample: [Double], mean reference: Double, alternative: Alternative = .twoSided,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> TestedDifference {
    let level = try Check.confidence(confidence)
    try Check.reference(reference, "the reference mean")
    try Check.sample(sample, for: .oneSampleTest, needs: 2)
    let moments = try GroupMoments(of: sample, for: .oneSampleTest)
    guard !moments.isConstant else { throw .constantSample(.oneSampleTest) }
    return try .student(
      .oneSampleTest, difference: moments.mean(minus: reference),
      standardError: moments.varianceOfMean.squareRoot(),
      degreesOfFreedom: Double(sample.count - 1), alternative: alternative, confidence: level)
  }

  /// Whether the means of two measurements of the same people differ.
  ///
  /// It is the one-sample test of the differences, first minus second, against 0. The i-th values
  /// of both samples belong to the same person.
  ///
  /// Reference: Student 1908, The probable error of a mean.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: as many values, which are subtracted.
  ///   - alternative: what the p value speaks of; `less` means that the first mean is smaller.
  ///   - confidence: the level of the interval, strictly between 0 and 1.
  /// - Returns: the mean difference, and the test.
  /// - Throws: `StatisticsError`, see ``TTest``.
  public static func paired(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
    confidence: Double = 0.95
  ) throws(StatisticsError) -> TestedDifference {
    let level = try Check.confidence(confidence)
    try Check.pairedValues(first, second, for: .pairedTest, needs: 2)
    var differences: [Double] = []
    differences.reserveCapacity(first.count)
    var magnitude = 0.0
    for (x, y) in zip(first, second) {
      differences.append(try Check.finite(x - y, .pairedTest))
      magnitude = max(magnitude, abs(x), abs(y))
    }
    let moments = try GroupMoments(of: differences, magnitude: magnitude, for: .pairedTest)
    guard !moments.isConstant else { throw .values(.pairsDifferEqually(.pairedTest)) }
    return try .student(
      .pairedTest, difference: moments.mean, standardError: moments.varianceOfMean.squareRoot(),
      degreesOfFreedom: Double(first.count - 1), alternative: alternative, confidence: level)
  }
}
