import Testing

@testable import Statistics

/// Every effect size, as a value.
private enum Measure: CaseIterable {
  case cohenD
  case hedgesG
  case cliffDelta
  case superiority

  func callAsFunction(_ x: [Double], _ y: [Double], _ level: Double) throws -> Estimate {
    switch self {
    case .cohenD: try EffectSize.cohenD(x, y, confidence: level)
    case .hedgesG: try EffectSize.hedgesG(x, y, confidence: level)
    case .cliffDelta: try EffectSize.cliffDelta(x, y, confidence: level)
    case .superiority: try EffectSize.probabilityOfSuperiority(x, y, confidence: level)
    }
  }
}

@Suite("Effect sizes")
struct EffectSizeTests {
  /// R 4.2.2: d by its formula, the ends by `uniroot` over `pt(t, df, ncp)`, J by `lgamma`.
  struct Standardized: Sendable {
    let groups: ([Double], [Double])
    let level: Double
    let d: Double
    let ends: ClosedRange<Double>
    let g: Double
    let gEnds: ClosedRange<Double>

    static let all = [
      Standardized(
        groups: (ValueSamples.sleepOne, ValueSamples.sleepTwo), level: 0.95,
        d: -0.83218108134954, ends: -1.73881689910342...0.0954503982114266,
        g: -0.796935239191122, gEnds: -1.66517179067486...0.091407732805164),
      Standardized(
        groups: (ValueSamples.sleepTwo, ValueSamples.sleepOne), level: 0.9,
        d: 0.83218108134954, ends: 0.0516109551344582...1.59097710492769,
        g: 0.796935239191122, gEnds: 0.0494250467797954...1.52359354001055),
      Standardized(
        groups: (ValueSamples.automatic, ValueSamples.manual), level: 0.95,
        d: -1.47794709580159, ends: -2.2659732804461 ... -0.670568385745412,
        g: -1.44063540240185, gEnds: -2.20876737603168 ... -0.653639469897502),
      Standardized(
        groups: (ValueSamples.sprays[0], ValueSamples.sprays[2]), level: 0.99,
        d: 3.43228197785299, ends: 1.749866377495...5.12910388851285,
        g: 3.31369889667339, gEnds: 1.68940964694813...4.95189672817034),
    ]
  }

  @Test("d and g, as R computes them", arguments: Standardized.all)
  func standardized(_ row: Standardized) throws {
    let d = try EffectSize.cohenD(row.groups.0, row.groups.1, confidence: row.level)
    let g = try EffectSize.hedgesG(row.groups.0, row.groups.1, confidence: row.level)
    #expect(ValueSamples.agree(d.value, row.d))
    #expect(ValueSamples.agree(g.value, row.g))
    // The ends to ten digits: R's own noncentral t has about twelve.
    #expect(ValueSamples.agree(d.interval.lower, row.ends.lowerBound, relative: 1e-10))
    #expect(ValueSamples.agree(d.interval.upper, row.ends.upperBound, relative: 1e-10))
    #expect(ValueSamples.agree(g.interval.lower, row.gEnds.lowerBound, relative: 1e-10))
    #expect(ValueSamples.agree(g.interval.upper, row.gEnds.upperBound, relative: 1e-10))
  }

  /// scipy 1, `gammaln`, for 2, 3, 10, 18 and 60 degrees of freedom; for 18, R
  /// 4.2.2, `lgamma`, gives the same.
  @Test(
    "the correction of Hedges",
    arguments: [
      (2, 0.5641895835477564), (3, 0.7236012545582676), (10, 0.922745608053087),
      (18, 0.9576464270237195), (60, 0.9874389128881571),
    ] as [(Double, Double)])
  func correction(_ degrees: Double, _ j: Double) throws {
    #expect(ValueSamples.agree(try EffectSize.correction(degrees), j, relative: 1e-13))
  }

