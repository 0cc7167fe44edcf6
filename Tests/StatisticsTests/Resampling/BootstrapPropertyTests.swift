import Testing

@testable import Statistics

@Suite("Bootstrap: properties")
struct BootstrapPropertyTests {
  private static let sample = (0..<50).map { Double(($0 * $0 * 7) % 53) }

  @Test("the same seed repeats, another does not", arguments: Bootstrap.Method.allCases)
  func seeds(_ method: Bootstrap.Method) throws {
    for statistic in [Bootstrap.Statistic.mean, .median] {
      let one = try Bootstrap(of: Self.sample, statistic: statistic, replicates: 500, seed: 5)
      let two = try Bootstrap(of: Self.sample, statistic: statistic, replicates: 500, seed: 5)
      let three = try Bootstrap(of: Self.sample, statistic: statistic, replicates: 500, seed: 6)
      #expect(one.replicates == two.replicates && one.replicates != three.replicates)
      #expect(try one.interval(method: method) == two.interval(method: method))
    }
    // More replicates begin with the same ones.
    let few = try Bootstrap(of: Self.sample, replicates: 128, seed: 5)
    let many = try Bootstrap(of: Self.sample, replicates: 500, seed: 5)
    #expect(few.replicates[...] == many.replicates[..<128])
  }

  /// Powers of 2 scale without rounding, so the intervals must agree to the last bits.
  @Test("scale and shift move every interval along", arguments: Bootstrap.Method.allCases)
  func scaleAndShift(_ method: Bootstrap.Method) throws {
    for statistic in [Bootstrap.Statistic.mean, .median] {
      let plain = try Bootstrap(of: Self.sample, statistic: statistic, replicates: 999, seed: 2)
        .interval(method: method)
      let moved = try Bootstrap(
        of: Self.sample.map { 4 * $0 + 1_048_576 }, statistic: statistic, replicates: 999, seed: 2
      ).interval(method: method)
      #expect(abs(moved.lower - (4 * plain.lower + 1_048_576)) < 1e-8)
      #expect(abs(moved.upper - (4 * plain.upper + 1_048_576)) < 1e-8)
      let turned = try Bootstrap(
        of: Self.sample.map { -$0 }, statistic: .mean, replicates: 999, seed: 2
      ).interval(method: method)
      let mean = try Bootstrap(of: Self.sample, replicates: 999, seed: 2).interval(method: method)
      #expect(abs(turned.lower + mean.upper) < 1e-9 && abs(turned.upper + mean.lower) < 1e-9)
    }
  }

  @Test("percentile and basic mirror each other; more confidence is wider")
  func shapes() throws {
    let bootstrap = try Bootstrap(of: Self.sample, replicates: 2_000, seed: 9)
    for method in Bootstrap.Method.allCases {
      var inner: Interval?
      for confidence in [0.5, 0.8, 0.9, 0.95, 0.99] {
        let outer = try bootstrap.interval(confidence: confidence, method: method)
        #expect(outer.confidence == confidence && outer.contains(bootstrap.estimate))
        if let inner { #expect(outer.lower <= inner.lower && inner.upper <= outer.upper) }
        inner = outer
      }
    }
    let percentile = try bootstrap.interval(method: .percentile)
    let basic = try bootstrap.interval(method: .basic)
    #expect(abs(basic.lower + percentile.upper - 2 * bootstrap.estimate) < 1e-12)
    #expect(abs(basic.upper + percentile.lower - 2 * bootstrap.estimate) < 1e-12)
  }

  @Test("swapping two samples turns the estimate round")
  func twoSamples() throws {
    let (first, second) = (Self.sample, Self.sample.map { $0 / 2 + 1 })
    let one = try Bootstrap(of: first, minus: second, seed: 1)
    let two = try Bootstrap(of: second, minus: first, seed: 1)
    #expect(one.estimate == -two.estimate)
    let (a, b) = (try one.interval(), try two.interval())
    let wide = try one.standardError
    #expect(abs(a.lower + b.upper) < wide / 5 && abs(a.upper + b.lower) < wide / 5)
    // Drawn from different streams: a sample minus itself still varies.
    let itself = try Bootstrap(of: first, minus: first, replicates: 1_000, seed: 1)
    let single = try Bootstrap(of: first, replicates: 1_000, seed: 1)
    #expect(try abs(itself.standardError / single.standardError - 2.0.squareRoot()) < 0.15)
  }

  @Test(
    "the mean of large samples has the standard error of the textbook", arguments: [9_999, 20_003])
  func large(_ count: Int) throws {
    let sample = (0..<count).map { Double(($0 * 7919) % 10_007) }
    let bootstrap = try Bootstrap(of: sample, replicates: 200, seed: 4)
    let error = try Location.standardDeviation(of: sample) / Double(count).squareRoot()
    #expect(abs(try bootstrap.standardError / error - 1) < 0.2)
    #expect(abs(try bootstrap.bias) < 4 * error / 200.0.squareRoot())
  }

  @Test("equal values leave no interval")
  func constant() throws {
    for value in [0.1, -3, 1e300] {
      for statistic in [
        Bootstrap.Statistic.mean, .median,
        Bootstrap.Statistic("mean") {
          (values: [Double]) throws(StatisticsError) in try Location.mean(of: values)
        },
      ] {
        let sample = [Double](repeating: value, count: 7)
        let bootstrap = try Bootstrap(of: sample, statistic: statistic, replicates: 200)
        for method in Bootstrap.Method.allCases {
          Refusal("a bootstrap interval is not defined when all replicates are equal") {
            try bootstrap.interval(method: method)
          }.verify()
        }
      }
    }
  }

  @Test("huge values keep their digits")
  func huge() throws {
    let far = Self.sample.map { $0 + 1e12 }
    let near = try Bootstrap(of: Self.sample, replicates: 300, seed: 8).replicates
    let moved = try Bootstrap(of: far, replicates: 300, seed: 8).replicates
    #expect(zip(near, moved).allSatisfy { abs($1 - 1e12 - $0) < 2e-4 })
    let scaled = Self.sample.map { $0 * 1e280 }
    let interval = try Bootstrap(of: scaled, replicates: 300, seed: 8).interval()
    let small = try Bootstrap(of: Self.sample, replicates: 300, seed: 8).interval()
    #expect(abs(interval.lower / 1e280 / small.lower - 1) < 1e-9)
  }
}

@Suite("Bootstrap: refusals")
struct BootstrapRefusalTests {
  private static let ages: [Double] = [21, 34, 55, 23, 40]

