import Statistics
import Testing

/// A design of four rows with weight 1.
private func design(
  _ stages: [SamplingStage] = [SamplingStage()], singletons: SingletonStrata = .refuse
) throws -> SurveyDesign {
  try SurveyDesign(
    weights: SamplingWeights([1, 1, 1, 1]), stages: stages, singletons: singletons)
}

private let remedies =
  "which shows no variation: collapse it with a neighbouring stratum, or choose "
  + ".centreAtGrandMean or .certainty"

@Suite("Complex samples: refusals")
struct SurveyRefusalTests {
  @Test(arguments: [
    Refusal("a sampling design needs at least one stage") { try design([]) },
    Refusal("there are 4 weights, but the number of strata codes is 3") {
      try design([SamplingStage(strata: [1, 1, 2])])
    },
    Refusal("there are 4 weights, but the number of cluster codes is 5") {
      try design([SamplingStage(clusters: [1, 1, 2, 2, 3])])
    },
    Refusal("there are 4 weights, but the number of population sizes is 1") {
      try design([SamplingStage(population: .sizes([9]))])
    },
    Refusal("stratum 8 at stage 1 has a single sampled unit, " + remedies) {
      try design([SamplingStage(strata: [5, 5, 8, 5])])
    },
    Refusal("stratum north at stage 1 has a single sampled unit, " + remedies) {
      try design([
        SamplingStage(
          strataLabels: ["south", "north", "south", "north"], clusterLabels: ["a", "b", "c", "b"])
      ])
    },
    Refusal("stratum 1 (row 3) at stage 2 has a single sampled unit, " + remedies) {
      try design([
        SamplingStage(clusters: [1, 1, 2, 3], population: .size(9)),
        SamplingStage(population: .sizes([4, 4, 2, 1])),
      ])
    },
    Refusal("the sample has a single unit at its first stage, which shows no variation") {
      try design([SamplingStage(clusters: [3, 3, 3, 3])])
    },
    Refusal(
      "the cluster of row 3 lies in another stratum too; if the numbers of the clusters start "
        + "anew in each stratum, say so with clustersRestart"
    ) {
      try design([SamplingStage(strata: [1, 1, 2, 2], clusters: [1, 2, 1, 2])])
    },
    Refusal("a population size must be above 0; that of row 1 at stage 1 is not") {
      try design([SamplingStage(population: .size(0))])
    },
    Refusal("a population size must be above 0; that of row 2 at stage 1 is not") {
      try design([SamplingStage(population: .sizes([9, .nan, 9, 9]))])
    },
    Refusal("a sampling fraction must be above 0 and at most 1; that of row 1 at stage 1 is not") {
      try design([SamplingStage(population: .fraction(30))])
    },
    Refusal("a sampling fraction must be above 0 and at most 1; that of row 4 at stage 1 is not") {
      try design([SamplingStage(population: .fractions([0.5, 0.5, 0.5, 0]))])
    },
    Refusal(
      "the population size of row 4 at stage 1 differs from that of earlier rows in its stratum"
    ) {
      try design([SamplingStage(strata: [1, 1, 2, 2], population: .sizes([9, 9, 7, 8]))])
    },
    Refusal("stratum 1 at stage 1 has more sampled units than its population size") {
      try design([SamplingStage(population: .size(3))])
    },
    Refusal("the sampling design is not defined when all weights are 0") {
      try design().subpopulation(where: [false, false, false, false])
    },
    Refusal("there are 4 weights, but the number of values that tell who belongs is 2") {
      try design().subpopulation(where: [true, false])
    },
    Refusal("the sampling design of this sample is too large for a floating-point number") {
      try SurveyDesign(
        weights: SamplingWeights([Double.greatestFiniteMagnitude, .greatestFiniteMagnitude]))
    },
  ])
  func designs(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal("there are 4 weights, but the number of values is 3") {
      try design().mean(of: [1, 2, 3])
    },
    Refusal("value 2 of the sample is not a number") { try design().mean(of: [1, .nan, 3, 4]) },
    Refusal("value 4 of the sample is infinite") { try design().total(of: [1, 2, 3, .infinity]) },
    Refusal("value 1 of the sample is infinite") {
      try design().ratio(of: [1, 2, 3, 4], to: [-.infinity, 1, 1, 1])
    },
    Refusal("a ratio is not defined when its denominator adds up to 0") {
      try design().ratio(of: [1, 2, 3, 4], to: [1, -1, 2, -2])
    },
    Refusal("the weighted total of this sample is too large for a floating-point number") {
      try design().total(of: Array(repeating: .greatestFiniteMagnitude, count: 4))
    },
    Refusal("the weighted mean of this sample is too large for a floating-point number") {
      try design().mean(of: [-.greatestFiniteMagnitude, .greatestFiniteMagnitude, 0, 0])
    },
    Refusal("there are 4 weights, but the number of codes is 2") {
      try design().means(of: [1, 2, 3, 4], by: [0, 1], domains: 2)
    },
    Refusal("a code must lie from 0 to 1; that of row 3 does not") {
      try design().means(of: [1, 2, 3, 4], by: [0, 1, 2, -1], domains: 2)
    },
    Refusal("a code must lie from 0 to 2; that of row 4 does not") {
      try design().proportions(of: [0, 1, 2, -1], levels: 3)
    },
    Refusal("the number of domains must lie above 0; 0 was given") {
      try design().totals(of: [1, 2, 3, 4], by: [0, 0, 0, 0], domains: 0)
    },
    Refusal("the number of levels must lie above 0; -1 was given") {
      try design().proportions(of: [0, 0, 0, 0], levels: -1)
    },
    Refusal("domain 7 holds no weight") {
      try design().meanDifference(of: [1, 2, 3, 4], by: [1, 1, 2, 2], domain: 2, minus: 7)
    },
    Refusal("domain 1 holds no weight") {
      try design().meanContrast(
        of: [1, 2, 3, 4], by: [0, 0, 2, 2], coefficients: [1, 2, -1])
    },
    Refusal("a coefficient must lie among the finite numbers; infinity was given") {
      try design().meanContrast(of: [1, 2, 3, 4], by: [0, 0, 0, 0], coefficients: [.infinity])
    },
    Refusal("the weighted mean of an empty sample is not defined") { try design().means(of: []) },
    Refusal(
      "the contrast of weighted means needs pairs; there are 1 values on one side and 2 on the "
        + "other"
    ) {
      try design().proportions(of: [0, 1, 1, 1], levels: 2).contrast([1])
    },
  ])
  func estimates(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal(
      "the confidence level must lie between 0 and 1; 95 was given, did you mean 0.95?"
    ) {
      try design().mean(of: [1, 2, 3, 4]).interval(confidence: 95)
    },
    Refusal(
      "the sample has no more sampling units than strata, so that nothing tells how precise the "
        + "estimate is"
    ) {
      try design().subpopulation(where: [true, false, false, false]).mean(of: [1, 2, 3, 4])
        .interval()
    },
    Refusal("a test or an interval is not defined when the standard error is 0") {
      try design().mean(of: [2, 2, 2, 2]).test()
    },
    Refusal("a test or an interval is not defined when the standard error is 0") {
      try design().mean(of: [2, 2, 2, 2]).interval()
    },
    Refusal(
      "the sample shows a proportion of exactly 0 or 1, which tells nothing about its precision"
    ) {
      try design().proportion(of: [true, true, true, true]).proportionInterval()
    },
    Refusal(
      "the sample shows a proportion of exactly 0 or 1, which tells nothing about its precision"
    ) {
      try design().mean(of: [1, 2, 3, 4]).proportionInterval(.beta)
    },
    Refusal(
      "the probability of a quantile must lie between 0 and 1; 50 was given, did you mean 0.5?"
    ) {
      try design().quantile(50, of: [1, 2, 3, 4])
    },
    Refusal("the probability of a quantile must lie between 0 and 1; -1 was given") {
      try design().quantileEstimate(-1, of: [1, 2, 3, 4])
    },
    Refusal(
      "the lower end of the interval lies beyond the smallest value; the logit or beta interval "
        + "stays inside"
    ) {
      try design().quantileEstimate(0.25, of: [1, 2, 3, 4])
    },
    Refusal(
      "the upper end of the interval lies beyond the largest value; the logit or beta interval "
        + "stays inside"
    ) {
      try SurveyDesign(weights: SamplingWeights(Array(repeating: 1, count: 40)))
        .quantileEstimate(0.95, of: (0..<40).map(Double.init))
    },
    Refusal(
      "the sample shows a proportion of exactly 0 or 1, which tells nothing about its precision"
    ) {
      try design().quantileEstimate(1, of: [1, 2, 3, 4])
    },
    Refusal("the number of rows must lie above 1; 1 was given") {
      try design().independenceTest(
        rows: [0, 0, 0, 0], rowCount: 1, columns: [0, 1, 0, 1], columnCount: 2)
    },
    Refusal("row 1 of the table holds no weight") {
      try design().independenceTest(
        rows: [0, 0, 0, 0], rowCount: 2, columns: [0, 1, 0, 1], columnCount: 2)
    },
    Refusal("column 0 of the table holds no weight") {
      try design().independenceTest(
        rows: [0, 1, 0, 1], rowCount: 2, columns: [1, 1, 2, 2], columnCount: 3)
    },
  ])
  func inference(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test(arguments: [
    Refusal("the number of replicates must lie above 1; 1 was given") {
      try design().bootstrap(replicates: 1, seed: 1)
    },
    Refusal(
      "the bootstrap cannot resample stratum 6, which has a single unit: collapse it with a "
        + "neighbouring stratum or choose .certainty"
    ) {
      try design([SamplingStage(strata: [5, 5, 6, 5])], singletons: .centreAtGrandMean)
        .bootstrap(replicates: 9, seed: 1)
    },
    Refusal("the jackknife has no unit to leave out: all were sampled, or taken as certain") {
      try design([SamplingStage(population: .size(4))]).jackknife()
    },
    Refusal(
      "replicates of a post-stratified or calibrated design are not supported: make them before the "
        + "adjustment, and adjust the weights inside the statistic"
    ) {
      try design().postStratified(by: [0, 0, 1, 1], populations: [5, 5]).jackknife()
    },
    Refusal("the weighted mean is not defined when all weights are 0") {
      try design().subpopulation(where: [true, false, false, false]).jackknife()
        .mean(of: [1, 2, 3, 4])
    },
    Refusal("post-stratum 2 has a population, but no row with weight") {
      try design().postStratified(by: [0, 0, 1, 1], populations: [5, 5, 3])
    },
    Refusal("a weight must be a number of at least 0; weight 2 is not") {
      try design().postStratified(by: [0, 0, 1, 1], populations: [5, -5])
    },
  ])
  func replicates(_ refusal: Refusal) {
    refusal.verify()
  }

  @Test("where the weight is 0, the value and the code are never read")
  func unread() throws {
    let part = try design().subpopulation(where: [true, true, false, true])
    let mean = try part.mean(of: [1, 2, .nan, 6])
    #expect(mean.value == 3)
    #expect(mean.observations == 3 && part.rowCount == 4)
    #expect(try part.means(of: [1, 2, .nan, 6], by: [0, 0, 99, 0], domains: 1)[0] == mean)
    #expect(try part.quantile(0.5, of: [1, 2, .nan, 6]) == 2)
    #expect(try part.jackknife().mean(of: [1, 2, .nan, 6]).value == 3)
  }
}