  /// Stirling's series: 1 - 3/(4ν) - 7/(32ν²) and smaller terms.
  @Test("the correction keeps its digits for millions", arguments: [1e4, 1e6, 1e9] as [Double])
  func correctionOfMany(_ degrees: Double) throws {
    let lacks = 0.75 / degrees + 7 / (32 * degrees * degrees)
    #expect(
      abs(1 - (try EffectSize.correction(degrees)) - lacks) < 5e-15 + 1
        / (degrees * degrees * degrees))
  }

  /// R package effsize, as printed in its own tests: delta, its interval with the consistent
  /// variance and the normal point (seven decimals), and the parts 0.2669753, 0.447 and 1.0055556
  /// of the variance.
  @Test func cliffPublished() throws {
    let (x, y): ([Double], [Double]) = (
      [10, 10, 20, 20, 20, 30, 30, 30, 40, 50], [10, 20, 30, 40, 40, 50]
    )
    let delta = try EffectSize.cliffDelta(x, y)
    #expect(delta.value == -0.25)
    #expect(agrees(delta.interval.lower, -0.7125351, decimals: 7))
    #expect(agrees(delta.interval.upper, 0.3639999, decimals: 7))
    let variance = (5 * 0.2669753 + 9 * 0.447 + 1.0055556) / 60
    #expect(agrees((delta.standardError ?? 0) * (delta.standardError ?? 0), variance, decimals: 7))
    let a = try EffectSize.probabilityOfSuperiority(x, y)
    #expect(a.value == 0.375)
    #expect(agrees(a.interval.lower, (1 - 0.7125351) / 2, decimals: 7))
    #expect(a.standardError == (delta.standardError ?? 0) / 2)
  }

  /// R 4.2.2, the formulas of Cliff 1996 over the matrix `sign(outer(x, y, "-"))`.
  @Test(
    "delta, as R computes it",
    arguments: [
      (
        ValueSamples.sleepOne, ValueSamples.sleepTwo, 0.95, -0.49, -0.805368750550234,
        0.0415620724150623
      ),
      (
        ValueSamples.sprays[0], ValueSamples.sprays[2], 0.9, 0.993055555555556, 0.931907243804614,
        0.999311344541466
      ),
      (
        ValueSamples.automatic, ValueSamples.manual, 0.95, -0.659919028340081, -0.86632016299341,
        -0.261019582324661
      ),
    ] as [([Double], [Double], Double, Double, Double, Double)])
  func cliff(
    _ x: [Double], _ y: [Double], _ level: Double, _ value: Double, _ lower: Double,
    _ upper: Double
  ) throws {
    let delta = try EffectSize.cliffDelta(x, y, confidence: level)
    #expect(ValueSamples.agree(delta.value, value))
    #expect(ValueSamples.agree(delta.interval.lower, lower))
    #expect(ValueSamples.agree(delta.interval.upper, upper))
  }

  /// Feng and Cliff 2004, equation 8: for 5 values (5 - z²)/(5 + z²).
  @Test("groups without overlap")
  func disjoint() throws {
    let (low, high): ([Double], [Double]) = ([1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11])
    let delta = try EffectSize.cliffDelta(high, low)
    #expect(delta.value == 1 && delta.interval.upper == 1)
    #expect(abs(delta.interval.lower - (5 - 3.841_458_820_694_124) / 8.841_458_820_694_124) < 1e-14)
    let mirrored = try EffectSize.cliffDelta(low, high)
    #expect(mirrored.value == -1 && mirrored.interval.lower == -1)
    #expect(mirrored.interval.upper == -delta.interval.lower)
  }

  @Test("swapping the groups turns everything round")
  func antisymmetric() throws {
    let (x, y) = (ValueSamples.automatic, ValueSamples.manual)
    for measure in [Measure.cohenD, .hedgesG, .cliffDelta] {
      let (one, other) = (try measure(x, y, 0.95), try measure(y, x, 0.95))
      #expect(one.value == -other.value)
      #expect(abs(one.interval.lower + other.interval.upper) < 1e-15)
      #expect(abs(one.interval.upper + other.interval.lower) < 1e-15)
    }
    let (a, b) = (
      try EffectSize.probabilityOfSuperiority(x, y), try EffectSize.probabilityOfSuperiority(y, x)
    )
    #expect(abs(a.value + b.value - 1) < 1e-15)
    #expect(abs(a.interval.lower + b.interval.upper - 1) < 1e-15)
  }

  @Test("more confidence makes it wider, and the estimate lies inside")
  func monotone() throws {
    let (x, y) = (ValueSamples.sleepOne, ValueSamples.sleepTwo)
    for measure in Measure.allCases {
      var last: Interval?
      for level in [0.1, 0.5, 0.9, 0.99, 0.999_99] {
        let estimate = try measure(x, y, level)
        #expect(estimate.interval.contains(estimate.value))
        if let last {
          #expect(estimate.interval.lower < last.lower && last.upper < estimate.interval.upper)
        }
        last = estimate.interval
      }
    }
  }

  @Test("d and the t test of equal spread agree at the edge")
  func duality() throws {
    // 0 is an end of the interval where the classical t test has that very p value.
    let (x, y) = (ValueSamples.sleepOne, ValueSamples.sleepTwo)
    let t = try EffectSize.cohenD(x, y).value / (1 / 10.0 + 1 / 10).squareRoot()
    let p = try StudentT(degreesOfFreedom: 18).pValue(t, .twoSided)
    #expect(abs(try EffectSize.cohenD(x, y, confidence: 1 - p).interval.upper) < 1e-12)
  }

  @Test("large groups: the interval of d comes close to the normal one")
  func large() throws {
    let x = (0..<20_000).map { Double($0 * 7919 % 10_007) }
    let y = x.map { $0 + 300 }
    let d = try EffectSize.cohenD(x, y)
    let se = (2 / 20_000.0 + d.value * d.value / 80_000).squareRoot()
    #expect(ValueSamples.agree(d.interval.lower, d.value - 1.959964 * se, relative: 1e-4))
    #expect(ValueSamples.agree(d.interval.upper, d.value + 1.959964 * se, relative: 1e-4))
  }
}
