internal import Labels

extension ChartData {
  /// A series over time, a small chart for each where there are several. `figures` are the figure and,
  /// beside it, others such as targets, which are hollow. A figure that is missing breaks the line, and so
  /// does a row that words in the last column mark: what follows does not compare with what was before.
  func line(on canvas: inout ChartCanvas) {
    var top = 0.0
    if columns.count > 1 {
      let isShown = columns.indices.map { column in
        rows.contains { $0.facts[column]?.plotted != nil }
      }
      let entries = columns.indices.filter { isShown[$0] }.map { column in
        LegendEntry(
          sign: column == 0 ? .dot : .ring, paint: linePaint(column),
          label: columns[column].header[language])
      }
      if entries.count > 1 { top = canvas.legend(entries, y: 0) }
    }
    let panels = bySeries
    let perLine = panels.count == 1 ? 1 : canvas.isNarrow ? 1 : panels.count == 2 ? 2 : 3
    let gap = 28.0
    let width = (canvas.width - gap * Double(perLine - 1)) / Double(perLine)
    var place = 0
    while place < panels.count {
      let line = panels[place..<min(place + perLine, panels.count)]
      // The titles of a line of panels take the same height.
      let titles = line.map { panel in
        panel.name.isEmpty
          ? [] : AdvanceWidth.lines(panel.name, size: 12, width: width, most: 3, isBold: true)
      }
      let titleHeight = Double(titles.map(\.count).max() ?? 0) * ChartCanvas.lineHeight
      let plotTop = top + titleHeight + 10
      let plotBottom = plotTop + (perLine == 1 && panels.count == 1 ? 170 : 84)
      for (index, panel) in line.enumerated() {
        let x = Double(index) * (width + gap)
        for (number, words) in titles[index].enumerated() {
          canvas.text(
            words, x: x, y: top + 11 + Double(number) * ChartCanvas.lineHeight, isBold: true)
        }
        drawPanel(Self.periods(panel.rows), x: x...x + width, y: plotTop...plotBottom, on: &canvas)
      }
      top = plotBottom + 34
      place += perLine
    }
  }

  /// More dots than this run together.
  private static var mostDots: Int { 60 }

  /// The rows between breaks.
  private static func parts(_ rows: [Row]) -> [[Row]] {
    rows.reduce(into: []) { parts, row in
      if parts.isEmpty || row.isNoted { parts.append([]) }
      parts[parts.count - 1].append(row)
    }
  }

  /// A row a period: where a table tells a period's figures on rows of their own, together.
  static func periods(_ rows: [Row]) -> [Row] {
    rows.map(\.label).unique.map { label in
      let own = rows.filter { $0.label == label }
      return Row(
        key: own[0].key, label: label, position: own[0].position,
        facts: own[0].facts.indices.map { place in own.lazy.compactMap { $0.facts[place] }.first },
        target: own[0].target,
        series: own[0].series, isTotal: own[0].isTotal, isNoted: own.contains(where: \.isNoted))
    }
  }

  private func linePaint(_ column: Int) -> ChartPaint { column == 0 ? .figure : .target }

  private func drawPanel(
    _ rows: [Row], x: ClosedRange<Double>, y: ClosedRange<Double>, on canvas: inout ChartCanvas
  ) {
    let example = rows.lazy.flatMap(\.facts).compactMap(\.self).first { $0.plotted != nil }
    let target = chart.target?.plotted
    let values =
      rows.flatMap(\.facts).compactMap { $0?.plotted }
      + rows.flatMap(\.facts).compactMap { $0?.plottedInterval }.flatMap { [$0.lower, $0.upper] }
      + [target].compactMap(\.self)
    let heights = ChartScale(
      ChartScale.domain(values, isShare: example?.isShare ?? false, fromZero: true), to: y,
      isReversed: true)
    let ticks = heights.ticks(2)
    let tickWords = ticks.map { words.tick($0, like: example) }
    let tickWidth =
      tickWords.map { AdvanceWidth.of($0, size: ChartCanvas.smallSize) }.max() ?? 0
    let plot = (x.lowerBound + tickWidth + 14)...(x.upperBound - 10)
    for (tick, label) in zip(ticks, tickWords) {
      canvas.line(
        from: (plot.lowerBound - 6, heights(tick)), to: (x.upperBound, heights(tick)), paint: .grid)
      canvas.text(
        label, x: plot.lowerBound - 10, y: heights(tick) + 4, .end, size: ChartCanvas.smallSize,
        paint: .muted)
    }
    let places = TimeAxis(rows.map(\.label), within: plot)
    canvas.timeLabels(
      rows.map { ($0.label, places($0.label)) }, y: y.upperBound + 18, within: x)
    if let target {
      canvas.line(
        from: (plot.lowerBound, heights(target)), to: (plot.upperBound, heights(target)),
        paint: .target, width: 1.5, isDashed: true)
    }
    for column in columns.indices { drawBand(column, rows, places, heights, on: &canvas) }
    for part in Self.parts(rows) {
      for run in part.split(whereSeparator: { $0.facts[0]?.plotted == nil }) {
        canvas.path(
          run.map { (places($0.label), heights($0.facts[0]?.plotted ?? 0)) }, paint: .figure)
      }
    }
    for (before, after) in zip(Self.parts(rows), Self.parts(rows).dropFirst()) {
      guard let last = before.last, let first = after.first else { continue }
      let x = (places(last.label) + places(first.label)) / 2
      canvas.line(
        from: (x, y.lowerBound), to: (x, y.upperBound), paint: .axis, width: 1.5, isDashed: true)
    }
    // Where there are many periods the line says it all.
    for column in columns.indices.reversed() where rows.count <= Self.mostDots {
      for row in rows {
        guard let value = row.facts[column]?.plotted else { continue }
        canvas.dot(
          x: places(row.label), y: heights(value), radius: column == 0 ? 4 : 3.5,
          paint: linePaint(column), isHollow: column > 0)
      }
    }
    writeLatest(rows, places, heights, within: x, on: &canvas)
  }

