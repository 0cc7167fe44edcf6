import Testing

@testable import Statistics

@Suite("Noncentral t")
struct NoncentralTTests {
  /// R 4.2.2, `pt(ncp = )`; scipy `nct.cdf` agrees for the first two.
  @Test(arguments: [
    (2.5, 10, 1.3, 0.840552189122195), (-1, 5, 0.7, 0.0569580473658723),
    (30, 18, 25, 0.815481224936073), (0.5, 3, -2, 0.992199698923556),
  ])
  func published(_ t: Double, _ freedom: Double, _ delta: Double, _ expected: Double) throws {
    let found = try NoncentralT(degreesOfFreedom: freedom, noncentrality: delta).lowerTail(t)
    #expect(abs(found - expected) < 1e-11)
  }

  @Test("without noncentrality it is Student's t", arguments: [-3.0, -0.5, 0, 0.5, 3])
  func central(_ t: Double) throws {
    let found = try NoncentralT(degreesOfFreedom: 7, noncentrality: 0).lowerTail(t)
    #expect(abs(found - (try StudentT(degreesOfFreedom: 7).lowerTail(t))) < 1e-13)
  }
}
