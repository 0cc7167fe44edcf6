import Foundation
import Testing

@testable import Statistics

@Suite("Bootstrap: published numbers and other programs")
struct BootstrapPublishedTests {
  static let variance = Bootstrap.Statistic("variance") {
    (values: [Double]) throws(StatisticsError) in ResamplingSamples.variance(values)
  }

  /// Efron and Tibshirani 1993, table 14.2: θ = 171.5, percentile 100.8 to 233.9, BCa 115.8 to
  /// 259.6, and section 14.3: a = 0.061; 90 %, 2 000 replicates. R 4.2.2, boot 1.3-28, 200 000
  /// replicates: percentile 97.9 to 235.2, basic 107.8 to 245.1, BCa 115.8 to 261.5, standard error
  /// 41.785. The tolerance is four standard errors of our own quantiles.
  @Test func spatialTest() throws {
    let bootstrap = try Bootstrap(
      of: ResamplingSamples.spatial, statistic: Self.variance, replicates: 20_000, seed: 1)
    #expect(agrees(bootstrap.estimate, 171.5, decimals: 1))
    #expect(agrees(try bootstrap.acceleration, 0.061, decimals: 3))
    #expect(abs(try bootstrap.standardError - 41.785) < 0.9)
    let expected: [(Bootstrap.Method, Double, Double)] = [
      (.percentile, 97.9, 235.2), (.basic, 107.8, 245.1), (.bca, 115.8, 261.5),
    ]
    for (method, lower, upper) in expected {
      let interval = try bootstrap.interval(confidence: 0.9, method: method)
      #expect(abs(interval.lower - lower) < 2.5, "\(method)")
      #expect(abs(interval.upper - upper) < 2.5, "\(method)")
    }
  }

  /// Replicates that no random number touched, given to scipy 1.17.1, `stats.bootstrap` with
  /// `n_resamples=0`: the intervals from the same replicates, to 12 digits.
  @Test(
    arguments: [
      (.percentile, 0.90, 80.33609827126963, 258.9468172409935),
      (.basic, 0.90, 84.12123009628459, 262.73194906600844),
      (.bca, 0.90, 109.87218322487563, 284.3478190593112),
      (.percentile, 0.95, 66.2633454090598, 270.48238845005096),
      (.basic, 0.95, 72.58565888722711, 276.80470192821826),
      (.bca, 0.95, 92.43593441854769, 289.6456856215741),
      (.percentile, 0.99, 46.513392829272085, 288.72016321508465),
      (.basic, 0.99, 54.34788412219342, 296.55465450800597),
    ] as [(Bootstrap.Method, Double, Double, Double)])
  func scipy(
    _ row: (method: Bootstrap.Method, confidence: Double, lower: Double, upper: Double)
  ) throws {
    let sample = ResamplingSamples.spatial
    let resampler = try Resampler(sample, Self.variance, place: 0)
    let bootstrap = try Bootstrap(
      estimate: ResamplingSamples.variance(sample), replicates: Self.waves(around: 171.5, 60, 2)
    ) { () throws(StatisticsError) in [try resampler.influence()] }
    let interval = try bootstrap.interval(confidence: row.confidence, method: row.method)
    #expect(abs(interval.lower / row.lower - 1) < 1e-12)
    #expect(abs(interval.upper / row.upper - 1) < 1e-12)
    #expect(abs(try bootstrap.standardError / 51.06998947648935 - 1) < 1e-12)
  }

  /// The same for the difference of two means.
  @Test(
    arguments: [
      (.percentile, -46.350357789926875, 89.56934913830864),
      (.basic, -28.29950786846736, 107.62019905976815),
      (.bca, -25.699873341765407, 107.83357233932281),
    ] as [(Bootstrap.Method, Double, Double)])
  func scipyTwoSamples(_ row: (method: Bootstrap.Method, lower: Double, upper: Double)) throws {
    let one = try Resampler(ResamplingSamples.treated, .mean, place: 0)
    let two = try Resampler(ResamplingSamples.untreated, .mean, place: 1)
    let difference = one.estimate - two.estimate
    let bootstrap = try Bootstrap(
      estimate: difference, replicates: Self.waves(around: difference, 40, 5)
    ) { () throws(StatisticsError) in [try one.influence(), try two.influence().map { -$0 }] }
    let interval = try bootstrap.interval(method: row.method)
    #expect(abs(interval.lower / row.lower - 1) < 1e-12)
    #expect(abs(interval.upper / row.upper - 1) < 1e-12)
  }

  /// Efron and Tibshirani 1993, section 8.3: the difference of the means is 30.63, and 1 400
  /// replicates of it have a standard error of 26.85. Without drawing it is
  /// `√(σ₁²/n₁ + σ₂²/n₂)` with the divisors n.
  @Test func mice() throws {
    let (first, second) = (ResamplingSamples.treated, ResamplingSamples.untreated)
    let bootstrap = try Bootstrap(of: first, minus: second, replicates: 40_000, seed: 3)
    #expect(agrees(bootstrap.estimate, 30.63, decimals: 2))
    let exact =
      (ResamplingSamples.variance(first) / 7 + ResamplingSamples.variance(second) / 9).squareRoot()
    #expect(abs(try bootstrap.standardError / exact - 1) < 0.015)
    #expect(abs(exact - 26.85) < 1.5)
    #expect(abs(try bootstrap.bias) < 4 * exact / 200)
  }

