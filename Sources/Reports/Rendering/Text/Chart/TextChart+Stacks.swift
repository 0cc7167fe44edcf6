internal import Indicators
internal import Labels

extension TextChart {
  /// A part of a bar: its fill, and its figure, which may be withheld.
  private struct Part {
    var fact: Fact?
    var sign: Character
    var paint: TextPaint?
    /// How much of the figure stands here.
    var share = 1.0
    var value: Double { max(fact?.plotted ?? 0, 0) * share }
  }

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
    let words = Label("gräns ", "limit ")[language] + data.words.text(goal)
    return legend(entries) + stacks(shown, ends, line: (within, words))
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
        Part(
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
        plot.withhold(at: columns(parts, largest, room).reduce(0, +))
      }
      draw(parts, columns(parts, largest, room), from: 0, on: &plot)
      return rows.lines(row.label, plot, end, isStrong: row.isTotal)
    }
    if let line {
      var plot = TextPlot(width: rows.plotWidth)
      plot.fill("╌", 0..<plot.width, .target)
      drawn.insert(rows.lines("", plot, line.words), at: line.place)
    }
    return drawn.flatMap(\.self)
  }

  /// Answers of a scale to the left and right of its middle, the worst first.
  var divergingBars: [TextLine] {
    let count = data.columns.count
    let fills: [Character] =
      switch count {
      case ...2: ["░", "█"]
      case 3: ["░", "─", "█"]
      case 4: ["░", "▒", "▓", "█"]
      default: ["░", "▒", "─", "▓", "█"]
      }
    func fill(_ column: Int) -> Character {
      fills[count > 1 ? column * (fills.count - 1) / (count - 1) : fills.count - 1]
    }
    func paint(_ column: Int) -> TextPaint? {
      column * 2 + 1 == count ? .muted : column < count / 2 ? .fair : .figure
    }
    let ends = data.rows.map(data.divergingEnd)
    let rows = rows(ends: ends)
    let sides = data.rows.map { data.sides($0.facts) }
    let left = sides.map(\.left).max() ?? 0
    let all = max(left + (sides.map(\.right).max() ?? 0), 1e-9)
    // A column is kept for the middle.
    let room = Double(rows.plotWidth - 1)
    let middle = Int((left / all * room).rounded())
    let entries = (0..<count).map {
      LegendEntry(
        sign: fill($0), paint: paint($0), label: data.columns[$0].header[language])
    }
    return legend(entries)
      + lines(rows, ends: ends) { row, plot in
        let parts = row.facts.enumerated().map { column, fact in
          Part(
            fact: fact, sign: fill(column), paint: paint(column),
            share: column * 2 + 1 == count ? 0.5 : 1)
        }
        plot.put("│", at: Double(middle), .muted)
        let (before, after) = (
          Array(parts.prefix((count + 1) / 2)), Array(parts.suffix((count + 1) / 2))
        )
        let widths = (
          columns(before, all, Int(room), most: middle),
          columns(after, all, Int(room), most: Int(room) - middle)
        )
        draw(before, widths.0, from: middle - widths.0.reduce(0, +), on: &plot)
        draw(after, widths.1, from: middle + 1, on: &plot)
        if !row.facts.contains(where: { $0?.plotted != nil }),
          row.facts.contains(where: { $0?.isWithheld == true })
        {
          plot.withhold(at: middle + 1)
        }
      }
  }

  /// How many columns each part takes where `all` takes `room`: at least one where there is anything.
  private func columns(_ parts: [Part], _ all: Double, _ room: Int, most: Int? = nil) -> [Int] {
    let values = parts.map(\.value)
    let sum = values.reduce(0, +)
    guard sum > 0, all > 0 else { return parts.map { _ in 0 } }
    let total = min(
      max(Int((sum / all * Double(room)).rounded()), values.count { $0 > 0 }), most ?? room)
    let ideal = values.map { $0 / sum * Double(total) }
    var columns = ideal.map { $0 > 0 ? max(1, Int($0)) : 0 }
    func place(of worth: (Int) -> Double) -> Int? {
      columns.indices.filter { values[$0] > 0 }.max { worth($0) < worth($1) }
    }
    while columns.reduce(0, +) < total,
      let next = place(of: { ideal[$0] - Double(columns[$0]) })
    {
      columns[next] += 1
    }
    while columns.reduce(0, +) > total, let next = place(of: { Double(columns[$0]) - ideal[$0] }) {
      columns[next] -= 1
    }
    return columns
  }

  private func draw(
    _ parts: [Part], _ columns: [Int], from start: Int, on plot: inout TextPlot
  ) {
    var place = start
    for (part, count) in zip(parts, columns) {
      if count > 0 { plot.fill(part.sign, place..<place + count, part.paint) }
      place += count
    }
  }
}
