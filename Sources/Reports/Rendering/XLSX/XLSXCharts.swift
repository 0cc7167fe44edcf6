internal import Indicators
internal import Labels
internal import Spreadsheets

/// The native charts of a workbook. Their figures stand on a sheet of their own, in the order in which they
/// are drawn; each chart lies below its table.
struct XLSXCharts {
  private let report: XLSXReport
  /// The charts that can be drawn, with the places of their tables' blocks, or their own.
  private let charts: [(place: Int, data: ChartData)]
  private let data: Sheet?
  private static let figureWidth = 16
  private var nextRow = 0

  init(_ report: XLSXReport) {
    self.report = report
    let document = report.document
    charts = document.blocks.enumerated().compactMap { place, block in
      guard case .chart(let chart) = block, let source = document.table(ofChartAt: place),
        let data = ChartData(chart, in: source, language: report.language), data.example != nil
      else { return nil }
      return (document.placeOfTable(ofChartAt: place) ?? place, data)
    }
    data =
      charts.isEmpty
      ? nil : report.workbook.addSheet(Label("Diagramdata", "Chart data")[report.language])
    data?.setWidth(44, column: 0)
    let most = charts.map(\.data.columns.count).max() ?? 0
    for column in 0..<most { data?.setWidth(Self.figureWidth, column: column + 1) }
    data?.setPage(isLying: true)
  }

  /// Draws the charts of a table below it.
  mutating func draw(of part: XLSXReport.Part, from row: Int) {
    var row = row
    for chart in charts where chart.place == part.place {
      row = draw(chart.data, on: part.sheet, from: row, column: 0)
    }
  }

  /// Draws the charts of tables that no reader sees, beside their figures.
  mutating func drawOthers() {
    guard let data else { return }
    let shown = report.parts.map(\.place)
    for chart in charts where !shown.contains(chart.place) {
      nextRow = max(draw(chart.data, on: data, from: nextRow, column: 8), nextRow)
    }
  }

  private mutating func draw(
    _ chart: ChartData, on sheet: Sheet, from start: Int, column: Int
  ) -> Int {
    guard let data else { return start }
    var row = start
    for panel in panels(chart) {
      let block = write(panel, of: chart)
      var drawn = XLSXChart(chart, panel.rows).chart(on: data, rows: block)
      drawn.title = [chart.chart.title[report.language], panel.name].filter { !$0.isEmpty }
        .joined(separator: " – ")
      if let target = chart.chart.target {
        drawn.title += " (\(chart.targetWords(target)))"
      }
      if chart.table.isExample {
        drawn.title += Label(" (exempel)", " (example)")[report.language]
      }
      sheet.add(drawn, row: row, column: column)
      row += drawn.height / Self.rowHeight + 2
    }
    return row
  }

  /// The usual height of a row, in pixels.
  private static let rowHeight = 20

  /// What is drawn apart: series have units of their own.
  private func panels(_ chart: ChartData) -> [(name: String, rows: [ChartData.Row])] {
    switch chart.chart.kind {
    case .line: chart.bySeries.map { ($0.name, ChartData.periods($0.rows)) }
    case .control, .histogram: chart.bySeries
    default: [("", chart.rows)]
    }
  }

  /// Writes the figures of a chart: a title, headings, a row for each mark.
  private mutating func write(
    _ panel: (name: String, rows: [ChartData.Row]), of chart: ChartData
  ) -> ClosedRange<Int> {
    let (language, styles) = (report.language, report.styles)
    let title = [chart.chart.title[language], panel.name].filter { !$0.isEmpty }
    data?.text(
      title.joined(separator: " – "), row: nextRow, column: 0, style: styles.subheading)
    let labels = chart.table.column(chart.chart.labels).map { chart.table.columns[$0] }
    data?.text(
      labels?.header[language] ?? "", row: nextRow + 1, column: 0, style: styles.header)
    for (place, column) in chart.columns.enumerated() {
      data?.text(
        column.header[language], row: nextRow + 1, column: place + 1,
        style: styles.header(isRight: true))
    }
    data?.fit(
      chart.columns.map { $0.header[language] },
      widths: chart.columns.map { _ in Self.figureWidth }, row: nextRow + 1, isBold: true)
    let hasTargets = chart.rows.contains { $0.target != nil }
    if hasTargets {
      data?.text(
        Label("Mål", "Target")[language], row: nextRow + 1, column: chart.columns.count + 1,
        style: styles.header(isRight: true))
    }
    let first = nextRow + 2
    for (place, row) in panel.rows.enumerated() {
      if let data {
        styles.write(
          XLSXCells(report.words).name(row.label), on: data, row: first + place, column: 0)
      }
      for (column, fact) in row.facts.enumerated() {
        write(fact, row: first + place, column: column + 1)
      }
      if hasTargets { write(row.target, row: first + place, column: row.facts.count + 1) }
    }
    nextRow = first + panel.rows.count + 1
    return first...first + max(panel.rows.count - 1, 0)
  }

  private func write(_ fact: Fact?, row: Int, column: Int) {
    // An empty cell is a gap in a chart; a text would be a zero.
    guard let fact, fact.plotted != nil,
      let figure = XLSXFigure(fact, .value, report.words)
    else { return }
    let style = report.styles.cell(figure.plainFormat, isRight: true, isTotal: false)
    data?.number(figure.number, row: row, column: column, style: style)
  }
}
