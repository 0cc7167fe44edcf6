internal import Labels
internal import TextLayout

/// A chart of characters, from the same figures as its drawing: what is missing or withheld is a gap,
/// never a zero.
struct TextChart {
  let data: ChartData
  let width: Int

  /// Its lines, without its title.
  var lines: [TextLine] {
    switch data.chart.kind {
    case .divergingBars: divergingBars
    case .shares: shares
    case .bullet: bullets
    case .line: series
    case .control: control
    case .histogram: histogram
    case .dots: dots
    case .stackedBar: stackedBars
    case .funnel: funnel
    case .ranks: ranks
    }
  }

  var language: Language { data.language }

  /// The mark for a value to reach.
  static let targetSign: Character = "┃"

  /// A sign and what it means.
  struct LegendEntry {
    var sign: Character
    var paint: TextPaint?
    var label: String
  }

  /// Signs and their words, as many in a line as fit.
  func legend(_ entries: [LegendEntry]) -> [TextLine] {
    var lines: [TextLine] = []
    for entry in entries {
      let words = wrapped(entry.label, width: width - 2, language: language)
      let needed = 2 + (words.map { TextWidth.of($0) }.max() ?? 0)
      if words.count == 1, let last = lines.indices.last, lines[last].width + 3 + needed <= width {
        lines[last].append("   ")
      } else {
        lines.append(TextLine())
      }
      for (number, line) in words.enumerated() {
        if number > 0 { lines.append(TextLine("  ")) }
        let last = lines.count - 1
        if number == 0 {
          lines[last].append(String(entry.sign), entry.paint)
          lines[last].append(" ")
        }
        lines[last].append(line)
      }
    }
    return lines
  }

  /// The legend of the value to reach.
  var targetLegend: [LegendEntry] {
    let isOwn = data.rows.contains { $0.target?.plotted != nil }
    guard let target = data.chart.target, target.plotted != nil else {
      let label = Label("mål", "target")[language]
      return isOwn ? [LegendEntry(sign: Self.targetSign, paint: .target, label: label)] : []
    }
    let label = data.targetWords(target)
    return [LegendEntry(sign: Self.targetSign, paint: .target, label: label)]
  }

  func rows(ends: [String]) -> TextChartRows {
    TextChartRows(
      labels: data.rows.map(\.label), ends: ends, width: width, language: language)
  }

  /// A row a row of the data. `draw` puts the marks; it is asked only where nothing stands in their way.
  func lines(
    _ rows: TextChartRows, ends: [String], draw: (ChartData.Row, inout TextPlot) -> Void
  ) -> [TextLine] {
    zip(data.rows, ends).flatMap { row, end in
      var plot = TextPlot(width: rows.plotWidth)
      draw(row, &plot)
      return rows.lines(row.label, plot, end, isStrong: row.isTotal)
    }
  }
}
