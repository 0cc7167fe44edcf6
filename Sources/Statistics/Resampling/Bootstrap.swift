/// How a statistic would vary from sample to sample, learned by sampling the sample again.
///
/// Each replicate draws as many values as the sample has, with replacement and each value with
/// exactly the same probability, and computes the statistic of them. The same sample, seed and
/// number of replicates give the same replicates on every machine, whatever the number of threads.
///
/// ```swift
/// let bootstrap = try Bootstrap(of: ages, statistic: .median, seed: 7)
/// let interval = try bootstrap.interval(confidence: 0.95, method: .bca)
/// ```
///
/// The values must be independent answers. The bootstrap cannot invent values that were not seen,
/// so for samples below 20 or so its intervals are too short.
///
/// Reference: Efron and Tibshirani 1993, An introduction to the bootstrap.
public struct Bootstrap: Sendable {
  /// The statistic of the sample itself; of two samples the first minus the second.
  public let estimate: Double

  /// The statistic of each resample, in the order they were drawn.
  public let replicates: [Double]

  /// The replicates in order of size.
  let sorted: [Double]

  /// What each value of each sample does to the estimate; see ``interval(confidence:method:)``.
  let influences: @Sendable () throws(StatisticsError) -> [[Double]]

  /// The most replicates that a bootstrap draws.
  public static let replicateLimit = 10_000_000

  /// The most values of a sample.
  public static let sampleLimit = RandomStream.largestBound

  /// Resamples one sample.
  ///
  /// - Parameters:
  ///   - sample: at least two finite values.
  ///   - statistic: what to compute of each resample.
  ///   - replicates: how many resamples to draw, 100 to ``replicateLimit``.
  ///   - seed: the start of the random numbers.
  /// - Throws: `StatisticsError`: a refusal of the sample; `.sampleTooLarge` above
  ///   ``sampleLimit``; `.resampling` with `.tooFewReplicates`, `.tooManyReplicates` or
  ///   `.statisticNotFinite`; `.resultTooLarge`; or what the statistic throws for a resample.
  public init(
    of sample: [Double], statistic: Statistic = .mean, replicates: Int = 10_000,
    seed: UInt64 = 1
  ) throws(StatisticsError) {
    let one = try Resampler(sample, statistic, place: 0)
    try self.init(
      estimate: one.estimate, replicates: one.replicates(replicates, seed: seed)
    ) { () throws(StatisticsError) in [try one.influence()] }
  }

  /// Resamples two independent samples, each by itself, for the difference of their statistics:
  /// the first minus the second.
  ///
  /// - Parameters:
  ///   - first: at least two finite values.
  ///   - second: at least two finite values of other people.
  ///   - statistic: what to compute of each resample.
  ///   - replicates: how many pairs of resamples to draw, 100 to ``replicateLimit``.
  ///   - seed: the start of the random numbers.
  /// - Throws: `StatisticsError`, as for one sample.
  public init(
    of first: [Double], minus second: [Double], statistic: Statistic = .mean,
    replicates: Int = 10_000, seed: UInt64 = 1
  ) throws(StatisticsError) {
    let one = try Resampler(first, statistic, place: 0)
    let two = try Resampler(second, statistic, place: 1)
    let theirs = try two.replicates(replicates, seed: seed)
    let differences = zip(try one.replicates(replicates, seed: seed), theirs).map { $0 - $1 }
    try self.init(estimate: one.estimate - two.estimate, replicates: differences) {
      () throws(StatisticsError) in
      [try one.influence(), try two.influence().map { -$0 }]
    }
  }

  /// Resamples rows of data, for statistics of several values a row, such as a correlation.
  ///
  /// - Parameters:
  ///   - count: how many rows there are, at least 2.
  ///   - replicates: how many resamples to draw, 100 to ``replicateLimit``.
  ///   - seed: the start of the random numbers.
  ///   - statistic: computes the statistic of the rows with these numbers, counted from 0; the
  ///     same row may come several times. Called from several threads.
  /// - Throws: `StatisticsError`, as for one sample.
  public init(
    rows count: Int, replicates: Int = 10_000, seed: UInt64 = 1,
    statistic: @escaping @Sendable ([Int]) throws(StatisticsError) -> Double
  ) throws(StatisticsError) {
    let rows = try RowResampler(count, statistic)
    try self.init(
      estimate: rows.estimate, replicates: rows.replicates(replicates, seed: seed)
    ) { () throws(StatisticsError) in [try rows.influence()] }
  }

  init(
    estimate: Double, replicates: [Double],
    influences: @escaping @Sendable () throws(StatisticsError) -> [[Double]]
  ) throws(StatisticsError) {
    guard estimate.isFinite, replicates.allSatisfy(\.isFinite) else {
      throw .resultTooLarge(.bootstrap)
    }
    self.estimate = estimate
    self.replicates = replicates
    self.influences = influences
    sorted = replicates.sorted()
  }

  /// The standard deviation of the replicates: the standard error of the estimate.
  ///
  /// - Throws: `StatisticsError.resultTooLarge` where no floating-point number can hold it.
  public var standardError: Double {
    get throws(StatisticsError) { try Location.standardDeviation(of: replicates) }
  }

  /// The mean of the replicates minus the estimate: how far the statistic tends to miss what it
  /// estimates.
  ///
  /// - Throws: `StatisticsError.resultTooLarge` where no floating-point number can hold it.
  public var bias: Double {
    get throws(StatisticsError) {
      var sum = PreciseSum()
      for replicate in replicates { sum.add(replicate / Double(replicates.count)) }
      sum.add(-estimate)
      guard sum.value.isFinite else { throw .resultTooLarge(.bootstrap) }
      return sum.value
    }
  }

  static func check(replicates: Int) throws(StatisticsError) {
    guard replicates >= 100 else {
      throw .resampling(.tooFewReplicates(needed: 100, given: replicates))
    }
    guard replicates <= replicateLimit else {
      throw .resampling(.tooManyReplicates(limit: replicateLimit, given: replicates))
    }
  }
}
