import Testing

@testable import Statistics

@Suite("One-way analysis of variance")
struct OneWayANOVATests {
  /// NIST Statistical Reference Datasets, SmLs01 to SmLs09 (Simon and Lesage 1989): nine groups,
  /// each with one middle value and equally many just below and above it.
  static func simonLesage(_ whole: Double, _ pairs: Int) -> [[Double]] {
    [4, 3, 5, 3, 5, 3, 5, 3, 5].map { tenths in
      let value = { (tenths: Double) in (whole * 10 + tenths) / 10 }
      return [value(tenths)]
        + (0..<2 * pairs).map { value($0 % 2 == 0 ? tenths - 1 : tenths + 1) }
    }
  }

  /// NIST, certified values: F, R² and the residual standard deviation.
  ///
  /// The tolerance of F is what the rounding of the stored decimals costs: F of the stored numbers,
  /// computed in exact fractions, is off by up to 6.5e-11 for SmLs04 to 06 and 6.8e-5 for 07 to 09.
  @Test(
    arguments: [
      (1, 10, 21, 4.82758620689655E-01, 1e-14), (1, 100, 201, 4.71830985915493E-01, 1e-14),
      (1, 1000, 2001, 4.70712773465067E-01, 1e-14),
      (1_000_000, 10, 21, 4.82758620689655E-01, 1e-10),
      (1_000_000, 100, 201, 4.71830985915493E-01, 1e-10),
      (1_000_000, 1000, 2001, 4.70712773465067E-01, 1e-10),
      (1e12, 10, 21, 4.82758620689655E-01, 1e-4), (1e12, 100, 201, 4.71830985915493E-01, 1e-4),
      (1e12, 1000, 2001, 4.70712773465067E-01, 1e-4),
    ] as [(Double, Int, Double, Double, Double)])
  func simonLesage(
    _ whole: Double, _ pairs: Int, _ f: Double, _ rSquared: Double, _ relative: Double
  ) throws {
    let table = try OneWayANOVA(Self.simonLesage(whole, pairs))
    #expect(ValueSamples.agree(table.f, f, relative: relative))
    #expect(ValueSamples.agree(table.rSquared, rSquared, relative: relative))
    #expect(ValueSamples.agree(table.residualStandardDeviation, 0.1, relative: relative))
    #expect(table.betweenDegreesOfFreedom == 8 && table.withinDegreesOfFreedom == 18 * pairs)
  }

  /// F of the stored numbers in exact fractions (Python, `fractions`): every digit of it.
  @Test(
    arguments: [
      (1_000_000, 10, 21.0000000007761), (1_000_000, 100, 201.00000001241764),
      (1_000_000, 1000, 2001.0000001288329), (1e12, 10, 21.00081188781877),
      (1e12, 100, 201.01300409594845), (1e12, 1000, 2001.1349262209505),
    ] as [(Double, Int, Double)])
  func storedNumbers(_ whole: Double, _ pairs: Int, _ f: Double) throws {
    let table = try OneWayANOVA(Self.simonLesage(whole, pairs))
    #expect(ValueSamples.agree(table.f, f, relative: 2e-15))
  }

