internal import Indicators
internal import Labels

extension FigureSection {
  /// Columns that only the chart reads: which series a row belongs to, its outcome, and what is no
  /// outcome.
  static let chartColumns = [
    ReportColumn(
      "series", Label("Mått", "Indicator"), shows: nil, exports: [], dimension: .indicator),
    ReportColumn("chart_outcome", Label("Utfall", "Outcome"), shows: nil, exports: []),
    ReportColumn(
      "chart_other", Label("Mål, plan eller prognos", "Target, plan or forecast"), shows: nil,
      exports: []),
  ]

  static func chartCells(
    _ fact: Fact, _ kind: TrendPoint.Kind, series: Member
  ) -> [ReportCell] {
    let isOutcome = kind == .outcome
    return [.member([series]), isOutcome ? .fact(fact) : .none, isOutcome ? .none : .fact(fact)]
  }

  /// A small chart for each indicator with outcomes of several years.
  static func chart(_ table: ReportTable) -> Block? {
    guard let series = table.column("series"), let outcome = table.column("chart_outcome") else {
      return nil
    }
    var counts: [ReportCell: Int] = [:]
    for row in table.rows where row.cells[outcome].fact != nil {
      counts[row.cells[series], default: 0] += 1
    }
    let shown = table.rows.indices.filter { counts[table.rows[$0].cells[series], default: 0] > 1 }
    guard !shown.isEmpty else { return nil }
    return .chart(
      ReportChart(
        id: "trends", title: Label("Utveckling mellan år", "Development between years"),
        kind: .line, table: table.id, labels: "year",
        figures: ["chart_outcome", "chart_other"], series: "series",
        rows: shown.map { table.key(of: $0) }.unique))
  }
}
