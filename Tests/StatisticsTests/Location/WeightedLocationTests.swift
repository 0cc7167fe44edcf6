import Statistics
import Testing

@Suite("Location: weighted")
struct WeightedLocationTests {
  private static let values = Samples.milesPerGallon

  /// R 4.2.2 on `rep(mpg, carb)`: `mean`, `var`, `t.test` and `quantile`; Hmisc's `wtd.mean`,
  /// `wtd.var` and `wtd.quantile` agree.
  @Test func frequencies() throws {
    let weights = try FrequencyWeights(Samples.carburetors)
    let estimate = try Location.meanEstimate(of: Self.values, weights: weights)
    #expect(agrees(estimate.value, 18.2433333333333, decimals: 13))
    #expect(agrees(estimate.standardError ?? 0, 0.545374489074556, decimals: 14))
    #expect(agrees(estimate.interval.lower, 17.1596858402881, decimals: 12))
    #expect(agrees(estimate.interval.upper, 19.3269808263786, decimals: 12))
    #expect(agrees(try Location.variance(of: Self.values, weights: weights), 26.769, decimals: 11))
    let deviation = try Location.standardDeviation(of: Self.values, weights: weights)
    #expect(agrees(deviation, 5.17387668967864, decimals: 13))
    for (p, printed) in [(0.1, 13.3), (0.25, 15), (0.5, 17.55), (0.9, 24.56)] {
      let quantile = try Location.quantile(p, of: Self.values, weights: weights)
      #expect(agrees(quantile, printed, decimals: 10))
    }
  }

  /// R 4.2.2, `lm(mpg ~ 1, weights = wt)`: coefficient, `sigma^2`, its error and `confint`.
  @Test func precisions() throws {
    let weights = try PrecisionWeights(Samples.carWeights)
    let estimate = try Location.meanEstimate(of: Self.values, weights: weights)
    #expect(agrees(estimate.value, 18.5499339498018, decimals: 12))
    #expect(agrees(estimate.standardError ?? 0, 0.977091583594284, decimals: 13))
    #expect(agrees(estimate.interval.lower, 16.5571425267005, decimals: 12))
    #expect(agrees(estimate.interval.upper, 20.5427253729031, decimals: 12))
    let variance = try Location.variance(of: Self.values, weights: weights)
    #expect(agrees(variance, 98.28909417906, decimals: 11))
  }

  /// R 4.2.2, survey 4.1.1: `svymean`, `svyvar` and `svyquantile(qrule = "school")` for
  /// `svydesign(ids = ~1, weights = ~wt)`, `confint` with 31 degrees of freedom.
  @Test func sampling() throws {
    let weights = try SamplingWeights(Samples.carWeights)
    let estimate = try Location.meanEstimate(of: Self.values, weights: weights)
    #expect(agrees(estimate.value, 18.5499339498019, decimals: 12))
    #expect(agrees(estimate.standardError ?? 0, 0.96107627301158, decimals: 13))
    #expect(agrees(estimate.interval.lower, 16.5898059679822, decimals: 12))
    #expect(agrees(estimate.interval.upper, 20.5100619316215, decimals: 12))
    let variance = try Location.variance(of: Self.values, weights: weights)
    #expect(agrees(variance, 30.5506548073852, decimals: 12))
    for (p, printed) in [(0.1, 10.4), (0.25, 15), (0.5, 17.8), (0.9, 26)] {
      #expect(try Location.quantile(p, of: Self.values, weights: weights) == printed)
    }
    // With weights = ~carb the cumulated weight meets the half exactly.
    let whole = try SamplingWeights(Samples.carburetors)
    for (p, printed) in [(0.125, 13.3), (0.25, 15), (0.5, 17.55), (0.75, 21)] {
      let quantile = try Location.quantile(p, of: Self.values, weights: whole)
      #expect(agrees(quantile, printed, decimals: 12))
    }
  }

  @Test("frequencies are the same as writing the values out")
  func expanded() throws {
    let weights = try FrequencyWeights(Samples.carburetors)
    let written = zip(Self.values, Samples.carburetors).flatMap {
      Array(repeating: $0, count: Int($1))
    }
    let (one, other) = try (
      Location.meanEstimate(of: Self.values, weights: weights), Location.meanEstimate(of: written)
    )
    #expect(abs(one.value - other.value) < 1e-13)
    #expect(abs((one.standardError ?? 0) - (other.standardError ?? 1)) < 1e-14)
    for step in 0...100 {
      let p = Double(step) / 100
      let quantile = try Location.quantile(p, of: Self.values, weights: weights)
      #expect(abs(quantile - (try Location.quantile(p, of: written))) < 1e-12)
    }
  }

