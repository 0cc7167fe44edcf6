import Statistics
import Testing

@Suite("Analysis of variance")
struct AnalysisOfVarianceTests {
  /// R 4.2.2, `aov` and `oneway.test` of PlantGrowth.
  @Test func plants() throws {
    let found = try AnalysisOfVariance(ValueSamples.plants)
    #expect(near(found.between, 3.76634) && near(found.within, 10.49209))
    #expect(near(found.test.statistic, 4.84608786238014))
    #expect(near(found.test.pValue, 0.0159099583256229, 1e-11))
    #expect(found.degreesBetween == 2 && found.degreesWithin == 27)
    let welch = try AnalysisOfVariance.welch(ValueSamples.plants)
    #expect(near(welch.statistic, 5.18097240811319))
    #expect(near(welch.degreesOfFreedom[1], 17.1284186166441))
    #expect(near(welch.pValue, 0.01739282149017, 1e-11))
  }

  /// NIST StRD SiRstv, certified values; all printed digits but the last two.
  @Test func siliconResistivity() throws {
    let found = try AnalysisOfVariance([
      [196.3052, 196.1240, 196.1890, 196.2569, 196.3403],
      [196.3042, 196.3825, 196.1669, 196.3257, 196.0422],
      [196.1303, 196.2005, 196.2889, 196.0343, 196.1811],
      [196.2795, 196.1748, 196.1494, 196.1485, 195.9885],
      [196.2119, 196.1051, 196.1850, 196.0052, 196.2090],
    ])
    #expect(near(found.between, 5.11462616000000e-02, 1e-11))
    #expect(near(found.within, 2.16636560000000e-01, 1e-11))
    #expect(near(found.test.statistic, 1.18046237440255, 1e-11))
    #expect(near(found.rSquared, 1.90999039051129e-01, 1e-11))
    #expect(near(found.residualDeviation, 1.04076068334656e-01, 1e-11))
  }

  /// NIST StRD SmLs04 is built so: nine treatments of 21 values about a million. F is certified as
  /// 2.01 for the decimal values.
  @Test("values with seven equal leading digits keep their F")
  func leadingDigits() throws {
    func groups(around centre: Double) -> [[Double]] {
      let offsets = [0.4, 0.3, 0.2, 0.5, 0.6, 0.2, 0.4, 0.3, 0.4]
      return offsets.map { offset in
        [centre + offset] + (0..<20).map { centre + offset + ($0 % 2 == 0 ? -0.1 : 0.1) }
      }
    }
    let small = try AnalysisOfVariance(groups(around: 1))
    let large = try AnalysisOfVariance(groups(around: 1_000_000))
    #expect(near(large.test.statistic, small.test.statistic, 1e-8))
  }

  @Test("two groups: F is the square of Student's and Welch's t")
  func twoGroups() throws {
    let (a, b) = (ValueSamples.drugA, ValueSamples.drugB)
    let t = try MeanTests.welch(a, minus: b).test
    let welch = try AnalysisOfVariance.welch([a, b])
    #expect(near(welch.statistic, t.statistic * t.statistic))
    #expect(near(welch.pValue, t.pValue, 1e-11))
    // Equal sizes: Student's and Welch's t agree.
    let classical = try AnalysisOfVariance([a, b])
    #expect(near(classical.test.statistic, t.statistic * t.statistic))
  }

  @Test(arguments: [
    Refusal("the analysis of variance needs at least 2 groups; 1 was given") {
      try AnalysisOfVariance([[1, 2]])
    },
    Refusal("the analysis of variance needs at least 1 value in each group; group 2 has 0") {
      try AnalysisOfVariance([[1, 2], []])
    },
    Refusal("the analysis of variance needs at least 3 values; 2 were given") {
      try AnalysisOfVariance([[1], [2]])
    },
    Refusal("the analysis of variance is not defined when all values are equal") {
      try AnalysisOfVariance([[1, 1], [2, 2]])
    },
    Refusal("the Welch analysis of variance is not defined when all values are equal") {
      try AnalysisOfVariance.welch([[1, 1], [2, 3]])
    },
  ])
  func refusal(_ refusal: Refusal) { refusal.verify() }
}

