import Statistics
import Testing

@Suite("Complex samples: properties")
struct SurveyPropertyTests {
  @Test("shifting and scaling pass through", arguments: SchoolDesign.allCases)
  func affine(_ name: SchoolDesign) throws {
    let design = try name.make()
    let values = name.schools.api00
    let mean = try design.mean(of: values)
    let moved = try design.mean(of: values.map { 100 - 3 * $0 })
    #expect(
      agreesClosely(
        [moved.value, moved.standardError], [100 - 3 * mean.value, 3 * mean.standardError]))
    #expect(agreesClosely([moved.designEffect], [try #require(mean.designEffect)]))
    // A power of 2 changes no digit, however large or small.
    for power in [-1000, -400, 400, 1000] {
      let unit = Double(sign: .plus, exponent: power, significand: 1)
      let scaled = try design.mean(of: values.map { $0 * unit })
      #expect(scaled.value == mean.value * unit)
      #expect(scaled.standardError == mean.standardError * unit)
      #expect(scaled.designEffect == mean.designEffect)
      let contrast = try design.meanContrast(
        of: values.map { $0 * unit }, by: values.map { _ in 0 }, coefficients: [1])
      #expect(agreesClosely([contrast.value / unit], [mean.value]))
      #expect(agreesClosely([contrast.standardError / unit], [mean.standardError]))
    }
  }

  @Test("the order of the rows does not matter", arguments: SchoolDesign.allCases.prefix(3))
  func permutation(_ name: SchoolDesign) throws {
    let schools = name.schools
    let order = schools.types.indices.map { ($0 * 77) % schools.count }
    #expect(Set(order).count == schools.count)
    let weights = schools.api99
    func mean(_ rows: [Int]) throws -> SurveyEstimate {
      let design = try SurveyDesign(
        weights: SamplingWeights(rows.map { weights[$0] }),
        stages: [
          SamplingStage(
            strata: rows.map { schools.types[$0] }, clusters: rows.map { schools.districts[$0] },
            clustersRestart: true)
        ])
      return try design.mean(of: rows.map { schools.api00[$0] })
    }
    let (one, other) = try (mean(Array(schools.types.indices)), mean(order))
    #expect(agreesClosely([other.value, other.standardError], [one.value, one.standardError]))
    #expect(one.degreesOfFreedom == other.degreesOfFreedom)
  }

  @Test("equal values have no spread", arguments: [0.1, -3, 1e300, 1e-300] as [Double])
  func constant(_ value: Double) throws {
    for name in SchoolDesign.allCases {
      let design = try name.make()
      let values = Array(repeating: value, count: name.schools.count)
      let mean = try design.mean(of: values)
      #expect(mean.value == value && mean.standardError == 0 && mean.designEffect == nil)
      #expect(mean.coefficientOfVariation == 0 && mean.effectiveSampleSize == nil)
      #expect(throws: StatisticsError.sampling(.noSpread)) { try mean.interval() }
      let ratio = try design.ratio(of: values, to: values)
      #expect(ratio.value == 1 && ratio.standardError == 0)
    }
  }

  @Test("a row in two halves of the weight is the same row in a cluster")
  func halves() throws {
    let schools = Schools.oneStage
    let rows = schools.types.indices.flatMap { [$0, $0] }
    let one = try SurveyDesign(
      weights: SamplingWeights(Array(repeating: 2, count: 183)),
      stages: [SamplingStage(clusters: schools.districts, population: .size(757))])
    let two = try SurveyDesign(
      weights: SamplingWeights(Array(repeating: 1, count: 366)),
      stages: [SamplingStage(clusters: rows.map { schools.districts[$0] }, population: .size(757))])
    let (a, b) = try (
      one.mean(of: schools.api00), two.mean(of: rows.map { schools.api00[$0] })
    )
    #expect(agreesClosely([b.value, b.standardError], [a.value, a.standardError]))
  }

  @Test("fractions and sizes, labels and codes, dense and far numbers say the same")
  func spellings() throws {
    let schools = Schools.stratified
    let expected = try SchoolDesign.strat.make().mean(of: schools.api00)
    let weights = try SamplingWeights(
      schools.types.map { [44.209999084472656, 15.100000381469727, 20.360000610351562][$0] })
    let sizes = schools.types.map { [4421.0, 755, 1018][$0] }
    let fractions = schools.types.map { [100.0 / 4421, 50.0 / 755, 50.0 / 1018][$0] }
    let stages = [
      SamplingStage(strata: schools.types, population: .fractions(fractions)),
      SamplingStage(
        strata: schools.types.map { [Int.min, 0, Int.max][$0] }, population: .sizes(sizes)),
      SamplingStage(
        strata: schools.types, clusters: Array(0..<200), population: .sizes(sizes)),
      SamplingStage(
        strata: schools.types, clusters: (0..<200).map { $0 * 1_000_000_007 },
        population: .sizes(sizes)),
      SamplingStage(
        strataLabels: schools.types.map { ["E", "H", "M"][$0] },
        clusterLabels: (0..<200).map { "school \($0)" }, population: .sizes(sizes)),
    ]
    for stage in stages {
      let mean = try SurveyDesign(weights: weights, stages: [stage]).mean(of: schools.api00)
      #expect(
        agreesClosely([mean.value, mean.standardError], [expected.value, expected.standardError]))
      #expect(mean.degreesOfFreedom == 197)
    }
    let infinite = try SurveyDesign(
      weights: weights,
      stages: [SamplingStage(strata: schools.types, population: .size(.infinity))])
    let unlimited = try SurveyDesign(
      weights: weights, stages: [SamplingStage(strata: schools.types)])
    #expect(try infinite.mean(of: schools.api00) == unlimited.mean(of: schools.api00))
  }

  @Test("clusters numbered anew in each stratum are as many clusters")
  func restart() throws {
    let strata = [1, 1, 1, 1, 2, 2, 2, 2]
    let values: [Double] = [1, 5, 2, 8, 3, 3, 9, 4]
    let weights = try SamplingWeights([1, 2, 1, 2, 1, 1, 3, 1])
    let anew = try SurveyDesign(
      weights: weights,
      stages: [
        SamplingStage(strata: strata, clusters: [1, 1, 2, 2, 1, 1, 2, 2], clustersRestart: true)
      ])
    let through = try SurveyDesign(
      weights: weights,
      stages: [SamplingStage(strata: strata, clusters: [1, 1, 2, 2, 3, 3, 4, 4])])
    #expect(try anew.mean(of: values) == through.mean(of: values))
    #expect(anew.degreesOfFreedom == 2)
  }

  @Test("everybody sampled leaves no doubt")
  func census() throws {
    let design = try SurveyDesign(
      weights: SamplingWeights([1, 1, 1]), stages: [SamplingStage(population: .size(3))])
    let mean = try design.mean(of: [1, 2, 6])
    #expect(mean.value == 3 && mean.standardError == 0)
    #expect(mean.designEffectWithoutReplacement == nil)
    // A stratum that held only one person is no singleton.
    let small = try SurveyDesign(
      weights: SamplingWeights([1, 2, 2]),
      stages: [SamplingStage(strata: [1, 2, 2], population: .sizes([1, 4, 4]))])
    #expect(try small.total(of: [5, 1, 3]).value == 13)
    // N² (1 - n/N) s²/n = 16 · ½ · 2 / 2.
    #expect(agreesClosely([try small.total(of: [5, 1, 3]).variance], [8]))
  }

  @Test("the standard error of the mean of a simple sample is s / √n")
  func simple() throws {
    let values = Schools.simple.api00
    let mean = try SurveyDesign(weights: SamplingWeights(Array(repeating: 7, count: 200)))
      .mean(of: values)
    let deviation = try Location.standardDeviation(of: values)
    #expect(agreesClosely([mean.standardError], [deviation / 200.0.squareRoot()]))
    #expect(agreesClosely([mean.designEffect], [1]))
  }

  @Test("covariances are those of sums and differences")
  func covariances() throws {
    let (design, schools) = (try SchoolDesign.clus2.make(), Schools.twoStage)
    let both = try design.means(of: [schools.api00, schools.api99])
    let covariance = try #require(both.covariance(0, 1))
    for (a, b) in [(1.0, 1.0), (1, -1), (0.5, 2)] {
      let direct = try design.mean(
        of: zip(schools.api00, schools.api99).map { a * $0 + b * $1 })
      let contrast = try both.contrast([a, b])
      #expect(
        agreesClosely(
          [contrast.value, contrast.standardError], [direct.value, direct.standardError]))
      let (v, u) = (both.estimates[0].variance, both.estimates[1].variance)
      #expect(agreesClosely([direct.variance], [a * a * v + b * b * u + 2 * a * b * covariance]))
    }
  }

  @Test("post-strata change nothing where the sample has their sizes already")
  func agreeing() throws {
    let schools = Schools.stratified
    let design = try SchoolDesign.strat.make()
    let sizes = try design.totals(
      of: Array(repeating: 1, count: 200), by: schools.types, domains: 3)
    let post = try design.postStratified(
      by: schools.types, populations: sizes.map { $0?.value ?? 0 })
    let (a, b) = try (design.mean(of: schools.api00), post.mean(of: schools.api00))
    #expect(agreesClosely([b.value, b.standardError], [a.value, a.standardError]))
  }
}
