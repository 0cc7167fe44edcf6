internal import Diagnostics
internal import Query
internal import Statistics
internal import Tables

/// The weighted means of a table's respondents, with the precision that the way they were drawn
/// gives.
///
/// Every row that has a stratum and a cluster stays in the design, whatever it lacks: who did not
/// answer, or has no weight, was drawn all the same. The rows with a value are a part of the
/// population that is looked at, and so are the groups.
struct WeightedMeans {
  private(set) var findings: [WeightedMeanFinding] = []

  /// The rows are those that have a weight, in the order of the starting weights and of the
  /// weighting.
  init(
    _ request: WeightingRequest, _ table: Table, rows: [Int], start: [Double],
    _ result: WeightingResult
  ) throws(Diagnostic) {
    guard let name = request.mean else { return }
    let values = try NumberColumn(
      name, of: table, missing: MissingWords(adding: request.missing))
    let groups = try Self.category(request.by, table)
    let design = try WeightedDesign(request, table, rows: rows, start: start, result)

    // The domain of each row: its group, the last one for no group, and none without a value.
    let others = groups.map { $0.labels.count } ?? 0
    let codes = design.rows.map { row in
      values.values[row] == nil ? others + 1 : groups?.codes[row] ?? others
    }
    let numbers = design.rows.map { values.values[$0] ?? 0 }
    let answered = design.rows.indices.filter { place in
      design.hasWeight[place] && codes[place] <= others
    }
    guard !answered.isEmpty else {
      throw Diagnostic(
        .error, "weighting", at: table.wholeLocation,
        "nobody with a weight has a value in '\(name)'", fixes: ["name another column with --mean"])
    }
    let plain = try Self.unweighted(answered.map { (codes[$0], numbers[$0]) }, table)
    let domains =
      [(nil, answered.map { codes[$0] })] + (groups?.labels.enumerated().map { ($1, [$0]) } ?? [])
    for (group, members) in domains {
      let set = Set(members)
      guard let unweighted = plain[group.flatMap { _ in members.first }] else { continue }
      let belongs = codes.map { set.contains($0) }
      let estimates = try table.attempt("the mean of \(name)") { () throws(StatisticsError) in
        try design.means(of: numbers, where: belongs, confidence: request.confidence)
      }
      findings.append(
        WeightedMeanFinding(
          group: group, count: unweighted.count, unweighted: unweighted.mean,
          mean: estimates.value, precision: estimates.calibrated,
          precisionOfGivenWeights: estimates.given))
    }
  }

  /// Numbers and means without weights, for each domain and, under `nil`, for all.
  private static func unweighted(
    _ rows: [(code: Int, value: Double)], _ table: Table
  ) throws(Diagnostic) -> [Int?: (count: Int, mean: Double)] {
    let plan = Aggregation(groupings: [[], ["code"]], [.count(), .mean("value")])
    var found: [Int?: (count: Int, mean: Double)] = [:]
    for group in try table.aggregates(
      plan, of: [("code", Vector(rows.map(\.code))), ("value", Vector(rows.map(\.value)))])
    {
      guard let count = Int(group.results[0]), let mean = Double(group.results[1]) else { continue }
      found[group.keys.first.flatMap { Int($0) }] = (count, mean)
    }
    return found
  }

  static func category(
    _ name: String?, _ table: Table
  ) throws(Diagnostic) -> CategoryColumn? {
    guard let name else { return nil }
    return try CategoryColumn(name, of: table)
  }
}
