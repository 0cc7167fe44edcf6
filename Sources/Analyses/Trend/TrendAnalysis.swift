package import Diagnostics
internal import Statistics
package import Tables

/// The trends of a table: what a request found in it.
package struct TrendAnalysis: Sendable {
  /// What was asked for.
  package let request: TrendRequest
  /// The file, as the user would type it.
  package let file: String
  /// How many rows were read.
  package let rowCount: Int
  /// The rows that are in no series, and why.
  package let leftOut: [LeftOut]
  /// The column of times.
  package let time: TimeColumn
  /// The column of values, where there is one.
  package let value: NumberColumn?
  /// What was found, series by series.
  package let findings: [SeriesFinding]

  /// Reads the series of a table and looks at each.
  ///
  /// A series that is too short for a test is a finding that says so. What is wrong with the request
  /// is thrown.
  ///
  /// - Throws: A diagnostic `column`, `column-type`, `period`, `series`, `break` or `statistics`.
  package init(_ request: TrendRequest, of table: Table) throws(Diagnostic) {
    let reading = try SeriesReading(request.series, of: table)
    let breaks = try Self.breaks(request.breaks, reading, table)
    var findings: [SeriesFinding] = []
    for series in reading.series {
      findings.append(try SeriesFinding(series, request, breaks: breaks, table))
    }
    self.request = request
    file = table.file ?? table.name
    rowCount = table.rowCount
    leftOut = reading.leftOut
    time = reading.time
    value = reading.value
    self.findings = findings
  }

  /// The places of the first periods after breaks; a break may lie in a gap.
  private static func breaks(
    _ labels: [String], _ reading: SeriesReading, _ table: Table
  ) throws(Diagnostic) -> [Int] {
    let points = reading.series.flatMap(\.points)
    let first = points.map(\.index).min() ?? 0
    let last = points.map(\.index).max() ?? 0
    var indices: Set<Int> = []
    for label in labels {
      guard let index = reading.time.index(named: label), (first...last).contains(index) else {
        throw Diagnostic(
          .error, "break", at: table.wholeLocation, "there is no period '\(label)' to break at",
          because: "a break is the first period of the new definition",
          fixes: [suggestion(for: label, among: points.map(\.label))].compactMap(\.self))
      }
      guard index != first else {
        throw Diagnostic(
          .error, "break", at: table.wholeLocation,
          "the series cannot break at '\(label)', for nothing comes before it",
          fixes: ["name the first period of the new definition"])
      }
      indices.insert(index)
    }
    return indices.sorted()
  }
}

extension SeriesFinding {
  fileprivate init(
    _ series: Series, _ request: TrendRequest, breaks: [Int], _ table: Table
  ) throws(Diagnostic) {
    let pieces = Self.pieces(series.points, breaks)
    self.series = series
    segments = try pieces.map { points throws(Diagnostic) in
      try SegmentFinding(points, request, of: series.part, table)
    }
    let latest = pieces[pieces.count - 1]
    forecast = request.forecast.map { periods in
      Result { () throws(StatisticsError) in
        try ForecastFinding(
          latest, of: series, periods: periods, season: request.season,
          confidence: request.confidence)
      }
    }
    chart = request.chart.map { kind in
      Result { () throws(StatisticsError) in
        try ChartFinding(series, kind, target: request.target, breaks: breaks)
      }
    }
  }

  /// The points between the breaks; never empty.
  private static func pieces(_ points: [SeriesPoint], _ breaks: [Int]) -> [[SeriesPoint]] {
    var pieces: [[SeriesPoint]] = [[]]
    var rest = breaks[...]
    for point in points {
      var isNew = false
      while let next = rest.first, point.index >= next {
        isNew = true
        rest = rest.dropFirst()
      }
      if isNew, !pieces[pieces.count - 1].isEmpty { pieces.append([]) }
      pieces[pieces.count - 1].append(point)
    }
    return pieces
  }
}

extension SegmentFinding {
  fileprivate init(
    _ points: [SeriesPoint], _ request: TrendRequest, of part: String?, _ table: Table
  ) throws(Diagnostic) {
    self.points = points
    do throws(StatisticsError) {
      trend = .success(try TrendFigures(points, request))
    } catch {
      // A confidence that is none is the request's fault, not the series'.
      if case .confidenceOutOfRange = error { throw table.refusal(error) }
      trend = .failure(error)
    }
  }
}

extension TrendFigures {
  fileprivate init(
    _ points: [SeriesPoint], _ request: TrendRequest
  ) throws(StatisticsError) {
    let series = try TimeSeries(points.map(\.value), times: points.map { Double($0.index) })
    let confidence = request.confidence
    let slope: TheilSen
    if let season = request.season {
      test = try Trend.seasonalMannKendall(series, seasonLength: season).test
      slope = try Trend.seasonalTheilSen(series, seasonLength: season, confidence: confidence)
      corrected = nil
    } else {
      test = try Trend.mannKendall(series).test
      slope = try Trend.theilSen(series, confidence: confidence)
      corrected = try Self.corrected(series)
    }
    self.slope = slope.slope
    slopeInterval = slope.interval
    self.confidence = confidence
    do throws(StatisticsError) {
      let change = try Trend.pettitt(series)
      changePoint = (points[change.position - 1], change.test)
    } catch {
      changePoint = nil
    }
  }

  /// Short series and series with gaps have no correction; that is no refusal of their trend.
  private static func corrected(_ series: TimeSeries) throws(StatisticsError) -> TestResult? {
    do throws(StatisticsError) {
      return try Trend.mannKendall(series, correctedFor: .hamedRao()).test
    } catch {
      switch error {
      case .sampleTooSmall, .trend, .constantSample: return nil
      default: throw error
      }
    }
  }
}
