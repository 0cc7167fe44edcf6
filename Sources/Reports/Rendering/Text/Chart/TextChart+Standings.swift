internal import Labels

/// Groups beside each other.
extension TextChart {
  /// Shares as dots on the stretch where groups of their size lie if all are alike, and the share of all.
  var funnel: [TextLine] {
    let ends = data.rows.map(data.funnelEnd)
    let rows = rows(ends: ends)
    let limits = data.rows.flatMap { $0.facts.dropFirst().compactMap { $0?.plottedInterval } }
    let values =
      data.rows.compactMap { $0.facts[0]?.plotted } + limits.flatMap { [$0.lower, $0.upper] }
      + data.targets
    let found = ChartScale.domain(values, isShare: true, fromZero: true)
    let scale = ChartScale(found, to: 0...Double(rows.plotWidth))
    let places = ChartData.FunnelPlace.allCases.filter { place in
      data.rows.contains { data.funnelPlace($0) == place }
    }
    var entries = places.map {
      LegendEntry(sign: sign($0), paint: paint($0), label: data.funnelWords($0))
    }
    entries += data.columns.dropFirst().enumerated().map { place, column in
      LegendEntry(sign: place == 0 ? "▒" : "░", paint: .muted, label: column.header[language])
    }
    return legend(entries + targetLegend)
      + lines(rows, ends: ends) { row, plot in
        for column in row.facts.indices.dropFirst().reversed() {
          guard let interval = row.facts[column]?.plottedInterval else { continue }
          let start = Int(scale(interval.lower))
          plot.fill(
            column == 1 ? "▒" : "░", start..<max(Int(scale(interval.upper).rounded(.up)), start),
            .muted)
        }
        if let mean = data.chart.target?.plotted {
          plot.put(Self.targetSign, at: scale(mean), .target)
        }
        if let share = row.facts[0]?.plotted, let place = data.funnelPlace(row) {
          plot.put(sign(place), at: scale(share), paint(place))
        }
        if row.facts[0]?.isWithheld == true { plot.withhold() }
      }
  }

  private func sign(_ place: ChartData.FunnelPlace) -> Character {
    switch place {
    case .within: "●"
    case .outsideWarning: "○"
    case .outsideControl: "◆"
    }
  }

  private func paint(_ place: ChartData.FunnelPlace) -> TextPaint {
    place == .within ? .figure : .bad
  }

  /// The ranks that each may have, from the best to the worst.
  var ranks: [TextLine] {
    let ends = data.rows.map { data.text($0.facts[0]) }
    let rows = rows(ends: ends)
    let scale = ChartScale(
      0...Double(max(data.rankCount, 1)), to: 0...Double(rows.plotWidth))
    return lines(rows, ends: ends) { row, plot in
      if row.facts[0]?.isWithheld == true { plot.withhold() }
      guard let ranks = row.facts[0]?.plottedInterval else { return }
      plot.fill("┈", 0..<plot.width, .muted)
      // A rank is a stretch of the line, so that one that is sure can be seen.
      let start = Int(scale(ranks.lower - 1))
      plot.fill("━", start..<max(Int(scale(ranks.upper)), start + 1), .figure)
    }
  }
}
