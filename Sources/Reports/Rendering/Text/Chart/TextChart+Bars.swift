internal import Labels

extension TextChart {
  /// Shares as bars, with the ends of their intervals that are above them, and the goal.
  var shares: [TextLine] {
    let facts = data.rows.map { $0.facts[0] }
    let ends = data.rows.map { row in
      let value = data.text(row.facts[0])
      let end = data.targetEnd(row)
      guard let fact = row.facts[0], fact.plotted != nil, let interval = fact.plottedInterval else {
        return value + end
      }
      let span = data.words.interval(interval, of: fact)
      return (span == value ? value : "\(value) (\(span))") + end
    }
    let rows = rows(ends: ends)
    let scale = scale(rows, facts.compactMap { $0?.plottedInterval })
    var entries = [
      LegendEntry(sign: "█", paint: .figure, label: Label("andel", "share")[language])
    ]
    if let confidence = facts.lazy.compactMap({ $0?.plottedInterval?.confidence }).first {
      let level = data.words.level(confidence)
      entries.append(
        LegendEntry(
          sign: "░", paint: .figure,
          label: Label("intervall, \(level)", "interval, \(level)")[language]))
    }
    return legend(entries + targetLegend)
      + lines(rows, ends: ends) { row, plot in
        let fact = row.facts[0]
        if let interval = fact?.plottedInterval {
          let start = Int(scale(interval.lower))
          plot.fill("░", start..<max(Int(scale(interval.upper).rounded(.up)), start), .figure)
        }
        if let value = fact?.plotted { plot.bar(scale(value), .figure) }
        mark(row.target ?? data.chart.target, scale, on: &plot)
        if fact?.isWithheld == true { plot.withhold() }
      }
  }

  /// Outcomes as bars, each in its own scale, and their targets.
  var bullets: [TextLine] {
    let ends = data.rows.map(data.bulletEnd)
    let rows = rows(ends: ends)
    let target =
      data.columns.count > 1
      ? data.columns[1].header[language] : Label("mål", "target")[language]
    let entries = [
      LegendEntry(sign: "█", paint: .figure, label: data.columns[0].header[language]),
      LegendEntry(sign: Self.targetSign, paint: .target, label: target),
    ]
    return legend(entries)
      + lines(rows, ends: ends) { row, plot in
        let target = data.bulletTarget(row)
        let values = [row.facts[0], target].compactMap { $0?.plotted }
        let largest = values.map(abs).max() ?? 0
        let scale = ChartScale(0...max(largest * 1.1, 1e-9), to: 0...Double(plot.width))
        if let value = row.facts[0]?.plotted { plot.bar(scale(value), .figure) }
        mark(target, scale, on: &plot)
        if row.facts[0]?.isWithheld == true { plot.withhold() }
      }
  }

  /// A figure for each wave as dots on one line, the first hollow.
  var dots: [TextLine] {
    let ends = data.rows.map(data.dotsEnd)
    let rows = rows(ends: ends)
    let scale = scale(rows)
    func sign(_ column: Int) -> Character { column == 0 && data.columns.count > 1 ? "○" : "●" }
    func paint(_ column: Int) -> TextPaint {
      data.columns.count == 1 ? .figure : column == 0 ? .muted : .series(column - 1)
    }
    let entries =
      data.columns.count == 1
      ? []
      : data.columns.enumerated().map { column, heading in
        LegendEntry(sign: sign(column), paint: paint(column), label: heading.header[language])
      }
    return legend(entries + targetLegend)
      + lines(rows, ends: ends) { row, plot in
        let known = row.facts.enumerated().compactMap { column, fact in
          fact?.plotted.map { (column: column, x: scale($0)) }
        }
        if let first = known.map(\.x).min(), let last = known.map(\.x).max() {
          // From the row's name to its marks.
          plot.fill("┈", 0..<Int(first), .muted)
          plot.fill("─", Int(first)..<Int(last) + 1, .muted)
        }
        mark(row.target ?? data.chart.target, scale, on: &plot)
        if known.isEmpty, row.facts.contains(where: { $0?.isWithheld == true }) { plot.withhold() }
        for (column, x) in known { plot.put(sign(column), at: x, paint(column)) }
      }
  }

  /// A scale of all figures of the chart, its target and some intervals.
  private func scale(_ rows: TextChartRows, _ intervals: [FactInterval] = []) -> ChartScale {
    let values =
      data.rows.flatMap(\.facts).compactMap { $0?.plotted }
      + intervals.flatMap { [$0.lower, $0.upper] } + data.targets
    return ChartScale(
      ChartScale.domain(values, isShare: data.example?.isShare ?? true, fromZero: true),
      to: 0...Double(rows.plotWidth))
  }

  private func mark(_ target: Fact?, _ scale: ChartScale, on plot: inout TextPlot) {
    guard let value = target?.plotted else { return }
    plot.put(Self.targetSign, at: scale(value), .target)
  }
}
