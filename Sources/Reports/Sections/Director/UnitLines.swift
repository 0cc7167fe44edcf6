internal import Indicators
internal import Labels
internal import Plans
internal import Surveys
internal import Workspace

/// A line a unit: what the document says of it overall, who answered its survey, how it keeps its
/// limits and its plans.
struct UnitLines {
  let workspace: LoadedWorkspace
  let year: Int

  static let columns: [ReportColumn] = [
    .dimension(.unit, Label("Enhet", "Unit")),
    ReportColumn(
      "overall", Label("Dokumentets omdöme", "The document’s verdict"), shows: .label,
      exports: [.init("overall_label", .label), .init("overall", .id)]),
    ReportColumn(
      "response_rate", Label("Svarsfrekvens", "Response rate"), shows: .value,
      exports: [
        .init("response_rate_percent"), .init("returned", .part), .init("invited", .whole),
      ]),
    ReportColumn("response_rate_change_points", Label("Ändring, pe", "Change, pp")),
    ReportColumn(
      "within_limit", Label("Inom gräns", "Within limit"), shows: .value,
      exports: [
        .init("within_limit_percent"), .init("within_limit", .part), .init("judged", .whole),
      ]),
    ReportColumn(
      "done", Label("Plan, gjort", "Plan, done"), shows: .base,
      exports: [.init("done_percent"), .init("done", .part), .init("planned", .whole)]),
    ReportColumn("late", Label("Försenat", "Late")),
  ]

  /// So many fit on the first page.
  static let most = 12

  var section: PageSection? {
    let rows = workspace.units.compactMap(row)
    guard !rows.isEmpty else { return nil }
    return PageSection(
      title: Label("Enheterna", "The units"),
      table: ReportTable(
        id: "units", title: Label("En rad per enhet", "A line a unit"), columns: Self.columns,
        rows: rows), rows: Array(rows.indices.prefix(Self.most)))
  }

  private func row(_ unit: UnitContents) -> ReportRow? {
    let overall = unit.outcomes.first { $0.role == .overall && $0.year == year }
    let (rate, change) = survey(unit)
    let within = service(unit)
    let activities = unit.activities(in: year, usual: workspace.year)
    let plan = ActivityPlanFollowUp(activities: activities, asOf: workspace.asOf(year: year)).total
    let done = plan.planned == 0 ? nil : plan
    let cells: [ReportCell] = [
      .member(unit.id, unit.label),
      overall?.statedStatus.map { .member($0.rawValue, $0.label) } ?? .none,
      .fact(rate), .fact(change), .fact(within),
      .fact(
        done.map {
          Fact(
            .share(Double($0.done) / Double($0.planned)),
            base: .part(Double($0.done), of: Double($0.planned)))
        }), .count(done?.late),
    ]
    guard cells.dropFirst().contains(where: { $0 != .none }) else { return nil }
    return ReportRow(
      cells, documents: [overall?.source].compactMap(\.self) + plan.sources.unique,
      locations: [overall?.location].compactMap(\.self))
  }

  /// The response rate of the last wave of the year, and its change since the wave before. What is
  /// made up has no place on this page.
  private func survey(_ unit: UnitContents) -> (rate: Fact?, change: Fact?) {
    for survey in unit.surveys where survey.definition.provenance?.isReconstructed != true {
      let published = survey.published(workspace.disclosure)
      guard
        let section = SurveySection(
          published.cube, disclosure: published.disclosure, codes: workspace.codes, year: year),
        let rate = section.result.rates.rr2, section.result.counts.invited > 0,
        !section.result.wave.isInvented
      else { continue }
      let counts = section.result.counts
      let before = section.comparison.map { published.cube.dispositions(wave: $0.previous.id) }
      var change: Fact?
      if let before, before.invited > 0 {
        change = Fact(.points(rate - Double(before.returned) / Double(before.invited)))
          .unless(section.withheldResponseChange(nil))
      }
      let base = Base.part(Double(counts.returned), of: Double(counts.invited))
      return (
        Fact(.share(rate), base: base).unless(section.withheldResponses(nil as String?)), change
      )
    }
    return (nil, nil)
  }

  /// The share of cases within the first limit of the first log.
  private func service(_ unit: UnitContents) -> Fact? {
    for log in unit.caseLogs where log.definition.provenance?.isExample != true {
      let published = log.published(
        workspace.disclosure, asOf: workspace.asOf(year: year, in: log),
        calendar: workspace.calendar, year: year)
      guard let limit = log.definition.limits.first,
        let result = published.cube.result(limit: limit.id), let share = result.shareWithin
      else { continue }
      return Fact(
        .share(share),
        base: .part(Double(result.withinLimit), of: Double(result.answered + result.openOverdue))
      ).unless(published.disclosure.reasonForShare(limit: limit.id, .all))
    }
    return nil
  }
}
