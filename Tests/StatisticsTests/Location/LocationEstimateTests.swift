import Foundation
import Statistics
import Testing

@Suite("Location: estimates with intervals")
struct LocationEstimateTests {
  /// R 4.2.2, `t.test(mtcars$mpg)`.
  @Test func student() throws {
    let estimate = try Location.meanEstimate(of: Samples.milesPerGallon)
    #expect(agrees(estimate.value, 20.090625, decimals: 12))
    #expect(agrees(estimate.standardError ?? 0, 1.06542395937281, decimals: 14))
    #expect(agrees(estimate.interval.lower, 17.9176785087462, decimals: 12))
    #expect(agrees(estimate.interval.upper, 22.2635714912538, decimals: 12))
    let wide = try Location.meanEstimate(of: Samples.milesPerGallon, confidence: 0.99)
    #expect(agrees(wide.interval.lower, 17.1670569936605, decimals: 12))
    #expect(agrees(wide.interval.upper, 23.0141930063395, decimals: 12))
  }

  /// scipy 1.17.1, `quantile_test(mpg, q=0, p=p).confidence_interval(level)`; the same values in
  /// R 4.2.2 from `pbinom`.
  @Test(arguments: [
    (0.5, 0.95, 15.8, 21.5), (0.5, 0.99, 15.5, 22.8), (0.25, 0.95, 13.3, 18.1),
    (0.75, 0.95, 21, 30.4),
  ])
  func orderStatistics(_ p: Double, _ confidence: Double, _ lower: Double, _ upper: Double) throws {
    let estimate = try Location.quantileEstimate(
      p, of: Samples.milesPerGallon, confidence: confidence)
    #expect(estimate.interval.lower == lower && estimate.interval.upper == upper)
    #expect(estimate.standardError == nil)
    #expect(estimate.value == (try Location.quantile(p, of: Samples.milesPerGallon)))
    if p == 0.5 {
      let median = try Location.medianEstimate(of: Samples.milesPerGallon, confidence: confidence)
      #expect(median == estimate)
    }
  }

  /// Adds the binomial probabilities up and tries every pair of places.
  @Test("the median's interval agrees with whole-number sums", arguments: 6...60)
  func enumerated(_ count: Int) throws {
    let sample = (1...count).map { Double($0 * $0) }
    // 2.5 % of 2^count, as 40 times the sum against 2^count.
    var (sum, place) = (0, 0)
    while place < count {
      sum += Enumeration.choose(count, place)
      guard 40.0 * Double(sum) <= pow(2, Double(count)) else { break }
      place += 1
    }
    let interval = try Location.medianEstimate(of: sample).interval
    #expect(interval.lower == sample[place - 1])
    #expect(interval.upper == sample[count - place])
  }

  @Test("quantiles mirror: 1 - p of the negatives")
  func mirrored() throws {
    for p in [0.1, 0.25, 0.4, 0.5] {
      let sample = (0..<100).map { Double($0 * $0) }
      let one = try Location.quantileEstimate(p, of: sample)
      let other = try Location.quantileEstimate(1 - p, of: sample.map { -$0 })
      #expect(abs(one.value + other.value) < 1e-9)
      #expect(one.interval.lower == -other.interval.upper)
      #expect(one.interval.upper == -other.interval.lower)
    }
  }