  private static func waves(around centre: Double, _ wide: Double, _ low: Double) -> [Double] {
    (0..<400).map { (i: Int) -> Double in
      let wave = wide * sin(Double(i) * 0.7) * (Double(i % 7) / 3)
      let step = low * Double((i * 37) % 11) / 3
      return centre + wave - step
    }
  }
}

@Suite("Bootstrap: independent computation")
struct BootstrapEnumerationTests {
  /// How often each outcome comes up among all nⁿ resamples, which are equally probable.
  private static func all(
    of sample: [Double], _ statistic: ([Double]) -> Double
  ) -> [Int: Double] {
    let n = sample.count
    let count = Int(pow(Double(n), Double(n)))
    var shares: [Int: Double] = [:]
    for number in 0..<count {
      var (rest, resample) = (number, [Double]())
      for _ in 0..<n {
        resample.append(sample[rest % n])
        rest /= n
      }
      shares[Int((statistic(resample) * 1e6).rounded()), default: 0] += 1 / Double(count)
    }
    return shares
  }

  /// The chi-squared distance between the replicates and the true distribution. Beyond the point
  /// of 0.01 % the replicates are not what they claim.
  @Test(arguments: [[1, 2, 4, 8], [0.5, 1.5, 7, -3, 2]] as [[Double]])
  func distribution(_ sample: [Double]) throws {
    let mean: @Sendable ([Double]) -> Double = { $0.reduce(0, +) / Double($0.count) }
    let median: @Sendable ([Double]) -> Double = {
      let sorted = $0.sorted()
      return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
    let other = Bootstrap.Statistic("sum") {
      (values: [Double]) throws(StatisticsError) in values.reduce(0, +)
    }
    let cases: [(Bootstrap.Statistic, ([Double]) -> Double)] = [
      (.mean, mean), (.median, median), (other, { $0.reduce(0, +) }),
    ]
    for (statistic, plain) in cases {
      let expected = Self.all(of: sample, plain)
      let drawn = try Bootstrap(
        of: sample, statistic: statistic, replicates: 20_000, seed: 11
      ).replicates
      var counts: [Int: Double] = [:]
      for replicate in drawn { counts[Int((replicate * 1e6).rounded()), default: 0] += 1 }
      #expect(Set(counts.keys).isSubset(of: expected.keys))
      let distance = expected.reduce(0.0) { sum, entry in
        let mean = entry.value * 20_000
        let gap = (counts[entry.key] ?? 0) - mean
        return sum + gap * gap / mean
      }
      let freedom = Double(expected.count - 1)
      #expect(try ChiSquared(degreesOfFreedom: freedom).upperTail(distance) > 1e-4)
    }
  }

  /// The blocks drawn one after the other, by a plain loop, give the same replicates: so neither
  /// the number of threads nor the fast paths change anything.
  @Test(arguments: [3, 16, 61])
  func blocksOneByOne(_ count: Int) throws {
    let sample = (0..<count).map { Double(($0 * 7919) % 101) / 8 }
    // The median's indices count the values in order of size.
    let sorted = sample.sorted()
    var (means, medians) = ([Double](), [Double]())
    for block in 0..<3 {
      var random = RandomStream(seed: 42, stream: 2 * block)
      for _ in 0..<min(64, 150 - block * 64) {
        var rows: [Int] = []
        random.draw(count, below: count) {
          rows += [$0, $1, $2, $3]
        } ones: {
          rows.append($0)
        }
        means.append(rows.reduce(0) { $0 + sample[$1] } / Double(count))
        rows.sort()
        medians.append((sorted[rows[(count - 1) / 2]] + sorted[rows[count / 2]]) / 2)
      }
    }
    let drawn = try Bootstrap(of: sample, replicates: 150, seed: 42).replicates
    #expect(zip(drawn, means).allSatisfy { abs($0 - $1) < 1e-13 } && drawn.count == 150)
    let middle = try Bootstrap(of: sample, statistic: .median, replicates: 150, seed: 42)
    #expect(middle.replicates == medians)
    let rows = try Bootstrap(rows: count, replicates: 150, seed: 42) {
      (rows: [Int]) throws(StatisticsError) in
      rows.map { sample[$0] }.reduce(0, +) / Double(count)
    }
    #expect(zip(rows.replicates, means).allSatisfy { abs($0 - $1) < 1e-13 })
  }

  @Test("influences of fast paths agree with leaving out", arguments: [2, 3, 4, 5, 20, 21])
  func influences(_ count: Int) throws {
    let sample = (0..<count).map { Double(($0 * 31) % 17) + Double($0) / 64 }
    for (fast, slow) in [
      (
        Bootstrap.Statistic.mean,
        Bootstrap.Statistic("mean") {
          (values: [Double]) throws(StatisticsError) in try Location.mean(of: values)
        }
      ),
      (
        .median,
        Bootstrap.Statistic("median") {
          (values: [Double]) throws(StatisticsError) in try Location.median(of: values)
        }
      ),
    ] {
      let quick = try Resampler(sample, fast, place: 0).influence().sorted()
      let plain = try Resampler(sample, slow, place: 0).influence().sorted()
      #expect(zip(quick, plain).allSatisfy { abs($0 - $1) < 1e-12 } && quick.count == count)
    }
  }
}
