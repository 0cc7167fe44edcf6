import Statistics
import Testing

@Suite("Comparisons of values: refusals")
struct ComparisonOfValuesRefusalTests {
  private static let huge = Double.greatestFiniteMagnitude

  @Test(arguments: [
    Refusal("the Welch t test needs at least 2 values in each group; group 1 has 0") {
      try TTest.welch([], [1, 2])
    },
    Refusal("the Welch t test needs at least 2 values in each group; group 2 has 1") {
      try TTest.welch([1, 2], [3])
    },
    Refusal("value 2 of group 2 is not a number") { try TTest.welch([1, 2], [3, .nan]) },
    Refusal("value 1 of group 1 is infinite") { try TTest.welch([-.infinity, 2], [3, .nan]) },
    Refusal("the Welch t test is not defined when the values within each group are equal") {
      try TTest.welch([1, 1, 1], [2, 2])
    },
    Refusal("the Welch t test of this sample is too large for a floating-point number") {
      try TTest.welch([huge, -huge], [1, 2])
    },
    Refusal("the Welch t test of this sample is too large for a floating-point number") {
      try TTest.welch([1e200, 2e200], [1, 2])
    },
    Refusal(
      "the Welch t test could not be computed: the spread of the values is too small for a "
        + "floating-point number"
    ) { try TTest.welch([1e-200, 2e-200], [1, 1]) },
    Refusal("the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?") {
      try TTest.welch([1, 2], [2, 3], confidence: 95)
    },
    Refusal("the one-sample t test of an empty sample is not defined") {
      try TTest.oneSample([], mean: 0)
    },
    Refusal("the one-sample t test needs at least 2 values; 1 was given") {
      try TTest.oneSample([4], mean: 0)
    },
    Refusal("the one-sample t test is not defined when all values are equal") {
      try TTest.oneSample([0.1 + 0.2, 0.3, 0.3], mean: 0)
    },
    Refusal("value 2 of the sample is infinite") { try TTest.oneSample([4, .infinity], mean: 0) },
    Refusal("the reference mean must lie among the finite numbers; infinity was given") {
      try TTest.oneSample([4, 5], mean: .infinity)
    },
    Refusal("the paired t test needs pairs; there are 3 values on one side and 2 on the other") {
      try TTest.paired([1, 2, 3], [1, 2])
    },
    Refusal("the paired t test of an empty sample is not defined") { try TTest.paired([], []) },
    Refusal("the paired t test needs at least 2 values; 1 was given") {
      try TTest.paired([1], [2])
    },
    Refusal("the paired t test is not defined when all pairs differ by the same amount") {
      try TTest.paired([0.1, 0.3, 0.7], [0.2, 0.4, 0.8])
    },
    Refusal("the paired t test of this sample is too large for a floating-point number") {
      try TTest.paired([huge, 1], [-huge, 1])
    },
  ])
  func means(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal("the Mann–Whitney test needs at least 1 value in each group; group 2 has 0") {
      try RankTest.mannWhitney([1], [])
    },
    Refusal("the Mann–Whitney test is not defined when all values are equal") {
      try RankTest.mannWhitney([1, 1], [1])
    },
    Refusal("the Mann–Whitney test is not defined when all values are equal") {
      try RankTest.mannWhitney(Array(repeating: 0, count: 80), Array(repeating: -0.0, count: 80))
    },
    Refusal("value 3 of group 1 is not a number") {
      try RankTest.mannWhitney([1, 2, .nan], [1])
    },
    Refusal(
      "the Wilcoxon signed-rank test is not defined when both values of each pair are equal"
    ) { try RankTest.signedRank([1, 2], [1, 2]) },
    Refusal(
      "the Wilcoxon signed-rank test needs pairs; there are 1 values on one side and 2 on the "
        + "other"
    ) { try RankTest.signedRank([1], [1, 2]) },
    Refusal("the Wilcoxon signed-rank test of an empty sample is not defined") {
      try RankTest.signedRank([], median: 0)
    },
    Refusal(
      "the reference median must lie among the finite numbers; a value that is not a number was "
        + "given"
    ) { try RankTest.signedRank([1], median: .nan) },
    Refusal(
      "the Wilcoxon signed-rank test of this sample is too large for a floating-point number"
    ) { try RankTest.signedRank([huge], [-huge]) },
    Refusal("the Kruskal–Wallis test needs at least 2 groups; 1 was given") {
      try RankTest.kruskalWallis([[1, 2]])
    },
    Refusal("the Kruskal–Wallis test needs at least 1 value in each group; group 3 has 0") {
      try RankTest.kruskalWallis([[1], [2], []])
    },
    Refusal("the Kruskal–Wallis test is not defined when all values are equal") {
      try RankTest.kruskalWallis([[1, 1], [1]])
    },
    Refusal("value 1 of group 2 is infinite") { try RankTest.kruskalWallis([[1], [.infinity]]) },
    Refusal("the Hodges–Lehmann shift needs at least 1 value in each group; group 1 has 0") {
      try HodgesLehmann.shift([], [1])
    },
    Refusal(
      "the interval of the Hodges–Lehmann shift cannot reach this confidence level with so few "
        + "values"
    ) { try HodgesLehmann.shift([1, 2], [3, 4, 5]) },
    Refusal(
      "the interval of the Hodges–Lehmann shift cannot reach this confidence level with so few "
        + "values"
    ) { try HodgesLehmann.shift([1], (0..<3000).map { Double($0) }, confidence: 0.9999) },
    Refusal(
      "the interval of the pseudomedian cannot reach this confidence level with so few values"
    ) { try HodgesLehmann.pairedShift([1, 2, 3, 4, 5], [3, 4, 5, 1, 1]) },
    Refusal(
      "the Hodges–Lehmann shift of this sample is too large for a floating-point number"
    ) { try HodgesLehmann.shift([huge, 1], [-huge, 1]) },
  ])
  func ranks(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal("the analysis of variance needs at least 2 groups; 0 were given") {
      try OneWayANOVA([])
    },
    Refusal("the analysis of variance needs at least 1 value in each group; group 2 has 0") {
      try OneWayANOVA([[1, 2], []])
    },
    Refusal("the analysis of variance needs at least 4 values; 3 were given") {
      try OneWayANOVA([[1], [2], [3]])
    },
    Refusal("the analysis of variance is not defined when all values are equal") {
      try OneWayANOVA([[1, 1], [1]])
    },
    Refusal(
      "the analysis of variance is not defined when the values within each group are equal"
    ) { try OneWayANOVA([[1, 1], [2]]) },
    Refusal("value 2 of group 1 is not a number") { try OneWayANOVA([[1, .nan], [2]]) },
    Refusal("the analysis of variance of this sample is too large for a floating-point number") {
      try OneWayANOVA([[1e200, 2e200], [1, 2]])
    },
    Refusal(
      "the Welch analysis of variance needs at least 2 values in each group; group 2 has 1"
    ) { try OneWayANOVA.welch([[1, 2], [2]]) },
    Refusal(
      "the Welch analysis of variance needs values that differ in each group; those of group 2 "
        + "are equal"
    ) { try OneWayANOVA.welch([[1, 2], [2, 2]]) },
    Refusal("the Welch analysis of variance needs at least 2 groups; 1 was given") {
      try OneWayANOVA.welch([[1, 2]])
    },
    Refusal(
      "the standardized mean difference needs at least 2 values in each group; group 1 has 1"
    ) { try EffectSize.cohenD([1], [2, 3]) },
    Refusal(
      "the standardized mean difference is not defined when the values within each group are "
        + "equal"
    ) { try EffectSize.hedgesG([1, 1], [2, 2]) },
    Refusal(
      "the interval of the standardized mean difference is computed up to a difference of 1000 "
        + "standard deviations; these groups differ more"
    ) { try EffectSize.cohenD([0, 1], [1e6, 1e6 + 1]) },
    Refusal("the confidence level must lie strictly between 0 and 1; 1 was given") {
      try EffectSize.cohenD([1, 2], [2, 3], confidence: 1)
    },
    Refusal("the delta of Cliff is not defined when all values are equal") {
      try EffectSize.cliffDelta([1, 1], [1, 1])
    },
    Refusal("the probability of superiority needs at least 2 values in each group; group 2 has 1") {
      try EffectSize.probabilityOfSuperiority([1, 1], [1])
    },
    Refusal("value 1 of group 2 is infinite") {
      try EffectSize.cliffDelta([1, 2], [.infinity, 1])
    },
    Refusal("the Holm adjustment of an empty sample is not defined") {
      try MultipleTesting.holm([])
    },
    Refusal("a p value must lie between 0 and 1; 1.5 was given") {
      try MultipleTesting.benjaminiHochberg([0.2, 1.5])
    },
    Refusal("a p value must lie between 0 and 1; a value that is not a number was given") {
      try MultipleTesting.holm([.nan])
    },
    Refusal("the paired t test is not defined when all pairs differ by the same amount") {
      try WaveChange.ofSameRespondents(earlier: [1, 2], later: [1, 2])
    },
    Refusal("value 2 of group 1 is not a number") {
      try WaveChange.ofSameRespondents(earlier: [1, .nan], later: [1, 2])
    },
    Refusal("the Welch t test needs at least 2 values in each group; group 1 has 1") {
      try WaveChange.ofDifferentRespondents(earlier: [1], later: [1, 2])
    },
  ])
  func variances(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test("huge, tiny and mixed values are computed or refused, never lost")
  func extremes() throws {
    let values: [Double] = [
      0, -1, 1e-308, .leastNonzeroMagnitude, 1e-150, 1, 1e150, 1e300, Self.huge, -Self.huge,
    ]
    let samples: [[Double]] = values.flatMap { a in values.map { b in [a, b, 1] } }
    for one in samples.prefix(60) {
      for other in samples.suffix(40) {
        for call in [
          { Self.numbers(try TTest.welch(one, other)) },
          { Self.numbers(try TTest.paired(one, other)) },
          { [try OneWayANOVA([one, other]).f, try OneWayANOVA([one, other]).pValue] },
          { [try OneWayANOVA.welch([one, other]).pValue] },
          { Self.numbers(try EffectSize.cliffDelta(one, other)) },
          { Self.numbers(try HodgesLehmann.shift(one, other, confidence: 0.8)) },
          { [try RankTest.mannWhitney(one, other).pValue] },
          { [try RankTest.signedRank(one, other).pValue] },
        ] as [() throws -> [Double]] {
          do {
            let allFinite = try call().allSatisfy(\.isFinite)
            #expect(allFinite)
          } catch is StatisticsError {
            // An honest refusal.
          }
        }
      }
    }
  }

  private static func numbers(_ estimate: Estimate) -> [Double] {
    [estimate.value, estimate.interval.lower, estimate.interval.upper]
  }

  private static func numbers(_ result: TestedDifference) -> [Double] {
    numbers(result.difference) + [result.test.statistic, result.test.pValue]
  }
}
