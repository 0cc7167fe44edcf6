internal import Labels
internal import Plans
internal import Tables
internal import Workspace

/// Activity plans: done against planned by area and priority, what is late, when to follow up.
struct ActivitySection {
  let workspace: LoadedWorkspace
  let unit: UnitContents
  let year: Int

  func blocks() -> [Block] {
    let activities = unit.activities(in: year, usual: workspace.year)
    var plans: [String?] = []
    for activity in activities where !plans.contains(activity.plan) {
      plans.append(activity.plan)
    }
    return plans.flatMap { plan in
      self.blocks(plan, activities.filter { $0.plan == plan })
    }
  }

  private func blocks(_ plan: String?, _ activities: [Activity]) -> [Block] {
    let followUp = ActivityPlanFollowUp(
      activities: activities, asOf: workspace.asOf(year: year))
    let name = plan.map { workspace.codes.label($0, column: "plan") } ?? Label("Plan", "Plan")
    let stem = plan ?? "plan"
    let areas = counts(
      followUp.byArea, total: followUp.total, id: "\(stem)-area", by: .area,
      header: Label("Område", "Area"))
    let all = all(activities, stem)
    var blocks: [Block] = [
      .heading(level: 1, name),
      .paragraph(ActivitySentence(followUp, areas: areas, activities: all).sentence),
      .table(areas), .chart(chart(areas)),
    ]
    if activities.contains(where: { $0.priority != nil }) {
      blocks.append(
        .table(
          counts(
            followUp.byPriority, id: "\(stem)-priority", by: .priority,
            header: Label("Prioritet", "Priority"))))
    }
    if !followUp.late.isEmpty { blocks.append(.table(late(followUp, stem))) }
    if !followUp.counted.isEmpty { blocks.append(.table(counted(followUp.counted, stem))) }
    blocks.append(.table(all))
    if let table = self.followUp(activities, stem) { blocks.append(.table(table)) }
    if let calendar = workspace.followUps.calendar(of: plan) {
      blocks.append(.paragraph(followUps(calendar)))
    }
    return blocks
  }

  private func counts(
    _ counts: [ActivityCount], total: ActivityCount? = nil, id: String, by dimension: Dimension,
    header: Label
  ) -> ReportTable {
    ReportTable(
      id: id,
      title: Label(
        "Genomfört mot planerat per \(header.swedish.lowercased())",
        "Done against planned by \(header.english.lowercased())"),
      columns: [
        .dimension(dimension, header),
        ReportColumn("planned", Label("Planerade", "Planned")),
        ReportColumn("done", Label("Genomförda", "Done")),
        ReportColumn("underway", Label("Pågår", "Under way")),
        ReportColumn("not_done", Label("Ej gjorda", "Not done")),
        ReportColumn("dropped", Label("Avförda", "Dropped")),
        ReportColumn("reported_elsewhere", Label("Separat", "Elsewhere")),
        ReportColumn("late", Label("Försenade", "Late")),
        ReportColumn("done_percent", Label("Andel", "Share")),
      ],
      rows: counts.map { count in
        let label =
          count.key.map { workspace.codes.label($0, column: dimension.id) }
          ?? Label("ej angivet", "not stated")
        return row(count, Member(count.key, label.capitalised))
      } + [total.map { row($0, .total(), totalOf: dimension) }].compactMap(\.self),
      context: .about(unit, in: year))
  }

  private func row(
    _ count: ActivityCount, _ member: Member, totalOf dimension: Dimension? = nil
  ) -> ReportRow {
    ReportRow(
      [
        .member([member]), .count(count.planned), .count(count.done), .count(count.underway),
        .count(count.notDone), .count(count.dropped), .count(count.reportedElsewhere),
        .count(count.late), .fact(Fact.share(of: count.done, in: count.planned)),
      ], documents: count.sources.unique, totalOf: dimension)
  }

  private func chart(_ areas: ReportTable) -> ReportChart {
    ReportChart(
      id: areas.id, title: areas.title, kind: .stackedBar, table: areas.id,
      labels: Dimension.area.id,
      figures: ["done", "underway", "not_done", "dropped", "reported_elsewhere"])
  }

  private func followUps(_ calendar: FollowUpCalendar) -> Sentence {
    let asOf = workspace.asOf(year: year)
    return ActivitySentence.followUps(
      year: year, passed: calendar.passed(in: year, asOf: asOf),
      next: calendar.dates(in: year).first { $0 > asOf })
  }
}
