internal import Diagnostics
internal import Indicators
internal import Labels
internal import Tables
internal import Workspace

/// A case log against its limits: within, late, open, overdue.
struct CaseLogSection {
  let workspace: LoadedWorkspace
  let log: CaseCube
  let disclosure: CaseLogDisclosure
  let year: Int

  init(workspace: LoadedWorkspace, log: UnitCaseLog, year: Int) {
    self.workspace = workspace
    let published = log.published(
      workspace.disclosure, asOf: workspace.asOf(year: year, in: log),
      calendar: workspace.calendar, year: year)
    (self.log, disclosure) = (published.cube, published.disclosure)
    self.year = year
  }

  private var asOf: CalendarDate { log.asOf }

  /// Nothing when no case of the year is in the log.
  func blocks() -> [Block] {
    let definition = log.definition
    let total = log.caseCount
    guard total > 0 else { return [] }
    var blocks: [Block] = []
    var summaries: [CaseSummary] = []
    for limit in definition.limits {
      guard let result = log.result(limit: limit.id) else { continue }
      let summary = summary(limit, result, of: total)
      summaries.append(CaseSummary(limit: limit, result: result, table: summary))
      let months = groups(
        limit, result.byMonth, by: .month, header: Label("Månad", "Month"),
        part: CaseCell.Part.month, label: { Label(same: $0) })
      let categories = groups(
        limit, result.byCategory, by: .category, header: Label("Kategori", "Category"),
        part: CaseCell.Part.category,
        label: { workspace.codes.label($0, column: definition.columns.category ?? "") })
      let tables: [Block] =
        [
          .table(summary), .table(months), .chart(chart(months, .month)), .table(categories),
          .chart(chart(categories, .category)),
        ] + AnswerTimeSection(self, limit, disclosure.answerTimes(limit: limit.id)).blocks
      blocks += tables.marked(asExample: limit.isInvented)
    }
    let first: [Block] =
      [.heading(level: 1, definition.title)] + (definition.provenance?.notes ?? [])
      + [.paragraph(countSentence(total, summaries))]
    return (first + blocks).marked(asExample: definition.provenance?.isReconstructed == true)
  }

  private func countSentence(_ total: Int, _ summaries: [CaseSummary]) -> Sentence {
    CaseLogWords.received(
      count(.everything, total, summaries, where: nil), year: year,
      of: log.subsets.map {
        let place = CaseCell.Place.subset($0.subset.id)
        return ($0.subset.label, count(place, $0.count, summaries, where: $0.subset.condition))
      },
      asOf: summaries.first?.table.fact(row: CaseSummary.row, column: "as_of")
        ?? Fact(.day(asOf)),
      isNewest: workspace.day.isNewestDay(year: year))
  }

  /// A number of cases in words, unless it is withheld.
  private func count(
    _ place: CaseCell.Place, _ count: Int, _ summaries: [CaseSummary],
    where condition: CaseCondition?
  ) -> Fact {
    disclosure.reason(place).map { Fact(.withheld(Withholding($0))) }
      ?? summaries.count(count, where: condition)
  }

  func unit(_ limit: CaseLimit) -> Label {
    switch limit.duration {
    case .workingDays: Label("arbetsdagar", "working days")
    case .hours: Label("timmar", "hours")
    }
  }

  private static let columns: [ReportColumn] = [
    .data("as_of"),
    ReportColumn("total", Label("Ärenden", "Cases")).summing(["answered", "open"]),
    ReportColumn("answered", Label("Besvarade", "Answered")).summing(["within_limit", "late"]),
    ReportColumn("within_limit", Label("Inom gränsen", "Within limit")),
    ReportColumn("late", Label("För sent", "Late"), for: .dataFiles),
    ReportColumn("open", Label("Öppna", "Open")),
    ReportColumn("open_overdue", Label("Öppna, försenade", "Open, overdue")),
    ReportColumn("share_within_percent", Label("Andel inom", "Share within")),
    ReportColumn(
      "interval", Label("95\u{A0}%", "95%"), shows: .interval,
      exports: [.init("interval_low_percent", .low), .init("interval_high_percent", .high)]),
    ReportColumn("median", Label("Median", "Median")),
    ReportColumn("percentile_90", Label("90:e perc.", "90th perc.")),
    ReportColumn("longest", Label("Längsta", "Longest")),
  ]

