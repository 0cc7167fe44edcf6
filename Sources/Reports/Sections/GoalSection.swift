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
  private let doubts: [String: [Doubt]]

  init(workspace: LoadedWorkspace, assessments: [Assessment]) {
    self.workspace = workspace
    self.assessments = assessments
    doubts = workspace.doubts(about: assessments.compactMap(\.deciding))
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
      "target_value", Label(same: "target_value"), shows: nil,
      exports: [
        .init("target_value"), .init("target_upper", .high), .init("target_unit", .unit),
      ]),
    ReportColumn("outcome", Label("Utfall", "Outcome"), for: .readers), .data("outcome_id"),
    ReportColumn(
      "outcome_value", Label(same: "outcome_value"), shows: nil,
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

  /// As of when cases are counted, where that is not the end of the year.
  static func asOfNote(_ outcomes: [Outcome]) -> [Footnote] {
    let days = Set(outcomes.compactMap { $0.computed?.asOf }).sorted()
      .map { Sentence(Fact(.day($0))) }
    guard !days.isEmpty else { return [] }
    let list = Sentence.joined(days, by: Label(same: ", "))
    return [
      Footnote(
        "Ärendeloggar är räknade till och med \(list.swedish).",
        "Case logs are counted to the end of \(list.english).", on: .column("outcome"))
    ]
  }

  /// What the table's short forms mean; only those that occur.
  private func notes(_ assessments: [Assessment]) -> [Footnote] {
    var notes: [Footnote] = []
    if assessments.contains(where: \.differs) {
      notes.append(
        Footnote(
          "≠ dokumentets omdöme är ett annat än det som utfallet ger.",
          "≠ the document’s verdict is another than the outcome gives.", on: .column("stated")))
    }
    if assessments.contains(where: { readWord($0) != nil }) {
      notes.append(
        Footnote(
          "Ett ord inom parentes är läst ur den löpande texten.",
          "A word in brackets is read from the narrative.", on: .column("stated")))
    }
    if assessments.contains(where: { !doubts(of: $0).isEmpty }) {
      notes.append(
        Footnote(
          "Ifrågasatt: ett annat tal i källorna säger emot; se enhetens motsägelser och luckor.",
          "Doubted: another figure in the sources says otherwise; see the unit’s contradictions and gaps.",
          on: .column("outcome")))
    }
    if let planned = plannedNote(assessments) { notes.append(planned) }
    notes += Self.asOfNote(assessments.compactMap(\.deciding))
    if assessments.contains(where: { $0.goalProbability != nil }) {
      notes.append(
        Footnote(
          "P är sannolikheten att målet är nått bland alla tillfrågade.",
          "P is the probability that the goal holds among all who were asked.",
          on: .column("certainty_label")))
    }
    let hasBase = assessments.contains {
      if case .survey = $0.certainty { true } else { false }
    }
    if hasBase {
      notes.append(
        Footnote(
          Label(
            "19/24, 80–100 % (79–100 %): 19 av 24 tillfrågade svarade, och så stor är andelen bland alla "
              + "24 med 95 % säkerhet (exakt för ändliga grupper); inom parentes utan antagande om dem "
              + "som inte svarat.",
            "19/24, 80–100% (79–100%): 19 of 24 asked have answered, and the share among all 24 lies "
              + "there with 95% confidence (exact for finite groups); in brackets without assuming "
              + "anything about those who did not answer."), on: .column("certainty_label")))
    }
    notes += assessments.compactMap { assessment in
      SurveyWords.tippingPoint(assessment).map { Footnote($0, on: .row(assessment.goal.id)) }
    }
    return notes
  }

  private func plannedNote(_ assessments: [Assessment]) -> Footnote? {
    let planned = assessments.filter { $0.verdict == .planned && words.start($0) != nil }
    guard !planned.isEmpty else { return nil }
    let hasGap = planned.contains { ($0.gap ?? 0) > 0 }
    let hasOther = planned.contains { $0.baselineDefinition != nil }
    return Footnote(
      Label(
        "Planerat: utfallet visar senaste tal före målets år"
          + (hasGap ? " och vad som är kvar till målet." : ".")
          + (hasOther ? " Ett mått med annat namn eller annan enhet nämns inom parentes." : ""),
        "Planned: the outcome shows the latest figure before the goal’s year"
          + (hasGap ? " and what is left to the target." : ".")
          + (hasOther ? " A measure of another name or unit is named in brackets." : "")),
      on: .column("outcome"))
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
      reached(assessment), .code(outcome?.id), Self.figure(outcome),
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
        words.trend(assessment), .count(change?.from),
        .number(change.map { $0.absolute / (goal.measurementUnit?.factor ?? 1) }),
        .fact(change?.relative.map { Fact(.growth($0)) }),
        .count(assessment.baseline?.year), .number(assessment.baselineValue),
        .number(assessment.gap),
        .code((outcome?.source ?? goal.sources.first)?.text),
      ],
      documents: goal.sources + assessment.outcomes.map(\.source),
      locations: goal.locations + assessment.outcomes.map(\.location)
        + (outcome?.computed?.sources ?? []),
      depth: goal.group == nil ? 0 : 1)
  }

  /// The target as a figure; its unit alone where no figure is named.
  private static func target(_ goal: Goal) -> ReportCell {
    let sources = FactSources(documents: goal.sources, locations: goal.locations)
    guard let target = goal.target else {
      return .fact(
        goal.measurementUnit.map { Fact(.interval, unit: FactUnit($0), sources: sources) })
    }
    var fact = GoalWords.fact(target, goal.measurementUnit)
    fact.interval = goal.upperTarget.map { FactInterval(lower: target, upper: $0) }
    fact.sources = sources
    return .fact(fact)
  }

  /// The outcome that decides as a figure.
  private static func figure(_ outcome: Outcome?) -> ReportCell {
    guard let outcome else { return .none }
    let sources = FactSources(
      documents: [outcome.source],
      locations: [outcome.location] + (outcome.computed?.sources ?? []))
    let base = outcome.total.map { Base.part(outcome.value, of: $0) } ?? .none
    guard let value = outcome.value else {
      return .fact(
        outcome.measurementUnit.map {
          Fact(.interval, unit: FactUnit($0), base: base, sources: sources)
        })
    }
    var fact = GoalWords.fact(value, outcome.measurementUnit)
    (fact.base, fact.sources) = (base, sources)
    return .fact(fact)
  }

  /// What was reached. Where there is nothing to show, the reason says why.
  private func reached(_ assessment: Assessment) -> ReportCell {
    let isGoal = assessment.goal.kind == .goal
    // A condition is not judged, but what is known of it is shown; so are words that do not decide.
    let shown =
      assessment.deciding
      ?? (isGoal ? assessment.worded : assessment.outcomes.first(where: \.isAnswer))
    guard let outcome = shown ?? assessment.outcomes.first(where: \.isExpected) else {
      return assessment.verdict == .planned
        ? .words(words.start(assessment) ?? Sentence(assessment.reason.label))
        : .text(assessment.reason.label)
    }
    let isMissed = assessment.verdict != .met
    let cell = words.outcome(outcome, missing: isMissed ? assessment.threshold : nil)
    // An outcome of another year than the goal's, or of a part of it, says when it was told.
    let isPart = workspace.day.interim != nil && assessment.goal.runsOn(after: outcome)
    let isToldBelow = outcome.computed?.asOf != nil
    let period =
      outcome.year == assessment.goal.year && (!isPart || isToldBelow) ? nil : outcome.period
    let doubts = doubts(of: assessment).map(\.other)
    switch cell {
    case .fact(var fact):
      fact.marks += [period.map(FactMark.period), doubts.isEmpty ? nil : .doubted(doubts)]
        .compactMap(\.self)
      fact.cells = []
      return .fact(fact)
    case .words(let words):
      let told = words + Sentence(Label(same: period.map { " (\($0))" } ?? ""))
      guard !doubts.isEmpty else { return .words(told) }
      let others = Sentence.joined(
        doubts.map { Sentence(Fact(.number($0), precision: .upTo(2))) }, by: Label(same: ", "))
      return .words(
        told
          + Sentence(" (ifrågasatt: \(others.swedish))", " (doubted: \(others.english))"))
    case .none, .member, .code: return cell
    }
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

  private func verdict(_ assessment: Assessment) -> ReportCell {
    let label =
      switch assessment.goal.kind {
      case .goal: assessment.verdict.label
      case .condition: Label("villkor", "condition")
      case .routine: Label("rutin", "routine")
      }
    return .member(assessment.verdict.rawValue, label)
  }

  /// The document's word, and the word that was read from the narrative and decided.
  private func stated(_ assessment: Assessment) -> ReportCell {
    let words = [
      assessment.statedStatus.map {
        Member($0.rawValue, $0.label, marks: assessment.differs ? [.differs] : [])
      },
      readWord(assessment).map { Member($0.rawValue, $0.label, marks: [.interpreted]) },
    ].compactMap(\.self)
    return words.isEmpty ? .none : .member(words)
  }

  private func readWord(_ assessment: Assessment) -> StatedStatus? {
    if case .status(let status, isRead: true) = assessment.reason { status } else { nil }
  }

  /// Whom a survey's figure counts, the probability that the goal holds among them, and where the
  /// share of all lies.
  private func surveyCells(_ assessment: Assessment) -> [ReportCell] {
    guard case .survey(let base) = assessment.certainty, let census = base.nearCensus
    else { return Array(repeating: .none, count: 4) }
    let interval = (try? census.interval()).map { FactInterval($0.shares, .hypergeometric) }
    let count = Base.part(
      Double(base.positive), of: Double(base.answered), population: base.invited)
    let share = base.answered == 0 ? nil : Double(base.positive) / Double(base.answered)
    let fact = Fact(share.map(Fact.Value.share) ?? .interval, base: count, interval: interval)
    return [
      .fact(fact),
      .fact(
        assessment.goalProbability.map { Fact(.probability($0), precision: .decimals(4)) }),
      .fact(fact), .fact(Fact(.interval, interval: FactInterval(bounds: census.bounds))),
    ]
  }
}