  /// NIST, certified values of AtmWtAg (Powell, Murphy and Gramlich 1982) and SiRstv (Ehrstein and
  /// Croarkin), and F of the stored numbers in exact fractions.
  @Test func observedData() throws {
    let silver = try OneWayANOVA(NISTVariance.silver)
    #expect(ValueSamples.agree(silver.f, 1.59467335677930E+01, relative: 1e-10))
    #expect(ValueSamples.agree(silver.f, 15.946733566676926, relative: 1e-15))
    #expect(
      ValueSamples.agree(silver.betweenSumOfSquares, 3.63834187500000E-09, relative: 1e-10))
    #expect(ValueSamples.agree(silver.withinSumOfSquares, 1.04951729166667E-08, relative: 1e-10))
    #expect(ValueSamples.agree(silver.rSquared, 2.57426544538321E-01, relative: 1e-10))
    #expect(
      ValueSamples.agree(
        silver.residualStandardDeviation, 1.51048314446410E-05, relative: 1e-10))
    let silicon = try OneWayANOVA(NISTVariance.silicon)
    #expect(ValueSamples.agree(silicon.f, 1.18046237440255E+00, relative: 1e-13))
    #expect(ValueSamples.agree(silicon.f, 1.1804623744024467, relative: 1e-15))
    #expect(ValueSamples.agree(silicon.betweenMeanSquare, 1.27865654000000E-02, relative: 1e-13))
    #expect(ValueSamples.agree(silicon.withinMeanSquare, 1.08318280000000E-02, relative: 1e-13))
    #expect(ValueSamples.agree(silicon.rSquared, 1.90999039051129E-01, relative: 1e-13))
    #expect(
      ValueSamples.agree(
        silicon.residualStandardDeviation, 1.04076068334656E-01, relative: 1e-13))
  }

  /// R 4.2.2, `anova(lm(weight ~ group, PlantGrowth))` and of InsectSprays.
  @Test func tables() throws {
    let plants = try OneWayANOVA(ValueSamples.plants)
    #expect(ValueSamples.agree(plants.f, 4.84608786238014))
    #expect(ValueSamples.agree(plants.pValue, 0.0159099583256229))
    #expect(ValueSamples.agree(plants.betweenSumOfSquares, 3.76634, relative: 1e-13))
    #expect(agrees(plants.withinSumOfSquares, 10.49209, decimals: 5))
    #expect(agrees(plants.rSquared, 0.2641483, decimals: 7))
    #expect(agrees(plants.residualStandardDeviation, 0.6233746, decimals: 7))
    #expect(plants.test.degreesOfFreedom == [2, 27] && !plants.spreadsDiffer)
    #expect(agrees(plants.groupMeans[2], 5.526, decimals: 3))
    let sprays = try OneWayANOVA(ValueSamples.sprays)
    #expect(ValueSamples.agree(sprays.f, 34.7022820554917))
    #expect(ValueSamples.agree(sprays.pValue, 3.18258372614518e-17))
    #expect(sprays.spreadsDiffer)
  }

  /// R 4.2.2, `oneway.test`.
  @Test(
    "Welch",
    arguments: [
      (ValueSamples.plants, 5.18097240811319, 17.1284186166441, 0.01739282149017),
      (ValueSamples.sprays, 36.0654438935773, 30.0425605087674, 7.99937945567335e-12),
    ] as [([[Double]], Double, Double, Double)])
  func welch(_ groups: [[Double]], _ f: Double, _ degrees: Double, _ p: Double) throws {
    let test = try OneWayANOVA.welch(groups)
    #expect(ValueSamples.agree(test.statistic, f))
    #expect(test.degreesOfFreedom[0] == Double(groups.count - 1))
    #expect(ValueSamples.agree(test.degreesOfFreedom[1], degrees))
    #expect(ValueSamples.agree(test.pValue, p))
  }

  @Test("for two groups Welch's F is the square of Welch's t")
  func twoGroups() throws {
    let (x, y) = (ValueSamples.automatic, ValueSamples.manual)
    let f = try OneWayANOVA.welch([x, y])
    let t = try TTest.welch(x, y).test
    #expect(ValueSamples.agree(f.statistic, t.statistic * t.statistic))
    #expect(ValueSamples.agree(f.degreesOfFreedom[1], t.degreesOfFreedom[0]))
    #expect(ValueSamples.agree(f.pValue, t.pValue))
  }

  @Test("shift, scale and the order of groups do not matter")
  func invariant() throws {
    let plain = try OneWayANOVA(ValueSamples.plants)
    let moved = try OneWayANOVA(ValueSamples.plants.reversed().map { $0.map { 1000 - 3 * $0 } })
    #expect(ValueSamples.agree(moved.f, plain.f, relative: 1e-11))
    #expect(
      ValueSamples.agree(moved.withinSumOfSquares, 9 * plain.withinSumOfSquares, relative: 1e-11))
    let scaled = try OneWayANOVA(ValueSamples.plants.map { $0.map { $0 * 0x1p-300 } })
    #expect(scaled.f == plain.f)
  }

  /// Whole numbers: `N Σ Sᵢ²/nᵢ - S²` and `Σx² - Σ Sᵢ²/nᵢ` with equal sizes have no rounding.
  @Test("agrees with whole-number sums")
  func wholeNumbers() throws {
    let sums = ValueSamples.sprays.map { Int($0.reduce(0, +)) }
    let squares = Int(ValueSamples.sprays.joined().reduce(0) { $0 + $1 * $1 })
    let (total, sumSquares) = (sums.reduce(0, +), sums.reduce(0) { $0 + $1 * $1 })
    let table = try OneWayANOVA(ValueSamples.sprays)
    #expect(
      ValueSamples.agree(
        table.betweenSumOfSquares, Double(6 * sumSquares - total * total) / 72, relative: 1e-15))
    #expect(
      ValueSamples.agree(
        table.withinSumOfSquares, Double(12 * squares - sumSquares) / 12, relative: 1e-15))
  }

  /// R 4.2.2, `pf(f, a, b, lower.tail = FALSE)`; scipy 1, `f.sf`, agrees.
  @Test(
    "small tails with many degrees of freedom",
    arguments: [
      (20, 5, 1e6, 5.2976017698674553e-20), (8, 5, 1e6, 1.493881096355223e-07),
      (37, 2, 2e6, 8.538890352168772e-17), (100, 1, 1e6, 1.527861076817818e-23),
      (37, 5, 1e6, 4.6127167486671487e-38),
    ] as [(Double, Double, Double, Double)])
  func smallTails(_ f: Double, _ a: Double, _ b: Double, _ p: Double) throws {
    let tail = try FDistribution(numerator: a, denominator: b).upperTail(f)
    #expect(ValueSamples.agree(tail, p, relative: 1e-10))
  }
}
