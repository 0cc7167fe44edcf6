internal import Labels

extension ChartData {
  /// Shares with their intervals along one axis, and the goal. `figures` is one column.
  func shares(on canvas: inout ChartCanvas) {
    let facts = rows.map { $0.facts[0] }
    var entries = [
      LegendEntry(
        sign: .dot, paint: .figure, label: Label("andel", "share")[language])
    ]
    if let confidence = facts.lazy.compactMap({ $0?.plottedInterval?.confidence }).first {
      let level = words.level(confidence)
      entries.append(
        LegendEntry(
          sign: .band, paint: .band,
          label: Label("intervall, \(level)", "interval, \(level)")[language]))
    }
    var top = canvas.legend(entries, y: 0)
    let target = chart.target?.plotted
    let ends = rows.map { text($0.facts[0]) + targetEnd($0) }
    let axisTop = top
    if target != nil { top += 18 }
    var places = ChartRows(
      rows.map(\.label), isBold: rows.contains(where: \.isTotal), ends: ends,
      markHeight: 16, y: top, on: canvas)
    let values =
      facts.compactMap { $0?.plotted }
      + facts.compactMap(\.self).compactMap(\.plottedInterval).flatMap { [$0.lower, $0.upper] }
      + targets
    let scale = ChartScale(
      ChartScale.domain(values, isShare: example?.isShare ?? true, fromZero: true),
      to: places.plot)
    var marks: [(fact: Fact?, place: ChartRows.Place)] = []
    // Lines of the axis lie behind the marks, and how far down they go is known only afterwards.
    var front = ChartCanvas(width: canvas.width, usesVariables: canvas.usesVariables)
    for (row, fact) in zip(rows, facts) {
      marks.append((fact, places.next(row.label, isBold: row.isTotal, on: &front)))
    }
    canvas.axis(scale, across: places) { words.tick($0, like: example) }
    if let target, let goal = chart.target {
      canvas.target(
        scale(target), top: axisTop, spans: places.spans,
        words: targetWords(goal))
    }
    canvas.append(front)
    for ((fact, place), (row, words)) in zip(marks, zip(rows, ends)) {
      if let interval = fact?.plottedInterval {
        let start = scale(interval.lower)
        canvas.rectangle(
          x: start, y: place.y - 5, width: max(scale(interval.upper) - start, 2), height: 10,
          paint: .band, radius: 5)
      }
      if let value = fact?.plotted {
        canvas.dot(x: scale(value), y: place.y, radius: 5, paint: .figure)
      }
      if let goal = row.target?.plotted { canvas.target(scale(goal), in: place) }
      let isKnown = fact?.plotted != nil
      places.close(place, words, paint: isKnown ? .ink : .muted, on: &canvas)
    }
  }
}
