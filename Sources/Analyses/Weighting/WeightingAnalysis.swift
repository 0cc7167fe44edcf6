package import Diagnostics
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
    let startWeights = rows.map { start?.values[$0] ?? 1 }
    let result = try Self.weigh(method, request, table, rows, startWeights, margins)

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
    means = try WeightedMeans(
      request, table, rows: rows, start: startWeights, result
    ).findings
  }

  private static func numbers(
    _ name: String?, _ table: Table, _ missing: MissingWords
  ) throws(Diagnostic) -> NumberColumn? {
    guard let name else { return nil }
    return try NumberColumn(name, of: table, missing: missing)
  }

  private static func weigh(
    _ method: WeightingMethod, _ request: WeightingRequest, _ table: Table, _ rows: [Int],
    _ start: [Double], _ margins: [Margin]
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
    do throws(StatisticsError) {
      let base = try SamplingWeights(start)
      let limit = request.trim.map(WeightLimit.multipleOfMedian)
      switch method {
      case .rake: return try Weighting.rake(base, to: margins, limit: limit)
      case .linear: return try Weighting.calibrate(base, to: margins)
      case .poststratify:
        guard limit != nil else { return try Weighting.postStratify(base, to: margins[0]) }
        return try Weighting.rake(base, to: margins, limit: limit)
      }
    } catch {
      throw Diagnostic(error, weighting: table, request, rows)
    }
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
