import Foundation
import Statistics
import Testing

@Suite("Location: robust and ratio means")
struct RobustLocationTests {
  /// R 4.2.2, `mean(mtcars$mpg, trim =)` and `mad`; scipy 1.17.1, `mstats.winsorize` and
  /// `median_abs_deviation`.
  @Test func milesPerGallon() throws {
    let sample = Samples.milesPerGallon
    let trimmed = try [0.1, 0.2, 0.25].map { try Location.trimmedMean(of: sample, share: $0) }
    for (value, printed) in zip(trimmed, [19.6961538461538, 19.22, 19.175]) {
      #expect(agrees(value, printed, decimals: 12))
    }
    #expect(
      agrees(try Location.winsorisedMean(of: sample, share: 0.1), 20.19375, decimals: 12))
    #expect(agrees(try Location.winsorisedMean(of: sample, share: 0.2), 19.4375, decimals: 12))
    #expect(agrees(try Location.medianAbsoluteDeviation(of: sample), 3.65, decimals: 12))
    let scaled = try Location.scaledMedianAbsoluteDeviation(of: sample)
    #expect(agrees(scaled, 5.411498097545447, decimals: 12))
  }

  @Test("a decimal share of a whole number trims that number")
  func wholeShare() throws {
    // 0.29 · 100 is 28.999999999999996.
    var sample = [Double](repeating: 0, count: 100)
    for index in 0..<29 { (sample[index], sample[99 - index]) = (-1000, 500) }
    #expect(try Location.trimmedMean(of: sample, share: 0.29) == 0)
    #expect(try Location.winsorisedMean(of: sample, share: 0.29) == 0)
  }

  @Test("the smallest samples keep a value", arguments: 1...5)
  func smallest(_ count: Int) throws {
    let sample = (1...count).map(Double.init)
    for share in [0, 0.2, 0.4, 0.499_999_999_999_9] {
      let middle = Double(count + 1) / 2
      #expect(try Location.trimmedMean(of: sample, share: share) == middle)
      #expect(try Location.winsorisedMean(of: sample, share: share) == middle)
    }
  }

  @Test("one wild value moves the mean, not the robust numbers")
  func wild() throws {
    let sample = Samples.milesPerGallon
    var wild = sample
    wild[3] = 1e9
    #expect(try Location.mean(of: wild) > 1e7)
    #expect(abs(try Location.trimmedMean(of: wild) - Location.trimmedMean(of: sample)) < 1)
    #expect(abs(try Location.winsorisedMean(of: wild) - Location.winsorisedMean(of: sample)) < 1)
    let (one, other) = try (
      Location.medianAbsoluteDeviation(of: wild), Location.medianAbsoluteDeviation(of: sample)
    )
    #expect(abs(one - other) < 1)
  }

  /// Products and reciprocals of whole numbers, without logarithms.
  @Test func wholeNumbers() throws {
    #expect(abs(try Location.geometricMean(of: [2, 8]) - 4) < 1e-15)
    #expect(abs(try Location.geometricMean(of: [1, 3, 9, 27, 81]) - 9) < 1e-14)
    #expect(abs(try Location.harmonicMean(of: [40, 60]) - 48) < 1e-14)
    #expect(abs(try Location.harmonicMean(of: [1, 2, 4]) - 12.0 / 7) < 1e-15)
  }

  @Test("harmonic, geometric and arithmetic mean in order")
  func order() throws {
    for count in 2...32 {
      let sample = Array(Samples.milesPerGallon.prefix(count))
      let harmonic = try Location.harmonicMean(of: sample)
      let geometric = try Location.geometricMean(of: sample)
      let arithmetic = try Location.mean(of: sample)
      #expect(harmonic <= geometric * (1 + 1e-15) && geometric <= arithmetic * (1 + 1e-15))
    }
  }

  @Test(
    "equal values are their own mean",
    arguments: [.leastNonzeroMagnitude, 0.1, 3, 1e308, 1.79e308] as [Double])
  func constant(_ value: Double) throws {
    let sample = [value, value, value]
    #expect(try Location.geometricMean(of: sample) == value)
    #expect(try Location.harmonicMean(of: sample) == value)
    #expect(try Location.trimmedMean(of: sample) == value)
    #expect(try Location.medianAbsoluteDeviation(of: sample) == 0)
  }

  @Test("the ends of the numbers neither overflow nor vanish")
  func ends() throws {
    let geometric = try Location.geometricMean(of: [1e308, 1.7e308])
    #expect(abs(geometric / 1.303_840_481_040_53e308 - 1) < 1e-13)
    #expect(abs(try Location.geometricMean(of: [1e-300, 1e300]) - 1) < 1e-13)
    #expect(abs(try Location.harmonicMean(of: [1e308, 1e308, 1e-308]) / 3e-308 - 1) < 1e-14)
    #expect(try Location.mean(of: [1e308, 1e308, -1e308]) == 1e308 / 3)
    #expect(abs(try Location.mean(of: [1e308, 1, -1e308]) - 1.0 / 3) < 1e-16)
    let small = try Location.standardDeviation(of: [1e-200, 2e-200, 3e-200])
    #expect(abs(small / 1e-200 - 1) < 1e-15)
    let large = try Location.standardDeviation(of: [1e200, 2e200, 3e200])
    #expect(abs(large / 1e200 - 1) < 1e-15)
    let least = Double.leastNonzeroMagnitude
    let tiny = try Location.standardDeviation(of: [0, least * 8, least * 16])
    #expect(tiny == least * 8)
  }
}
