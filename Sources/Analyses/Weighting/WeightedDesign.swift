internal import Diagnostics
internal import Statistics
internal import Tables

/// How the respondents of a table were drawn, before and after their weighting.
struct WeightedDesign {
  /// The rows of the table that are in the design.
  let rows: [Int]
  /// For each of them, whether it has a weight above 0.
  let hasWeight: [Bool]

  /// The design whose estimates know of the margins, and the one that takes the weights as given.
  private let calibrated: SurveyDesign
  private let given: SurveyDesign

  /// For each row, why nothing tells how precise its stratum is; `nil` where something does.
  private let refusals: [StatisticsError?]

  init(
    _ request: WeightingRequest, _ table: Table, rows members: [Int], start: [Double],
    _ result: WeightingResult
  ) throws(Diagnostic) {
    let strata = try WeightedMeans.category(request.strata, table)
    let clusters = try WeightedMeans.category(request.clusters, table)
    for (column, option) in [(strata, "--strata"), (clusters, "--clusters")] {
      guard let column, let row = members.first(where: { column.codes[$0] == nil }) else {
        continue
      }
      throw Diagnostic(
        .error, "weighting", at: table.location(ofRow: row),
        "the row has a weight, but nothing in column '\(column.name)'",
        because: "\(option) needs to know where each respondent was drawn",
        fixes: ["fill it in", "leave \(option) out"])
    }
    let rows = (0..<table.rowCount).filter { row in
      strata.map { $0.codes[row] != nil } ?? true && clusters.map { $0.codes[row] != nil } ?? true
    }
    let stage = SamplingStage(
      strataLabels: strata.map { column in
        rows.map { row in column.codes[row].map { column.labels[$0] } ?? "" }
      },
      clusterLabels: clusters.map { column in
        rows.map { row in column.codes[row].map { column.labels[$0] } ?? "" }
      })
    var places: [Int: Int] = [:]
    for (place, row) in rows.enumerated() { places[row] = place }
    let inDesign = members.compactMap { places[$0] }
    var (before, after) = (
      [Double](repeating: 0, count: rows.count), [Double](repeating: 0, count: rows.count)
    )
    for (member, place) in inDesign.enumerated() {
      before[place] = start[member]
      after[place] = result.weights.values[member]
    }
    self.rows = rows
    hasWeight = after.map { $0 > 0 }
    refusals = Self.refusals(rows, strata, clusters)
    do throws(StatisticsError) {
      // A stratum of a single unit has means, but no precision; it takes no other stratum with it.
      let design = try SurveyDesign(
        weights: SamplingWeights(before), stages: [stage], singletons: .centreAtGrandMean)
      calibrated = try design.calibrated(by: result, rows: inDesign)
      given = try SurveyDesign(
        weights: SamplingWeights(after), stages: [stage], singletons: .centreAtGrandMean)
    } catch {
      throw Diagnostic(error, weighting: table, request, rows)
    }
  }

  /// The refusals of the rows whose stratum, or whole sample, has a single unit.
  private static func refusals(
    _ rows: [Int], _ strata: CategoryColumn?, _ clusters: CategoryColumn?
  ) -> [StatisticsError?] {
    let stratum = rows.map { strata?.codes[$0] ?? 0 }
    var units = [Set<Int>](repeating: [], count: max(1, strata?.labels.count ?? 1))
    for (place, row) in rows.enumerated() {
      units[stratum[place]].insert(clusters?.codes[row] ?? row)
    }
    return stratum.map { code in
      guard units[code].count == 1 else { return nil }
      return .sampling(
        strata.map { .singleton(stratum: $0.labels[code], stage: 1) } ?? .singleUnit)
    }
  }

  /// The mean of the rows that belong to a part; at least one of them has a weight.
  func means(
    of values: [Double], where belongs: [Bool], confidence: Double
  ) throws(StatisticsError) -> (
    value: Double, calibrated: Result<MeanPrecision, StatisticsError>,
    given: Result<MeanPrecision, StatisticsError>
  ) {
    let known = try calibrated.subpopulation(where: belongs).mean(of: values)
    let plain = try given.subpopulation(where: belongs).mean(of: values)
    let refusal = belongs.indices.lazy.filter { belongs[$0] && hasWeight[$0] }
      .compactMap { refusals[$0] }.first
    let precision = { (estimate: SurveyEstimate) in
      Result { () throws(StatisticsError) in
        if let refusal { throw refusal }
        return try MeanPrecision(estimate, confidence: confidence)
      }
    }
    return (known.value, precision(known), precision(plain))
  }
}
