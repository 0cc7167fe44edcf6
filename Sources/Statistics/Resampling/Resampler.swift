/// One sample, ready to be resampled.
struct Resampler: Sendable {
  let estimate: Double

  /// The values as the statistic wants them: their distances from the mean for the mean, sorted
  /// for the median.
  private let values: [Double]
  private let statistic: Bootstrap.Statistic
  private let place: Int

  /// The place is 0 for the first sample and 1 for the second, so that they draw differently.
  init(
    _ sample: [Double], _ statistic: Bootstrap.Statistic, place: Int
  ) throws(StatisticsError) {
    try Check.sample(sample, for: .bootstrap, needs: 2)
    guard sample.count <= Bootstrap.sampleLimit else {
      throw .sampleTooLarge(.bootstrap, limit: Bootstrap.sampleLimit, given: sample.count)
    }
    self.statistic = statistic
    self.place = place
    switch statistic.kind {
    case .mean:
      var mean = PreciseSum(sample).value / Double(sample.count)
      // Rounding must not move the mean of equal values.
      if let least = sample.min(), let most = sample.max() { mean = min(max(mean, least), most) }
      // Distances from the mean keep the digits that large values have in common.
      values = sample.map { [mean] in $0 - mean }
      let largest = values.reduce(0) { max($0, abs($1)) }
      guard mean.isFinite, (largest * Double(sample.count)).isFinite else {
        throw .resultTooLarge(.bootstrap)
      }
      estimate = mean
    case .median:
      values = sample.sorted()
      estimate = Location.interpolated(0.5, in: values)
    case .other(let compute):
      values = sample
      estimate = try Blocks.finite(compute(sample), statistic.name)
    }
  }

  func replicates(_ count: Int, seed: UInt64) throws(StatisticsError) -> [Double] {
    try Blocks.replicates(count, seed: seed, place: place) {
      (random, output) throws(StatisticsError) in
      switch statistic.kind {
      case .mean: resampleMean(&random, output)
      case .median: resampleMedian(&random, output)
      case .other(let compute): try resample(&random, output, compute)
      }
    }
  }

  private func resampleMean(
    _ random: inout RandomStream, _ output: UnsafeMutableBufferPointer<Double>
  ) {
    let n = values.count
    values.withUnsafeBufferPointer { buffer in
      // Unchecked, because every index drawn is below the count, and the check would cost as much
      // as the addition. A sample is never empty.
      guard let values = buffer.baseAddress else { return }
      for i in output.indices {
        // A copy can stay in registers.
        var stream = random
        var (a, b, c, d) = (0.0, 0.0, 0.0, 0.0)
        stream.draw(n, below: n) {
          a += values[$0]
          b += values[$1]
          c += values[$2]
          d += values[$3]
        } ones: {
          a += values[$0]
        }
        random = stream
        output[i] = estimate + ((a + b) + (c + d)) / Double(n)
      }
    }
  }

  /// Counts how often each value of the sorted sample is drawn, and walks to the middle.
  private func resampleMedian(
    _ random: inout RandomStream, _ output: UnsafeMutableBufferPointer<Double>
  ) {
    let n = values.count
    let times = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: n)
    times.initialize(repeating: 0)
    defer { times.deallocate() }
    for i in output.indices {
      times.update(repeating: 0)
      random.draw(n, below: n) {
        times[$0] += 1
        times[$1] += 1
        times[$2] += 1
        times[$3] += 1
      } ones: {
        times[$0] += 1
      }
      // The lower and the upper middle of n values, counted from 0; the same for an odd n.
      let (lower, upper) = ((n - 1) / 2, n / 2)
      var (k, passed) = (0, Int(times[0]))
      while passed <= lower {
        k += 1
        passed += Int(times[k])
      }
      let below = values[k]
      while passed <= upper {
        k += 1
        passed += Int(times[k])
      }
      output[i] = Location.interpolated(0.5, in: [below, values[k]])
    }
  }

  private func resample(
    _ random: inout RandomStream, _ output: UnsafeMutableBufferPointer<Double>,
    _ compute: @Sendable ([Double]) throws(StatisticsError) -> Double
  ) throws(StatisticsError) {
    let n = values.count
    var resample = values
    for i in output.indices {
      var next = 0
      random.draw(n, below: n) {
        resample[next] = values[$0]
        resample[next + 1] = values[$1]
        resample[next + 2] = values[$2]
        resample[next + 3] = values[$3]
        next += 4
      } ones: {
        resample[next] = values[$0]
        next += 1
      }
      output[i] = try Blocks.finite(compute(resample), statistic.name)
    }
  }

  /// What each value does to the statistic: `(n - 1)(m - tᵢ)`, divided by n, with tᵢ the statistic
  /// without value i and m the mean of all tᵢ.
  func influence() throws(StatisticsError) -> [Double] {
    let n = values.count
    switch statistic.kind {
    case .mean: return values.map { $0 / Double(n) }
    case .median:
      return Blocks.influence(
        of: (0..<n).map { left in
          // The middle two of the n - 1 values that remain.
          let (lower, upper) = ((n - 2) / 2, (n - 1) / 2)
          return Location.interpolated(
            0.5,
            in: [
              values[lower < left ? lower : lower + 1], values[upper < left ? upper : upper + 1],
            ])
        })
    case .other(let compute):
      return Blocks.influence(
        of: try Blocks.withoutEach(n) { (left) throws(StatisticsError) in
          var rest = values
          rest.remove(at: left)
          return try Blocks.finite(compute(rest), statistic.name)
        })
    }
  }
}
