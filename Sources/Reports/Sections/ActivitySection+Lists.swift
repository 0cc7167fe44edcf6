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
        ReportColumn("responsible", Label("Ansvarig", "Responsible")),
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
          activity,
          [
            name(activity), priority(activity), status(activity), due,
            text(activity.responsible), note(activity),
          ])
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
        ReportColumn("counts_other", Label("Därtill", "Besides")),
      ],
      rows: activities.map { activity in
        row(
          activity,
          [
            name(activity), .number(activity.plannedCount, decimals: 0),
            .number(activity.countActual, decimals: 0),
            text(activity.countUnit), .fact(fulfilment(activity)), text(activity.otherCounts),
          ])
      }, context: .about(unit, in: year))
  }

  /// All activities. Who follows them up and how stands in a table of its own where the plan says more of it
  /// than who is responsible: ``followUp(_:_:)``.
  func all(_ activities: [Activity], _ stem: String) -> ReportTable {
    let sources = SourceColumn(
      activities.compactMap(\.source.reference), names: workspace.documentNames)
    let who = tellsFollowUp(activities) ? ReportColumn.Audience.dataFiles : .everyone
    return ReportTable(
      id: "\(stem)-activities", title: Label("Alla aktiviteter", "All activities"),
      columns: [
        Self.column, .data("area"),
        ReportColumn("when", Label("När", "When"), for: .readers),
        .data("when"), .data("period_start"), .data("period_end"), .data("per_year"),
        ReportColumn("priority", Label("Prioritet", "Priority")),
        ReportColumn("responsible", Self.responsible, for: who),
        ReportColumn("partner", Self.partner, for: .dataFiles),
        ReportColumn("followup_method", Self.method, for: .dataFiles),
        ReportColumn(
          "status", Label("Status", "Status"), shows: .label,
          exports: [.init("status", .label), .init("status_slug", .id)]),
        .data("status_basis"),
        ReportColumn("followup", Self.told, for: .dataFiles),
        ReportColumn("note", Label("Anmärkning", "Remark")),
        ReportColumn("source", Label("Källa", "Source"), for: .readers),
      ],
      rows: activities.map { activity in
        row(
          activity,
          [
            name(activity), .code(activity.area), when(activity), text(words(activity)),
            .code(activity.periodStart?.text), .code(activity.periodEnd?.text),
            .number(activity.perYear, decimals: 0), priority(activity), text(activity.responsible),
            text(activity.partner), text(activity.followUpMethod),
            status(activity), .code(activity.statusBasis?.rawValue), text(activity.followUp),
            note(activity),
            sources.cell(activity.source.reference),
          ])
      },
      notes: [
        Footnote(
          "Status inom parentes är läst ur den löpande texten.",
          "A status in brackets is read from the narrative.", on: .column("status"))
      ] + sources.notes, context: .about(unit, in: year))
  }

  /// Who sees to the activities, with whom, how they are followed up and what that told; `nil` where the
  /// plan says nothing of it.
  func followUp(_ activities: [Activity], _ stem: String) -> ReportTable? {
    guard tellsFollowUp(activities) else { return nil }
    var table = ReportTable(
      id: "\(stem)-follow-up",
      title: Label("Ansvar och uppföljning", "Responsibility and follow-up"),
      columns: [
        Self.column, ReportColumn("responsible", Self.responsible),
        ReportColumn("partner", Self.partner), ReportColumn("followup_method", Self.method),
        ReportColumn("followup", Self.told),
      ],
      rows: activities.map { activity in
        row(
          activity,
          [
            name(activity), text(activity.responsible), text(activity.partner),
            text(activity.followUpMethod), text(activity.followUp),
          ])
      }, context: .about(unit, in: year))
    table.audience = .readers
    return table
  }

  private func tellsFollowUp(_ activities: [Activity]) -> Bool {
    activities.contains {
      $0.partner != nil || $0.followUpMethod != nil || $0.followUp != nil
    }
  }

  private static let responsible = Label("Ansvarig", "Responsible")
  private static let partner = Label("Tillsammans med", "Together with")
  private static let method = Label("Följs upp genom", "Followed up by")
  private static let told = Label("Uppföljning", "Follow-up")

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

  /// When an activity is planned and how often: its period, where one is stated, before the words for it.
  private func when(_ activity: Activity) -> ReportCell {
    let period = PlanTimes.period(from: activity.periodStart, to: activity.periodEnd)
    let parts = [
      (period ?? words(activity)).map { Sentence($0) }, PlanTimes.frequency(activity.perYear),
    ].compactMap(\.self)
    return parts.isEmpty ? .none : .words(.joined(parts, by: Label(same: ", ")))
  }

  /// The plan's own words for when.
  private func words(_ activity: Activity) -> Label? {
    activity.whenLabel
      ?? activity.when.map { when in
        PlanPeriod(when)?.label ?? workspace.codes.label(when, column: "when")
      }
  }

  private func text(_ label: Label?) -> ReportCell { label.map(ReportCell.text) ?? .none }

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

  private func note(_ activity: Activity) -> ReportCell { text(activity.note) }

  private func fulfilment(_ activity: Activity) -> Fact? {
    guard let fulfilment = activity.fulfilment, let planned = activity.plannedCount else {
      return nil
    }
    return Fact(.share(fulfilment), base: .part(activity.countActual, of: planned))
  }
}
