internal import Analyses
internal import Labels

extension TrendReport {
  /// More series than these are no picture, and more points no table beside one.
  private static let (mostPanels, mostPoints) = (12, 2000)

  /// The series as lines, with the breaks and the goal. Its figures are a table of the chart alone:
  /// the report is about what was found in them.
  static func line(_ analysis: TrendAnalysis, _ what: Label) -> Block? {
    let findings = analysis.findings.prefix(mostPanels)
    let rows = findings.flatMap { finding in
      finding.segments.enumerated().flatMap { place, segment in
        segment.points.enumerated().map { index, point in
          ReportRow([
            .code(finding.series.part), .code(point.label), .fact(figure(point.value)),
            place > 0 && index == 0 ? .text("ny serie", "new series") : .none,
          ])
        }
      }
    }
    guard rows.count > 1, rows.count <= mostPoints else { return nil }
    let title = Label("\(what.swedish) över tid", "\(what.english) over time").capitalised
    let table = ReportTable(
      id: "series", title: title,
      columns: [
        series(analysis), .members("period", Label("Period", "Period"), of: .period),
        ReportColumn("value", what.capitalised), ReportColumn("break", Label("Brott", "Break")),
      ], rows: rows)
    return .chart(
      ReportChart(
        id: "trend", title: title, kind: .line, table: table.id, labels: "period",
        figures: ["value", "break"],
        series: analysis.request.series.part == nil ? nil : "series",
        target: analysis.request.target.map { figure($0.value) }, data: table))
  }
}
