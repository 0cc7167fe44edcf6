internal import Labels

extension ChartData {
  /// An outcome against its target, a bar and a mark a row, each in its own scale. `figures` are the
  /// outcome and the target.
  func bullet(on canvas: inout ChartCanvas) {
    let top = canvas.legend(
      [
        LegendEntry(sign: .square, paint: .figure, label: columns[0].header[language]),
        LegendEntry(
          sign: .line, paint: .target,
          label: columns.count > 1
            ? columns[1].header[language] : Label("mål", "target")[language]),
      ], y: 0)
    let ends = rows.map(bulletEnd)
    var places = ChartRows(
      rows.map(\.label), isBold: rows.contains(where: \.isTotal), ends: ends, markHeight: 18,
      y: top, inset: 0, on: canvas)
    for (row, end) in zip(rows, ends) {
      let place = places.next(row.label, isBold: row.isTotal, on: &canvas)
      let (outcome, target) = (row.facts[0]?.plotted, bulletTarget(row)?.plotted)
      let isKnown = outcome != nil
      places.close(place, end, paint: isKnown ? .ink : .muted, on: &canvas)
      guard let largest = [outcome, target].compactMap({ $0.map(abs) }).max(), largest > 0 else {
        continue
      }
      let scale = ChartScale(0...largest * 1.1, to: places.plot)
      canvas.rectangle(
        x: places.plot.lowerBound, y: place.y - 8,
        width: places.plot.upperBound - places.plot.lowerBound, height: 16, paint: .grid, radius: 2)
      if let outcome {
        canvas.rectangle(
          x: places.plot.lowerBound, y: place.y - 4,
          width: scale(outcome) - places.plot.lowerBound, height: 8, paint: .figure)
      }
      if let target {
        canvas.line(
          from: (scale(target), place.y - 9), to: (scale(target), place.y + 9), paint: .target,
          width: 3)
      }
    }
  }

  /// `19 / 24`: the outcome and the target.
  func bulletEnd(_ row: Row) -> String {
    [outcome(row), bulletTarget(row)].map(text).joined(separator: " / ")
  }

  /// The outcome; without its unit where the target has the same.
  private func outcome(_ row: Row) -> Fact? {
    guard var outcome = row.facts[0], let target = bulletTarget(row), outcome.unit == target.unit,
      outcome.unit?.isPercent != true
    else { return row.facts[0] }
    outcome.unit = nil
    return outcome
  }

  /// The target of a row, or of the chart.
  func bulletTarget(_ row: Row) -> Fact? { row.facts.count > 1 ? row.facts[1] : chart.target }
}
