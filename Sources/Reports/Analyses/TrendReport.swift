package import Analyses
internal import Labels
internal import Statistics

/// The trends of a table as a report.
package enum TrendReport {
  /// Builds the report.
  package static func document(_ analysis: TrendAnalysis) -> ReportDocument {
    let request = analysis.request.series
    let what = request.value.map { Label(same: $0) } ?? Label("antal rader", "number of rows")
    var blocks: [Block] = [.note(AnalysisWords.reading(analysis))]
    blocks += analysis.findings.prefix(12).map { .paragraph(sentence($0, what)) }
    if analysis.findings.count > 12 {
      let rest = analysis.findings.count - 12
      blocks.append(
        .paragraph(
          Label(
            "… och \(rest) \(rest == 1 ? "serie" : "serier") till i tabellen.",
            "… and \(rest) more series in the table.")))
    }
    blocks.append(.table(trends(analysis)))
    if analysis.request.forecast != nil { blocks.append(.table(forecasts(analysis))) }
    if let kind = analysis.request.chart { blocks += charts(analysis, kind) }
    return ReportDocument(
      id: "trend",
      title: Label(
        "Utveckling: \(what.swedish) per \(request.time)",
        "Trend: \(what.english) by \(request.time)"),
      subtitle: AnalysisWords.subtitle(file: analysis.file, rows: analysis.rowCount), blocks: blocks
    )
  }

  // MARK: Sentences

  private static func sentence(_ finding: SeriesFinding, _ what: Label) -> Label {
    let name = finding.series.part.map { " (\($0))" } ?? ""
    guard let segment = finding.segments.last, let first = segment.points.first,
      let last = segment.points.last
    else { return Label("", "") }
    let span = "\(first.label)–\(last.label)"
    let subject = Label("\(what.swedish)\(name)", "\(what.english)\(name)").capitalised
    switch segment.trend {
    case .failure where segment.points.count < 3: return change(segment.points, subject)
    case .failure(let error):
      return Label(
        "\(subject.swedish), \(span): \(StatisticWords.reason(error).swedish).",
        "\(subject.english), \(span): \(StatisticWords.reason(error).english).")
    case .success(let figures):
      let verb =
        switch figures.evidence {
        case .rose: Label("har ökat", "has risen")
        case .fell: Label("har minskat", "has fallen")
        case .noEvidence: Label("visar ingen säkerställd förändring", "shows no proven change")
        }
      let slope = StatisticWords.figure(figures.slope, width: width(figures), signed: true)
      let interval = figures.slopeInterval.map { interval in
        let span = StatisticWords.interval(interval, signed: true)
        let level = StatisticWords.level(interval.confidence)
        return Label(
          " (\(level.swedish): \(span.swedish))", " (\(level.english): \(span.english))")
      }
      let name = StatisticWords.name(figures.decidingTest.method)
      let p = StatisticWords.equation(
        "p", figures.decidingTest.pValue, level: 1 - figures.confidence)
      return Label(
        "\(subject.swedish) \(verb.swedish) \(span): \(slope.swedish) per period"
          + "\(interval?.swedish ?? ""); \(name.swedish), \(p.swedish).",
        "\(subject.english) \(verb.english) \(span): \(slope.english) a period"
          + "\(interval?.english ?? ""); \(name.english), \(p.english).")
    }
  }

  /// One value or two: two are a change, not a trend.
  private static func change(_ points: [SeriesPoint], _ subject: Label) -> Label {
    let (first, last) = (points[0], points[points.count - 1])
    let (old, new) = (figureText(first.value), figureText(last.value))
    if points.count == 1 {
      return Label(
        "\(subject.swedish): ett enda värde, \(old.swedish) (\(first.label)); det finns inget att "
          + "jämföra med.",
        "\(subject.english): a single value, \(old.english) (\(first.label)); there is nothing to "
          + "compare it with.")
    }
    if first.value == last.value {
      return Label(
        "\(subject.swedish) var \(old.swedish) både \(first.label) och \(last.label); två värden är "
          + "ingen trend.",
        "\(subject.english) was \(old.english) both \(first.label) and \(last.label); two values are "
          + "no trend.")
    }
    return Label(
      "\(subject.swedish) gick från \(old.swedish) (\(first.label)) till \(new.swedish) "
        + "(\(last.label)): en förändring mellan två värden, ingen trend.",
      "\(subject.english) went from \(old.english) (\(first.label)) to \(new.english) "
        + "(\(last.label)): a change between two values, not a trend.")
  }

  private static func width(_ figures: TrendFigures) -> Double {
    let width = figures.slopeInterval.map { $0.upper - $0.lower } ?? 0
    return width > 0 ? width : abs(figures.slope)
  }

  // MARK: Tables

  /// The column of the series' names; readers of a single series need none.
  static func series(_ analysis: TrendAnalysis) -> ReportColumn {
    let isSingle = analysis.request.series.part == nil
    return ReportColumn(
      "series", Label("Serie", "Series"), for: isSingle ? .dataFiles : .everyone)
  }

  private static func trends(_ analysis: TrendAnalysis) -> ReportTable {
    let level = StatisticWords.level(analysis.request.confidence)
    let columns = [
      series(analysis),
      ReportColumn("from", Label("Från", "From")), ReportColumn("to", Label("Till", "To")),
      ReportColumn("periods", Label("Perioder", "Periods")),
      ReportColumn("first", Label("Först", "First")),
      ReportColumn("last", Label("Sist", "Last")),
      ReportColumn("slope_label", Label("Per period", "A period"), for: .readers),
      .data("slope"),
      ReportColumn("interval", level, for: .readers),
      .data("slope_low"), .data("slope_high"), .data("confidence"), .data("method"),
      .data("statistic"),
      ReportColumn("p_label", Label("p", "p"), for: .readers), .data("p"),
      ReportColumn("p_corrected_label", Label("p, korr.", "p, corr."), for: .readers),
      .data("p_corrected"),
      ReportColumn("change_after", Label("Brott efter", "Change after")),
      .data("change_p"),
      ReportColumn("evidence_label", Label("Slutsats", "Finding"), for: .readers),
      .data("evidence"), .data("refusal"),
    ]
    let rows = analysis.findings.flatMap { finding in
      finding.segments.map { row(finding.series, $0) }
    }
    return ReportTable(
      id: "trend", title: Label("Trend", "Trend"), columns: columns, rows: rows,
      notes: notes(analysis))
  }

  private static func row(_ series: Series, _ segment: SegmentFinding) -> ReportRow {
    let (first, last) = (segment.points[0], segment.points[segment.points.count - 1])
    let start: [ReportCell] = [
      .code(series.part), .code(first.label), .code(last.label), .count(segment.points.count),
      figure(first.value), figure(last.value),
    ]
    switch segment.trend {
    case .failure(let error):
      return ReportRow(
        start + Array(repeating: .none, count: 14) + [
          .text(
            segment.points.count == 2
              ? Label("två värden: en förändring", "two values: a change")
              : Label("kan inte prövas", "cannot be tested")), .none, .code(error.description),
        ])
    case .success(let figures):
      let interval = figures.slopeInterval
      let change = figures.changePoint.flatMap {
        $0.test.rejects(confidence: figures.confidence) ? $0 : nil
      }
      return ReportRow(
        start + [
          .text(StatisticWords.figure(figures.slope, width: width(figures), signed: true)),
          .number(figures.slope),
          interval.map { .text(StatisticWords.interval($0, signed: true)) } ?? .none,
          .number(interval?.lower), .number(interval?.upper), .number(figures.confidence),
          .code(figures.test.method.words),
          .number(figures.test.statistic), .text(StatisticWords.pValue(figures.test.pValue)),
          .number(figures.test.pValue),
          figures.corrected.map { .text(StatisticWords.pValue($0.pValue)) } ?? .none,
          .number(figures.corrected?.pValue), .code(change?.last.label),
          .number(figures.changePoint?.test.pValue),
          .text(figures.evidence.label), .code(figures.evidence.rawValue), .none,
        ])
    }
  }

  static func figure(_ value: Double) -> ReportCell {
    .number(value, decimals: value == value.rounded() ? 0 : StatisticWords.decimals(for: value))
  }

  private static func notes(_ analysis: TrendAnalysis) -> [Label] {
    var notes = [
      Label(
        "Prövat med Mann–Kendalls test; lutningen är Theil–Sens. p, korr. tar hänsyn till att "
          + "grannar liknar varandra (Hamed och Rao); det större av de två avgör. Brott: Pettitts test.",
        "Tested by Mann–Kendall; the slope is Theil–Sen’s. p, corr. allows for neighbours that "
          + "resemble each other (Hamed and Rao); the larger of the two decides. Change: Pettitt’s test."
      )
    ]
    if !analysis.request.breaks.isEmpty {
      notes.append(
        Label(
          "Serien bryts vid \(analysis.request.breaks.joined(separator: ", ")); inget räknas över ett "
            + "brott.",
          "The series breaks at \(analysis.request.breaks.joined(separator: ", ")); nothing is "
            + "computed across a break."))
    }
    return notes
  }
}

extension TrendEvidence {
  fileprivate var label: Label {
    switch self {
    case .rose: Label("har ökat", "has risen")
    case .fell: Label("har minskat", "has fallen")
    case .noEvidence: Label("ej säkerställd", "not proven")
    }
  }
}