  /// scipy 1.17.1: `ttest_ind(mpg, zeros, equal_var=False, trim=share)` against values without any
  /// spread is Yuen's test of one sample; R 4.2.2, `mean(trim =)`.
  @Test(arguments: [
    (0.1, 19.6961538461538, 1.1520675394197233, 17.3234263333433, 22.068881358964397),
    (0.2, 19.22, 1.0300932507608995, 17.063990047873787, 21.37600995212621),
  ])
  func yuen(
    _ share: Double, _ mean: Double, _ error: Double, _ lower: Double, _ upper: Double
  ) throws {
    let estimate = try Location.trimmedMeanEstimate(of: Samples.milesPerGallon, share: share)
    #expect(agrees(estimate.value, mean, decimals: 12))
    #expect(agrees(estimate.standardError ?? 0, error, decimals: 12))
    #expect(agrees(estimate.interval.lower, lower, decimals: 11))
    #expect(agrees(estimate.interval.upper, upper, decimals: 11))
    #expect(
      estimate.value == (try Location.trimmedMean(of: Samples.milesPerGallon, share: share)))
  }

  @Test("without trimming it is Student's interval")
  func untrimmed() throws {
    let plain = try Location.meanEstimate(of: Samples.milesPerGallon)
    let trimmed = try Location.trimmedMeanEstimate(of: Samples.milesPerGallon, share: 0)
    #expect(abs(plain.value - trimmed.value) < 1e-13)
    #expect(abs(plain.interval.lower - trimmed.interval.lower) < 1e-12)
    #expect(abs(plain.interval.upper - trimmed.interval.upper) < 1e-12)
  }

  /// R 4.2.2, `exp(t.test(log(mtcars$mpg))$conf.int)`; means also scipy 1.17.1, `gmean`, `hmean`.
  @Test func ratioMeans() throws {
    let sample = Samples.milesPerGallon
    let estimate = try Location.geometricMeanEstimate(of: sample)
    #expect(agrees(estimate.value, 19.2500640415536, decimals: 13))
    #expect(agrees(estimate.interval.lower, 17.2904734230863, decimals: 12))
    #expect(agrees(estimate.interval.upper, 21.43174200824, decimals: 11))
    #expect(agrees(try Location.harmonicMean(of: sample), 18.4409165754915, decimals: 13))
    #expect(try Location.geometricMean(of: sample) == estimate.value)
  }

  @Test("all intervals follow shift and scale")
  func affine() throws {
    let sample = Samples.milesPerGallon
    let moved = sample.map { 3 * $0 - 7 }
    let estimates: [([Double]) throws -> Estimate] = [
      { try Location.meanEstimate(of: $0) }, { try Location.medianEstimate(of: $0) },
      { try Location.trimmedMeanEstimate(of: $0) },
      { try Location.quantileEstimate(0.3, of: $0) },
    ]
    for estimate in estimates {
      let (before, after) = (try estimate(sample), try estimate(moved))
      #expect(abs(after.value - (3 * before.value - 7)) < 1e-11)
      #expect(abs(after.interval.lower - (3 * before.interval.lower - 7)) < 1e-11)
      #expect(abs(after.interval.upper - (3 * before.interval.upper - 7)) < 1e-11)
    }
    let scaled = try Location.geometricMeanEstimate(of: sample.map { 5 * $0 })
    let plain = try Location.geometricMeanEstimate(of: sample)
    #expect(abs(scaled.interval.upper - 5 * plain.interval.upper) < 1e-11)
  }

  @Test(arguments: [
    Refusal("the interval of the mean is not defined when all values are equal") {
      try Location.meanEstimate(of: [4, 4, 4])
    },
    Refusal("the interval of the mean needs at least 2 values; 1 was given") {
      try Location.meanEstimate(of: [4])
    },
    Refusal("the interval of the mean of this sample is too large for a floating-point number") {
      try Location.meanEstimate(of: [-1.7e308, 1.7e308])
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try Location.meanEstimate(of: [1, 2], confidence: 95)
    },
    Refusal("the interval of the median needs at least 6 values; 5 were given") {
      try Location.medianEstimate(of: [1, 2, 3, 4, 5])
    },
    Refusal("the interval of the quantile needs at least 36 values; 32 were given") {
      try Location.quantileEstimate(0.9, of: Samples.milesPerGallon)
    },
    Refusal(
      "the probability of a quantile with an interval must lie strictly between 0 and 1; "
        + "1 was given"
    ) {
      try Location.quantileEstimate(1, of: Samples.milesPerGallon)
    },
    Refusal(
      "the probability of a quantile must lie between 0 and 1; 90 was given, did you mean 0.9?"
    ) {
      try Location.quantileEstimate(90, of: Samples.milesPerGallon)
    },
    Refusal("value 2 of the sample is not a number") {
      try Location.medianEstimate(of: [1, .nan])
    },
    Refusal("the share to trim at each end must lie from 0 to below 0.5; 0.5 was given") {
      try Location.trimmedMean(of: [1, 2, 3], share: 0.5)
    },
    Refusal("the share to trim at each end must lie from 0 to below 0.5; 20 was given") {
      try Location.winsorisedMean(of: [1, 2, 3], share: 20)
    },
    Refusal("the interval of the trimmed mean needs at least 4 values; 3 were given") {
      try Location.trimmedMeanEstimate(of: [1, 2, 3], share: 0.4)
    },
    Refusal("the interval of the trimmed mean is not defined when all values are equal") {
      try Location.trimmedMeanEstimate(of: [1, 2, 2, 2, 9])
    },
    Refusal("the geometric mean needs values above 0; value 2 is not") {
      try Location.geometricMean(of: [1, 0])
    },
    Refusal("the interval of the geometric mean needs values above 0; value 1 is not") {
      try Location.geometricMeanEstimate(of: [-1, 0])
    },
    Refusal(
      "the interval of the geometric mean of this sample is too large for a floating-point number"
    ) {
      try Location.geometricMeanEstimate(of: [1e-300, 1e300])
    },
    Refusal("the harmonic mean needs values above 0; value 3 is not") {
      try Location.harmonicMean(of: [1, 2, -1])
    },
    Refusal("the harmonic mean of an empty sample is not defined") {
      try Location.harmonicMean(of: [])
    },
    Refusal("the median absolute deviation of an empty sample is not defined") {
      try Location.medianAbsoluteDeviation(of: [])
    },
    Refusal("the variance needs at least 2 values; 1 was given") {
      try Location.variance(of: [1])
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
