internal import Labels

extension ChartData {
  /// A control chart, one for each series: points, middle and limits, signals as filled diamonds' heavier
  /// dots. `figures` are the value, the middle, the lower and the upper limit, and a column whose words
  /// say what signals.
  func control(on canvas: inout ChartCanvas) {
    let entries = [
      LegendEntry(sign: .dot, paint: .figure, label: columns[0].header[language]),
      LegendEntry(
        sign: .band, paint: .band,
        label: Label("inom gränserna", "within the limits")[language]),
      LegendEntry(
        sign: .ring, paint: .target, label: Label("signal", "signal")[language]),
    ]
    var top = canvas.legend(
      rows.contains(where: isSignal) ? entries : Array(entries.dropLast()), y: 0)
    for panel in bySeries {
      if !panel.name.isEmpty {
        let title = AdvanceWidth.lines(
          panel.name, size: ChartCanvas.textSize, width: canvas.width, most: 1, isBold: true)
        canvas.text(title.first ?? "", x: 0, y: top + 11, isBold: true)
        top += ChartCanvas.lineHeight + 4
      }
      drawControl(panel.rows, y: top + 8...top + 168, on: &canvas)
      top += 208
    }
  }

  /// Whether a point is beyond its limits, or words say that it signals.
  func isSignal(_ row: Row) -> Bool {
    if row.isNoted { return true }
    guard row.facts.count > 3, let value = row.facts[0]?.plotted, let lower = row.facts[2]?.plotted,
      let upper = row.facts[3]?.plotted
    else { return false }
    return value < lower || value > upper
  }

  private func drawControl(_ rows: [Row], y: ClosedRange<Double>, on canvas: inout ChartCanvas) {
    let example = rows.lazy.compactMap { $0.facts[0] }.first { $0.plotted != nil }
    let values = rows.flatMap { $0.facts.prefix(4) }.compactMap { $0?.plotted }
    let heights = ChartScale(
      ChartScale.domain(values, isShare: false, fromZero: false), to: y, isReversed: true)
    let ticks = heights.ticks(4)
    let tickWords = ticks.map { words.tick($0, like: example) }
    let tickWidth =
      tickWords.map { AdvanceWidth.of($0, size: ChartCanvas.smallSize) }.max() ?? 0
    let plot = (tickWidth + 16)...(canvas.width - 8)
    for (tick, label) in zip(ticks, tickWords) {
      canvas.line(
        from: (plot.lowerBound - 6, heights(tick)), to: (canvas.width, heights(tick)), paint: .grid)
      canvas.text(
        label, x: plot.lowerBound - 10, y: heights(tick) + 4, .end, size: ChartCanvas.smallSize,
        paint: .muted)
    }
    let step = (plot.upperBound - plot.lowerBound) / Double(max(rows.count - 1, 1))
    func x(_ index: Int) -> Double { plot.lowerBound + Double(index) * step }
    func points(_ column: Int) -> [(x: Double, y: Double)] {
      guard column < columns.count else { return [] }
      return rows.enumerated().compactMap { index, row in
        row.facts[column]?.plotted.map { (x(index), heights($0)) }
      }
    }
    canvas.area(points(3) + points(2).reversed(), paint: .band)
    canvas.path(points(1), paint: .muted, width: 1.5, isDashed: true)
    let indexed = rows.enumerated().map { ($0.offset, $0.element) }
    for run in indexed.split(whereSeparator: { $0.1.facts[0]?.plotted == nil }) {
      canvas.path(
        run.map { (x($0.0), heights($0.1.facts[0]?.plotted ?? 0)) }, paint: .figure, width: 1.5)
    }
    for (index, row) in indexed {
      guard let value = row.facts[0]?.plotted else { continue }
      canvas.dot(x: x(index), y: heights(value), radius: 3.5, paint: .figure)
      if isSignal(row) {
        canvas.dot(x: x(index), y: heights(value), radius: 6, paint: .target, isHollow: true)
        canvas.dot(x: x(index), y: heights(value), radius: 3, paint: .target)
      }
    }
    canvas.timeLabels(
      rows.enumerated().map { ($1.label, x($0)) }, y: y.upperBound + 16, within: 0...canvas.width)
  }
}
