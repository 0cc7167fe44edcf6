import Statistics
import Testing

/// Estimates of weights that meet known totals. R 4.2.2, survey 4.1.1, `calibrate` of its `data(api)`
/// with `epsilon = 1e-12`, and `postStratify`; see Benchmarks/oracles/survey.R for the designs.
@Suite("Complex samples: calibrated weights")
struct CalibratedDesignTests {
  static let schools = Schools.oneStage

  private static func types(_ schools: Schools) throws -> Margin {
    try Margin(
      name: "type", labels: ["E", "H", "M"], codes: schools.types, totals: [4421, 755, 1018])
  }

  private static func yes(_ name: String, _ holds: [Bool], _ total: Double) throws -> Margin {
    try Margin(
      name: name, labels: ["Yes", "No"], codes: holds.map { $0 ? 0 : 1 },
      totals: [total, 6194 - total])
  }

  private static func calibrated(_ method: CalibrationMethod) throws -> SurveyDesign {
    let design = try SchoolDesign.clus1.make()
    let score = try CalibrationVariable(name: "score", values: schools.api99, total: 3_914_069)
    let result = try Weighting.calibrate(
      SamplingWeights(design.weights), to: [types(schools)], variables: [score], method: method)
    return try design.calibrated(by: result)
  }

  private static func raked() throws -> SurveyDesign {
    let design = try SchoolDesign.clus1.make()
    let result = try Weighting.rake(
      SamplingWeights(design.weights),
      to: [types(schools), yes("target", schools.metTarget, 5122)], tolerance: 1e-14)
    return try design.calibrated(by: result)
  }

  /// `calibrate(dclus1, ~stype + api99, …)`.
  @Test func linear() throws {
    let design = try Self.calibrated(.linear)
    let mean = try design.mean(of: Self.schools.api00)
    #expect(agrees(mean.value, 665.3090711658, decimals: 6))
    #expect(agreesClosely([mean.standardError], [3.441753116405], relative: 1e-7))
    let total = try design.total(of: Self.schools.enrolled)
    #expect(
      agreesClosely(
        [total.value, total.standardError], [3638487.204132, 385524.4273525], relative: 1e-7))
    let part = try design.subpopulation(where: Self.schools.improved)
      .mean(of: Self.schools.api00)
    #expect(
      agreesClosely(
        [part.value, part.standardError], [672.0489959948, 6.518152797929], relative: 1e-7))
  }

  /// `calfun = "logit", bounds = c(0.6, 1.6)`.
  @Test func bounded() throws {
    let mean = try Self.calibrated(.logit(lower: 0.6, upper: 1.6)).mean(of: Self.schools.api00)
    #expect(
      agreesClosely(
        [mean.value, mean.standardError], [665.4098553339, 3.410268269242], relative: 1e-6))
  }

  /// `calfun = "raking"` by stype and sch.wide, and `rake` with `epsilon = 1e-12`.
  @Test func raking() throws {
    let (design, schools) = (try Self.raked(), Self.schools)
    let estimates = try [
      design.mean(of: schools.api00), design.ratio(of: schools.api00, to: schools.api99),
      design.total(of: schools.enrolled),
    ]
    #expect(
      agreesClosely(
        valuesAndErrors(estimates),
        [
          641.2303209268, 1.056536510962, 3647280.148065, 23.70361688792, 0.005933247395811,
          400603.256862,
        ], relative: 1e-8))
    // The order of the table in Swift is elementary, high, middle, as in R.
    let parts = try design.means(of: schools.api00, by: schools.types, domains: 3)
    #expect(
      agreesClosely(
        valuesAndErrors(parts),
        [
          647.4465792284, 621.2918610549, 629.0215382666, 22.80841219410, 36.74314487777,
          29.96288095906,
        ], relative: 1e-8))
  }

  /// `calibrate(dstrat, ~sch.wide + comp.imp, …)`: weights that differ before.
  @Test(
    arguments: [
      (CalibrationMethod.rakingRatio, 662.5185014198, 9.280806646265),
      (.linear, 662.5200031004, 9.282759028848),
    ])
  func stratified(_ method: CalibrationMethod, _ value: Double, _ error: Double) throws {
    let schools = Schools.stratified
    let design = try SchoolDesign.strat.make()
    let result = try Weighting.calibrate(
      SamplingWeights(design.weights),
      to: [
        Self.yes("target", schools.metTarget, 5122), Self.yes("improved", schools.improved, 4300),
      ], method: method, tolerance: 1e-13)
    let mean = try design.calibrated(by: result).mean(of: schools.api00)
    #expect(agreesClosely([mean.value, mean.standardError], [value, error], relative: 1e-8))
  }

  @Test("one margin is post-stratification, and what the totals know has no spread")
  func oneMargin() throws {
    let (schools, plain) = (Self.schools, try SchoolDesign.clus1.make())
    let result = try Weighting.postStratify(
      SamplingWeights(plain.weights), to: Self.types(schools))
    let design = try plain.calibrated(by: result)
    let post = try plain.postStratified(by: schools.types, populations: [4421, 755, 1018])
    let (one, other) = try (design.mean(of: schools.api00), post.mean(of: schools.api00))
    #expect(agreesClosely([one.value, one.standardError], [other.value, other.standardError]))
    let types = try design.proportions(of: schools.types, levels: 3)
    for estimate in types.estimates { #expect(estimate.standardError < 1e-14) }
    // Differences and covariances know of the totals too.
    let contrast = try design.meanDifference(
      of: schools.api00, by: schools.types, domain: 0, minus: 1)
    let same = try post.meanDifference(of: schools.api00, by: schools.types, domain: 0, minus: 1)
    #expect(agreesClosely([contrast.standardError], [same.standardError]))
  }

  @Test("rows that the weighting is not about keep their unit")
  func otherRows() throws {
    let weights: [Double] = [1, 2, 1, 0, 0, 3]
    let design = try SurveyDesign(
      weights: SamplingWeights(weights), stages: [SamplingStage(clusters: [1, 1, 2, 3, 3, 4])])
    let rows = [0, 1, 2, 5]
    let margin = try Margin(name: "m", labels: ["a", "b"], codes: [0, 1, 0, 1], totals: [6, 4])
    let result = try Weighting.postStratify(
      SamplingWeights(rows.map { weights[$0] }), to: margin)
    let values: [Double] = [3, 1, 4, .nan, .nan, 5]
    let found = try design.calibrated(by: result, rows: rows).mean(of: values)
    let post = try design.postStratified(by: [0, 1, 0, 0, 0, 1], populations: [6, 4])
      .mean(of: values)
    #expect(agreesClosely([found.value, found.standardError], [post.value, post.standardError]))
    #expect(found.degreesOfFreedom == 2)
  }

  @Test func refusals() throws {
    let design = try SurveyDesign(weights: SamplingWeights([1, 1, 1]))
    let margin = try Margin(name: "m", labels: ["a"], codes: [0, 0], totals: [2])
    let result = try Weighting.postStratify(SamplingWeights([1, 1]), to: margin)
    Refusal("there are 3 weights, but the number of calibrated weights is 2") {
      try design.calibrated(by: result)
    }.verify()
    Refusal("a code must lie from 0 to 2; that of row 2 does not") {
      try design.calibrated(by: result, rows: [0, 3])
    }.verify()
    Refusal(
      "replicates of a post-stratified or calibrated design are not supported: make them before the "
        + "adjustment, and adjust the weights inside the statistic"
    ) {
      try design.calibrated(by: result, rows: [0, 1]).jackknife()
    }.verify()
  }
}
