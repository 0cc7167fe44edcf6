/// The numbers of rows, ready to be resampled.
struct RowResampler: Sendable {
  let estimate: Double
  private let count: Int
  private let compute: @Sendable ([Int]) throws(StatisticsError) -> Double

  init(
    _ count: Int, _ compute: @escaping @Sendable ([Int]) throws(StatisticsError) -> Double
  ) throws(StatisticsError) {
    guard count > 0 else { throw .emptySample(.bootstrap) }
    guard count > 1 else { throw .sampleTooSmall(.bootstrap, needed: 2, given: count) }
    guard count <= Bootstrap.sampleLimit else {
      throw .sampleTooLarge(.bootstrap, limit: Bootstrap.sampleLimit, given: count)
    }
    self.count = count
    self.compute = compute
    estimate = try Blocks.finite(compute(Array(0..<count)), .statistic)
  }

  func replicates(_ replicates: Int, seed: UInt64) throws(StatisticsError) -> [Double] {
    try Blocks.replicates(replicates, seed: seed, place: 0) {
      (random, output) throws(StatisticsError) in
      var rows = [Int](repeating: 0, count: count)
      for i in output.indices {
        var next = 0
        random.draw(count, below: count) {
          rows[next] = $0
          rows[next + 1] = $1
          rows[next + 2] = $2
          rows[next + 3] = $3
          next += 4
        } ones: {
          rows[next] = $0
          next += 1
        }
        output[i] = try Blocks.finite(compute(rows), .statistic)
      }
    }
  }

  func influence() throws(StatisticsError) -> [Double] {
    Blocks.influence(
      of: try Blocks.withoutEach(count) { (left) throws(StatisticsError) in
        try Blocks.finite(compute((0..<count).filter { $0 != left }), .statistic)
      })
  }
}
