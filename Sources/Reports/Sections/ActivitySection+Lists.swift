internal import Diagnostics
internal import Labels
internal import Plans
internal import Tables
internal import Workspace

// The activities themselves: all of them, the late ones, those that are counted.
extension ActivitySection {
  func late(_ followUp: ActivityPlanFollowUp, _ stem: String) -> ReportTable {
    ReportTable(
      id: "\(stem)-late", title: Label("Försenat", "Late"),
      columns: [
        Self.column,
        ReportColumn("priority", Label("Prioritet", "Priority")),
        ReportColumn("status", Label("Status", "Status")),
        ReportColumn("due", Label("Skulle varit klar", "Was due")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: followUp.late.map { late in
        let activity = late.activity
        let due: ReportCell =
          switch late.rule {
          case .periodEnded(let date): .day(date)
          case .yearEnded(let year): .code(String(year))
          }
        return row(
          activity, [name(activity), priority(activity), status(activity), due, note(activity)])
      }, context: .about(unit, in: year))
  }

  func counted(_ activities: [Activity], _ stem: String) -> ReportTable {
    ReportTable(
      id: "\(stem)-counted",
      title: Label("Räknade händelser mot plan", "Counted events against plan"),
      columns: [
        Self.column,
        ReportColumn("planned", Label("Planerat", "Planned")),
        ReportColumn("actual", Label("Utfall", "Actual")),
        ReportColumn("unit", Label("Enhet", "Unit")),
        ReportColumn("fulfilment_percent", Label("Uppf.", "Reached")),
      ],
      rows: activities.map { activity in
        row(
          activity,
          [
            name(activity), .number(activity.plannedCount, decimals: 0),
            .number(activity.countActual, decimals: 0),
            activity.countUnit.map(ReportCell.text) ?? .none, .fact(fulfilment(activity)),
          ])
      }, context: .about(unit, in: year))
  }

  func all(_ activities: [Activity], _ stem: String) -> ReportTable {
    ReportTable(
      id: "\(stem)-activities", title: Label("Alla aktiviteter", "All activities"),
      columns: [
        Self.column, .data("area"),
        ReportColumn("when", Label("När", "When")),
        ReportColumn("priority", Label("Prioritet", "Priority")),
        ReportColumn(
          "status", Label("Status", "Status"), shows: .label,
          exports: [.init("status", .label), .init("status_slug", .id)]),
        .data("status_basis"),
        ReportColumn("note", Label("Anmärkning", "Remark")),
        ReportColumn("source", Label("Källa", "Source"), for: .readers),
      ],
      rows: activities.map { activity in
        row(
          activity,
          [
            name(activity), .code(activity.area), when(activity), priority(activity),
            status(activity), .code(activity.statusBasis?.rawValue), note(activity),
            activity.source.reference.map { .text(workspace.documentNames.label([$0])) } ?? .none,
          ])
      },
      notes: [
        Footnote(
          "Status inom parentes är läst ur den löpande texten.",
          "A status in brackets is read from the narrative.", on: .column("status"))
      ], context: .about(unit, in: year))
  }

  /// What names a row: the wording of an activity and its slug.
  private static let column = ReportColumn(
    Dimension.activity.id, Label("Aktivitet", "Activity"), shows: .label,
    exports: [.init("label", .label), .init("activity", .id)], dimension: .activity)

  private func row(_ activity: Activity, _ cells: [ReportCell]) -> ReportRow {
    ReportRow(
      cells, documents: [activity.source.reference].compactMap(\.self),
      locations: [activity.source.location])
  }

  private func name(_ activity: Activity) -> ReportCell {
    .member(activity.id, activity.label ?? Label(same: activity.id))
  }

  /// When an activity is planned, in words.
  private func when(_ activity: Activity) -> ReportCell {
    let label = activity.when.map { when in
      PlanPeriod(when)?.label ?? workspace.codes.label(when, column: "when")
    }
    return (activity.whenLabel ?? label).map(ReportCell.text) ?? .none
  }

  private func priority(_ activity: Activity) -> ReportCell {
    activity.priority.map {
      .member($0.rawValue, workspace.codes.label($0.rawValue, column: "priority"))
    } ?? .none
  }

  private func status(_ activity: Activity) -> ReportCell {
    activity.status.map {
      .member(
        $0.rawValue, $0.label, marks: activity.statusBasis == .interpreted ? [.interpreted] : [])
    } ?? .none
  }

  private func note(_ activity: Activity) -> ReportCell {
    activity.note.map(ReportCell.text) ?? .none
  }

  private func fulfilment(_ activity: Activity) -> Fact? {
    guard let fulfilment = activity.fulfilment, let planned = activity.plannedCount else {
      return nil
    }
    return Fact(.share(fulfilment), base: .part(activity.countActual, of: planned))
  }
}
