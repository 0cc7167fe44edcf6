import Foundation
import Statistics
import Testing

@Suite("Location")
struct LocationTests {
  /// NIST Statistical Reference Datasets, univariate summary statistics, certified values.
  @Test("right digits as the log relative error", arguments: ReferenceDataset.all)
  func nist(_ set: ReferenceDataset) throws {
    let mean = try Location.mean(of: set.values)
    #expect(Self.digits(mean, set.mean) >= 15)
    let deviation = try Location.standardDeviation(of: set.values)
    #expect(Self.digits(deviation, set.deviation) >= set.digits)
    #expect(abs(deviation - set.stored) <= set.stored.ulp)
    let variance = try Location.variance(of: set.values)
    #expect(abs(variance - set.stored * set.stored) <= 4 * variance.ulp)
  }

  private static func digits(_ value: Double, _ certified: Double) -> Double {
    value == certified ? 15 : min(15, -log10(abs(value - certified) / abs(certified)))
  }

  /// R 4.2.2, `mean`, `sd` and `quantile` of mtcars$mpg.
  @Test func milesPerGallon() throws {
    let sample = Samples.milesPerGallon
    #expect(agrees(try Location.mean(of: sample), 20.090625, decimals: 12))
    #expect(agrees(try Location.standardDeviation(of: sample), 6.0269480520891037, decimals: 14))
    #expect(agrees(try Location.median(of: sample), 19.2, decimals: 3))
    for (p, printed) in [(0.0, 10.4), (0.25, 15.425), (0.5, 19.2), (0.75, 22.8), (1.0, 33.9)] {
      #expect(agrees(try Location.quantile(p, of: sample), printed, decimals: 3))
    }
  }

  @Test("the order of the values does not matter")
  func permutation() throws {
    let (one, other) = (Samples.milesPerGallon, Array(Samples.milesPerGallon.reversed()))
    #expect(try Location.median(of: one) == Location.median(of: other))
    #expect(try Location.quantile(0.9, of: one) == Location.quantile(0.9, of: other))
    #expect(abs(try Location.mean(of: one) - Location.mean(of: other)) < 1e-13)
    let deviations = try [one, other].map(Location.standardDeviation(of:))
    #expect(abs(deviations[0] - deviations[1]) < 1e-13)
  }

  @Test(
    "shifting and scaling pass through",
    arguments: [(2, 3), (-1, 0), (0.5, -100)] as [(Double, Double)])
  func affine(_ scale: Double, _ shift: Double) throws {
    let sample = Samples.milesPerGallon
    let moved = sample.map { scale * $0 + shift }
    let mean = try Location.mean(of: sample)
    #expect(abs(try Location.mean(of: moved) - (scale * mean + shift)) < 1e-12)
    let median = try Location.median(of: sample)
    #expect(abs(try Location.median(of: moved) - (scale * median + shift)) < 1e-12)
    let deviation = try Location.standardDeviation(of: sample)
    #expect(abs(try Location.standardDeviation(of: moved) - abs(scale) * deviation) < 1e-12)
    let quantile = try Location.quantile(0.2, of: sample)
    let mirrored = try Location.quantile(scale < 0 ? 0.8 : 0.2, of: moved)
    #expect(abs(mirrored - (scale * quantile + shift)) < 1e-12)
  }

  /// Whole numbers only: the sums are exact, and `n Σx² - (Σx)²` needs no mean.
  @Test("agrees with whole-number sums")
  func wholeNumbers() throws {
    let values = Samples.michelson.map { Int($0) }
    let (n, sum) = (values.count, values.reduce(0, +))
    let squares = values.map { $0 * $0 }.reduce(0, +)
    #expect(try Location.mean(of: Samples.michelson) == Double(sum) / Double(n))
    let variance = Double(n * squares - sum * sum) / Double(n * (n - 1))
    let deviation = try Location.standardDeviation(of: Samples.michelson)
    #expect(abs(deviation - variance.squareRoot()) < 1e-12)
  }

  /// The i-th of n values in order is the quantile of (i - 1)/(n - 1), and in between it is a line.
  @Test("agrees with the order statistics", arguments: [1, 2, 3, 8, 32])
  func orderStatistics(_ count: Int) throws {
    let sample = Array(Samples.milesPerGallon.prefix(count))
    let sorted = sample.sorted()
    for i in 0..<count {
      let p = count == 1 ? 0.3 : Double(i) / Double(count - 1)
      #expect(abs(try Location.quantile(p, of: sample) - sorted[i]) < 1e-12)
      if i > 0 {
        let half = (Double(i) - 0.5) / Double(count - 1)
        let between = (sorted[i - 1] + sorted[i]) / 2
        #expect(abs(try Location.quantile(half, of: sample) - between) < 1e-12)
      }
    }
  }

  @Test("the quantile never falls with its probability")
  func monotone() throws {
    var last = -Double.infinity
    for step in 0...1000 {
      let value = try Location.quantile(Double(step) / 1000, of: Samples.milesPerGallon)
      #expect(value >= last)
      last = value
    }
  }

  @Test("equal values have no spread", arguments: [0.1, -3, 1e300] as [Double])
  func constant(_ value: Double) throws {
    let sample = Array(repeating: value, count: 7)
    #expect(try Location.mean(of: sample) == value)
    #expect(try Location.median(of: sample) == value)
    #expect(try Location.quantile(0.37, of: sample) == value)
    #expect(try Location.standardDeviation(of: sample) == 0)
  }

  @Test("tiny values keep the digits of their spread", arguments: [1e-300, 1e-150, 1e-100])
  func tiny(_ unit: Double) throws {
    let sample = [1.0, 2, 4, 9].map { $0 * unit }
    // The mean is 4, and the squared distances 9, 4, 0 and 25 add up to 38.
    let deviation = try Location.standardDeviation(of: sample)
    #expect(abs(deviation / ((38.0 / 3).squareRoot() * unit) - 1) < 1e-15)
    if unit > 1e-154 {
      #expect(abs(try Location.variance(of: sample) / (38.0 / 3 * unit * unit) - 1) < 1e-15)
    }
    #expect(try Location.variance(of: [unit, unit]) == 0)
  }

  @Test("huge values stay finite or are refused")
  func huge() throws {
    let ends = [-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude]
    #expect(try Location.median(of: ends) == 0)
    #expect(abs(try Location.quantile(0.75, of: ends) / ends[1] - 0.5) < 1e-15)
    for sample in [ends, ends + ends, [ends[1], ends[1]]] {
      do {
        #expect(try Location.mean(of: sample).isFinite)
        #expect(try Location.standardDeviation(of: sample).isFinite)
      } catch StatisticsError.resultTooLarge(let statistic) {
        #expect(statistic.words == "standard deviation")
      }
    }
  }
}
