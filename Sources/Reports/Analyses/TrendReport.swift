package import Analyses
internal import Labels
internal import Statistics

/// The trends of a table as a report.
package enum TrendReport {
  /// Builds the report.
  package static func document(_ analysis: TrendAnalysis) -> ReportDocument {
    let request = analysis.request.series
    let what = request.value.map { Label(same: $0) } ?? Label("antal rader", "number of rows")
    let trends = trends(analysis)
    let places = places(analysis)
    var blocks: [Block] = [.note(AnalysisWords.reading(analysis))]
    blocks += zip(analysis.findings, places).prefix(mostSentences).map {
      .paragraph(sentence($0, what, trends, at: $1.upperBound - 1))
    }
    if analysis.findings.count > mostSentences {
      let rest = trends.count(
        column: "series", in: places.dropFirst(mostSentences).map(\.lowerBound)
      ) { _ in true }
      let isOne = analysis.findings.count == mostSentences + 1
      blocks.append(
        .paragraph(
          Sentence(
            "… och \(rest) \(isOne ? "serie" : "serier") till i tabellen.",
            "… and \(rest) more series in the table.")))
    }
    if analysis.request.chart == nil, let chart = line(analysis, what) { blocks.append(chart) }
    blocks.append(.table(trends))
    if analysis.request.forecast != nil { blocks.append(.table(forecasts(analysis))) }
    if let kind = analysis.request.chart { blocks += charts(analysis, kind, trends, places) }
    return ReportDocument(
      id: "trend",
      title: Label(
        "Utveckling: \(what.swedish) per \(request.time)",
        "Trend: \(what.english) by \(request.time)"),
      subtitle: AnalysisWords.subtitle(file: analysis.file, rows: analysis.rowCount), blocks: blocks
    )
  }

  /// So many series are put in words; the table has them all.
  private static let mostSentences = 12

  /// The rows of each series in the table of trends: one for each of its segments.
  private static func places(_ analysis: TrendAnalysis) -> [Range<Int>] {
    var end = 0
    return analysis.findings.map { finding in
      defer { end += finding.segments.count }
      return end..<end + finding.segments.count
    }
  }

  // MARK: Sentences

  /// What became of the last segment of a series, whose figures stand in a row of the trends.
  private static func sentence(
    _ finding: SeriesFinding, _ what: Label, _ trends: ReportTable, at row: Int
  ) -> Sentence {
    let name = finding.series.part.map { " (\($0))" } ?? ""
    guard let segment = finding.segments.last, let first = segment.points.first,
      let last = segment.points.last
    else { return Sentence(Label("", "")) }
    let span = "\(first.label)–\(last.label)"
    let subject = Sentence(Label("\(what.swedish)\(name)", "\(what.english)\(name)")).capitalised
    switch segment.trend {
    case .failure where segment.points.count < 3:
      return change(segment.points, subject, trends, at: row)
    case .failure(let error):
      let reason = StatisticWords.reason(error)
      return Sentence(
        "\(subject.swedish), \(span): \(reason.swedish).",
        "\(subject.english), \(span): \(reason.english).")
    case .success(let figures):
      let test = figures.decidingTest
      guard let slope = trends.fact(at: row, column: "slope"),
        let p = trends.fact(at: row, column: test == figures.corrected ? "p_corrected" : "p")
      else { return subject }
      let verb = figures.evidence.verb
      let interval =
        slope.interval == nil
        ? Phrase("") : Phrase(" (\(slope, .confidence): \(slope, .interval))")
      let name = StatisticWords.name(test.method)
      return Sentence(
        "\(subject.swedish) \(verb.swedish) \(span): \(slope) per period\(interval); "
          + "\(name.swedish), p\u{A0}\(p, .equation).",
        "\(subject.english) \(verb.english) \(span): \(slope) a period\(interval); "
          + "\(name.english), p\u{A0}\(p, .equation).")
    }
  }

  /// One value or two: two are a change, not a trend.
  private static func change(
    _ points: [SeriesPoint], _ subject: Sentence, _ trends: ReportTable, at row: Int
  ) -> Sentence {
    let (first, last) = (points[0], points[points.count - 1])
    let old = trends.quoting(figure(first.value), at: row, column: "first")
    let new = trends.quoting(figure(last.value), at: row, column: "last")
    if points.count == 1 {
      return Sentence(
        "\(subject.swedish): ett enda värde, \(old) (\(first.label)); det finns inget att "
          + "jämföra med.",
        "\(subject.english): a single value, \(old) (\(first.label)); there is nothing to "
          + "compare it with.")
    }
    if first.value == last.value {
      return Sentence(
        "\(subject.swedish) var \(old) både \(first.label) och \(last.label); två värden är ingen "
          + "trend.",
        "\(subject.english) was \(old) both \(first.label) and \(last.label); two values are no "
          + "trend.")
    }
    return Sentence(
      "\(subject.swedish) gick från \(old) (\(first.label)) till \(new) (\(last.label)): en "
        + "förändring mellan två värden, ingen trend.",
      "\(subject.english) went from \(old) (\(first.label)) to \(new) (\(last.label)): a change "
        + "between two values, not a trend.")
  }

  // MARK: Tables

  /// The column of the series' names; readers of a single series need none.
  static func series(_ analysis: TrendAnalysis) -> ReportColumn {
    analysis.request.series.part == nil
      ? .data("series") : .members("series", Label("Serie", "Series"), of: .series)
  }

  private static func trends(_ analysis: TrendAnalysis) -> ReportTable {
    ReportTable(
      id: "trend", title: Label("Trend", "Trend"),
      columns: [
        series(analysis), .members("from", Label("Från", "From"), of: .period),
        .members("to", Label("Till", "To"), of: .period),
        ReportColumn("periods", Label("Perioder", "Periods")),
        ReportColumn("first", Label("Först", "First")),
        ReportColumn("last", Label("Sist", "Last")),
        .figure("slope", Label("Per period", "A period"), low: "slope_low", high: "slope_high"),
        .interval(AnalysisWords.level(analysis.request.confidence)), .data("confidence"),
        .data("method"), .data("statistic"), ReportColumn("p", Label("p", "p")),
        ReportColumn("p_corrected", Label("p, korr.", "p, corr.")),
        ReportColumn("change_after", Label("Brott efter", "Change after")), .data("change_p"),
        .named("evidence", Label("Slutsats", "Finding")), .data("refusal"),
      ],
      rows: analysis.findings.flatMap { finding in
        finding.segments.map { row(finding.series, $0) }
      }, notes: notes(analysis))
  }

  private static func row(_ series: Series, _ segment: SegmentFinding) -> ReportRow {
    let (first, last) = (segment.points[0], segment.points[segment.points.count - 1])
    let start: [ReportCell] = [
      .code(series.part), .code(first.label), .code(last.label), .count(segment.points.count),
      .fact(figure(first.value)), .fact(figure(last.value)),
    ]
    switch segment.trend {
    case .failure(let error):
      let remark =
        segment.points.count == 2
        ? Label("två värden: en förändring", "two values: a change")
        : Label("kan inte prövas", "cannot be tested")
      return ReportRow(
        start + Array(repeating: .none, count: 9) + [
          .member(nil, remark), .code(error.description),
        ])
    case .success(let figures):
      let slope = ReportCell.fact(slope(figures))
      let change = figures.changePoint.flatMap {
        $0.test.rejects(confidence: figures.confidence) ? $0 : nil
      }
      func p(_ test: TestResult?) -> ReportCell {
        .fact(test.map { Fact(.pValue($0.pValue, level: 1 - figures.confidence)) })
      }
      return ReportRow(
        start + [
          slope, slope, .fact(Fact(.probability(figures.confidence))),
          .code(figures.test.method.words), .fact(Fact(.number(figures.test.statistic))),
          p(figures.test), p(figures.corrected), .code(change?.last.label),
          p(figures.changePoint?.test),
          .member(figures.evidence.rawValue, figures.evidence.label), .none,
        ])
    }
  }

  private static func slope(_ figures: TrendFigures) -> Fact {
    let interval = figures.slopeInterval.map { FactInterval($0, method: "theil_sen") }
    let slope = Fact.difference(figures.slope, interval)
    // Figures on a line have an interval without a width.
    return interval?.width == 0 ? slope.shown(.significant(of: figures.slope)) : slope
  }

  /// A figure of the series as the file has it: whole numbers stay whole.
  static func figure(_ value: Double) -> Fact {
    Fact(
      .number(value), precision: value == value.rounded() ? .decimals(0) : .digits(of: value))
  }

  private static func notes(_ analysis: TrendAnalysis) -> [Footnote] {
    let breaks = analysis.request.breaks.joined(separator: ", ")
    return [
      Footnote(
        "Prövat med Mann–Kendalls test; lutningen är Theil–Sens. p, korr. tar hänsyn till att "
          + "grannar liknar varandra (Hamed och Rao); det större av de två avgör. Brott: Pettitts test.",
        "Tested by Mann–Kendall; the slope is Theil–Sen’s. p, corr. allows for neighbours that "
          + "resemble each other (Hamed and Rao); the larger of the two decides. Change: Pettitt’s test."
      )
    ]
      + (breaks.isEmpty
        ? []
        : [
          Footnote(
            "Serien bryts vid \(breaks); inget räknas över ett brott.",
            "The series breaks at \(breaks); nothing is computed across a break.")
        ])
  }
}

extension TrendEvidence {
  /// What is said of a series.
  fileprivate var verb: Label {
    switch self {
    case .rose, .fell: label
    case .noEvidence: Label("visar ingen säkerställd förändring", "shows no proven change")
    }
  }

  fileprivate var label: Label {
    switch self {
    case .rose: Label("har ökat", "has risen")
    case .fell: Label("har minskat", "has fallen")
    case .noEvidence: Label("ej säkerställd", "not proven")
    }
  }
}
