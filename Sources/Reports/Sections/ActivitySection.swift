internal import Diagnostics
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
    var blocks: [Block] = [
      .heading(level: 1, name),
      .paragraph(ActivitySentence(followUp).label),
      .table(
        counts(
          followUp.byArea + [followUp.total], id: "\(stem)-area", column: "area",
          header: Label("Område", "Area"))),
    ]
    if activities.contains(where: { $0.priority != nil }) {
      blocks.append(
        .table(
          counts(
            followUp.byPriority, id: "\(stem)-priority", column: "priority",
            header: Label("Prioritet", "Priority"))))
    }
    if !followUp.late.isEmpty { blocks.append(.table(late(followUp, stem))) }
    if !followUp.counted.isEmpty { blocks.append(.table(counted(followUp.counted, stem))) }
    blocks.append(.table(all(activities, stem)))
    if let calendar = workspace.followUps.calendar(of: plan) {
      blocks.append(.paragraph(followUps(calendar)))
    }
    return blocks
  }

  private func counts(
    _ counts: [ActivityCount], id: String, column: String, header: Label
  ) -> ReportTable {
    ReportTable(
      id: id,
      title: Label(
        "Genomfört mot planerat per \(header.swedish.lowercased())",
        "Done against planned by \(header.english.lowercased())"),
      columns: [
        ReportColumn("\(column)_label", header), .data(column),
        ReportColumn("planned", Label("Planerade", "Planned")),
        ReportColumn("done", Label("Genomförda", "Done")),
        ReportColumn("underway", Label("Pågår", "Under way")),
        ReportColumn("not_done", Label("Ej gjorda", "Not done")),
        ReportColumn("dropped", Label("Avförda", "Dropped")),
        ReportColumn("reported_elsewhere", Label("Separat", "Elsewhere")),
        ReportColumn("late", Label("Försenade", "Late")),
        ReportColumn("done_percent", Label("Andel", "Share")),
      ],
      rows: counts.enumerated().map { index, count in
        let isTotal = column == "area" && index == counts.count - 1
        let label: Label =
          isTotal
          ? Label("Samtliga", "All")
          : count.key.map { workspace.codes.label($0, column: column) }
            ?? Label("ej angivet", "not stated")
        return ReportRow(
          [
            .text(label.capitalised), .code(isTotal ? "all" : count.key), .count(count.planned),
            .count(count.done), .count(count.underway), .count(count.notDone),
            .count(count.dropped), .count(count.reportedElsewhere), .count(count.late),
            .share(count.planned == 0 ? nil : Double(count.done) / Double(count.planned)),
          ], documents: count.sources.unique)
      })
  }

  private func late(_ followUp: ActivityPlanFollowUp, _ stem: String) -> ReportTable {
    ReportTable(
      id: "\(stem)-late", title: Label("Försenat", "Late"),
      columns: [
        ReportColumn("label", Label("Aktivitet", "Activity")), .data("activity"),
        ReportColumn("priority", Label("Prioritet", "Priority")),
        ReportColumn("status", Label("Status", "Status")),
        ReportColumn("due", Label("Skulle varit klar", "Was due")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: followUp.late.map { late in
        let activity = late.activity
        let due =
          switch late.rule {
          case .periodEnded(let date): date.description
          case .yearEnded(let year): String(year)
          }
        return ReportRow(
          [
            .text(label(activity)), .code(activity.id), priority(activity), status(activity),
            .code(due), activity.note.map(ReportCell.text) ?? .none,
          ], documents: [activity.source.reference].compactMap(\.self),
          locations: [activity.source.location])
      })
  }

  private func counted(_ activities: [Activity], _ stem: String) -> ReportTable {
    ReportTable(
      id: "\(stem)-counted",
      title: Label("Räknade händelser mot plan", "Counted events against plan"),
      columns: [
        ReportColumn("label", Label("Aktivitet", "Activity")), .data("activity"),
        ReportColumn("planned", Label("Planerat", "Planned")),
        ReportColumn("actual", Label("Utfall", "Actual")),
        ReportColumn("unit", Label("Enhet", "Unit")),
        ReportColumn("fulfilment_percent", Label("Uppf.", "Reached")),
      ],
      rows: activities.map { activity in
        ReportRow(
          [
            .text(label(activity)), .code(activity.id),
            .number(activity.plannedCount, decimals: 0),
            .number(activity.countActual, decimals: 0),
            activity.countUnit.map(ReportCell.text) ?? .none, .share(activity.fulfilment),
          ], documents: [activity.source.reference].compactMap(\.self),
          locations: [activity.source.location])
      })
  }

  private func all(_ activities: [Activity], _ stem: String) -> ReportTable {
    ReportTable(
      id: "\(stem)-activities", title: Label("Alla aktiviteter", "All activities"),
      columns: [
        ReportColumn("label", Label("Aktivitet", "Activity")), .data("activity"), .data("area"),
        ReportColumn("when", Label("När", "When")),
        ReportColumn("priority", Label("Prioritet", "Priority")),
        ReportColumn("status", Label("Status", "Status")),
        .data("status_slug"), .data("status_basis"),
        ReportColumn("note", Label("Anmärkning", "Remark")),
        ReportColumn("source", Label("Källa", "Source"), for: .readers),
      ],
      rows: activities.map { activity in
        ReportRow(
          [
            .text(label(activity)), .code(activity.id), .code(activity.area),
            when(activity),
            priority(activity), status(activity), .code(activity.status?.rawValue),
            .code(activity.statusBasis?.rawValue),
            activity.note.map(ReportCell.text) ?? .none,
            .code(activity.source.reference?.text),
          ], documents: [activity.source.reference].compactMap(\.self),
          locations: [activity.source.location])
      },
      notes: [
        Label(
          "Status inom parentes är läst ur den löpande texten.",
          "A status in brackets is read from the narrative.")
      ])
  }

  private func followUps(_ calendar: FollowUpCalendar) -> Label {
    let asOf = workspace.asOf(year: year)
    return ActivitySentence.followUps(
      year: year, passed: calendar.passed(in: year, asOf: asOf),
      next: calendar.dates(in: year).first { $0 > asOf })
  }

  /// When an activity is planned, in words.
  private func when(_ activity: Activity) -> ReportCell {
    let label = activity.when.map { when in
      PlanPeriod(when)?.label ?? workspace.codes.label(when, column: "when")
    }
    return (activity.whenLabel ?? label).map(ReportCell.text) ?? .none
  }

  private func label(_ activity: Activity) -> Label { activity.label ?? Label(same: activity.id) }

  private func priority(_ activity: Activity) -> ReportCell {
    activity.priority.map { .text(workspace.codes.label($0.rawValue, column: "priority")) } ?? .none
  }

  private func status(_ activity: Activity) -> ReportCell {
    guard let label = activity.status?.label else { return .none }
    guard activity.statusBasis == .interpreted else { return .text(label) }
    return .text(Label("(\(label.swedish))", "(\(label.english))"))
  }
}
