import Statistics
import Testing

@Suite("Proportion intervals: published numbers")
struct PublishedProportionTests {
  /// The four examples of Newcombe 1998, Two-sided confidence intervals for the single proportion,
  /// table I; 95 %, four decimals. R 4.2.2 prints the same: `prop.test` with `correct = FALSE` for
  /// Wilson and `correct = TRUE` for the correction, `binom.test` for Clopper–Pearson.
  @Test(arguments: [
    Printed(.wilson, 81, 263, 0.2553, 0.3662, decimals: 4),
    Printed(.wilson, 15, 148, 0.0624, 0.1605, decimals: 4),
    Printed(.wilson, 0, 20, 0, 0.1611, decimals: 4),
    Printed(.wilson, 1, 29, 0.0061, 0.1718, decimals: 4),
    Printed(.wilsonCorrected, 81, 263, 0.2535, 0.3682, decimals: 4),
    Printed(.wilsonCorrected, 15, 148, 0.0598, 0.1644, decimals: 4),
    Printed(.wilsonCorrected, 0, 20, 0, 0.2005, decimals: 4),
    Printed(.wilsonCorrected, 1, 29, 0.0018, 0.1963, decimals: 4),
    Printed(.clopperPearson, 81, 263, 0.2527, 0.3676, decimals: 4),
    Printed(.clopperPearson, 15, 148, 0.0578, 0.1617, decimals: 4),
    Printed(.clopperPearson, 0, 20, 0, 0.1684, decimals: 4),
    Printed(.clopperPearson, 1, 29, 0.0009, 0.1776, decimals: 4),
  ])
  func newcombe(_ printed: Printed) throws {
    try printed.verify()
  }

  /// R package binom, function binom.confint, as kept in the tests of statsmodels 0.15
  /// (results_proportion.py); 95 %. Twelve of the printed decimals where there are that many. For
  /// 1 and 29 of 30 Agresti–Coull is left out: binom does not cut it at 0 and 1.
  @Test(arguments: [
    Printed(.agrestiCoull, 18, 20, 0.6867561125596, 0.9843437609981, decimals: 12),
    Printed(.agrestiCoull, 4, 20, 0.0749115102767, 0.4217635845550, decimals: 12),
    Printed(.agrestiCoull, 4, 200, 0.0059919545482, 0.0520995587740, decimals: 12),
    Printed(.agrestiCoull, 190, 200, 0.9093073079116, 0.9737318983488, decimals: 12),
    Printed(.agrestiCoull, 0, 30, 0, 0.13471170, decimals: 8),
    Printed(.clopperPearson, 18, 20, 0.6830172859809, 0.9876514728297, decimals: 12),
    Printed(.clopperPearson, 4, 20, 0.0573339970500, 0.4366140029967, decimals: 12),
    Printed(.clopperPearson, 4, 200, 0.0054755658796, 0.0504136090899, decimals: 12),
    Printed(.clopperPearson, 190, 200, 0.9099724622986, 0.9757658345279, decimals: 12),
    Printed(.clopperPearson, 29, 30, 0.8278305, 0.9991564, decimals: 7),
    Printed(.clopperPearson, 30, 30, 0.8842967, 1, decimals: 7),
    Printed(.wilson, 18, 20, 0.6989663547716, 0.9721335187862, decimals: 12),
    Printed(.wilson, 4, 20, 0.0806576625798, 0.4160174322519, decimals: 12),
    Printed(.wilson, 4, 200, 0.0078044264163, 0.0502870869058, decimals: 12),
    Printed(.wilson, 190, 200, 0.9104218518612, 0.9726173543992, decimals: 12),
    Printed(.wilson, 29, 30, 0.8332961, 0.9940914, decimals: 7),
    Printed(.wilson, 30, 30, 0.8864866, 1, decimals: 7),
  ])
  func binomConfint(_ printed: Printed) throws {
    try printed.verify()
  }

  /// R package cardx, `proportion_ci_jeffreys` and `proportion_ci_agresti_coull`, snapshots of its
  /// own tests; and R package DescTools, `BinomCI`, as kept in the tests of statsmodels 0.15
  /// (test_proportion.py); 95 %, seven decimals.
  @Test(arguments: [
    Printed(.jeffreys, 5, 10, 0.2235287, 0.7764713, decimals: 7),
    Printed(.jeffreys, 32, 32, 0.9250722, 1, decimals: 7),
    Printed(.jeffreys, 100, 200, 0.4311217, 0.5688783, decimals: 7),
    Printed(.agrestiCoull, 32, 32, 0.8726819, 1, decimals: 7),
    Printed(.agrestiCoull, 0, 32, 0, 0.1273181, decimals: 7),
  ])
  func cardxAndDescTools(_ printed: Printed) throws {
    try printed.verify()
  }

  /// scipy, `beta.ppf`; more trials than the library's continued fraction can take.
  @Test func tenMillionTrials() throws {
    try Printed(.clopperPearson, 3_000_000, 10_000_000, 0.2997159822, 0.3002841336, decimals: 10)
      .verify()
  }
}

/// An interval as a publication prints it.
struct Printed: Sendable, CustomTestStringConvertible {
  let method: ProportionMethod
  let counts: Counts
  let lower: Double
  let upper: Double
  let decimals: Int

  init(
    _ method: ProportionMethod, _ successes: Int, _ trials: Int, _ lower: Double, _ upper: Double,
    decimals: Int
  ) {
    self.method = method
    self.counts = Counts(successes: successes, trials: trials)
    self.lower = lower
    self.upper = upper
    self.decimals = decimals
  }

  var testDescription: String { "\(method) \(counts)" }

  func verify() throws {
    let interval = try method(counts.successes, counts.trials)
    #expect(agrees(interval.lower, lower, decimals: decimals))
    #expect(agrees(interval.upper, upper, decimals: decimals))
    #expect(interval.confidence == 0.95)
  }
}
