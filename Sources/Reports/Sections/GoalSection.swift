internal import Diagnostics
internal import Indicators
internal import Labels
internal import Statistics
internal import Tables
internal import Workspace

/// The table of goals: target, outcome, fulfilment, verdict, certainty, trend, source.
struct GoalSection {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]
  private let words = GoalWords()
  private let doubts: [String: [Doubt]]

  init(workspace: LoadedWorkspace, assessments: [Assessment]) {
    self.workspace = workspace
    self.assessments = assessments
    doubts = workspace.doubts(about: assessments.compactMap(\.deciding))
  }

  static let columns = [
    ReportColumn("goal", Label("Mål", "Goal"), for: .readers),
    ReportColumn("target", Label("Målvärde", "Target"), for: .readers),
    ReportColumn("outcome", Label("Utfall", "Outcome"), for: .readers),
    .data("unit"), .data("goal_id"), .data("goal_label"), .data("year"), .data("ends"),
    .data("kind"),
    .data("part_of"), .data("measure"), .data("direction"), .data("qualifiers"),
    .data("target_value"), .data("target_upper"), .data("target_unit"), .data("outcome_id"),
    .data("outcome_value"), .data("outcome_total"), .data("outcome_unit"),
    .data("stated_value"), .data("computed_value"),
    .data("doubted_by"),
    ReportColumn("fulfilment_percent", Label("Uppf.", "Reached")),
    ReportColumn("verdict_label", Label("Bedömning", "Verdict"), for: .readers),
    .data("verdict"), .data("reason"), .data("reason_id"),
    ReportColumn("stated", Label("Enligt dok.", "Document"), for: .readers),
    .data("stated_status"), .data("stated_verdict"), .data("verdict_differs"),
    ReportColumn("certainty_label", Label("Säkerhet", "Certainty"), for: .readers),
    .data("invited"), .data("answered"), .data("positive"), .data("goal_probability"),
    .data("interval_low_percent"), .data("interval_high_percent"),
    .data("bound_low_percent"), .data("bound_high_percent"),
    ReportColumn("trend", Label("Ändring", "Change"), for: .readers),
    .data("trend_from_year"), .data("trend_change"), .data("trend_change_percent"),
    .data("baseline_year"), .data("baseline_value"), .data("gap"),
    ReportColumn("source", Label("Källa", "Source"), for: .readers),
  ]

  /// The table of some goals, group members below their group.
  func table(id: String, title: Label) -> ReportTable {
    let goals = ordered(assessments)
    return ReportTable(
      id: id, title: title, columns: Self.columns, rows: goals.map(row), notes: notes(goals))
  }

  /// As of when cases are counted, where that is not the end of the year.
  static func asOfNote(_ outcomes: [Outcome]) -> [Label] {
    let days = Set(outcomes.compactMap { $0.computed?.asOf }).sorted().map(\.description)
    guard !days.isEmpty else { return [] }
    return [
      Label(
        "Ärendeloggar är räknade till och med \(days.joined(separator: ", ")).",
        "Case logs are counted to the end of \(days.joined(separator: ", ")).")
    ]
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
    if assessments.contains(where: { readWord($0) != nil }) {
      notes.append(
        Label(
          "Ett ord inom parentes är läst ur den löpande texten.",
          "A word in brackets is read from the narrative."))
    }
    if assessments.contains(where: { !doubts(of: $0).isEmpty }) {
      notes.append(
        Label(
          "Ifrågasatt: ett annat tal i källorna säger emot; se enhetens motsägelser och luckor.",
          "Doubted: another figure in the sources says otherwise; see the unit’s contradictions and "
            + "gaps."))
    }
    let planned = assessments.filter { $0.verdict == .planned && words.start($0) != nil }
    if !planned.isEmpty {
      let hasGap = planned.contains { ($0.gap ?? 0) > 0 }
      let hasOther = planned.contains { $0.baselineDefinition != nil }
      notes.append(
        Label(
          "Planerat: utfallet visar senaste tal före målets år"
            + (hasGap ? " och vad som är kvar till målet." : ".")
            + (hasOther ? " Ett mått med annat namn eller annan enhet nämns inom parentes." : ""),
          "Planned: the outcome shows the latest figure before the goal’s year"
            + (hasGap ? " and what is left to the target." : ".")
            + (hasOther ? " A measure of another name or unit is named in brackets." : "")))
    }
    notes += Self.asOfNote(assessments.compactMap(\.deciding))
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
          "19/24, 80–100 % (79–100 %): 19 av 24 tillfrågade svarade, och så stor är andelen bland alla "
            + "24 med 95 % säkerhet (exakt för ändliga grupper); inom parentes utan antagande om dem "
            + "som inte svarat.",
          "19/24, 80–100% (79–100%): 19 of 24 asked have answered, and the share among all 24 lies "
            + "there with 95% confidence (exact for finite groups); in brackets without assuming "
            + "anything about those who did not answer."))
    }
    notes += assessments.compactMap(SurveyWords.tippingPoint)
    return notes
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

  private func row(_ assessment: Assessment) -> ReportRow {
    let goal = assessment.goal
    let outcome = assessment.deciding
    let survey = surveyNumbers(assessment)
    let change = assessment.trend?.change(to: goal.year)
    let values: [ReportCell] = [
      .text(name(goal)),
      .text(words.target(assessment)), .text(reached(assessment)),
      .code(goal.unit), .code(goal.id), .text(goal.label), .count(goal.year),
      .code(goal.ends?.description),
      .code(goal.kind.rawValue), .code(goal.group), .code(goal.measure?.rawValue),
      .code(goal.direction?.rawValue),
      .code(
        goal.qualifiers.isEmpty ? nil : goal.qualifiers.map(\.rawValue).joined(separator: "; ")),
      .number(goal.target), .number(goal.upperTarget), .code(goal.measurementUnit?.name),
      .code(outcome?.id), .number(outcome?.value), .number(outcome?.total),
      .code(outcome?.measurementUnit?.name), .number(outcome?.statedValue),
      .number(outcome?.computed?.value),
      .code(doubtedBy(assessment)),
      Self.fulfilment(assessment),
      .text(verdict(assessment)), .code(assessment.verdict.rawValue),
      .text(assessment.reason.label), .code(assessment.reason.id),
      stated(assessment), .code(assessment.statedStatus?.rawValue),
      .code(assessment.statedStatus?.documentVerdict?.rawValue), .flag(assessment.differs),
      .text(words.certainty(assessment)),
    ]
    return ReportRow(
      values + survey + [
        .text(words.trend(assessment)), .count(change?.from),
        .number(change.map { $0.absolute / (goal.measurementUnit?.factor ?? 1) }),
        .share(change?.relative, decimals: 1),
        .count(assessment.baseline?.year), .number(assessment.baselineValue),
        .number(assessment.gap),
        .code((outcome?.source ?? goal.sources.first)?.text),
      ],
      documents: goal.sources + assessment.outcomes.map(\.source),
      locations: goal.locations + assessment.outcomes.map(\.location)
        + (outcome?.computed?.sources ?? []))
  }

  /// What was reached. Where there is nothing to show, the reason says why.
  private func reached(_ assessment: Assessment) -> Label {
    let isGoal = assessment.goal.kind == .goal
    // A condition is not judged, but what is known of it is shown; so are words that do not decide.
    let shown =
      assessment.deciding
      ?? (isGoal ? assessment.worded : assessment.outcomes.first(where: \.isAnswer))
    guard let outcome = shown ?? assessment.outcomes.first(where: \.isExpected) else {
      return assessment.verdict == .planned
        ? words.start(assessment) ?? assessment.reason.label : assessment.reason.label
    }
    let isMissed = assessment.verdict != .met
    let label = dated(
      words.outcome(outcome, missing: isMissed ? assessment.threshold : nil), outcome,
      assessment.goal)
    let doubts = doubts(of: assessment)
    guard !doubts.isEmpty else { return label }
    let words = words.doubts(doubts)
    return Label("\(label.swedish) (\(words.swedish))", "\(label.english) (\(words.english))")
  }

  /// An outcome of another year than the goal's says when it was told.
  private func dated(_ label: Label, _ outcome: Outcome, _ goal: Goal) -> Label {
    guard outcome.year != goal.year else { return label }
    return Label(
      "\(label.swedish) (\(outcome.period))", "\(label.english) (\(outcome.period))")
  }

  private func doubts(of assessment: Assessment) -> [Doubt] {
    assessment.deciding.flatMap { doubts[$0.id] } ?? []
  }

  private func doubtedBy(_ assessment: Assessment) -> String? {
    let doubts = doubts(of: assessment)
    return doubts.isEmpty ? nil : doubts.map(\.source).joined(separator: " ")
  }

  /// A miss is never rounded up to the whole.
  static func fulfilment(_ assessment: Assessment) -> ReportCell {
    guard let value = assessment.fulfilment else { return .none }
    guard value < 1, assessment.verdict != .met else { return .share(value, decimals: 0) }
    let decimals = NumberStyle.decimals(ofShareBelowOne: value)
    return .share(decimals == nil ? 0.999_999_999_99 : value, decimals: decimals ?? 9)
  }

  private func name(_ goal: Goal) -> Label {
    let mark = goal.group == nil ? "" : "· "
    return Label(mark + goal.label.swedish, mark + goal.label.english)
  }

  private func verdict(_ assessment: Assessment) -> Label {
    switch assessment.goal.kind {
    case .goal: assessment.verdict.label
    case .condition: Label("villkor", "condition")
    case .routine: Label("rutin", "routine")
    }
  }

  /// The document's word, and in brackets the word that was read from the narrative and decided.
  private func stated(_ assessment: Assessment) -> ReportCell {
    let mark = assessment.differs ? "≠ " : ""
    let words = [
      assessment.statedStatus.map { Label(mark + $0.label.swedish, mark + $0.label.english) },
      readWord(assessment).map { Label("(\($0.label.swedish))", "(\($0.label.english))") },
    ].compactMap(\.self)
    guard !words.isEmpty else { return .none }
    return .text(
      Label(
        words.map(\.swedish).joined(separator: " "), words.map(\.english).joined(separator: " ")))
  }

  private func readWord(_ assessment: Assessment) -> StatedStatus? {
    if case .status(let status, isRead: true) = assessment.reason { status } else { nil }
  }

  private func surveyNumbers(_ assessment: Assessment) -> [ReportCell] {
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
