internal import Labels

extension ChartData {
  /// The ranks that each row may have, as bars from the best to the worst along one axis, in the order of the
  /// table: rows are not sorted, for the ranks are not known. `figures` is one column of intervals.
  func ranks(on canvas: inout ChartCanvas) {
    let intervals = rows.map { $0.facts[0]?.plottedInterval }
    let ends = rows.map { text($0.facts[0]) }
    var places = ChartRows(
      rows.map(\.label), ends: ends, markHeight: 16, y: 0, inset: 10, on: canvas)
    let last = max(rankCount, 1)
    let scale = ChartScale(1...Double(max(last, 2)), to: places.plot)
    var front = ChartCanvas(width: canvas.width, usesVariables: canvas.usesVariables)
    for (interval, (row, words)) in zip(intervals, zip(rows, ends)) {
      let place = places.next(row.label, on: &front)
      if let interval {
        let (best, worst) = (scale(interval.lower), scale(interval.upper))
        front.rectangle(
          x: best - 5, y: place.y - 5, width: worst - best + 10, height: 10, paint: .figure,
          radius: 5)
      }
      places.close(place, words, paint: interval == nil ? .muted : .ink, on: &front)
    }
    canvas.axis(scale, across: places, ticks: (1...last).map(Double.init)) {
      words.style.text($0, decimals: 0)
    }
    canvas.append(front)
  }

  /// How many ranks there are.
  var rankCount: Int {
    Int(rows.compactMap { $0.facts[0]?.plottedInterval?.upper }.max() ?? 1)
  }
}
