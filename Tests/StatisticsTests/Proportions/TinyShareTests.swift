import Statistics
import Testing

/// The ends of the interval of a tiny share, of which `1 - end` would leave four digits or none.
@Suite("Proportion intervals: tiny shares")
struct TinyShareTests {
  /// The formulas in mpmath 1.3 with 60 digits; the beta quantiles from its quadrature.
  static let cases: [(successes: Int, trials: Int, uppers: [Double])] = [
    (
      0, 1_000_000_000_000,
      [
        3.8414588206793692e-12, 4.7892586751084523e-12, 3.6888794541071324e-12,
        2.5119430936536616e-12, 4.6370509920883355e-12,
      ]
    ),
    (
      1, 1_000_000_000_000,
      [
        5.6649342657365115e-12, 6.4950406663280365e-12, 5.5716433909261628e-12,
        4.6742018022383184e-12, 6.2703356194475212e-12,
      ]
    ),
    (
      3, 1_000_000_000,
      [
        8.8211880540116437e-9, 9.5600901084634095e-9, 8.7672730444606971e-9,
        8.0063821152715624e-9, 9.2684620372474697e-9,
      ]
    ),
    (
      2, 1_000_000_000_000_000,
      [
        7.2929866824365197e-15, 8.0666653011036793e-15, 7.2246876677239419e-15,
        6.4162509970149983e-15, 7.8016211348006469e-15,
      ]
    ),
  ]

  @Test(arguments: cases)
  func upperEnds(_ successes: Int, _ trials: Int, _ uppers: [Double]) throws {
    for (method, upper) in zip(ProportionMethod.allCases, uppers) {
      let found = try method(successes, trials).upper
      #expect(abs(found / upper - 1) < 1e-10, "\(method): \(found)")
    }
  }

  @Test("shares of several categories and of a finite group are Wilson’s")
  func sameFormula() throws {
    let trials = 1_000_000_000_000
    // With two categories z leaves a quarter of 1 - confidence on either side.
    let one = try ProportionInterval.simultaneous(counts: [1, trials - 1], confidence: 0.9)[0]
    let wilson = try ProportionInterval.wilson(successes: 1, trials: trials, confidence: 0.95)
    #expect(abs(one.upper / wilson.upper - 1) < 1e-12)
    // One in a thousand of the invited answered: nearly the population without end.
    let census = try NearCensus(invited: 1_000_000, answered: 1000, positive: 1).wilsonInterval()
    let plain = try ProportionInterval.wilson(successes: 1, trials: 1000)
    #expect(abs(census.upper / plain.upper - 1) < 2e-3)
  }

  @Test("shares of a survey", arguments: [SurveyProportionMethod.beta, .asin])
  func survey(_ method: SurveyProportionMethod) throws {
    // One in ten million by weight; a sample of two strata, in each of which one row counts.
    let small = 1e-7
    let weights = [small / 2, small / 2] + [Double](repeating: (1 - small) / 40, count: 40)
    let design = try SurveyDesign(weights: SamplingWeights(weights))
    let share = try design.proportion(of: weights.map { $0 < 1e-3 })
    let interval = try share.proportionInterval(method)
    // Both follow p and s as smooth functions: p + t s to the first order, and more beyond.
    #expect(interval.upper > share.value && interval.upper < 20 * share.value)
    #expect(interval.lower >= 0 && interval.lower < share.value)
  }
}
