internal import Indicators
internal import Spreadsheets

/// How a kind of chart is drawn by a spreadsheet.
struct XLSXChart {
  private let data: ChartData
  private let rows: [ChartData.Row]
  private let isShare: Bool

  init(_ data: ChartData, _ rows: [ChartData.Row]) {
    self.data = data
    self.rows = rows
    let example = data.example
    isShare = example.map { $0.isShare || $0.unit?.isPercent == true } ?? false
  }

  /// The chart of figures in rows of a sheet, labels in its first column.
  func chart(on sheet: Sheet, rows range: ClosedRange<Int>) -> SheetChart {
    var chart = SheetChart(
      kind, title: "", description: ChartDescription(data: data).text, data: sheet, rows: range,
      labelColumn: 0, series: data.columns.indices.map(series) + targets,
      numbers: isShare ? .percent : .general)
    if data.chart.kind == .shares || data.chart.kind == .dots, isShare { chart.maximum = 1 }
    chart.height = height
    return chart
  }

  private var kind: SheetChart.Kind {
    switch data.chart.kind {
    case .divergingBars: .fullBars
    case .shares, .dots, .bullet, .funnel, .ranks: .bars
    case .stackedBar: .stackedBars
    case .histogram: .columns
    case .line, .control: .lines
    }
  }

  /// Bars take as much room as their labels.
  private var height: Int {
    switch kind {
    case .bars: 110 + min(rows.count * (data.columns.count * 14 + 14), 900)
    case .stackedBars, .fullBars: 120 + min(rows.count * 34, 900)
    case .columns, .lines: 300
    }
  }

  private func series(_ column: Int) -> SheetChart.Series {
    let paint = paint(column)
    // The headings are above the figures, and labels take the first column.
    var series = SheetChart.Series(column: column + 1, colour: XLSXStyles.colour(paint))
    switch data.chart.kind {
    case .stackedBar, .divergingBars:
      series.labels = isShare ? .percentOrNothing : .countOrNothing
      series.labelColour = XLSXStyles.colour(paint.text)
    case .shares, .dots, .bullet, .funnel, .ranks:
      series.labels = isShare ? .percent : .general
      series.labelColour = XLSXStyles.colour(.ink)
    case .histogram: break
    case .line: series.isDashed = column > 0
    case .control:
      series.isDashed = column > 1
      series.hasNoDots = column > 0
    }
    return series
  }

  /// The values to reach of single rows, beside their figures.
  private var targets: [SheetChart.Series] {
    guard rows.contains(where: { $0.target != nil }) else { return [] }
    var series = SheetChart.Series(
      column: data.columns.count + 1, colour: XLSXStyles.colour(.target))
    series.labels = isShare ? .percent : .general
    series.labelColour = XLSXStyles.colour(.ink)
    return [series]
  }

  private func paint(_ column: Int) -> ChartPaint {
    switch data.chart.kind {
    case .divergingBars: return ChartPaint.divergence(data.columns.count)[column]
    case .stackedBar:
      let verdict = data.columns[column].member?.member.id.flatMap(Verdict.init(rawValue:))
      return verdict?.paint ?? ChartPaint.series[column % 5]
    case .dots where data.columns.count > 1:
      return column == 0 ? .before : ChartPaint.series[(column - 1) % 5]
    case .line: return column == 0 ? .figure : .target
    case .control: return [.figure, .muted][min(column, 1)]
    default: return ChartPaint.series[column % 5]
    }
  }
}