  private func values(
    _ result: ServiceLevelResult, _ limit: CaseLimit, _ part: CaseCell.Part
  ) -> [ReportCell] {
    func count(_ number: Int, _ figure: CaseCell.Figure) -> ReportCell {
      .fact(Fact(.count(number)).unless(disclosure.reason(.limit(limit.id, part, figure))))
    }
    func time(_ time: Double?) -> ReportCell {
      .fact(
        time.map {
          Fact(.number($0), base: .values(result.answered), precision: .decimals(1))
            .unless(disclosure.reasonForTimes(limit: limit.id, part))
        })
    }
    let share = Fact.within(result)?.unless(disclosure.reasonForShare(limit: limit.id, part))
    return [
      .day(asOf), count(result.total, .total), count(result.answered, .answered),
      count(result.withinLimit, .withinLimit), count(result.late, .late),
      count(result.openNow, .open), count(result.openOverdue, .openOverdue), .fact(share),
      .fact(share), time(result.median), time(result.percentile90), time(result.longest),
    ]
  }

  private func summary(
    _ limit: CaseLimit, _ result: ServiceLevelResult, of total: Int
  ) -> ReportTable {
    var table = ReportTable(
      id: "\(stem)-\(limit.id)", title: limit.label.capitalised, columns: Self.columns,
      rows: [ReportRow(values(result, limit, .all), locations: locations)], context: context)
    table.notes = notes(limit, CaseSummary(limit: limit, result: result, table: table), of: total)
    return explained(table)
  }

  private func explained(_ table: ReportTable) -> ReportTable {
    let least = Fact(.count(disclosure.minimum))
    return table.explainingWithheld(
      few: Sentence("färre än \(least) ärenden", "fewer than \(least) cases"))
  }

  private func notes(_ limit: CaseLimit, _ summary: CaseSummary, of total: Int) -> [Footnote] {
    let unit = unit(limit)
    let result = summary.result
    let timeLeft = CaseLogWords.timeLeft(
      Fact(.count(result.pending)).unless(disclosure.reason(.limit(limit.id, .all, .pending))))
    return [
      covered(limit, summary, count(.everything, total, [], where: nil)).map { Footnote($0) },
      Footnote(
        Label(
          "95 %: alla ärenden är räknade; intervallet (Wilson) gäller vad arbetssättet ger i längden.",
          "95%: every case is counted; the interval (Wilson) is for what the way of working gives in "
            + "the long run."), on: .column("interval")),
      Footnote(
        Sentence(
          """
          Tider i \(unit.swedish). Andelen räknas på besvarade och öppna försenade: ett försenat \
          öppet ärende kan inte döljas av stängda. \(timeLeft.swedish)
          """,
          """
          Times in \(unit.english). The share counts answered and open overdue cases: an open \
          overdue case cannot hide behind closed ones. \(timeLeft.english)
          """), on: .column("share_within_percent")),
      CaseLogWords.unusable(Fact(.count(result.unusable))).map { Footnote($0) },
    ].compactMap(\.self)
  }

  /// Which cases a limit covers, where that is not all.
  private func covered(_ limit: CaseLimit, _ summary: CaseSummary, _ total: Fact) -> Sentence? {
    guard let condition = limit.condition else { return nil }
    let subset = log.definition.subsets.first { $0.condition == condition }?.label
    let kind = subset.map { Label(": \($0.swedish)", ": \($0.english)") } ?? Label("", "")
    let count = count(
      .limit(limit.id, .all, .total), summary.result.total + summary.result.unusable, [summary],
      where: condition)
    let cases = total.isOne ? "case" : "cases"
    return Sentence(
      "Gränsen gäller \(count) av \(total) ärenden\(kind.swedish).",
      "The limit covers \(count) of \(total) \(cases)\(kind.english).")
  }

  private func groups(
    _ limit: CaseLimit, _ groups: [ServiceLevelGroup], by dimension: Dimension, header: Label,
    part: (String?) -> CaseCell.Part, label: (String) -> Label
  ) -> ReportTable {
    let table = ReportTable(
      id: "\(stem)-\(limit.id)-\(dimension.id)",
      title: Label(
        "\(limit.label.swedish.capitalisedFirst), per \(header.swedish.lowercased())",
        "\(limit.label.english.capitalisedFirst), by \(header.english.lowercased())"),
      columns: [.dimension(dimension, header)] + Self.columns,
      rows: groups.map { group in
        ReportRow(
          [.member(group.key, group.key.map(label) ?? Label("ej angivet", "not stated"))]
            + values(group.result, limit, part(group.key)), locations: locations)
      }, context: context)
    return explained(table)
  }

  private func chart(_ groups: ReportTable, _ dimension: Dimension) -> ReportChart {
    ReportChart(
      id: groups.id, title: groups.title, kind: .stackedBar, table: groups.id,
      labels: dimension.id, figures: ["within_limit", "late", "open"])
  }

  var locations: [SourceLocation] { [log.definition.location].compactMap(\.self) }

  var context: [TableContext] {
    .about(workspace.unit(ofTable: log.definition.id), in: year)
  }

  /// The folder of the log names its tables.
  var stem: String { String(log.definition.id.split(separator: "/").last ?? "cases") }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