  @Test("equal weights change nothing but the scale of the precision", arguments: [0.25, 1, 7])
  func equal(_ weight: Double) throws {
    let weights = Array(repeating: weight, count: 32)
    let plain = try Location.meanEstimate(of: Self.values)
    let variance = try Location.variance(of: Self.values)
    let sampling = try SamplingWeights(weights)
    let precision = try PrecisionWeights(weights)
    for estimate in try [
      Location.meanEstimate(of: Self.values, weights: sampling),
      Location.meanEstimate(of: Self.values, weights: precision),
    ] {
      #expect(abs(estimate.value - plain.value) < 1e-13)
      #expect(abs(estimate.interval.lower - plain.interval.lower) < 1e-12)
    }
    #expect(abs(try Location.variance(of: Self.values, weights: sampling) - variance) < 1e-12)
    let scaled = try Location.variance(of: Self.values, weights: precision)
    #expect(abs(scaled - weight * variance) < 1e-11)
    let median = try Location.median(of: Self.values)
    #expect(try Location.median(of: Self.values, weights: sampling) == median)
    #expect(try Location.median(of: Self.values, weights: precision) == median)
    let short = Array(Self.values.prefix(31))
    let shortWeights = try SamplingWeights(Array(weights.prefix(31)))
    #expect(
      try Location.median(of: short, weights: shortWeights) == (try Location.median(of: short)))
  }

  @Test("the scale of sampling weights and values of weight 0 do not matter")
  func scale() throws {
    let weights = Samples.carWeights
    let plain = try SamplingWeights(weights)
    for factor in [1e-300, 0.001, 1000, 1e300] {
      let scaled = try SamplingWeights(weights.map { $0 * factor } + [0])
      let values = Self.values + [1e6]
      let (one, other) = try (
        Location.meanEstimate(of: Self.values, weights: plain),
        Location.meanEstimate(of: values, weights: scaled)
      )
      #expect(abs(one.value - other.value) < 1e-12)
      #expect(abs(one.interval.upper - other.interval.upper) < 1e-11)
      let deviations = try (
        Location.standardDeviation(of: Self.values, weights: plain),
        Location.standardDeviation(of: values, weights: scaled)
      )
      #expect(abs(deviations.0 - deviations.1) < 1e-12)
      for p in [0, 0.1, 0.5, 0.9, 1] {
        let quantile = try Location.quantile(p, of: values, weights: scaled)
        #expect(quantile == (try Location.quantile(p, of: Self.values, weights: plain)))
      }
    }
  }

  @Test(arguments: [
    Refusal("the mean needs pairs; there are 2 values on one side and 3 on the other") {
      try Location.mean(of: [1, 2], weights: SamplingWeights([1, 1, 1]))
    },
    Refusal("a weight must be a number of at least 0; weight 2 is not") {
      try SamplingWeights([1, -1, .nan])
    },
    Refusal("a weight must be a number of at least 0; weight 1 is not") {
      try PrecisionWeights([.nan])
    },
    Refusal("a weight must be a number of at least 0; weight 1 is not") {
      try FrequencyWeights([.infinity])
    },
    Refusal("the weighting is not defined when all weights are 0") {
      try PrecisionWeights([0, 0])
    },
    Refusal("the weighting of an empty sample is not defined") { try SamplingWeights([]) },
    Refusal("a frequency weight must be a whole number; weight 2 is not") {
      try FrequencyWeights([1, 1.5])
    },
    Refusal("the sum of the weights of this sample is too large for a floating-point number") {
      try FrequencyWeights(counts: [Int.max, Int.max])
    },
    Refusal("a weight must be a number of at least 0; weight 1 is not") {
      try FrequencyWeights(counts: [-3])
    },
    Refusal("the number of respondents must be at least 1; 0 was given") {
      try SamplingWeights(equal: 0)
    },
    Refusal("the variance needs at least 2 values; 1 was given") {
      try Location.variance(of: [1, 2, 3], weights: SamplingWeights([0, 5, 0]))
    },
    Refusal("the standard deviation needs at least 2 values; 1 was given") {
      try Location.standardDeviation(of: [1, 2], weights: FrequencyWeights([1, 0]))
    },
    Refusal("the interval of the mean is not defined when all values are equal") {
      try Location.meanEstimate(of: [2, 2, 9], weights: PrecisionWeights([1, 3, 0]))
    },
    Refusal("value 2 of the sample is infinite") {
      try Location.median(of: [1, .infinity], weights: SamplingWeights([1, 0]))
    },
    Refusal(
      "the probability of a quantile must lie between 0 and 1; 25 was given, did you mean 0.25?"
    ) {
      try Location.quantile(25, of: [1], weights: SamplingWeights([1]))
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
