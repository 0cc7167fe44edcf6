import Testing

@testable import Statistics

@Suite("Distributions: t, chi-squared, F")
struct DistributionTests {
  /// R 4.2.2, `pt` and `qt(0.975)`, all printed digits; scipy 1.17.1 agrees to 14 digits.
  @Test(arguments: [
    (1, 2.5, 0.8788810584091566, 0.1211189415908434, 12.70620473617469),
    (2.5, 1.3, 0.849756605364646, 0.150243394635354, 3.574654842003692),
    (10, 4, 0.9987408336876317, 0.001259166312368345, 2.228138851986274),
    (30, 8, 0.9999999968670887, 3.132911237850386e-09, 2.042272456301238),
    (120, -2.2, 0.0148611989126183, 0.9851388010873817, 1.979930405082422),
    (4, 40, 0.9999988329918388, 1.167008161300635e-06, 2.776445105197793),
  ])
  func studentT(
    _ row: (freedom: Double, t: Double, lower: Double, upper: Double, point: Double)
  ) throws {
    let distribution = StudentT(degreesOfFreedom: row.freedom)
    #expect(abs(try distribution.lowerTail(row.t) / row.lower - 1) < 1e-12)
    #expect(abs(try distribution.upperTail(row.t) / row.upper - 1) < 1e-12)
    #expect(abs(try distribution.lowerTail(-row.t) / row.upper - 1) < 1e-12)
    #expect(abs(try distribution.twoSidedPoint(confidence: 0.95) / row.point - 1) < 1e-10)
  }

  /// mpmath 1.4.1 with 40 digits: the regularised incomplete beta function, and its root.
  @Test(
    arguments: [
      (1.0, 0.999999998, 318309877.51646106132), (1, 1 - 0x1p-52, 2867080569611329.3228),
      (2, 0.999999999999, 1000011.0610428280813), (3, 0.95, 3.1824463052837084359),
      (12.5, 0.99999999999999, 41.170099866045224317), (40, 0.999, 3.5509657608633108766),
      (5000, 0.9999999999, 6.4808226975587190302),
    ] as [(Double, Double, Double)])
  func farPoint(_ freedom: Double, _ confidence: Double, _ point: Double) throws {
    let found = try StudentT(degreesOfFreedom: freedom).twoSidedPoint(confidence: confidence)
    #expect(abs(found / point - 1) < 1e-13)
  }

  /// mpmath 1.4.1 with 40 digits.
  @Test(
    arguments: [
      (1.0, 1e9, 3.1830988618379067143e-10), (5, 1e7, 9.4901672455613439761e-35),
      (40, 60, 4.1554952118607266598e-41), (300, 30, 1.3031072100489277916e-92),
      (2.5, 0.001, 0.49963819136039244271),
    ] as [(Double, Double, Double)])
  func farTail(_ freedom: Double, _ t: Double, _ upper: Double) throws {
    #expect(abs(try StudentT(degreesOfFreedom: freedom).upperTail(t) / upper - 1) < 1e-12)
  }

  /// R 4.2.2, `pchisq(lower = FALSE)` and `qchisq(0.05, lower = FALSE)`.
  @Test(arguments: [
    (1, 3.84, 0.05004352124870522, 3.841458820694126),
    (2, 10, 0.006737946999085467, 5.991464547107979),
    (10, 50, 2.669083424904496e-07, 18.30703805327515),
    (0.5, 2, 0.06792113201010949, 2.420232274889527),
    (100, 60, 0.999481108537452, 124.3421134041004),
  ])
  func chiSquared(_ row: (freedom: Double, x: Double, upper: Double, point: Double)) throws {
    let distribution = ChiSquared(degreesOfFreedom: row.freedom)
    #expect(abs(try distribution.upperTail(row.x) / row.upper - 1) < 1e-12)
    #expect(abs(try distribution.upperPoint(0.05) / row.point - 1) < 1e-9)
    #expect(try distribution.upperTail(0) == 1 && distribution.upperTail(-1) == 1)
  }

  /// R 4.2.2, `pf(lower = FALSE)` and `qf(0.01, lower = FALSE)`.
  @Test(arguments: [
    (1, 10, 5, 0.04933219563992175, 10.04428927339659),
    (3, 20, 12, 0.0001026342947665301, 4.93819338231054),
    (7.5, 2.5, 4, 0.1722608124442792, 45.71816041898673),
    (100, 200, 1.5, 0.008147477190291437, 1.481055919261193),
  ])
  func fisherF(
    _ row: (above: Double, below: Double, f: Double, upper: Double, point: Double)
  ) throws {
    let distribution = FDistribution(numerator: row.above, denominator: row.below)
    #expect(abs(try distribution.upperTail(row.f) / row.upper - 1) < 1e-11)
    #expect(abs(try distribution.upperPoint(0.01) / row.point - 1) < 1e-9)
    #expect(try distribution.upperTail(0) == 1 && distribution.upperTail(-1) == 1)
  }

  /// F with one degree above the line is t squared; chi-squared with one is a normal squared.
  @Test(arguments: [0.3, 1, 2.4, 5])
  func related(_ t: Double) throws {
    for freedom in [1.0, 3, 12.5, 200] {
      let twice = try 2 * StudentT(degreesOfFreedom: freedom).upperTail(t)
      let f = try FDistribution(numerator: 1, denominator: freedom).upperTail(t * t)
      #expect(abs(twice / f - 1) < 1e-11)
      let squared = try ChiSquared(degreesOfFreedom: 1).upperTail(t * t)
      #expect(try abs(squared / (2 * Normal.upperTail(t)) - 1) < 1e-11)
    }
  }

  @Test("points and tails undo each other", arguments: [1e-6, 0.01, 0.2, 0.5, 0.9])
  func inverse(_ p: Double) throws {
    for freedom in [1.0, 4.5, 60] {
      let chi = ChiSquared(degreesOfFreedom: freedom)
      #expect(abs(try chi.upperTail(chi.upperPoint(p)) / p - 1) < 1e-8)
      let f = FDistribution(numerator: freedom, denominator: 12)
      #expect(abs(try f.upperTail(f.upperPoint(p)) / p - 1) < 1e-8)
      let t = StudentT(degreesOfFreedom: freedom)
      #expect(abs(try 2 * t.upperTail(t.twoSidedPoint(confidence: 1 - p)) / p - 1) < 1e-7)
    }
  }
}
