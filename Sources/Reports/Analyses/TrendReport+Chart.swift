internal import Analyses
internal import Labels
internal import Statistics

extension TrendReport {
  /// The control charts: what they say in sentences, then every point. The trends of a series stand in
  /// the rows of its place.
  static func charts(
    _ analysis: TrendAnalysis, _ kind: ChartKind, _ trends: ReportTable, _ places: [Range<Int>]
  ) -> [Block] {
    let points = points(analysis, kind)
    var (sentences, end) = ([Block](), 0)
    for (finding, place) in zip(analysis.findings, places) {
      guard let chart = finding.chart else { continue }
      let start = end
      end += (try? chart.get())?.result.chart?.points.count ?? 0
      let quotes = ChartQuotes(points: points, rows: start..<end, trends: trends, place: place)
      sentences.append(.paragraph(sentence(finding.series, chart, analysis.request.target, quotes)))
    }
    var blocks = [.heading(level: 1, heading(kind))] + sentences + [.table(points)]
    if !points.rows.isEmpty { blocks.append(.chart(chart(analysis, kind))) }
    return blocks
  }

  private static func chart(_ analysis: TrendAnalysis, _ kind: ChartKind) -> ReportChart {
    ReportChart(
      id: "control", title: heading(kind), kind: .control, table: "chart", labels: "period",
      figures: ["value", "centre", "lower", "upper"],
      series: analysis.request.series.part == nil ? nil : "series",
      target: analysis.request.target.map { figure($0.value) })
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
    _ series: Series, _ chart: Result<ChartFinding, StatisticsError>, _ target: TrendTarget?,
    _ quotes: ChartQuotes
  ) -> Sentence {
    let name = series.part.map { "\($0): " } ?? ""
    let words: Sentence
    switch chart {
    case .failure(let error):
      let reason = StatisticWords.reason(error)
      words = Sentence(
        "inget styrdiagram, \(reason.swedish).", "no control chart, \(reason.english).")
    case .success(let finding):
      switch finding.result {
      case .tooFewPoints(let short): words = self.words(short, quotes)
      case .chart: words = self.words(finding, target, quotes)
      }
    }
    return (Sentence(Label(same: name)) + words).capitalised
  }

  /// Below twelve points a chart would promise more than it holds.
  private static func words(_ short: ShortSeries, _ quotes: ChartQuotes) -> Sentence {
    let count = quotes.whole(.count(short.count), "periods")
    let words = Sentence(
      "\(count) \(short.count == 1 ? "punkt" : "punkter") räcker inte till ett styrdiagram "
        + "(\(.count(short.needed)) behövs).",
      "\(count) \(short.count == 1 ? "point is" : "points are") too few for a control chart "
        + "(\(.count(short.needed)) are needed).")
    guard let range = short.earlierRange, let median = short.earlierMedian else { return words }
    let latest = quotes.last(figure(short.latest))
    let (low, high) = (figure(range.lowerBound), figure(range.upperBound))
    let earlier: Sentence
    if short.count == 2 {
      let first = quotes.whole(figure(median), "first")
      earlier = Sentence("det tidigare, \(first).", "the earlier one, \(first).")
    } else if Sentence(low).label == Sentence(high).label {
      earlier = Sentence(
        "de tidigare, som alla var \(low).", "the earlier ones, which were all \(low).")
    } else {
      let middle = figure(median)
      earlier = Sentence(
        "de tidigare, som låg mellan \(low) och \(high) (median \(middle)).",
        "the earlier ones, which lay between \(low) and \(high) (median \(middle)).")
    }
    return words
      + Sentence(
        " I stället: det senaste värdet, \(latest), jämfört med \(earlier.swedish)",
        " Instead: the latest value, \(latest), beside \(earlier.english)")
  }

