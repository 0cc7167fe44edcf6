internal import Indicators
internal import Labels
internal import Workspace

/// What has changed since the year before: outcomes that compare with an earlier one, the worse first.
struct YearChangeSection {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]
  let year: Int

  /// Whether a change is to the good.
  private enum Direction: String {
    case worse, better, neither

    var label: Label {
      switch self {
      case .worse: Label("sämre", "worse")
      case .better: Label("bättre", "better")
      case .neither: Label("ändrat", "changed")
      }
    }

    var rank: Int { [Direction.worse, .better, .neither].firstIndex(of: self) ?? 0 }
  }

  private struct Change {
    var assessment: Assessment
    var change: IndicatorTrend.Change
    var direction: Direction
  }

  private var changes: [Change] {
    assessments.compactMap { assessment in
      guard assessment.goal.kind == .goal, let outcome = assessment.deciding,
        outcome.year == year, let change = assessment.trend?.change(to: year), change.absolute != 0
      else { return nil }
      let rises = change.absolute > 0
      let direction: Direction =
        switch assessment.goal.direction {
        case .atLeast, .increase: rises ? .better : .worse
        case .atMost: rises ? .worse : .better
        default: .neither
        }
      return Change(assessment: assessment, change: change, direction: direction)
    }.enumerated().sorted { a, b in
      (a.element.direction.rank, -abs(a.element.change.relative ?? 0), a.offset)
        < (b.element.direction.rank, -abs(b.element.change.relative ?? 0), b.offset)
    }.map(\.element)
  }

  /// So many fit on the first page.
  private static let most = 4

  var section: PageSection? {
    let changes = changes
    guard !changes.isEmpty else { return nil }
    let words = GoalWords()
    let rows = changes.map { change in
      let goal = change.assessment.goal
      let unit = goal.measurementUnit
      let factor = unit?.factor ?? 1
      return ReportRow(
        [
          .member(goal.id, goal.label),
          .member(goal.unit, workspace.unit(goal.unit)?.briefLabel ?? Label(same: goal.unit)),
          .count(change.change.from),
          .fact(
            change.assessment.trend?.latestOutcome(before: year)
              .map { GoalWords.fact($0.value / factor, unit) }),
          .fact(
            change.assessment.deciding?.value
              .map { GoalWords.fact($0, change.assessment.deciding?.measurementUnit) }),
          .words(words.change(change.change, unit: unit)),
          .member(change.direction.rawValue, change.direction.label),
        ],
        documents: change.assessment.outcomes.map(\.source),
        locations: change.assessment.outcomes.map(\.location))
    }
    return PageSection(
      title: Label("Förändrat", "Changed"),
      table:
        ReportTable(
          id: "changed",
          title: Label(
            "Jämförbara utfall mot året innan", "Comparable outcomes since the year before"),
          columns: [
            ReportColumn(
              "goal", Label("Mål", "Goal"), shows: .label,
              exports: [.init("goal_id", .id), .init("goal_label", .label)], dimension: .goal),
            .dimension(.unit, Label("Enhet", "Unit")), .data("from_year"),
            ReportColumn(
              "before", Label("Då", "Then"), shows: .value,
              exports: [.init("before"), .init("unit_of_measure", .unit)]),
            ReportColumn("now", Label("Nu", "Now")),
            ReportColumn("change", Label("Ändring", "Change"), for: .readers),
            ReportColumn(
              "direction", Label("Riktning", "Direction"), shows: .label,
              exports: [.init("direction", .id)]),
          ], rows: rows), rows: Array(rows.indices.prefix(Self.most)))
  }
}
