internal import Diagnostics
internal import Indicators
internal import Labels
internal import Plans
internal import Statistics
internal import Workspace

/// What needs action: goals that are missed or likely to be, activities that are late, cases that are
/// overdue; the furthest off and the surest first.
struct ActionSection {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]
  let year: Int
  private let words = GoalWords()

  init(workspace: LoadedWorkspace, assessments: [Assessment], year: Int) {
    self.workspace = workspace
    self.assessments = assessments
    self.year = year
  }

  static let columns = [
    ReportColumn(
      "goal", Label("Vad", "What"), shows: .label,
      exports: [.init("goal_id", .id), .init("goal_label", .label)], dimension: .goal),
    .dimension(.unit, Label("Enhet", "Unit")),
    ReportColumn("target", Label("Målvärde", "Target")),
    ReportColumn("outcome", Label("Utfall", "Outcome")),
    ReportColumn("gap", Label("Fattas", "Short of")),
    ReportColumn(
      "verdict_label", Label("Läge", "State"), shows: .label,
      exports: [.init("verdict_label", .label), .init("verdict", .id)]),
    ReportColumn("owner", Label("Ansvarig", "Owner")),
    ReportColumn("cause", Label("Orsak", "Cause")),
    ReportColumn("next_step", Label("Nästa steg", "Next step")),
  ]

  var section: PageSection {
    let title = Label("Kräver åtgärd", "Needs action")
    let (goals, others) = (goalRows, lateRows + overdueRows)
    let rows = goals + others
    guard !rows.isEmpty else {
      return PageSection(
        title: title,
        words: Sentence(
          "Inget mål är missat, inget är försenat.", "No goal is missed, and nothing is late."))
    }
    // Plans and cases have a place on the first page however many goals are missed.
    let reserved = min(others.count, Self.mostOthers)
    let first = min(goals.count, Self.most - reserved)
    let table = ReportTable(
      id: "action", title: Label("Det som inte går enligt plan", "What is off track"),
      columns: Self.columns, rows: rows, notes: notes(rows))
    return PageSection(
      title: title, table: table, brief: brief(table),
      rows: Array(0..<first)
        + (goals.count..<rows.count).prefix(Self.most - first))
  }

  /// So many fit on the first page, and among them so many that are no goals.
  private static let (most, mostOthers) = (6, 2)

  private func notes(_ rows: [ReportRow]) -> [Footnote] {
    let places = ["owner", "cause", "next_step"].compactMap { id in
      Self.columns.firstIndex { $0.id == id }
    }
    let isStated = rows.contains { row in places.contains { row.cells[$0] != .none } }
    return isStated
      ? []
      : [
        Footnote(
          "Ingen ansvarig, orsak eller nästa steg är angivet; de skrivs i targets.csv.",
          "No owner, cause or next step is stated; they are written in targets.csv.")
      ]
  }

  // MARK: Goals

  /// The state of a goal that is likely to be missed.
  static let likelyToMiss = "likely_to_miss"

  /// How much a goal needs action: how far off it is, then how sure that is.
  private struct Urgency {
    var rank: Int
    var reached: Double
    var doubt: Int
  }

  /// How much a goal needs action; `nil` for one that needs none. What the document says in words alone
  /// stands between what has not begun and what is half done.
  private func urgency(_ assessment: Assessment) -> Urgency? {
    guard assessment.goal.kind == .goal else { return nil }
    let reached = assessment.fulfilment ?? 0.25
    switch assessment.verdict {
    case .notMet: return Urgency(rank: 0, reached: reached, doubt: Self.doubt(assessment))
    case .met, .nearly, .underWay, .cannotAssess:
      guard let probability = assessment.goalProbability, probability < 0.5 else { return nil }
      return Urgency(rank: 1, reached: probability, doubt: Self.doubt(assessment))
    case .dropped, .planned, .notJudged: return nil
    }
  }

  private var goalRows: [ReportRow] {
    assessments.compactMap { assessment in urgency(assessment).map { ($0, assessment) } }
      .enumerated().sorted { a, b in
        let (x, y) = (a.element.0, b.element.0)
        return (x.rank, x.reached, x.doubt, a.offset) < (y.rank, y.reached, y.doubt, b.offset)
      }.map { row($0.element.1) }
  }

  /// What is counted is surer than what is stated, and that than what is rounded.
  private static func doubt(_ assessment: Assessment) -> Int {
    switch assessment.certainty {
    case .fullCount: 0
    case .survey, .surveyMean: 1
    case .stated, nil: 2
    case .approximate: 3
    }
  }

  private func row(_ assessment: Assessment) -> ReportRow {
    let goal = assessment.goal
    let outcome =
      (assessment.deciding ?? assessment.worded).map {
        words.outcome($0, missing: assessment.threshold)
      } ?? .text(assessment.reason.label)
    let state =
      assessment.verdict == .notMet
      ? Member(assessment.verdict.rawValue, assessment.verdict.label)
      : Member(Self.likelyToMiss, GoalCertainty(assessment)?.label ?? assessment.verdict.label)
    return ReportRow(
      [
        .member(goal.id, goal.label), unit(goal.unit), .words(words.target(assessment)), outcome,
        .fact(gap(assessment)), .member([state]), said(goal.owner), said(goal.cause),
        said(goal.nextStep),
      ],
      documents: goal.sources + assessment.outcomes.map(\.source),
      locations: goal.locations + assessment.outcomes.map(\.location))
  }

  /// How far the outcome is from the target, in the outcome's unit.
  private func gap(_ assessment: Assessment) -> Fact? {
    guard let outcome = assessment.deciding, let value = outcome.value,
      let threshold = assessment.threshold, assessment.verdict != .met, value != threshold
    else { return nil }
    if outcome.measurementUnit?.dimension == "share", outcome.measurementUnit?.factor == 1 {
      return Fact(
        .number(abs(threshold - value)),
        unit: FactUnit(
          id: "percentage_points", one: Label("procentenhet", "percentage point"),
          several: Label("procentenheter", "percentage points")))
    }
    return GoalWords.fact(abs(threshold - value), outcome.measurementUnit)
  }

  private func said(_ label: Label) -> ReportCell { label.isEmpty ? .none : .text(label) }

  func unit(_ id: String) -> ReportCell {
    .member(id, workspace.unit(id)?.label ?? Label(same: id))
  }

  // MARK: Plans and cases

  /// A row a plan with late activities.
  private var lateRows: [ReportRow] {
    workspace.units.flatMap { unit -> [ReportRow] in
      let activities = unit.activities(in: year, usual: workspace.year)
      return ActivityPlanFollowUp(activities: activities, asOf: workspace.asOf(year: year)).byPlan
        .filter { $0.late > 0 }.map { plan in
          let name =
            plan.key.map { workspace.codes.label($0, column: "plan") } ?? Label("Plan", "Plan")
          return ReportRow(
            [
              .member("late-\(unit.id)-\(plan.key ?? "plan")", name.capitalised),
              self.unit(unit.id),
              .text("genomfört i tid", "done in time"),
              .fact(
                Fact(
                  .number(Double(plan.late)),
                  unit: FactUnit(
                    id: "late_activities", one: Label("försenad aktivitet", "late activity"),
                    several: Label("försenade aktiviteter", "late activities")),
                  base: .none)),
              .none, .member("late", Label("försenat", "late")), .none, .none,
              next(plan.key),
            ], documents: plan.sources.unique)
        }
    }
  }

  /// The next day on which a plan is followed up.
  private func next(_ plan: String?) -> ReportCell {
    let asOf = workspace.asOf(year: year)
    guard let calendar = workspace.followUps.calendar(of: plan),
      let day = calendar.dates(in: year).first(where: { $0 > asOf })
    else { return .none }
    let fact = Fact(.day(day))
    return .words(Sentence("uppföljning \(fact)", "follow-up \(fact)"))
  }

  /// A row a limit of a case log that open cases have passed. Made-up cases need no action.
  private var overdueRows: [ReportRow] {
    workspace.units.flatMap { unit in
      unit.caseLogs.filter { $0.definition.provenance?.isExample != true }.flatMap {
        log -> [ReportRow] in
        let published = log.published(
          workspace.disclosure, asOf: workspace.asOf(year: year, in: log),
          calendar: workspace.calendar, year: year)
        let cube = published.cube
        return log.definition.limits.compactMap { limit in
          guard let result = cube.result(limit: limit.id), result.openOverdue > 0 else {
            return nil
          }
          let count = Fact(
            .number(Double(result.openOverdue)),
            unit: FactUnit(
              id: "overdue_cases", one: Label("öppet, försenat ärende", "open case overdue"),
              several: Label("öppna, försenade ärenden", "open cases overdue"))
          ).unless(published.disclosure.reason(.limit(limit.id, .all, .openOverdue)))
          return ReportRow(
            [
              .member("overdue-\(log.definition.id)-\(limit.id)", log.definition.title),
              self.unit(unit.id), .text(limit.label), .fact(count), .none,
              .member("overdue", Label("försenat", "overdue")), .none, .none, .none,
            ], locations: [log.definition.location].compactMap(\.self))
        }
      }
    }
  }
}
