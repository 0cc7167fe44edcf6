import Foundation
import Statistics
import Testing

/// The linear regressions of NIST's Statistical Reference Datasets, certified with 500 digits.
@Suite("NIST StRD: linear regression")
struct StRDTests {
  /// How many digits agree; the certified values have 15.
  static func digits(_ value: Double, _ certified: Double) -> Double {
    let error = abs(value - certified) / (certified == 0 ? 1 : abs(certified))
    return error == 0 ? 15 : min(15, -log10(error))
  }

  /// The coefficients and errors have at least 13 digits in every set, Filip and Wampler included.
  @Test(arguments: StRD.all)
  func coefficients(_ set: StRD) throws {
    let fit = try set.fit()
    #expect(fit.estimates.count == set.estimates.count)
    for (value, certified) in zip(fit.estimates, set.estimates) {
      #expect(Self.digits(value, certified) >= 13)
    }
    for (value, certified) in zip(fit.standardErrors, set.standardErrors) {
      #expect(Self.digits(value, certified) >= 13)
    }
  }

  @Test(arguments: StRD.all)
  func summary(_ set: StRD) throws {
    let fit = try set.fit()
    #expect(Self.digits(fit.residualStandardError, set.residualStandardError) >= 13)
    #expect(Self.digits(fit.rSquared, set.rSquared) >= 13)
    guard let f = set.f else {
      Refusal("the F test of a regression needs residuals, and the regression fits perfectly") {
        try fit.fTest()
      }.verify()
      return
    }
    #expect(try Self.digits(fit.fTest().statistic, f) >= 13)
  }

  /// Powers that were rounded before they came to the library cost Filip the digits that the data
  /// then no longer hold; what is left is still more than half of them.
  @Test func filipWithRoundedPowers() throws {
    let x = StRD.filip.columns[0]
    var powers: [Predictor] = []
    var power = x
    for degree in 1...10 {
      powers.append(Predictor("x\(degree)", power))
      power = zip(power, x).map(*)
    }
    let fit = try LinearRegression(of: StRD.filip.response, on: powers)
    for (value, certified) in zip(fit.estimates, StRD.filip.estimates) {
      #expect(Self.digits(value, certified) >= 7)
    }
  }
}
