import Testing

@testable import Statistics

@Suite("Noncentral t distribution")
struct NoncentralTTests {
  /// R 4.2.2, `pt(t, df, ncp)`, and scipy 1, `nct.cdf`: the digits in which the two agree, eleven
  /// at least; t, degrees of freedom, noncentrality, lower and upper tail.
  @Test(
    arguments: [
      (1, 5, 0, 0.818391266175439, 0.181608733824561),
      (2, 1, 3, 0.179562496552, 0.820437503448), (-1, 4, 1.5, 0.0101936442785, 0.989806355721),
      (0, 7, -2, 0.977249868051821, 0.0227501319481792),
      (3, 2.5, 1, 0.859221780500, 0.1407782195), (10, 30, 12, 0.10168836584924, 0.89831163415),
      (-3, 10, 2, 1.22301693e-05, 0.99998776983), (5, 50, 0.5, 0.999971828324, 2.8171676447e-05),
      (1.5, 1000, 3, 0.0668678706113, 0.9331321293887),
    ] as [(Double, Double, Double, Double, Double)])
  func twoPrograms(
    _ t: Double, _ degrees: Double, _ delta: Double, _ lower: Double, _ upper: Double
  ) throws {
    let distribution = NoncentralT(degreesOfFreedom: degrees, noncentrality: delta)
    #expect(ValueSamples.agree(try distribution.lowerTail(t), lower, relative: 1e-8))
    #expect(ValueSamples.agree(try distribution.upperTail(t), upper, relative: 1e-8))
    #expect(abs(try distribution.lowerTail(t) - lower) < 2e-12)
    #expect(abs(try distribution.upperTail(t) - upper) < 2e-12)
  }

  @Test("without noncentrality it is Student's", arguments: [1, 2.5, 10, 300, 1e6] as [Double])
  func central(_ degrees: Double) throws {
    let distribution = NoncentralT(degreesOfFreedom: degrees, noncentrality: 0)
    for t in [-8, -2, -0.1, 0, 0.5, 1.96, 6] {
      let student = StudentT(degreesOfFreedom: degrees)
      #expect(
        ValueSamples.agree(
          try distribution.lowerTail(t), try student.lowerTail(t), relative: 1e-12))
      #expect(
        ValueSamples.agree(
          try distribution.upperTail(t), try student.upperTail(t), relative: 1e-12))
    }
  }

  @Test("the tails add up to 1 and mirror each other", arguments: [1, 3, 40, 5000] as [Double])
  func symmetric(_ degrees: Double) throws {
    for delta in [-30, -1, 0.2, 4, 150] {
      for t in [-20, -1, 0, 3.0, 140] {
        let one = NoncentralT(degreesOfFreedom: degrees, noncentrality: delta)
        let other = NoncentralT(degreesOfFreedom: degrees, noncentrality: -delta)
        let (lower, upper) = (try one.lowerTail(t), try one.upperTail(t))
        #expect(abs(lower + upper - 1) < 1e-13)
        #expect(try other.upperTail(-t) == lower)
      }
    }
  }

  /// Simpson's rule over s itself, with the density of the chi distribution normalised by the same
  /// rule; whole steps of 1/4000.
  @Test("agrees with plain integration", arguments: [(2, 5, 1), (-1, 8, 2), (6, 20, 5)])
  func simpson(_ t: Int, _ degrees: Int, _ delta: Int) throws {
    var (sum, weights) = (0.0, 0.0)
    for step in 1..<16_000 {
      let s = Double(step) / 4000
      var density = 1.0
      for _ in 1..<degrees { density *= s }
      density *= try Logarithm.exp(-Double(degrees) * s * s / 2) * (step % 2 == 0 ? 2 : 4)
      weights += density
      sum += try density * Normal.lowerTail(Double(t) * s - Double(delta))
    }
    let distribution = NoncentralT(
      degreesOfFreedom: Double(degrees), noncentrality: Double(delta))
    #expect(abs(try distribution.lowerTail(Double(t)) - sum / weights) < 1e-11)
  }

  @Test("the noncentrality leaves the tail it was asked for")
  func inverse() throws {
    for degrees in [2.0, 18, 5000] {
      for t in [-40, -2, 0, 0.3, 7] {
        for p in [1e-10, 0.025, 0.5, 0.9] {
          let delta = try NoncentralT.noncentrality(
            upperTail: p, at: t, degreesOfFreedom: degrees)
          let distribution = NoncentralT(degreesOfFreedom: degrees, noncentrality: delta)
          #expect(ValueSamples.agree(try distribution.upperTail(t), p, relative: 1e-11))
        }
      }
    }
  }
}
