internal import Indicators
internal import Labels

extension TextChart {
  /// Fills that differ without colours.
  private static let fills: [Character] = ["█", "▒", "░", "▓", "▞", "▌", "▬", "─"]

  /// Counts of one whole as a bar a row, all in one scale.
  var stackedBars: [TextLine] {
    let shown = data.columns.indices.filter { column in
      data.rows.contains { ($0.facts[column]?.plotted ?? 0) > 0 }
    }
    let ends = data.rows.map(data.stackEnd)
    return legend(shown.enumerated().map { entry($1, $0) }) + stacks(shown, ends)
  }

  /// How often each value or class of values occurs; a line behind the last class within the limit.
  var histogram: [TextLine] {
    let shown = Array(data.columns.indices)
    let ends = data.rows.map(data.stackEnd)
    let entries = shown.count > 1 ? shown.enumerated().map { entry($1, $0) } : []
    guard let goal = data.chart.target, let limit = goal.plotted,
      data.rows.contains(where: { $0.position?.plotted != nil })
    else { return legend(entries) + stacks(shown, ends) }
    let within = data.rows.prefix { ($0.position?.plotted ?? .infinity) <= limit }.count
    return legend(entries) + stacks(shown, ends, line: (within, data.targetWords(goal)))
  }

  private func entry(_ column: Int, _ place: Int) -> LegendEntry {
    LegendEntry(
      sign: Self.fills[place % Self.fills.count], paint: paint(column, place),
      label: data.columns[column].header[language])
  }

  private func paint(_ column: Int, _ place: Int) -> TextPaint? {
    guard
      let verdict = data.columns[column].member?.member.id.flatMap(Verdict.init(rawValue:))
    else { return .series(place) }
    return verdict.textPaint
  }

  private func stacks(
    _ shown: [Int], _ ends: [String], line: (place: Int, words: String)? = nil
  ) -> [TextLine] {
    let rows = rows(ends: ends + [line?.words].compactMap(\.self))
    let largest = data.rows.map(data.total).max() ?? 0
    var drawn = zip(data.rows, ends).map { row, end in
      var plot = TextPlot(width: rows.plotWidth)
      let parts = shown.enumerated().map { place, column in
        TextPart(
          fact: row.facts[column], sign: Self.fills[place % Self.fills.count],
          paint: paint(column, place))
      }
      let hasFigure = row.facts.contains { $0?.plotted != nil }
      let isWithheld = row.facts.contains { $0?.isWithheld == true }
      if hasFigure, !isWithheld, shown.count == 1 || data.total(row) == 0 {
        let length = data.total(row) / max(largest, 1e-9) * Double(plot.width)
        plot.bar(length, parts.first?.paint)
        return rows.lines(row.label, plot, end, isStrong: row.isTotal)
      }
      var room = plot.width
      if isWithheld {
        // What is withheld may belong to no part that is shown.
        room -= 2
        plot.withhold(at: parts.columns(of: room, where: largest).reduce(0, +))
      }
      plot.draw(parts, parts.columns(of: room, where: largest), from: 0)
      return rows.lines(row.label, plot, end, isStrong: row.isTotal)
    }
    if let line {
      var plot = TextPlot(width: rows.plotWidth)
      plot.fill("╌", 0..<plot.width, .target)
      drawn.insert(rows.lines("", plot, line.words), at: line.place)
    }
    return drawn.flatMap(\.self)
  }
}
