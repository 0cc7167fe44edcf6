internal import Labels

extension TextChart {
  /// From the worst answer to the best, of so many; each differs without colours.
  private static func fills(_ count: Int) -> [Character] {
    let all: [Character] =
      switch count {
      case ...2: ["░", "█"]
      case 3: ["░", "─", "█"]
      case 4: ["░", "▒", "▓", "█"]
      case 5: ["░", "▒", "─", "▓", "█"]
      default: ["░", "▒", "▞", "─", "▌", "▓", "█"]
      }
    return (0..<count).map { all[count > 1 ? $0 * (all.count - 1) / (count - 1) : all.count - 1] }
  }

  /// Answers of a scale to the left and right of its middle, the worst first; an answer in the middle of
  /// the scale lies across it. What is withheld is a gap at the end of its side.
  var divergingBars: [TextLine] {
    let count = data.columns.count
    let fills = Self.fills(count)
    func paint(_ column: Int) -> TextPaint {
      column * 2 + 1 == count ? .muted : column < count / 2 ? .fair : .figure
    }
    let entries = data.columns.indices.map {
      LegendEntry(sign: fills[$0], paint: paint($0), label: data.columns[$0].header[language])
    }
    let ends = data.rows.map(data.divergingEnd)
    let rows = rows(ends: ends)
    let sides = data.rows.map { data.sides($0.facts) }
    let left = sides.map(\.left).max() ?? 0
    let all = max(left + (sides.map(\.right).max() ?? 0), 1e-9)
    let hasGaps = data.rows.contains { $0.facts.contains { $0?.isWithheld == true } }
    let gap = hasGaps ? FactWords.withheldSign.count : 0
    // A column is kept for the middle.
    let room = rows.plotWidth - 1 - 2 * gap
    let before = Int((left / all * Double(room)).rounded())
    let middle = gap + before
    return legend(entries)
      + lines(rows, ends: ends) { row, plot in
        let parts = row.facts.enumerated().map { column, fact in
          TextPart(
            fact: fact, sign: fills[column], paint: paint(column),
            share: column * 2 + 1 == count ? 0.5 : 1)
        }
        let worse = Array(parts.prefix((count + 1) / 2))
        let better = Array(parts.suffix((count + 1) / 2))
        let widths = (
          worse: worse.columns(of: room, where: all, most: before),
          better: better.columns(of: room, where: all, most: room - before)
        )
        let ends = (
          first: middle - widths.worse.reduce(0, +), last: middle + 1 + widths.better.reduce(0, +)
        )
        plot.put("│", at: Double(middle), .muted)
        plot.draw(worse, widths.worse, from: ends.first)
        plot.draw(better, widths.better, from: middle + 1)
        func isWithheld(_ side: [TextPart]) -> Bool {
          side.contains { $0.fact?.isWithheld == true }
        }
        if isWithheld(better) { plot.withhold(at: ends.last) }
        if isWithheld(worse) { plot.withhold(at: ends.first - gap) }
      }
  }
}
