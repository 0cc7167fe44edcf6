internal import Indicators
internal import Labels

extension ChartData {
  /// Counts of one whole as a bar a row, all in one scale. `figures` are the parts; their members give
  /// the colours where they are verdicts.
  func stackedBar(on canvas: inout ChartCanvas) {
    let paints = columns.indices.map { place in
      columns[place].member.flatMap { $0.member.id.flatMap(Verdict.init(rawValue:)) }?.paint
        ?? ChartPaint.series[place % 5]
    }
    let isShown = columns.indices.map { column in
      rows.contains { ($0.facts[column]?.plotted ?? 0) > 0 }
    }
    let legend = columns.indices.filter { isShown[$0] }.map { column in
      LegendEntry(
        sign: .square, paint: paints[column], label: columns[column].header[language])
    }
    let top = canvas.legend(legend, y: 0)
    let totals = rows.map(total)
    let ends = rows.map(stackEnd)
    var places = ChartRows(
      rows.map(\.label), isBold: rows.contains(where: \.isTotal), ends: ends, markHeight: 22,
      y: top, inset: 0, on: canvas)
    let scale = ChartScale(0...max(totals.max() ?? 0, 1e-9), to: places.plot)
    for (place, row) in rows.enumerated() {
      let at = places.next(row.label, isBold: row.isTotal, on: &canvas)
      var sum = 0.0
      for (fact, paint) in zip(row.facts, paints) {
        guard let fact, let count = fact.plotted, count > 0 else { continue }
        let x = scale(sum)
        sum += count
        canvas.segment(
          x: x, width: scale(sum) - x, y: at.y - 11, height: 22, paint: paint,
          words: words.text(fact))
      }
      places.close(at, ends[place], paint: .muted, on: &canvas)
    }
  }
  /// The sum of a row's parts that are known.
  func total(_ row: Row) -> Double { row.facts.compactMap { $0?.plotted }.reduce(0, +) }

  /// The sum; a reason where a part is withheld, and no figure where none is known.
  func stackEnd(_ row: Row) -> String {
    if let withheld = row.facts.compactMap(\.self).first(where: \.isWithheld) {
      return text(withheld)
    }
    guard row.facts.contains(where: { $0?.plotted != nil }) else { return text(nil) }
    return words.text(Fact(example?.isShare == true ? .share(total(row)) : .number(total(row))))
  }
}
