/// Different values with how often each occurs: a sample whose values repeat, such as the answers of many
/// people to one question.
///
/// Its figures are those of the sample with each value written as often as it occurs.
public struct CountedValues: Hashable, Sendable {
  /// The different values, ascending.
  public let values: [Double]
  /// How often each occurs, at least once.
  public let counts: [Int]
  /// How many there are in all.
  public let count: Int

  /// Describes a sample.
  ///
  /// - Parameters:
  ///   - values: finite values in any order; equal ones are one.
  ///   - counts: as many counts, 0 or more, of which one is above 0.
  /// - Throws: `StatisticsError.lengthsDiffer`, `.negativeCount`, `.emptySample`, `.notANumber` or
  ///   `.infinite`.
  public init(_ values: [Double], counts: [Int]) throws(StatisticsError) {
    guard values.count == counts.count else {
      throw .lengthsDiffer(.mean, first: values.count, second: counts.count)
    }
    for count in counts { try Check.count(count, .scaleAnswers) }
    let kept = zip(values, counts).filter { $1 > 0 }.sorted { $0.0 < $1.0 }
    try Check.sample(kept.map(\.0), for: .mean)
    var (merged, sums): ([Double], [Int]) = ([], [])
    for (value, count) in kept {
      if value == merged.last {
        sums[sums.count - 1] += count
      } else {
        merged.append(value)
        sums.append(count)
      }
    }
    (self.values, self.counts) = (merged, sums)
    count = sums.reduce(0, +)
  }

  private var moments: Moments { Moments(of: values, weights: counts.map(Double.init)) }

  /// The arithmetic mean.
  public var mean: Double { moments.mean }

  /// The variance `Σ nᵢ (xᵢ - mean)² / (n - 1)`; 0 for a single value.
  public var variance: Double { count < 2 ? 0 : moments.variance(over: Double(count - 1)) }

  /// The mean with Student's t interval, for the mean of a population of known size:
  /// `mean ± t · s / √n · √(1 - n / N)`.
  ///
  /// t is the two-sided point with n - 1 degrees of freedom. Where all N are in the sample the mean is
  /// known and the interval has no width. The interval is cut at nothing: the mean of a bounded scale may
  /// have an end beyond the scale if there are few values.
  ///
  /// References: Student 1908, The probable error of a mean. Cochran 1977, Sampling Techniques, section 2.6
  /// (the finite population correction).
  ///
  /// - Parameters:
  ///   - population: N, at least the number of values; `nil` for a population without end.
  ///   - confidence: the level, strictly between 0 and 1.
  /// - Returns: the mean, its standard error and the interval.
  /// - Throws: `StatisticsError.confidenceOutOfRange`, `.sampleTooSmall` for a single value that is not all
  ///   there is, `.constantSample` when all values of such a sample are equal, `.optionOutOfRange` for a
  ///   population smaller than the sample.
  public func meanEstimate(
    population: Int? = nil, confidence: Double = 0.95
  ) throws(StatisticsError) -> Estimate {
    let level = try Check.confidence(confidence)
    if let population, population < count {
      throw .optionOutOfRange(
        option: "the size of a population", range: "at \(count) or above", Double(population))
    }
    if population == count {
      return Estimate(
        mean, standardError: 0,
        interval: try Interval(lower: mean, upper: mean, confidence: level))
    }
    guard count >= 2 else { throw .sampleTooSmall(.meanInterval, needed: 2, given: count) }
    let (n, moments) = (Double(count), moments)
    let rest = population.map { 1 - n / Double($0) } ?? 1
    return try Location.studentEstimate(
      moments.mean, error: moments.deviation(over: n * (n - 1)) * rest.squareRoot(),
      degreesOfFreedom: n - 1, confidence: level, .meanInterval)
  }

  /// A quantile by one of the definitions of Hyndman and Fan (1996).
  ///
  /// - Parameters:
  ///   - probability: from 0 to 1.
  ///   - definition: how values between two of the sample are found.
  /// - Returns: the quantile, in the unit of the values.
  /// - Throws: `StatisticsError.optionOutOfRange`.
  public func quantile(
    _ probability: Double, _ definition: QuantileDefinition = .type7
  ) throws(StatisticsError) -> Double {
    guard (0...1).contains(probability) else {
      throw .optionOutOfRange(
        option: "the probability of a quantile", range: "between 0 and 1", probability)
    }
    return definition.quantile(probability, count: count) { index in
      var left = index
      for (value, count) in zip(values, counts) {
        if left < count { return value }
        left -= count
      }
      return values[values.count - 1]
    }
  }
}
