internal import Labels

extension ChartData {
  /// Answers of a scale, the worst to the left and the best to the right of a common middle; an answer in
  /// the middle of the scale lies across it. `figures` are the answers, the worst first.
  func divergingBars(on canvas: inout ChartCanvas) {
    let paints = ChartPaint.divergence(columns.count)
    let legend = zip(columns, paints).map { column, paint in
      LegendEntry(sign: .square, paint: paint, label: column.header[language])
    }
    let top = canvas.legend(legend, y: 0)
    let sizes = rows.map(divergingEnd)
    var places = ChartRows(
      rows.map(\.label), isBold: rows.contains(where: \.isTotal), ends: sizes, markHeight: 22,
      y: top, inset: 0, on: canvas)
    let all = rows.map { sides($0.facts) }
    let left = all.map(\.left).max() ?? 0
    let right = all.map(\.right).max() ?? 0
    let length = places.plot.upperBound - places.plot.lowerBound
    let scale = length / max(left + right, 0.001)
    let middle = places.plot.lowerBound + left * scale
    // The middle lies behind the bars, and how far down it goes is known only afterwards.
    var front = ChartCanvas(width: canvas.width, usesVariables: canvas.usesVariables)
    for (row, size) in zip(rows, sizes) {
      let place = places.next(row.label, isBold: row.isTotal, on: &front)
      var x = middle - sides(row.facts).left * scale
      for (fact, paint) in zip(row.facts, paints) {
        guard let fact, let share = fact.plotted, share > 0 else { continue }
        let width = share * scale
        front.segment(
          x: x, width: width, y: place.y - 11, height: 22, paint: paint, words: words.text(fact))
        x += width
      }
      places.close(place, size, paint: .muted, on: &front)
    }
    for span in places.spans {
      canvas.line(from: (middle, span.lowerBound), to: (middle, span.upperBound), paint: .axis)
    }
    canvas.append(front)
  }

  /// How many answered; a reason where that is withheld.
  func divergingEnd(_ row: Row) -> String {
    row.facts.contains { $0?.plotted != nil }
      ? row.facts.compactMap { $0?.wholeText(words) }.first ?? ""
      : text(row.facts.compactMap(\.self).first)
  }

  /// How much lies on either side of the middle.
  func sides(_ facts: [Fact?]) -> (left: Double, right: Double) {
    let shares = facts.map { max($0?.plotted ?? 0, 0) }
    let half = shares.count / 2
    let middle = shares.count.isMultiple(of: 2) ? 0 : shares[half] / 2
    return (
      shares.prefix(half).reduce(middle, +), shares.suffix(half).reduce(middle, +)
    )
  }
}

extension Fact {
  /// How many it is a share of: `n = 19`.
  func wholeText(_ words: FactWords) -> String? {
    guard case .part(_, let whole, _) = base else { return nil }
    return "n = " + words.style.text(whole, upTo: 0)
  }
}

extension ChartCanvas {
  /// A part of a bar, with its figure where it has room.
  mutating func segment(
    x: Double, width: Double, y: Double, height: Double, paint: ChartPaint, words: String
  ) {
    rectangle(x: x, y: y, width: width, height: height, paint: paint, outline: .ground)
    guard AdvanceWidth.of(words, size: Self.smallSize) + 6 <= width else { return }
    text(
      words, x: x + width / 2, y: y + height / 2 + 4, .middle, size: Self.smallSize,
      paint: paint.text)
  }
}
