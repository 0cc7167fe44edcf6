internal import Diagnostics
internal import Indicators
internal import Labels
internal import Statistics
internal import Workspace

/// The table of goals: target, outcome, fulfilment, verdict, certainty, trend, source.
struct GoalSection {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]
  private let words = GoalWords()

  static let columns = [
    ReportColumn("goal", Label("Mål", "Goal"), for: .readers),
    ReportColumn("target", Label("Målvärde", "Target"), for: .readers),
    ReportColumn("outcome", Label("Utfall", "Outcome"), for: .readers),
    .data("unit"), .data("goal_id"), .data("goal_label"), .data("year"), .data("kind"),
    .data("part_of"), .data("measure"), .data("direction"), .data("qualifiers"),
    .data("target_value"), .data("target_upper"), .data("target_unit"), .data("outcome_id"),
    .data("outcome_value"), .data("outcome_total"), .data("outcome_unit"),
    .data("stated_value"), .data("computed_value"),
    ReportColumn("fulfilment_percent", Label("Uppf.", "Fulf.")),
    ReportColumn("verdict_label", Label("Bedömning", "Verdict"), for: .readers),
    .data("verdict"), .data("reason"),
    ReportColumn("stated", Label("Enligt dok.", "Document"), for: .readers),
    .data("stated_status"), .data("stated_verdict"), .data("verdict_differs"),
    ReportColumn("certainty_label", Label("Säkerhet", "Certainty"), for: .readers),
    .data("invited"), .data("answered"), .data("positive"), .data("goal_probability"),
    .data("interval_low_percent"), .data("interval_high_percent"),
    .data("bound_low_percent"), .data("bound_high_percent"),
    ReportColumn("trend", Label("Trend", "Trend"), for: .readers),
    .data("trend_from_year"), .data("trend_change"), .data("trend_change_percent"),
    ReportColumn("source", Label("Källa", "Source"), for: .readers),
  ]

  /// The table of some goals, group members below their group.
  func table(id: String, title: Label) -> ReportTable {
    let goals = ordered(assessments)
    return ReportTable(
      id: id, title: title, columns: Self.columns, rows: goals.map(row), notes: notes(goals))
  }

  /// What the table's short forms mean; only those that occur.
  private func notes(_ assessments: [Assessment]) -> [Label] {
    var notes: [Label] = []
    if assessments.contains(where: \.differs) {
      notes.append(
        Label(
          "≠ dokumentets omdöme är ett annat än det som utfallet ger.",
          "≠ the document’s verdict is another than the outcome gives."))
    }
    if assessments.contains(where: { $0.goalProbability != nil }) {
      notes.append(
        Label(
          "P är sannolikheten att målet är nått bland alla tillfrågade.",
          "P is the probability that the goal holds among all who were asked."))
    }
    let hasBase = assessments.contains {
      if case .survey = $0.certainty { true } else { false }
    }
    if hasBase {
      notes.append(
        Label(
          "19/24, 80–100 %: 19 av 24 tillfrågade svarade, och så stor är andelen bland alla 24 med "
            + "95 % säkerhet (exakt för ändliga grupper).",
          "19/24, 80–100%: 19 of 24 asked have answered, and the share among all 24 lies there with "
            + "95% confidence (exact for finite groups)."))
    }
    return notes
  }

  /// Groups first, each followed by its members; the order is otherwise that of the file.
  private func ordered(_ assessments: [Assessment]) -> [Assessment] {
    let members = Dictionary(grouping: assessments, by: \.goal.group)
    let ids = Set(assessments.map(\.goal.id))
    return assessments.flatMap { assessment -> [Assessment] in
      if let group = assessment.goal.group, ids.contains(group) { return [] }
      return [assessment] + (members[assessment.goal.id] ?? [])
    }
  }

  private func row(_ assessment: Assessment) -> ReportRow {
    let goal = assessment.goal
    let outcome = assessment.deciding
    let base = goal.direction == .keep ? assessment.trend?.latestOutcome(before: goal.year) : nil
    let survey = surveyNumbers(assessment)
    let change = assessment.trend?.change(to: goal.year)
    let values: [ReportValue] = [
      .text(name(goal)),
      .text(words.target(goal, keeps: base)),
      // Where no outcome decides, the document's words stand; without any, the reason says why.
      .text((outcome ?? assessment.worded).map(words.outcome) ?? assessment.reason.label),
      .code(goal.unit), .code(goal.id), .text(goal.label), .count(goal.year),
      .code(goal.kind.rawValue), .code(goal.group), .code(goal.measure?.rawValue),
      .code(goal.direction?.rawValue),
      .code(
        goal.qualifiers.isEmpty ? nil : goal.qualifiers.map(\.rawValue).joined(separator: "; ")),
      .number(goal.target), .number(goal.upperTarget), .code(goal.measurementUnit?.name),
      .code(outcome?.id), .number(outcome?.value), .number(outcome?.total),
      .code(outcome?.measurementUnit?.name), .number(outcome?.statedValue),
      .number(outcome?.computed?.value),
      fulfilment(assessment),
      .text(verdict(assessment)), .code(assessment.verdict.rawValue),
      .text(assessment.reason.label),
      stated(assessment), .code(assessment.statedStatus?.rawValue),
      .code(assessment.statedStatus?.verdict.rawValue), .flag(assessment.differs),
      .text(words.certainty(assessment)),
    ]
    return ReportRow(
      values + survey + [
        .text(words.trend(assessment)), .count(change?.from),
        .number(change.map { $0.absolute / (goal.measurementUnit?.factor ?? 1) }),
        .share(change?.relative, decimals: 1),
        .code((outcome?.source ?? goal.sources.first)?.text),
      ],
      documents: goal.sources + assessment.outcomes.map(\.source),
      locations: goal.locations + assessment.outcomes.map(\.location)
        + (outcome?.computed?.sources ?? []))
  }

  /// A miss is never rounded up to the whole.
  private func fulfilment(_ assessment: Assessment) -> ReportValue {
    let value = assessment.fulfilment
    let isCloseMiss = value.map { $0 < 1 && $0 >= 0.995 } ?? false
    return .share(value, decimals: isCloseMiss ? 3 : 0)
  }

  private func name(_ goal: Goal) -> Label {
    let mark = goal.group == nil ? "" : "· "
    return Label(mark + goal.label.swedish, mark + goal.label.english)
  }

  private func verdict(_ assessment: Assessment) -> Label {
    assessment.reason == .condition ? Label("villkor", "condition") : assessment.verdict.label
  }

  private func stated(_ assessment: Assessment) -> ReportValue {
    guard let status = assessment.statedStatus else { return .none }
    let mark = assessment.differs ? "≠ " : ""
    return .text(Label(mark + status.label.swedish, mark + status.label.english))
  }

  private func surveyNumbers(_ assessment: Assessment) -> [ReportValue] {
    guard case .survey(let base) = assessment.certainty, let census = base.nearCensus
    else { return Array(repeating: .none, count: 8) }
    let interval = try? census.interval()
    return [
      .count(base.invited), .count(base.answered), .count(base.positive),
      .number(assessment.goalProbability, decimals: 4),
      .share(interval?.shares.lower), .share(interval?.shares.upper),
      .share(census.bounds.lowerBound), .share(census.bounds.upperBound),
    ]
  }
}
