/// Replicates in numbered blocks.
///
/// Each block has its own stream of random numbers, and the cut into blocks depends on nothing but
/// the number of replicates. So the replicates are the same for any number of threads.
enum Blocks {
  /// Small enough to keep all cores busy, large enough that a block costs more than its start.
  static let size = 64

  /// The replicates, computed block by block by a function that draws from the block's stream.
  static func replicates(
    _ count: Int, seed: UInt64, place: Int,
    _ fill:
      @Sendable (
        inout RandomStream, UnsafeMutableBufferPointer<Double>
      ) throws(StatisticsError) -> Void
  ) throws(StatisticsError) -> [Double] {
    try Bootstrap.check(replicates: count)
    return try inBlocks(count) { (block, output) throws(StatisticsError) in
      var random = RandomStream(seed: seed, stream: 2 * block + place)
      try fill(&random, output)
    }
  }

  /// The statistic without each value in turn.
  static func withoutEach(
    _ count: Int, _ statistic: @Sendable (Int) throws(StatisticsError) -> Double
  ) throws(StatisticsError) -> [Double] {
    try inBlocks(count) { (block, output) throws(StatisticsError) in
      for i in output.indices { output[i] = try statistic(block * size + i) }
    }
  }

  /// The influence values of leave-one-out statistics, divided by their number.
  static func influence(of leftOut: [Double]) -> [Double] {
    let n = Double(leftOut.count)
    // Rounding must not make a difference between equal ones.
    if leftOut.allSatisfy({ $0 == leftOut[0] }) { return leftOut.map { _ in 0 } }
    // Each divided first, so that huge values do not overflow.
    let mean = PreciseSum(leftOut.map { $0 / n }).value
    return leftOut.map { (mean - $0) * ((n - 1) / n) }
  }

  static func finite(
    _ value: Double, _ statistic: StatisticName
  ) throws(StatisticsError) -> Double {
    guard value.isFinite else { throw .resampling(.statisticNotFinite(statistic)) }
    return value
  }

  private static func inBlocks(
    _ count: Int,
    _ fill:
      @Sendable (
        Int, UnsafeMutableBufferPointer<Double>
      ) throws(StatisticsError) -> Void
  ) throws(StatisticsError) -> [Double] {
    let blocks = (count + size - 1) / size
    let parts = try Parallel.map(blocks: blocks) { block throws(StatisticsError) -> [Double] in
      var part = [Double](repeating: 0, count: min(size, count - block * size))
      try part.withUnsafeMutableBufferPointer { output throws(StatisticsError) in
        try fill(block, output)
      }
      return part
    }
    return parts.flatMap { $0 }
  }
}
