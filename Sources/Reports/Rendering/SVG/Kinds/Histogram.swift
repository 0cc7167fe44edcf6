internal import Labels

extension ChartData {
  /// How often each value or class of values occurs, several columns of counts on top of each other. A
  /// target stands behind the last class that holds it, where classes are figures.
  func histogram(on canvas: inout ChartCanvas) {
    var top = 0.0
    if columns.count > 1 {
      top = canvas.legend(
        columns.indices.map { column in
          LegendEntry(
            sign: .square, paint: ChartPaint.series[column % 5],
            label: columns[column].header[language])
        }, y: 0)
    }
    let sums = rows.map { row in row.facts.compactMap { $0?.plotted }.reduce(0, +) }
    let y = (top + 22)...(top + 172)
    let heights = ChartScale(
      ChartScale.domain(sums, isShare: example?.isShare ?? false, fromZero: true), to: y,
      isReversed: true)
    let ticks = heights.ticks(4)
    let tickWords = ticks.map { words.tick($0, like: example) }
    let tickWidth =
      tickWords.map { AdvanceWidth.of($0, size: ChartCanvas.smallSize) }.max() ?? 0
    let plot = (tickWidth + 12)...canvas.width
    for (tick, label) in zip(ticks, tickWords) {
      canvas.line(
        from: (plot.lowerBound - 4, heights(tick)), to: (canvas.width, heights(tick)), paint: .grid)
      canvas.text(
        label, x: plot.lowerBound - 8, y: heights(tick) + 4, .end, size: ChartCanvas.smallSize,
        paint: .muted)
    }
    let step = (plot.upperBound - plot.lowerBound) / Double(max(rows.count, 1))
    let barWidth = step * (step > 8 ? 0.86 : 1)
    for (index, row) in rows.enumerated() {
      var sum = 0.0
      for (column, fact) in row.facts.enumerated() {
        guard let count = fact?.plotted, count > 0 else { continue }
        let bottom = heights(sum)
        sum += count
        canvas.rectangle(
          x: plot.lowerBound + Double(index) * step + (step - barWidth) / 2, y: heights(sum),
          width: barWidth, height: bottom - heights(sum), paint: ChartPaint.series[column % 5])
      }
    }
    canvas.line(
      from: (plot.lowerBound, y.upperBound), to: (canvas.width, y.upperBound), paint: .axis)
    canvas.timeLabels(
      rows.enumerated().map { ($1.label, plot.lowerBound + (Double($0) + 0.5) * step) },
      y: y.upperBound + 15, within: 0...canvas.width)
    guard let goal = chart.target, let limit = goal.plotted else { return }
    let within = rows.prefix { ($0.position?.plotted ?? .infinity) <= limit }.count
    guard rows.contains(where: { $0.position?.plotted != nil }) else { return }
    canvas.target(
      plot.lowerBound + Double(within) * step, top: top, spans: [top + 16...y.upperBound],
      words: targetWords(goal))
  }
}
