import Statistics
import Testing

@Suite("Complex samples: means, totals, ratios, shares")
struct LinearisedEstimateTests {
  @Test(arguments: SchoolNumbers.means)
  func mean(_ r: SchoolNumbers) throws {
    let mean = try r.design.make().mean(of: r.design.schools.api00)
    let (t, z) = try (mean.interval(), mean.interval(distribution: .normal))
    let computed = [
      mean.value, mean.standardError, mean.designEffect, mean.designEffectWithoutReplacement,
      mean.coefficientOfVariation, t.lower, t.upper, z.lower, z.upper,
    ]
    #expect(agreesClosely(computed, r.numbers))
  }

  @Test(arguments: SchoolNumbers.totals)
  func total(_ r: SchoolNumbers) throws {
    let total = try r.design.make().total(of: r.design.schools.api99)
    let computed = [
      total.value, total.standardError, total.designEffect, total.designEffectWithoutReplacement,
    ]
    #expect(agreesClosely(computed, r.numbers))
  }

  @Test(arguments: SchoolNumbers.ratios)
  func ratio(_ r: SchoolNumbers) throws {
    let schools = r.design.schools
    let ratio = try r.design.make().ratio(of: schools.api00, to: schools.api99)
    #expect(agreesClosely([ratio.value, ratio.standardError, ratio.designEffect], r.numbers))
  }

  @Test(arguments: SchoolNumbers.levels)
  func levels(_ r: SchoolNumbers) throws {
    let levels = try r.design.make().proportions(of: r.design.schools.types, levels: 3)
    let covariances = [levels.covariance(0, 1), levels.covariance(1, 2)]
    #expect(agreesClosely(valuesAndErrors(levels.estimates) + covariances, r.numbers))
    #expect(levels.covariance(1, 0) == levels.covariance(0, 1))
    #expect(levels.covariance(0, 3) == nil)
    // The shares add up to 1 for certain.
    let sum = try levels.contrast([1, 1, 1])
    #expect(abs(sum.value - 1) < 1e-14)
    #expect(sum.standardError < 1e-8)
  }

  @Test("missing values are left out as a subpopulation", arguments: SchoolNumbers.enrolments)
  func enrolment(_ r: SchoolNumbers) throws {
    let enrolled = r.design.schools.enrolled
    let known = try r.design.make().subpopulation(where: enrolled.map { !$0.isNaN })
    let total = try known.total(of: enrolled)
    let computed = [
      total.value, total.standardError, total.designEffect, Double(total.degreesOfFreedom),
    ]
    #expect(agreesClosely(computed, r.numbers))
  }

  /// The cluster sample: as printed in the vignette "A survey analysis example" of survey 4.1.1. The
  /// others: as R 4.2.2 with survey 4.1.1 prints `svytotal(~enroll)` and `svymean(~enroll)`.
  @Test func printed() throws {
    let srs = try SchoolDesign.srs.make()
    let pupils = Schools.simple.enrolled
    let total = try srs.total(of: pupils)
    #expect(agrees(total.value, 3_621_074, decimals: 0))
    #expect(agrees(total.standardError, 169_520, decimals: 0))
    let mean = try srs.mean(of: pupils)
    #expect(agrees(mean.value, 584.61, decimals: 2))
    #expect(agrees(mean.standardError, 27.368, decimals: 3))

    let strat = try SchoolDesign.strat.make()
    let stratTotal = try strat.total(of: Schools.stratified.enrolled)
    #expect(agrees(stratTotal.value, 3_687_178, decimals: 0))
    #expect(agrees(stratTotal.standardError, 114_642, decimals: 0))
    let stratMean = try strat.mean(of: Schools.stratified.enrolled)
    #expect(agrees(stratMean.value, 595.28, decimals: 2))
    #expect(agrees(stratMean.standardError, 18.509, decimals: 3))

    let clus1 = try SchoolDesign.clus1.make()
    let clusMean = try clus1.mean(of: Schools.oneStage.api00)
    #expect(agrees(clusMean.value, 644.17, decimals: 2))
    #expect(agrees(clusMean.standardError, 23.542, decimals: 3))
    let clusTotal = try clus1.total(of: Schools.oneStage.enrolled)
    #expect(agrees(clusTotal.value, 3_404_940, decimals: 0))
    #expect(agrees(clusTotal.standardError, 932_235, decimals: 0))
    let post = try clus1.postStratified(
      by: Schools.oneStage.types, populations: [4421, 755, 1018])
    let postTotal = try post.total(of: Schools.oneStage.enrolled)
    #expect(agrees(postTotal.value, 3_680_893, decimals: 0))
    #expect(agrees(postTotal.standardError, 406_293, decimals: 0))
  }

  /// R 4.2.2, survey 4.1.1, `postStratify` of apiclus1 by stype.
  @Test func postStratified() throws {
    let schools = Schools.oneStage
    let post = try SchoolDesign.clus1.make()
      .postStratified(by: schools.types, populations: [4421, 755, 1018])
    #expect(
      agreesClosely(
        valuesAndErrors([
          try post.mean(of: schools.api00), try post.ratio(of: schools.api00, to: schools.api99),
        ]),
        [642.3107882115821, 1.0591281508592258, 23.92048644509039, 0.006531455932655825]))
    let met = schools.metTarget.map { $0 ? 1 : 0 }
    #expect(
      agreesClosely(
        valuesAndErrors(try post.means(of: schools.api00, by: met, domains: 2)),
        [612.0626149383883, 647.1611284043892, 27.373195519123293, 24.39706690152805]))
    let levels = try post.proportions(of: met, levels: 2)
    #expect(
      agreesClosely(
        valuesAndErrors(levels.estimates) + [levels.covariance(0, 1).map { -$0 }],
        [
          0.1381921829112659, 0.8618078170887341, 0.022231494851971734, 0.022231494851971734,
          0.022231494851971734 * 0.022231494851971734,
        ]))
    // The populations are known now.
    let sizes = try post.totals(
      of: Array(repeating: 1, count: 183), by: schools.types, domains: 3)
    #expect(agreesClosely(sizes.map { $0?.value }, [4421, 755, 1018]))
    #expect(sizes.allSatisfy { ($0?.standardError ?? 1) < 1e-9 })
  }

  @Test("effective sample size")
  func effectiveSize() throws {
    let mean = try SchoolDesign.clus1.make().mean(of: Schools.oneStage.api00)
    let effect = try #require(mean.designEffect)
    #expect(mean.effectiveSampleSize == 183 / effect)
    #expect(mean.observations == 183)
    #expect(mean.degreesOfFreedom == 14)
    #expect(mean.variance == mean.standardError * mean.standardError)
  }
}