  /// Where figures of a column may lie, as a band. A forecast's begins at the figure before it.
  private func drawBand(
    _ column: Int, _ rows: [Row], _ places: TimeAxis, _ heights: ChartScale,
    on canvas: inout ChartCanvas
  ) {
    let runs = rows.indices.split(whereSeparator: { rows[$0].facts[column]?.plottedInterval == nil }
    )
    for run in runs {
      var bands = run.compactMap { row in
        rows[row].facts[column]?.plottedInterval.map { (x: places(rows[row].label), interval: $0) }
      }
      if column > 0, let first = run.first, first > 0, let start = rows[first - 1].facts[0]?.plotted
      {
        let interval = FactInterval(lower: start, upper: start)
        bands.insert((places(rows[first - 1].label), interval), at: 0)
      }
      guard bands.count > 1 else { continue }
      canvas.area(
        bands.map { ($0.x, heights($0.interval.upper)) }
          + bands.reversed().map { ($0.x, heights($0.interval.lower)) }, paint: .band)
    }
  }

  /// The latest figure in words, above its mark or below where the line comes from above.
  private func writeLatest(
    _ rows: [Row], _ places: TimeAxis, _ heights: ChartScale,
    within x: ClosedRange<Double>,
    on canvas: inout ChartCanvas
  ) {
    guard let last = rows.last(where: { $0.facts[0]?.plotted != nil }), let fact = last.facts[0],
      let value = fact.plotted
    else { return }
    var short = fact
    short.unit = fact.unit?.isPercent == true ? fact.unit : nil
    let text = words.text(short)
    let half = AdvanceWidth.of(text, size: ChartCanvas.textSize, isBold: true) / 2
    let others = rows.filter { $0.label == last.label }.flatMap { $0.facts.dropFirst() }
      .compactMap { $0?.plotted }
    let isBelow = others.contains { $0 > value } && heights(value) < heights.range.upperBound - 20
    let y = heights(value) + (isBelow ? 18 : -9)
    canvas.text(
      text, x: min(max(places(last.label), x.lowerBound + half), x.upperBound - half), y: y,
      .middle,
      paint: .ink, isBold: true)
  }
}

extension ChartCanvas {
  /// Labels below an axis, the first and the last always, others where they do not touch.
  mutating func timeLabels(
    _ labels: [(text: String, x: Double)], y: Double, within range: ClosedRange<Double>
  ) {
    guard let last = labels.last else { return }
    func span(_ label: (text: String, x: Double)) -> ClosedRange<Double> {
      let half = AdvanceWidth.of(label.text, size: Self.smallSize) / 2
      let middle = min(
        max(label.x, range.lowerBound + half), max(range.upperBound - half, range.lowerBound + half)
      )
      return middle - half...middle + half
    }
    let end = span(last)
    var taken = -Double.infinity
    for (index, label) in labels.enumerated() {
      let place = span(label)
      let isLast = index == labels.count - 1
      guard place.lowerBound > taken + 6, isLast || place.upperBound < end.lowerBound - 6 else {
        continue
      }
      text(
        label.text, x: (place.lowerBound + place.upperBound) / 2, y: y, .middle,
        size: Self.smallSize, paint: .muted)
      taken = place.upperBound
    }
  }
}

/// Where periods stand along a line: years as far apart as they are, other periods evenly.
private struct TimeAxis {
  private let places: [String: Double]

  init(_ labels: [String], within range: ClosedRange<Double>) {
    let years = labels.compactMap { Int($0) }
    let length = range.upperBound - range.lowerBound
    var places: [String: Double] = [:]
    if let first = years.min(), let last = years.max(), years.count == labels.count, first < last {
      for (label, year) in zip(labels, years) {
        places[label] = range.lowerBound + Double(year - first) / Double(last - first) * length
      }
    } else {
      let step = labels.count > 1 ? length / Double(labels.count - 1) : 0
      let start = labels.count > 1 ? range.lowerBound : range.lowerBound + length / 2
      for (index, label) in labels.enumerated() { places[label] = start + Double(index) * step }
    }
    self.places = places
  }

  func callAsFunction(_ label: String) -> Double { places[label] ?? 0 }
}
