internal import Labels
internal import TextLayout

extension TextChart {
  /// Series over time as sparklines. A row that words in the last column mark does not compare with
  /// what was before.
  var series: [TextLine] {
    let hasBreaks = data.rows.contains(where: \.isNoted)
    let label = Label("nytt sätt att mäta", "measured in a new way")[language]
    let entries = hasBreaks ? [LegendEntry(sign: "╎", paint: .muted, label: label)] : []
    let target = data.chart.target.map(data.targetWords)
    return legend(entries)
      + data.bySeries.flatMap { panel in
        let rows = ChartData.periods(panel.rows)
        let known = data.columns.indices.filter { column in
          rows.contains { $0.facts[column] != nil }
        }
        let columns = known.isEmpty ? [0] : known
        let line = sparkline(rows, columns, [data.chart.target?.plotted].compactMap(\.self))
        return title(panel.name)
          + columns.flatMap { column in
            let heading = columns.count > 1 ? data.columns[column].header[language] + " " : ""
            let words = [heading + ends(rows, column), target].compactMap(\.self)
            return lines(rows, words.joined(separator: "; ")) { index, row in
              var mark = TextLine(index > 0 && row.isNoted ? "╎" : "", .muted)
              mark.append(
                line.mark(row.facts[column]),
                row.facts[column]?.isWithheld == true ? .muted : .figure)
              return mark
            }
          }
      }
  }

  /// Control charts as sparklines between their limits; what signals is named.
  var control: [TextLine] {
    data.bySeries.flatMap { panel in
      let rows = panel.rows
      let line = sparkline(rows, Array(data.columns.indices.prefix(4)), [])
      let limits = data.columns.indices.dropFirst().compactMap { column -> String? in
        guard let fact = rows.last(where: { $0.facts[column]?.plotted != nil })?.facts[column]
        else { return nil }
        return data.columns[column].header[language] + " " + data.text(fact)
      }
      let signals = rows.filter(data.isSignal).map(\.label)
      let signal = signals.isEmpty ? nil : "signal: " + signals.joined(separator: ", ")
      let words = [ends(rows, 0)] + limits + [signal].compactMap(\.self)
      return title(panel.name)
        + lines(rows, words.joined(separator: "; ")) { _, row in
          let isWithheld = row.facts[0]?.isWithheld == true
          return TextLine(
            line.mark(row.facts[0]), isWithheld ? .muted : data.isSignal(row) ? .bad : .figure)
        }
    }
  }

  private func title(_ name: String) -> [TextLine] {
    name.isEmpty
      ? [] : wrapped(name, width: width, language: language).map { TextLine($0, .strong) }
  }

  private func sparkline(
    _ rows: [ChartData.Row], _ columns: [Int], _ others: [Double]
  ) -> TextSparkline {
    TextSparkline(columns.flatMap { c in rows.compactMap { $0.facts[c]?.plotted } } + others)
  }

  /// The first and the latest figure that are known, with their periods; a reason where none is.
  private func ends(_ rows: [ChartData.Row], _ column: Int) -> String {
    let known = rows.filter { $0.facts[column]?.plotted != nil }
    guard let first = known.first, let last = known.last else {
      return data.text(rows.lazy.compactMap { $0.facts[column] }.first)
    }
    func text(_ row: ChartData.Row) -> String {
      "\(row.label): \(data.text(row.facts[column]))"
    }
    return known.count == 1 ? text(first) : text(first) + " → " + text(last)
  }

  /// Marks in as many lines as they take; words behind the last one or below.
  private func lines(
    _ rows: [ChartData.Row], _ words: String, mark: (Int, ChartData.Row) -> TextLine
  ) -> [TextLine] {
    var lines = [TextLine("  ")]
    for (index, row) in rows.enumerated() {
      let mark = mark(index, row)
      if lines[lines.count - 1].width + mark.width > width { lines.append(TextLine("  ")) }
      lines[lines.count - 1].append(mark)
    }
    let last = lines.count - 1
    if lines[last].width + 2 + TextWidth.of(words) <= width {
      lines[last].append("  " + words)
      return lines
    }
    return lines
      + wrapped(words, width: width - 2, language: language).map { TextLine("  " + $0) }
  }
}
