internal import Analyses
internal import Labels

extension TrendReport {
  /// More series than these are no picture, and more points no table beside one.
  private static let (mostPanels, mostPoints) = (12, 2000)

  /// The series as lines, with the breaks, the forecast with its interval, and the goal. Its figures are
  /// a table of the chart alone: the report is about what was found in them.
  static func line(_ analysis: TrendAnalysis, _ what: Label) -> Block? {
    let findings = analysis.findings.prefix(mostPanels)
    let rows = findings.flatMap { finding -> [ReportRow] in
      let known = finding.segments.enumerated().flatMap { place, segment in
        segment.points.enumerated().map { index, point in
          ReportRow([
            .code(finding.series.part), .code(point.label), .fact(figure(point.value)), .none,
            place > 0 && index == 0 ? .text("ny serie", "new series") : .none,
          ])
        }
      }
      guard case .success(let found) = finding.forecast else { return known }
      return known
        + found.points.map { point in
          ReportRow([
            .code(finding.series.part), .code(point.label), .none, .fact(forecast(point)), .none,
          ])
        }
    }
    guard rows.count > 1, rows.count <= mostPoints else { return nil }
    let title = Label("\(what.swedish) över tid", "\(what.english) over time").capitalised
    let table = ReportTable(
      id: "series", title: title,
      columns: [
        series(analysis), .members("period", Label("Period", "Period"), of: .period),
        ReportColumn("value", what.capitalised),
        ReportColumn("forecast", Label("Prognos", "Forecast")),
        ReportColumn("break", Label("Brott", "Break")),
      ], rows: rows)
    return .chart(
      ReportChart(
        id: "trend", title: title, kind: .line, table: table.id, labels: "period",
        figures: ["value"] + (analysis.request.forecast == nil ? [] : ["forecast"]) + ["break"],
        series: analysis.request.series.part == nil ? nil : "series",
        target: analysis.request.target.map { figure($0.value) }, data: table))
  }
}
