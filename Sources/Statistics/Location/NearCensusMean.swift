/// What a survey tells about the mean of a small group when most of it answered: ``NearCensus`` for scores.
///
/// A group of N people was asked and n of them gave a score. The question is the mean of all N.
///
/// The interval and the probability assume that those who did not answer are like those who did, and that
/// scores lie about as a normal distribution does. ``bounds`` assumes nothing.
public struct NearCensusMean: Hashable, Sendable {
  /// N, the size of the whole group.
  public let invited: Int
  /// The scores of those who answered.
  public let scores: CountedValues
  /// The lowest and the highest score that there can be; `nil` where a score has no such ends.
  public let scale: ClosedRange<Double>?

  /// Describes a survey of a small group.
  ///
  /// - Parameters:
  ///   - scores: the scores of those who answered, n of them.
  ///   - invited: N, the size of the group, at least n.
  ///   - scale: the lowest and the highest score that there can be.
  /// - Throws: `StatisticsError.partExceedsWhole` where more answered than were asked.
  public init(
    _ scores: CountedValues, invited: Int, scale: ClosedRange<Double>? = nil
  ) throws(StatisticsError) {
    try Check.part(scores.count, .answered, of: invited, .invited)
    (self.scores, self.invited, self.scale) = (scores, invited, scale)
  }

  /// n, the number of those who answered.
  public var answered: Int { scores.count }

  /// The mean of those who answered.
  public var mean: Double { scores.mean }

  /// The means of the whole group that are possible at all: where all who did not answer have the lowest
  /// score, and where they have the highest, `(n · mean + (N - n) · end) / N`. Where all answered both are the
  /// mean. `nil` for scores without ends.
  ///
  /// Reference: Manski 1989, Anatomy of the selection problem.
  public var bounds: ClosedRange<Double>? {
    guard answered < invited else { return mean...mean }
    guard let scale else { return nil }
    let (n, all) = (Double(answered), Double(invited))
    let ends = [scale.lowerBound, scale.upperBound].map { (n * mean + (all - n) * $0) / all }
    return min(ends[0], mean)...max(ends[1], mean)
  }

  /// Student's interval for the mean of the whole group, `mean ± t · s / √n · √(1 - n / N)` with n - 1
  /// degrees of freedom, cut at ``bounds``: no mean beyond them is possible. It has no width where all
  /// answered.
  ///
  /// References: Student 1908, The probable error of a mean. Cochran 1977, Sampling Techniques, section 2.6.
  ///
  /// - Throws: as ``CountedValues/meanEstimate(population:confidence:)``.
  public func interval(confidence: Double = 0.95) throws(StatisticsError) -> Interval {
    let found = try scores.meanEstimate(population: invited, confidence: confidence).interval
    guard let bounds else { return found }
    return try Interval(
      lower: max(found.lower, bounds.lowerBound), upper: min(found.upper, bounds.upperBound),
      confidence: confidence)
  }

  /// The probability that the mean of the whole group is at least a figure, those who did not answer
  /// included.
  ///
  /// Of a normal distribution of which nothing else is known, the mean of the N - n who did not answer has,
  /// after n answers, Student's t distribution about the mean of these, so that the mean of all is
  /// `mean + T · s / √n · √(1 - n / N)` for T with n - 1 degrees of freedom: the same pivot as that of
  /// ``interval(confidence:)``, which lies above the figure exactly where the probability is high enough. It
  /// is exactly 1 where ``bounds`` lie at or above the figure, exactly 0 where they lie below. A mean within
  /// 1e-9 of the figure (relative to the figure) counts as reaching it, for decimals are stored rounded.
  ///
  /// Reference: Ericson 1969, Subjective Bayesian models in sampling finite populations, with the prior that
  /// is flat in the mean and in the logarithm of the deviation.
  ///
  /// - Parameter figure: in the unit of the scores.
  /// - Returns: a probability from 0 to 1.
  /// - Throws: `StatisticsError.sampleTooSmall` for a single score, `.constantSample` where all are equal,
  ///   both only where ``bounds`` do not decide; `.notComputed` if the numerical library gives up.
  public func goalProbability(atLeast figure: Double) throws(StatisticsError) -> Double {
    let reached = figure - 1e-9 * max(1, abs(figure))
    if let bounds {
      if bounds.lowerBound >= reached { return 1 }
      if bounds.upperBound < reached { return 0 }
    }
    let estimate = try scores.meanEstimate(population: invited)
    guard let error = estimate.standardError, error > 0 else {
      throw .constantSample(.meanInterval)
    }
    return try StudentT(degreesOfFreedom: Double(answered - 1)).upperTail((figure - mean) / error)
  }

  /// The probability that the mean of the whole group is at most a figure: that of the scores turned round,
  /// see ``goalProbability(atLeast:)``.
  public func goalProbability(atMost figure: Double) throws(StatisticsError) -> Double {
    try turned().goalProbability(atLeast: -figure)
  }

  private func turned() throws(StatisticsError) -> NearCensusMean {
    try NearCensusMean(
      CountedValues(scores.values.map { -$0 }, counts: scores.counts), invited: invited,
      scale: scale.map { -$0.upperBound ... -$0.lowerBound })
  }
}
