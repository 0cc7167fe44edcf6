internal import Diagnostics
internal import Indicators
internal import Labels
internal import Workspace

/// The table of goals: target, outcome, fulfilment, verdict, certainty, trend, source.
struct GoalSection {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]
  let words = GoalWords()
  let doubts: [String: [Doubt]]
  /// Where the figures stand that decide.
  let sources: SourceColumn

  init(workspace: LoadedWorkspace, assessments: [Assessment]) {
    self.workspace = workspace
    self.assessments = assessments
    doubts = workspace.doubts(about: assessments.compactMap(\.deciding))
    sources = SourceColumn(
      assessments.compactMap(Self.source), names: workspace.documentNames)
  }

  static let columns = [
    .data("unit"),
    ReportColumn(
      "goal", Label("Mål", "Goal"), shows: .label,
      exports: [.init("goal_id", .id), .init("goal_label", .label)], dimension: .goal),
    .data("year"), .data("ends"), .data("kind"), .data("part_of"), .data("measure"),
    .data("direction"), .data("qualifiers"),
    ReportColumn("target", Label("Målvärde", "Target"), for: .readers),
    ReportColumn(
      "target_value", Label("Målvärde", "Target"), shows: nil,
      exports: [
        .init("target_value"), .init("target_upper", .high), .init("target_unit", .unit),
      ]),
    ReportColumn("outcome", Label("Utfall", "Outcome"), for: .readers), .data("outcome_id"),
    ReportColumn(
      "outcome_value", Label("Utfall", "Outcome"), shows: nil,
      exports: [
        .init("outcome_value"), .init("outcome_total", .whole), .init("outcome_unit", .unit),
      ]),
    .data("stated_value"), .data("computed_value"), .data("doubted_by"),
    ReportColumn("fulfilment_percent", Label("Uppf.", "Reached")),
    ReportColumn(
      "verdict_label", Label("Bedömning", "Verdict"), shows: .label,
      exports: [.init("verdict", .id)]),
    ReportColumn(
      "reason", Label(same: "reason"), shows: nil,
      exports: [.init("reason", .label), .init("reason_id", .id)]),
    ReportColumn("stated", Label("Enligt dok.", "Document"), for: .readers),
    .data("stated_status"), .data("stated_verdict"), .data("verdict_differs"),
    ReportColumn("certainty_label", Label("Säkerhet", "Certainty"), for: .readers),
    ReportColumn(
      "positive", Label(same: "positive"), shows: nil,
      exports: [
        .init("invited", .population), .init("answered", .whole), .init("positive", .part),
      ]),
    .data("goal_probability"),
    ReportColumn(
      "interval", Label(same: "interval"), shows: nil,
      exports: [.init("interval_low_percent", .low), .init("interval_high_percent", .high)]),
    ReportColumn(
      "bounds", Label(same: "bounds"), shows: nil,
      exports: [.init("bound_low_percent", .low), .init("bound_high_percent", .high)]),
    ReportColumn("development", Label("Utveckling", "Development")).drawn(.line),
    ReportColumn("trend", Label("Ändring", "Change"), for: .readers),
    .data("trend_from_year"), .data("trend_change"), .data("trend_change_percent"),
    .data("baseline_year"), .data("baseline_value"), .data("gap"),
    ReportColumn("source", Label("Källa", "Source"), for: .readers),
  ]

  /// The table of some goals, group members below their group.
  func table(id: String, title: Label) -> ReportTable {
    let goals = ordered(assessments)
    return ReportTable(
      id: id, title: title, columns: Self.columns, rows: goals.map { row($0, in: id) },
      notes: notes(goals))
  }

  /// Groups first, each followed by its members, and last what is no goal; the order is otherwise
  /// that of the file.
  private func ordered(_ all: [Assessment]) -> [Assessment] {
    let assessments = all.filter { $0.goal.kind == .goal } + all.filter { $0.goal.kind != .goal }
    let members = Dictionary(grouping: assessments, by: \.goal.group)
    let ids = Set(assessments.map(\.goal.id))
    return assessments.flatMap { assessment -> [Assessment] in
      if let group = assessment.goal.group, ids.contains(group) { return [] }
      return [assessment] + (members[assessment.goal.id] ?? [])
    }
  }

  private func row(_ assessment: Assessment, in table: String) -> ReportRow {
    let goal = assessment.goal
    let outcome = assessment.deciding
    let change = assessment.trend?.change(to: goal.year)
    let target = CellReference(table: table, row: goal.id, column: "target_value")
    let cells: [ReportCell] = [
      .code(goal.unit), .member(goal.id, goal.label), .count(goal.year), .day(goal.ends),
      .code(goal.kind.rawValue), .code(goal.group), .code(goal.measure?.rawValue),
      .code(goal.direction?.rawValue),
      .code(
        goal.qualifiers.isEmpty ? nil : goal.qualifiers.map(\.rawValue).joined(separator: "; ")),
      .words(words.target(assessment, cells: [target])), Self.target(goal),
      reached(assessment), .code(outcome?.id),
      assessment.reason == .withheld ? Self.withheld : Self.figure(outcome),
      .number(outcome?.statedValue), .number(outcome?.computed?.value),
      .code(doubtedBy(assessment)),
      Self.fulfilment(assessment), verdict(assessment),
      .member(assessment.reason.id, assessment.reason.label),
      stated(assessment), .code(assessment.statedStatus?.rawValue),
      .code(assessment.statedStatus?.documentVerdict?.rawValue), .flag(assessment.differs),
      words.certainty(assessment),
    ]
    return ReportRow(
      cells + surveyCells(assessment) + [
        development(assessment), words.trend(assessment), .count(change?.from),
        .number(change.map { $0.absolute / (goal.measurementUnit?.factor ?? 1) }),
        .fact(change?.relative.map { Fact(.growth($0)) }),
        .count(assessment.baseline?.year), .number(assessment.baselineValue),
        .number(assessment.gap),
        sources.cell(Self.source(assessment)),
      ],
      documents: goal.sources + assessment.outcomes.map(\.source),
      locations: goal.locations + assessment.outcomes.map(\.location)
        + (outcome?.computed?.sources ?? []),
      depth: goal.group == nil ? 0 : 1)
  }
}
