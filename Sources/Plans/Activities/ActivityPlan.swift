public import Diagnostics
public import Tables

/// The activities of a table and what is wrong with them.
///
/// Needed columns: `id`, `area`, `status`. Known columns: `plan`, `label_sv`, `label_en`, `when`,
/// `when_sv`, `when_en`, `per_year`, `period_start`, `period_end`, `priority`, `status_basis`, `as_of`
/// (when status and count were told), `followup_method`, `responsible_role`, `partner`, `count_target`,
/// `count_actual`, `count_unit`, `counts_other`, `followup`, `note` (each text also as `_sv` and `_en`),
/// `document` or `source_file`, `line`. Others are ignored. Every row becomes an activity; a cell that
/// makes no sense is missing and has a diagnostic.
public struct ActivityPlan: Sendable {
  /// One activity a row, in the order of the file.
  public let activities: [Activity]
  /// What is wrong, in the order of the file.
  public let diagnostics: [Diagnostic]

  /// The columns that mean something.
  package static let columns =
    [
      "id", "area", "status", "plan", "when", "per_year", "period_start", "period_end", "priority",
      "status_basis", "as_of", "count_target", "count_target_line", "count_actual",
      "count_actual_line", "document", "source_file", "line",
    ]
    + PlanReader.texts([
      "label", "when", "followup_method", "responsible_role", "partner", "count_unit",
      "counts_other", "followup", "note",
    ])

  /// Reads a table.
  public init(_ table: Table) {
    var reader = PlanReader(table, needs: ["id", "area", "status"])
    var seen: Set<String> = []
    activities = table.rows.map { row in
      let activity = Activity(row, &reader)
      if !seen.insert(activity.id).inserted {
        reader.report(
          .warning, "plan-duplicate", at: row.location, "'\(activity.id)' stands twice",
          because: "Both rows are counted.",
          swedish: Diagnostic.Wording(
            "'\(activity.id)' står två gånger", because: "Båda raderna räknas."))
      }
      return activity
    }
    diagnostics = reader.diagnostics
  }
}

extension Activity {
  init(_ row: Row, _ reader: inout PlanReader) {
    self.init(
      id: reader.key(row, "id"), plan: reader.identifier(row, "plan"), area: row.text("area"),
      label: row.label("label"), when: row.periodText("when") ?? row.text("when_sv"),
      whenLabel: row.label("when"), perYear: reader.number(row, "per_year"),
      periodStart: reader.period(row, "period_start"),
      periodEnd: reader.period(row, "period_end"),
      priority: reader.word(row, "priority", "plan-priority", as: ActivityPriority.self),
      followUpMethod: row.label("followup_method"), responsible: row.label("responsible_role"),
      partner: row.label("partner"),
      status: reader.word(row, "status", "plan-status", as: ActivityStatus.self),
      statusBasis: reader.word(row, "status_basis", "plan-status-basis", as: StatusBasis.self),
      asOf: reader.period(row, "as_of"),
      countTarget: reader.number(row, "count_target"),
      countActual: reader.number(row, "count_actual"), countUnit: row.label("count_unit"),
      otherCounts: row.label("counts_other"), followUp: row.label("followup"),
      note: row.label("note"), source: row.source)
    if let periodStart, let periodEnd, periodEnd.last < periodStart.first {
      reader.report(
        .warning, "plan-period", at: row.location, "the period ends before it starts",
        value: "\(periodStart.text) – \(periodEnd.text)",
        swedish: Diagnostic.Wording("perioden slutar innan den börjar"))
    }
    reader.impossibleDays(row, in: ["when", "when_sv", "when_en", "note", "note_sv", "note_en"])
  }
}