  @Test(arguments: [
    Refusal("the bootstrap of an empty sample is not defined") { try Bootstrap(of: []) },
    Refusal("the bootstrap needs at least 2 values; 1 was given") { try Bootstrap(of: [3]) },
    Refusal("value 2 of the sample is not a number") { try Bootstrap(of: [3, .nan]) },
    Refusal("value 3 of the sample is infinite") {
      try Bootstrap(of: ages, minus: [3, 4, .infinity])
    },
    Refusal("this resampling needs at least 100 replicates; 99 were asked for") {
      try Bootstrap(of: ages, replicates: 99)
    },
    Refusal("this resampling needs at least 100 replicates; \(Int.min) were asked for") {
      try Bootstrap(of: ages, statistic: .median, replicates: .min)
    },
    Refusal(
      "a resampling takes at most 10000000 replicates; \(Int.max) were asked for"
    ) {
      try Bootstrap(of: ages, minus: ages, replicates: .max)
    },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try Bootstrap(of: ages, replicates: 100).interval(confidence: 95)
    },
    Refusal("this resampling needs at least 2000 replicates; 1000 were asked for") {
      try Bootstrap(of: ages, replicates: 1_000).interval(confidence: 0.999, method: .percentile)
    },
    Refusal("the bootstrap of this sample is too large for a floating-point number") {
      try Bootstrap(of: [1.7e308, -1.7e308, 1.7e308])
    },
    Refusal("the share of a resample is not a finite number") {
      try Bootstrap(
        of: ages,
        statistic: Bootstrap.Statistic("share") {
          (values: [Double]) throws(StatisticsError) in values[0] == 55 ? .nan : values[0]
        }, replicates: 100)
    },
    Refusal("the standard deviation needs at least 2 values; 1 was given") {
      try Bootstrap(
        of: ages,
        statistic: Bootstrap.Statistic("spread") {
          (values: [Double]) throws(StatisticsError) in
          try Location.standardDeviation(of: Array(Set(values)))
        }, replicates: 20_000)
    },
    Refusal("the bootstrap of an empty sample is not defined") {
      try Bootstrap(rows: 0) { (_: [Int]) throws(StatisticsError) in 0 }
    },
    Refusal("the bootstrap needs at least 2 values; 1 was given") {
      try Bootstrap(rows: 1) { (_: [Int]) throws(StatisticsError) in 0 }
    },
    Refusal("the bootstrap takes at most 268435456 values; \(Int.max) were given") {
      try Bootstrap(rows: .max) { (_: [Int]) throws(StatisticsError) in 0 }
    },
    Refusal(
      "the BCa interval is not defined when all replicates lie on one side of the estimate"
    ) {
      try Bootstrap(estimate: 101, replicates: (1...100).map(Double.init)) {
        () throws(StatisticsError) in [[1, -1, 0.5]]
      }.interval()
    },
    Refusal(
      "the BCa interval lies beyond the replicates; more replicates or a lower confidence level "
        + "are needed"
    ) {
      try Bootstrap(
        estimate: 1, replicates: (1...100).map { $0 < 99 ? 0.0 : Double($0) }
      ) { () throws(StatisticsError) in [[1, -1, 0.5]] }.interval()
    },
  ])
  func refusal(_ refusal: Refusal) {
    refusal.verify()
  }
}
