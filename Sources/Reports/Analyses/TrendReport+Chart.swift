internal import Analyses
internal import Labels
internal import Statistics

extension TrendReport {
  /// The control charts: what they say in sentences, then every point.
  static func charts(_ analysis: TrendAnalysis, _ kind: ChartKind) -> [Block] {
    let sentences = analysis.findings.compactMap { finding in
      finding.chart.map { sentence(finding.series, $0, analysis.request.target) }
    }
    return [.heading(level: 1, heading(kind))] + sentences.map(Block.paragraph)
      + [.table(points(analysis, kind))]
  }

  private static func heading(_ kind: ChartKind) -> Label {
    switch kind {
    case .xmr: Label("Styrdiagram, enskilda värden (XmR)", "Control chart, individual values (XmR)")
    case .p: Label("Styrdiagram, andelar (p)", "Control chart, shares (p)")
    case .u: Label("Styrdiagram, antal per enhet (u)", "Control chart, rates (u)")
    case .c: Label("Styrdiagram, antal (c)", "Control chart, counts (c)")
    }
  }

  private static func sentence(
    _ series: Series, _ chart: Result<ChartFinding, StatisticsError>, _ target: TrendTarget?
  ) -> Label {
    let name = series.part.map { "\($0): " } ?? ""
    let words: Label
    switch chart {
    case .failure(let error):
      let reason = StatisticWords.reason(error)
      words = Label("inget styrdiagram, \(reason.swedish).", "no control chart, \(reason.english).")
    case .success(let finding):
      switch finding.result {
      case .tooFewPoints(let short): words = self.words(short)
      case .chart(let chart): words = self.words(chart, finding, target)
      }
    }
    return Label(name + words.swedish, name + words.english).capitalised
  }

  /// Below twelve points a chart would promise more than it holds.
  private static func words(_ short: ShortSeries) -> Label {
    let latest = figureText(short.latest)
    var words = Label(
      "\(short.count) \(short.count == 1 ? "punkt" : "punkter") räcker inte till ett styrdiagram "
        + "(\(short.needed) behövs).",
      "\(short.count) \(short.count == 1 ? "point is" : "points are") too few for a control chart "
        + "(\(short.needed) are needed).")
    if let range = short.earlierRange, let median = short.earlierMedian {
      let (low, high) = (figureText(range.lowerBound), figureText(range.upperBound))
      let middle = figureText(median)
      let earlier =
        short.count == 2
        ? Label("det tidigare, \(middle.swedish).", "the earlier one, \(middle.english).")
        : low == high
          ? Label(
            "de tidigare, som alla var \(low.swedish).",
            "the earlier ones, which were all \(low.english).")
          : Label(
            "de tidigare, som låg mellan \(low.swedish) och \(high.swedish) (median "
              + "\(middle.swedish)).",
            "the earlier ones, which lay between \(low.english) and \(high.english) (median "
              + "\(middle.english)).")
      words.swedish +=
        " I stället: det senaste värdet, \(latest.swedish), jämfört med \(earlier.swedish)"
      words.english += " Instead: the latest value, \(latest.english), beside \(earlier.english)"
    }
    return words
  }

  private static func words(
    _ chart: ControlChart, _ finding: ChartFinding, _ target: TrendTarget?
  ) -> Label {
    let signals = chart.signals.count
    var words =
      signals == 0
      ? Label(
        "bara slumpmässig variation i \(chart.points.count) punkter.",
        "only random variation in \(chart.points.count) points.")
      : Label(
        "\(signals) av \(chart.points.count) punkter ingår i tecken på en särskild orsak.",
        "\(signals) of \(chart.points.count) points \(signals == 1 ? "is" : "are") part of signs of a "
          + "special cause.")
    if let variation = finding.variation {
      let label = variation.label
      words.swedish += " Senaste punkten: \(label.swedish)."
      words.english += " The latest point: \(label.english)."
    }
    if let assurance = finding.assurance, let target {
      let goal = figureText(target.value)
      let label = assurance.label
      let sign = if case .atLeast = target { "≥" } else { "≤" }
      words.swedish += " Målet \(sign) \(goal.swedish) \(label.swedish)."
      words.english += " The target \(sign) \(goal.english) \(label.english)."
    }
    return words
  }

  private static func points(_ analysis: TrendAnalysis, _ kind: ChartKind) -> ReportTable {
    let rows = analysis.findings.flatMap { finding -> [ReportRow] in
      guard case .success(let found) = finding.chart, let chart = found.result.chart else {
        return []
      }
      return zip(finding.series.points, chart.points).map { point, place in
        let width = place.upper - place.lower
        let decimals = StatisticWords.decimals(for: width)
        return ReportRow([
          .code(finding.series.part), .code(point.label), figure(place.value),
          .number(place.centre, decimals: decimals), .number(place.lower, decimals: decimals),
          .number(place.upper, decimals: decimals),
          place.signals.isEmpty
            ? .none
            : .text(
              Label(
                place.signals.map(\.label.swedish).joined(separator: ", "),
                place.signals.map(\.label.english).joined(separator: ", "))),
          .code(place.signals.isEmpty ? nil : place.signals.map(\.rawValue).joined(separator: " ")),
        ])
      }
    }
    return ReportTable(
      id: "chart", title: Label("Punkter", "Points"),
      columns: [
        series(analysis),
        ReportColumn("period", Label("Period", "Period")),
        ReportColumn("value", Label("Värde", "Value")),
        ReportColumn("centre", Label("Mitt", "Centre")),
        ReportColumn("lower", Label("Nedre gräns", "Lower limit")),
        ReportColumn("upper", Label("Övre gräns", "Upper limit")),
        ReportColumn("signal", Label("Signal", "Signal"), for: .readers), .data("signals"),
      ], rows: rows,
      notes: [
        Label(
          "Gränserna ligger tre standardavvikelser från mitten. Signaler: utanför gränserna, lång svit "
            + "och få korsningar (Anhøjs regler). Variation (är något nytt?) och säkerhet (nås målet?) "
            + "är två olika frågor.",
          "The limits lie three standard deviations from the centre. Signals: beyond the limits, a long "
            + "run, few crossings (Anhøj’s rules). Variation (is something new?) and assurance (will the "
            + "target be hit?) are two different questions.")
      ])
  }

  static func figureText(_ value: Double) -> Label {
    value == value.rounded()
      ? StatisticWords.both { $0.text(value, decimals: 0) } : StatisticWords.figure(value)
  }
}

extension Variation {
  fileprivate var label: Label {
    switch self {
    case .commonCause: Label("slumpmässig variation", "random variation")
    case .improving: Label("särskild orsak, till det bättre", "special cause, for the better")
    case .deteriorating: Label("särskild orsak, till det sämre", "special cause, for the worse")
    }
  }
}

extension Assurance {
  fileprivate var label: Label {
    switch self {
    case .consistentlyHits: Label("nås varje gång om inget ändras", "will be hit each time")
    case .consistentlyMisses:
      Label("nås inte om inget ändras", "will be missed each time unless something changes")
    case .hitAndMiss: Label("nås ibland, efter slumpen", "will be hit or missed by chance")
    }
  }
}

extension ControlRule {
  fileprivate var label: Label {
    switch self {
    case .beyondLimits: Label("utanför gränserna", "beyond the limits")
    case .twoOfThree: Label("två av tre långt ut", "two of three far out")
    case .fourOfFive: Label("fyra av fem utåt", "four of five outwards")
    case .eightInARow: Label("åtta i rad", "eight in a row")
    case .longRun: Label("lång svit", "long run")
    case .fewCrossings: Label("få korsningar", "few crossings")
    }
  }
}