@Suite("Effect sizes")
struct EffectSizeTests {
  /// R 4.2.2: d and g by their formulas, the interval by `uniroot` on `pt(ncp = )`.
  @Test func hedgesG() throws {
    let (a, b) = (ValueSamples.drugA, ValueSamples.drugB)
    let g = try EffectSize.hedgesG(a, minus: b)
    #expect(near(g.value, -0.796935239191122))
    #expect(near(g.interval.lower, -1.66517179067485, 1e-9))
    #expect(near(g.interval.upper, 0.0914077328051601, 1e-9))
    let d = try EffectSize.cohensD(a, minus: b)
    #expect(near(d.value, -0.83218108134954))
    #expect(near(d.interval.lower, -1.73881689910342, 1e-9))
    #expect(near(d.interval.upper, 0.0954503982114226, 1e-9))
  }

  /// NumPy, from the definition over all pairs.
  @Test func cliffsDelta() throws {
    let delta = try EffectSize.cliffsDelta(ValueSamples.drugA, minus: ValueSamples.drugB)
    #expect(near(delta.value, -0.49))
    #expect(near(try #require(delta.standardError), 0.22133433734712035))
    #expect(near(delta.interval.lower, -0.7931064489464148))
    #expect(near(delta.interval.upper, 0.007629391818635432, 1e-10))
  }

  @Test("no overlap gives an interval that ends at 1, and a huge difference one around it")
  func extremes() throws {
    let delta = try EffectSize.cliffsDelta([5, 6, 7], minus: [1, 2, 3, 4])
    #expect(delta.value == 1 && delta.interval.upper == 1 && delta.interval.lower < 0)
    let mirrored = try EffectSize.cliffsDelta([1, 2, 3, 4], minus: [5, 6, 7])
    #expect(mirrored.interval.lower == -1 && mirrored.interval.upper == -delta.interval.lower)
    let huge = try EffectSize.hedgesG((0..<50).map { 1000 + Double($0) }, minus: [0, 1, 2, 3])
    #expect(huge.interval.contains(huge.value))
  }

  @Test("delta is 2P - 1 of Mann–Whitney's U")
  func againstU() throws {
    let (a, b) = (ValueSamples.drugA, ValueSamples.drugB)
    let u = try RankTests.mannWhitney(a, b).statistic
    #expect(near(try EffectSize.cliffsDelta(a, minus: b).value, 2 * u / 100 - 1))
  }

  @Test(arguments: [
    Refusal("the Hedges g is not defined when all values are equal") {
      try EffectSize.hedgesG([1, 1], minus: [2, 2])
    },
    Refusal("the Cliff delta needs at least 2 values in each group; group 1 has 1") {
      try EffectSize.cliffsDelta([1], minus: [2, 2])
    },
  ])
  func refusal(_ refusal: Refusal) { refusal.verify() }
}

@Suite("Multiple testing")
struct MultipleTestingTests {
  static let pValues = [0.01, 0.02, 0.03, 0.04, 0.05, 0.005, 0.6]

  /// R 4.2.2, `p.adjust`.
  @Test func adjusted() throws {
    let holm = try MultipleTesting.holm(Self.pValues)
    for (found, expected) in zip(holm, [0.06, 0.1, 0.12, 0.12, 0.12, 0.035, 0.6]) {
      #expect(near(found, expected))
    }
    let found = try MultipleTesting.benjaminiHochberg(Self.pValues)
    let expected = [
      0.035, 0.0466666666666667, 0.0525, 0.056, 0.0583333333333333, 0.035, 0.6,
    ]
    for (found, expected) in zip(found, expected) { #expect(near(found, expected)) }
  }

  @Test("adjusting never lowers a p value nor changes the order")
  func properties() throws {
    let adjusted = try [
      MultipleTesting.holm(Self.pValues), MultipleTesting.benjaminiHochberg(Self.pValues),
    ]
    for found in adjusted {
      #expect(zip(found, Self.pValues).allSatisfy { $0 >= $1 && $0 <= 1 })
    }
    #expect(try MultipleTesting.holm([]).isEmpty && MultipleTesting.holm([0.3]) == [0.3])
  }

  @Test func refusal() {
    Refusal("a p value must lie between 0 and 1; 5 was given") {
      try MultipleTesting.holm([0.1, 5])
    }.verify()
  }
}
