package import Diagnostics
internal import Query
internal import Statistics
package import Tables

/// The weights of a table's respondents, and what they do.
package struct WeightingAnalysis: Sendable {
  /// What was asked for.
  package let request: WeightingRequest
  /// How the weights were found.
  package let method: WeightingMethod
  /// The file, as the user would type it.
  package let file: String
  /// How many rows were read.
  package let rowCount: Int
  /// The rows that have no weight, and why.
  package let leftOut: [LeftOut]
  /// The rows that have a weight but are in no mean, and why.
  package let withoutValue: [LeftOut]
  /// The categories before and after.
  package let margins: [MarginFinding]
  /// What the weights are like.
  package let figures: WeightFigures
  /// The means that were asked for, all respondents first.
  package let means: [WeightedMeanFinding]

  private let table: Table
  private let weights: [Double?]

  /// Weights the respondents of a table so that they reflect a population.
  ///
  /// - Parameters:
  ///   - request: How, and what to compute with the weights.
  ///   - whole: A row a respondent, perhaps with rows of headings.
  ///   - population: A table with the columns `column`, `category` and `total`.
  /// - Throws: A diagnostic `column`, `column-type`, `margin`, `weighting` or `statistics`.
  package init(
    _ request: WeightingRequest, of whole: Table, margins population: Table
  ) throws(Diagnostic) {
    let file = try MarginFile(population)
    let missing = MissingWords(adding: request.missing)
    let headers = whole.headerRows
    let table = whole.leavingOut(headers)
    let columns = try file.columns(of: table, missing: missing)
    let start = try Self.numbers(request.start, table, missing)
    var rows: [Int] = []
    var tally = LeftOutTally()
    for row in 0..<table.rowCount {
      if let reason = columns.lazy.compactMap({ $0.gap(row) }).first ?? start?.gap(row) {
        tally.add(reason, row: row)
      } else {
        rows.append(row)
      }
    }
    guard !rows.isEmpty else {
      throw Diagnostic(
        .error, "weighting", at: table.wholeLocation,
        "no row has a category in every column of the margins",
        fixes: ["leave a column out of the margins"])
    }
    let margins = try file.margins(of: table, rows: rows)
    let method = request.method ?? (margins.count == 1 ? .poststratify : .rake)
    let result = try Self.weigh(
      method, request, table, rows.map { start?.values[$0] ?? 1 }, margins)

    var weights = [Double?](repeating: nil, count: table.rowCount)
    for (row, weight) in zip(rows, result.weights.values) { weights[row] = weight }
    self.request = request
    self.method = method
    self.file = table.file ?? table.name
    rowCount = whole.rowCount
    leftOut = LeftOut.headers(headers, of: whole) + tally.rows(line: table.line(ofRow:))
    var withoutValue = LeftOutTally()
    if let mean = try Self.numbers(request.mean, table, missing) {
      for row in rows {
        if let reason = mean.gap(row) { withoutValue.add(reason, row: row) }
      }
    }
    self.withoutValue = withoutValue.rows(line: table.line(ofRow:))
    self.table = whole
    var rest = weights[...]
    self.weights = (0..<whole.rowCount).map { row in
      headers.contains(row) ? nil : rest.popFirst() ?? nil
    }
    self.margins = result.margins.flatMap { margin in
      margin.categories.map { category in
        MarginFinding(
          column: margin.name, category: category.label, respondents: category.respondents,
          target: category.targetShare, before: category.baseShare,
          after: category.weightedShare)
      }
    }
    figures = WeightFigures(
      respondents: rows.count, smallest: result.weights.values.min() ?? 0,
      largest: result.weights.values.max() ?? 0, designEffect: result.designEffect,
      effectiveCount: result.effectiveSampleSize, rounds: result.rounds,
      trimmed: result.limit.map { limit in
        result.weights.values.count { $0 >= limit * (1 - 1e-9) }
      } ?? 0)
    means = try Self.means(request, table, weights)
  }

  private static func numbers(
    _ name: String?, _ table: Table, _ missing: MissingWords
  ) throws(Diagnostic) -> NumberColumn? {
    guard let name else { return nil }
    return try NumberColumn(name, of: table, missing: missing)
  }

  private static func weigh(
    _ method: WeightingMethod, _ request: WeightingRequest, _ table: Table, _ start: [Double],
    _ margins: [Margin]
  ) throws(Diagnostic) -> WeightingResult {
    if method == .poststratify, margins.count > 1 {
      throw Diagnostic(
        .error, "weighting", at: table.wholeLocation,
        "post-stratification takes one margin; \(margins.count) were given",
        fixes: [
          "--method rake",
          "cross the columns: "
            + margins.map(\.name).joined(separator: String(MarginFile.cross)),
        ])
    }
    if request.trim != nil, method == .linear {
      throw Diagnostic(
        .error, "weighting", at: table.wholeLocation, "--trim does not go with --method linear",
        fixes: ["--method rake"])
    }
    return try table.attempt { () throws(StatisticsError) in
      let base = try SamplingWeights(start)
      let limit = request.trim.map(WeightLimit.multipleOfMedian)
      switch method {
      case .rake: return try Weighting.rake(base, to: margins, limit: limit)
      case .linear: return try Weighting.calibrate(base, to: margins)
      case .poststratify:
        guard limit != nil else { return try Weighting.postStratify(base, to: margins[0]) }
        return try Weighting.rake(base, to: margins, limit: limit)
      }
    }
  }

  // MARK: Means

  private static func means(
    _ request: WeightingRequest, _ table: Table, _ weights: [Double?]
  ) throws(Diagnostic) -> [WeightedMeanFinding] {
    guard let name = request.mean else { return [] }
    let values = try NumberColumn(
      name, of: table, missing: MissingWords(adding: request.missing))
    let groups = try category(request.by, table)
    let strata = try category(request.strata, table)
    let clusters = try category(request.clusters, table)
    let rows = weights.indices.filter { row in
      weights[row] != nil && values.values[row] != nil
        && strata.map { $0.codes[row] != nil } ?? true
        && clusters.map { $0.codes[row] != nil } ?? true
    }
    let numbers = rows.map { values.values[$0] ?? 0 }
    let plan = Aggregation(groupings: [[], ["code"]], [.count(), .mean("value")])
    let plain = try table.aggregates(
      plan, of: [("code", Vector(rows.map { groups?.codes[$0] })), ("value", Vector(numbers))])
    let unweighted = Dictionary(uniqueKeysWithValues: plain.map { ($0.keys, $0.results) })
    return try table.attempt("the mean of \(name)") { () throws(StatisticsError) in
      let design = try SurveyDesign(
        weights: SamplingWeights(rows.map { weights[$0] ?? 0 }),
        stages: [
          SamplingStage(
            strata: strata.map { column in rows.map { column.codes[$0] ?? 0 } },
            clusters: clusters.map { column in rows.map { column.codes[$0] ?? 0 } })
        ])
      let all = try finding(nil, unweighted[[]], design.mean(of: numbers), request.confidence)
      guard let groups else { return [all].compactMap(\.self) }
      // Rows without a group are a domain of their own, which is not shown.
      let domains = try design.means(
        of: numbers, by: rows.map { groups.codes[$0] ?? groups.labels.count },
        domains: groups.labels.count + 1)
      let parts = try groups.labels.enumerated().map { code, label throws(StatisticsError) in
        try finding(
          label, unweighted[[.integer(Int64(code))]], domains[code], request.confidence)
      }
      return ([all] + parts).compactMap(\.self)
    }
  }

  /// Nothing for a group without respondents.
  private static func finding(
    _ group: String?, _ unweighted: [Cell]?, _ estimate: SurveyEstimate?, _ confidence: Double
  ) throws(StatisticsError) -> WeightedMeanFinding? {
    guard let unweighted, let count = Int(unweighted[0]), let mean = Double(unweighted[1]),
      let estimate
    else { return nil }
    return WeightedMeanFinding(
      group: group, count: count, unweighted: mean,
      mean: try estimate.estimate(confidence: confidence), designEffect: estimate.designEffect)
  }

  private static func category(
    _ name: String?, _ table: Table
  ) throws(Diagnostic) -> CategoryColumn? {
    guard let name else { return nil }
    return try CategoryColumn(name, of: table)
  }

  // MARK: The table with weights

  /// The table with a column of weights; respondents without a weight have none.
  ///
  /// - Throws: A diagnostic `weighting` if the table has such a column already.
  package func table(adding name: String) throws(Diagnostic) -> Table {
    guard table.schema.position(of: name) == nil else {
      throw Diagnostic(
        .error, "weighting", at: table.wholeLocation, "there is already a column '\(name)'",
        fixes: ["--name another_name"])
    }
    var row = 0
    let chunks = table.chunks.map { chunk in
      var column = ColumnBuilder(.real)
      for _ in 0..<chunk.rowCount {
        column.append(weights[row].map(Cell.real) ?? .null)
        row += 1
      }
      return Chunk(columns: chunk.columns + [column.column], rowCount: chunk.rowCount)
    }
    return Table(
      name: table.name, schema: Schema(table.schema.fields + [Field(name, .real)]),
      chunks: chunks, lines: table.lines, file: table.file)
  }
}
