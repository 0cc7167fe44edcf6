internal import Indicators
internal import Labels
internal import Tables
internal import Workspace

/// A case log against its limits: within, late, open, overdue.
struct CaseLogSection {
  let workspace: LoadedWorkspace
  let log: CaseCube
  let year: Int

  init(workspace: LoadedWorkspace, log: UnitCaseLog, year: Int) {
    self.workspace = workspace
    self.log = log.cube(
      asOf: workspace.asOf(year: year, in: log), calendar: workspace.calendar, year: year)
    self.year = year
  }

  private var asOf: CalendarDate { log.asOf }

  /// Nothing when no case of the year is in the log.
  func blocks() -> [Block] {
    let definition = log.definition
    let total = log.caseCount
    guard total > 0 else { return [] }
    var blocks: [Block] = [.heading(level: 1, definition.title)]
    blocks += definition.provenance?.notes ?? []
    blocks.append(.paragraph(countSentence(total)))
    for limit in definition.limits {
      guard let result = log.result(limit: limit.id) else { continue }
      let tables: [Block] = [
        .table(summary(limit, result, of: total)),
        .table(
          groups(
            limit, result.byMonth, id: "month",
            header: Label("Månad", "Month"), label: monthLabel)),
        .table(
          groups(
            limit, result.byCategory, id: "category", header: Label("Kategori", "Category"),
            label: { workspace.codes.label($0, column: definition.columns.category ?? "") })),
      ]
      blocks += tables.marked(asExample: limit.isInvented)
    }
    return blocks.marked(asExample: definition.provenance?.isReconstructed == true)
  }

  private func countSentence(_ total: Int) -> Label {
    CaseLogWords.received(
      total, year: year,
      of: log.subsets.map { ($0.subset.label, $0.count) }, asOf: asOf,
      isNewest: workspace.day.isNewestDay(year: year))
  }

  private func unit(_ limit: CaseLimit) -> Label {
    switch limit.duration {
    case .workingDays: Label("arbetsdagar", "working days")
    case .hours: Label("timmar", "hours")
    }
  }

  private static let columns: [ReportColumn] =
    [
      .data("as_of"),
      ReportColumn("total", Label("Ärenden", "Cases")),
      ReportColumn("answered", Label("Besvarade", "Answered")),
      ReportColumn("within_limit", Label("Inom gränsen", "Within limit")),
      .data("late"),
      ReportColumn("open", Label("Öppna", "Open")),
      ReportColumn("open_overdue", Label("Öppna, försenade", "Open, overdue")),
      ReportColumn("share_within_percent", Label("Andel inom", "Share within")),
    ] + PercentSpan.columns(Label("95\u{A0}%", "95%")) + [
      ReportColumn("median", Label("Median", "Median")),
      ReportColumn("percentile_90", Label("90:e perc.", "90th perc.")),
      ReportColumn("longest", Label("Längsta", "Longest")),
    ]

  private func values(_ result: ServiceLevelResult) -> [ReportCell] {
    [
      .code(asOf.description), .count(result.total), .count(result.answered),
      .count(result.withinLimit),
      .count(result.late),
      .count(result.openNow), .count(result.openOverdue), .share(result.shareWithin),
    ] + PercentSpan.values(result.longRunShare) + [
      .number(result.median), .number(result.percentile90), .number(result.longest),
    ]
  }

  /// Which cases a limit covers, where that is not all.
  private func covered(_ limit: CaseLimit, _ result: ServiceLevelResult, _ total: Int) -> [Label] {
    guard let condition = limit.condition else { return [] }
    let kind = log.definition.subsets.first { $0.condition == condition }?.label
    let count = result.total + result.unusable
    return [
      Label(
        "Gränsen gäller \(count) av \(total) ärenden\(kind.map { ": \($0.swedish)" } ?? "").",
        "The limit covers \(count) of \(total) \(total == 1 ? "case" : "cases")"
          + "\(kind.map { ": \($0.english)" } ?? "").")
    ]
  }

  private func summary(
    _ limit: CaseLimit, _ result: ServiceLevelResult, of total: Int
  ) -> ReportTable {
    let unit = unit(limit)
    let timeLeft = CaseLogWords.timeLeft(result.pending)
    return ReportTable(
      id: "\(stem)-\(limit.id)", title: limit.label.capitalised, columns: Self.columns,
      rows: [ReportRow(values(result), locations: [log.definition.location].compactMap(\.self))],
      notes: covered(limit, result, total) + [
        Label(
          "95 %: alla ärenden är räknade; intervallet (Wilson) gäller vad arbetssättet ger i längden.",
          "95%: every case is counted; the interval (Wilson) is for what the way of working gives in "
            + "the long run."),
        Label(
          "Tider i \(unit.swedish). Andelen räknas på besvarade och öppna försenade: ett försenat "
            + "öppet ärende kan inte döljas av stängda. \(timeLeft.swedish)",
          "Times in \(unit.english). The share counts answered and open overdue cases: an open "
            + "overdue case cannot hide behind closed ones. \(timeLeft.english)"),
      ] + [CaseLogWords.unusable(result.unusable)].compactMap(\.self))
  }

  private func groups(
    _ limit: CaseLimit, _ groups: [ServiceLevelGroup], id: String, header: Label,
    label: (String) -> Label
  ) -> ReportTable {
    ReportTable(
      id: "\(stem)-\(limit.id)-\(id)",
      title: Label(
        "\(limit.label.swedish.capitalisedFirst), per \(header.swedish.lowercased())",
        "\(limit.label.english.capitalisedFirst), by \(header.english.lowercased())"),
      columns: [ReportColumn("\(id)_label", header), .data(id)] + Self.columns,
      rows: groups.map { group in
        ReportRow(
          [
            .text(group.key.map(label) ?? Label("ej angivet", "not stated")), .code(group.key),
          ] + values(group.result), locations: [log.definition.location].compactMap(\.self))
      })
  }

  private func monthLabel(_ key: String) -> Label { Label(same: key) }

  /// The folder of the log names its tables.
  private var stem: String { String(log.definition.id.split(separator: "/").last ?? "cases") }
}

extension String {
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
