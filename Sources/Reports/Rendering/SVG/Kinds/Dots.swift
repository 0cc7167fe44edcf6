internal import Labels

extension ChartData {
  /// A figure for each wave as dots on one line a row, the first hollow; a line joins them. `figures`
  /// are the waves, the oldest first.
  func dots(on canvas: inout ChartCanvas) {
    let paints =
      columns.count == 1
      ? [ChartPaint.figure]
      : [ChartPaint.before] + (1..<columns.count).map { ChartPaint.series[($0 - 1) % 5] }
    var top = 0.0
    if columns.count > 1 {
      top = canvas.legend(
        columns.indices.map { column in
          LegendEntry(
            sign: column == 0 ? .ring : .dot, paint: paints[column],
            label: columns[column].header[language])
        }, y: 0)
    }
    let target = chart.target?.plotted
    let axisTop = top
    if target != nil { top += 18 }
    let ends = rows.map(dotsEnd)
    var places = ChartRows(
      rows.map(\.label), isBold: rows.contains(where: \.isTotal), ends: ends, markHeight: 16,
      y: top, on: canvas)
    let values = rows.flatMap(\.facts).compactMap { $0?.plotted } + targets
    let scale = ChartScale(
      ChartScale.domain(values, isShare: example?.isShare ?? true, fromZero: true), to: places.plot)
    var front = ChartCanvas(width: canvas.width, usesVariables: canvas.usesVariables)
    for (row, words) in zip(rows, ends) {
      let place = places.next(row.label, isBold: row.isTotal, on: &front)
      let known = row.facts.enumerated().compactMap { column, fact in
        fact?.plotted.map { (column: column, x: scale($0)) }
      }
      if let first = known.map(\.x).min(), let last = known.map(\.x).max(), last > first {
        front.line(from: (first, place.y), to: (last, place.y), paint: .axis, width: 2)
      }
      for (column, x) in known {
        front.dot(
          x: x, y: place.y, radius: 5.5, paint: paints[column],
          isHollow: column == 0 && columns.count > 1)
      }
      if let goal = row.target?.plotted { front.target(scale(goal), in: place) }
      places.close(place, words, paint: known.isEmpty ? .muted : .ink, on: &front)
    }
    canvas.axis(scale, across: places) { words.tick($0, like: example) }
    if let target, let goal = chart.target {
      canvas.target(
        scale(target), top: axisTop, spans: places.spans,
        words: targetWords(goal))
    }
    canvas.append(front)
  }

  /// `48 % → 63 %`: each wave's figure; a reason once where all are withheld for it.
  func dotsEnd(_ row: Row) -> String {
    let texts = row.facts.map(text)
    let figures =
      if texts.count == 2, row.facts[0] == nil {
        [texts[1]]
      } else if row.facts.allSatisfy({ $0?.isWithheld == true }) {
        texts.unique
      } else {
        texts
      }
    return figures.joined(separator: " → ") + targetEnd(row)
  }
}
