import Statistics

/// A sample of schools, column by column.
struct Schools: Sendable {
  /// Elementary, high and middle school.
  private(set) var types: [Int] = []
  private(set) var districts: [Int] = []
  private(set) var schools: [Int] = []
  private(set) var api00: [Double] = []
  private(set) var api99: [Double] = []
  /// Not a number where it is missing.
  private(set) var enrolled: [Double] = []
  private(set) var metTarget: [Bool] = []
  private(set) var improved: [Bool] = []
  /// Weights and numbers of schools in the district, of the two-stage sample only.
  private(set) var weights: [Double] = []
  private(set) var districtSizes: [Double] = []

  static let simple = Schools(SchoolData.simple)
  static let stratified = Schools(SchoolData.stratified)
  static let oneStage = Schools(SchoolData.oneStage)
  static let twoStage = Schools(SchoolData.twoStage)

  private init(_ text: String) {
    for row in text.split(whereSeparator: { $0 == "," || $0.isNewline }) {
      let fields = row.split(separator: " ")
      if fields.isEmpty { continue }
      types.append(["E": 0, "H": 1, "M": 2][fields[0]] ?? -1)
      districts.append(Int(fields[1]) ?? -1)
      schools.append(Int(fields[2]) ?? -1)
      api00.append(Double(fields[3]) ?? .nan)
      api99.append(Double(fields[4]) ?? .nan)
      enrolled.append(Double(fields[5]) ?? .nan)
      metTarget.append(fields[6].first == "Y")
      improved.append(fields[6].last == "Y")
      if fields.count > 7 {
        weights.append(Double(fields[7]) ?? .nan)
        districtSizes.append(Double(fields[8]) ?? .nan)
      }
    }
  }

  var count: Int { types.count }
  var isElementary: [Bool] { types.map { $0 == 0 } }
}

/// The designs of the samples, as R is told of them in Benchmarks/oracles/survey.R.
enum SchoolDesign: String, Sendable, CaseIterable {
  case srs, srsUnlimited
  case strat, stratClus, aloneAdjust, aloneCertainty
  case clus1
  case clus2, clus2Ultimate, clus2Unlimited

  var schools: Schools {
    switch self {
    case .srs, .srsUnlimited: .simple
    case .strat, .stratClus, .aloneAdjust, .aloneCertainty: .stratified
    case .clus1: .oneStage
    case .clus2, .clus2Ultimate, .clus2Unlimited: .twoStage
    }
  }

  /// The weights as R's file holds them: numbers of single precision in two of the samples.
  private var weights: SamplingWeights {
    get throws {
      switch self {
      case .srs, .srsUnlimited:
        try SamplingWeights(Array(repeating: 30.97, count: 200))
      case .strat, .stratClus, .aloneAdjust, .aloneCertainty:
        try SamplingWeights(
          schools.types.map { [44.209999084472656, 15.100000381469727, 20.360000610351562][$0] })
      case .clus1: try SamplingWeights(Array(repeating: 33.846996307373047, count: 183))
      case .clus2, .clus2Ultimate, .clus2Unlimited: try SamplingWeights(schools.weights)
      }
    }
  }

  func make() throws -> SurveyDesign {
    let schools = schools
    let alone = schools.types.indices.map { $0 == 0 ? 9 : schools.types[$0] }
    let districts = SamplingStage(clusters: schools.districts, population: .size(757))
    let inDistricts = SamplingStage(
      clusters: schools.schools, population: .sizes(schools.districtSizes))
    switch self {
    case .srs:
      return try SurveyDesign(weights: weights, stages: [SamplingStage(population: .size(6194))])
    case .srsUnlimited: return try SurveyDesign(weights: weights)
    case .strat:
      let sizes = schools.types.map { [4421.0, 755, 1018][$0] }
      return try SurveyDesign(
        weights: weights, stages: [SamplingStage(strata: schools.types, population: .sizes(sizes))])
    case .stratClus:
      let stage = SamplingStage(
        strata: schools.types, clusters: schools.districts, clustersRestart: true)
      return try SurveyDesign(weights: weights, stages: [stage])
    case .aloneAdjust:
      return try SurveyDesign(
        weights: weights, stages: [SamplingStage(strata: alone)], singletons: .centreAtGrandMean)
    case .aloneCertainty:
      return try SurveyDesign(
        weights: weights, stages: [SamplingStage(strata: alone)], singletons: .certainty)
    case .clus1: return try SurveyDesign(weights: weights, stages: [districts])
    case .clus2: return try SurveyDesign(weights: weights, stages: [districts, inDistricts])
    case .clus2Ultimate:
      return try SurveyDesign(
        weights: weights, stages: [districts, inDistricts], variance: .ultimateClusters)
    case .clus2Unlimited:
      return try SurveyDesign(
        weights: weights,
        stages: [
          SamplingStage(clusters: schools.districts), SamplingStage(clusters: schools.schools),
        ])
    }
  }
}

/// Whether numbers agree to a relative 1e-9. What is 0 but for rounding, such as the standard error
/// of the share of a stratum, agrees with 0.
func agreesClosely(_ computed: [Double?], _ expected: [Double], relative: Double = 1e-9) -> Bool {
  computed.count == expected.count
    && zip(computed, expected).allSatisfy { value, number in
      guard let value else { return false }
      return number == 0 ? abs(value) < 1e-13 : abs(value - number) <= relative * abs(number)
    }
}

/// The values and then the standard errors.
func valuesAndErrors(_ estimates: [SurveyEstimate?]) -> [Double?] {
  estimates.map { $0?.value } + estimates.map { $0?.standardError }
}