  private static func words(
    _ finding: ChartFinding, _ target: TrendTarget?, _ quotes: ChartQuotes
  ) -> Sentence {
    let (signals, count) = (quotes.signals, quotes.count)
    var words =
      signals.value == .count(0)
      ? Sentence(
        "bara slumpmässig variation i \(count) punkter.",
        "only random variation in \(count) points.")
      : Sentence(
        "\(signals) av \(count) punkter ingår i tecken på en särskild orsak.",
        "\(signals) of \(count) points \(signals.value == .count(1) ? "is" : "are") part of signs of "
          + "a special cause.")
    if let label = finding.variation?.label {
      words =
        words
        + Sentence(
          " Senaste punkten: \(label.swedish).", " The latest point: \(label.english).")
    }
    if let label = finding.assurance?.label, let target {
      let goal = figure(target.value)
      let sign = if case .atLeast = target { "≥" } else { "≤" }
      words =
        words
        + Sentence(
          " Målet \(sign) \(goal) \(label.swedish).",
          " The target \(sign) \(goal) \(label.english).")
    }
    return words
  }

  private static func points(_ analysis: TrendAnalysis, _ kind: ChartKind) -> ReportTable {
    let rows = analysis.findings.flatMap { finding -> [ReportRow] in
      guard case .success(let found) = finding.chart, let chart = found.result.chart else {
        return []
      }
      return zip(finding.series.points, chart.points).map { point, place in
        let digits = Precision.digits(of: place.upper - place.lower)
        func limit(_ value: Double) -> ReportCell {
          .fact(Fact(.number(value), precision: digits))
        }
        return ReportRow([
          .code(finding.series.part), .code(point.label), .fact(figure(place.value)),
          limit(place.centre), limit(place.lower), limit(place.upper), signals(place.signals),
        ])
      }
    }
    return ReportTable(
      id: "chart", title: Label("Punkter", "Points"),
      columns: [
        series(analysis), .members("period", Label("Period", "Period"), of: .period),
        ReportColumn("value", Label("Värde", "Value")),
        ReportColumn("centre", Label("Mitt", "Centre")),
        ReportColumn("lower", Label("Nedre gräns", "Lower limit")),
        ReportColumn("upper", Label("Övre gräns", "Upper limit")),
        .named("signals", Label("Signal", "Signal")),
      ], rows: rows,
      notes: [
        Footnote(
          "Gränserna ligger tre standardavvikelser från mitten. Signaler: utanför gränserna, lång svit "
            + "och få korsningar (Anhøjs regler). Variation (är något nytt?) och säkerhet (nås målet?) "
            + "är två olika frågor.",
          "The limits lie three standard deviations from the centre. Signals: beyond the limits, a long "
            + "run, few crossings (Anhøj’s rules). Variation (is something new?) and assurance (will the "
            + "target be hit?) are two different questions.")
      ])
  }

  /// The rules that a point breaks, as one word: together they make it a signal.
  private static func signals(_ rules: [ControlRule]) -> ReportCell {
    guard !rules.isEmpty else { return .none }
    func joined(_ words: (ControlRule) -> String, _ separator: String) -> String {
      rules.map(words).joined(separator: separator)
    }
    return .member(
      joined(\.rawValue, " "), Label(joined(\.label.swedish, ", "), joined(\.label.english, ", ")))
  }
}

/// Where the figures of a series stand that its chart is put in words with.
private struct ChartQuotes {
  /// The points of all charts, and the rows of this one; none where there is no chart.
  let points: ReportTable
  let rows: Range<Int>
  /// The trends, and the rows of this series, one for each segment.
  let trends: ReportTable
  let place: Range<Int>

  /// How many points the chart has.
  var count: Fact { points.count(column: "value", in: rows) { _ in true } }

  /// How many of them are signals.
  var signals: Fact { points.count(column: "signals", in: rows) { $0 != .none } }

  /// A figure of the whole series, which has a row only if it has no breaks.
  func whole(_ fact: Fact, _ column: String) -> Fact {
    place.count == 1 ? trends.quoting(fact, at: place.lowerBound, column: column) : fact
  }

  /// The latest figure.
  func last(_ fact: Fact) -> Fact {
    trends.quoting(fact, at: place.upperBound - 1, column: "last")
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
