internal import Indicators
internal import Labels

extension GoalSection {
  /// Outcomes against their targets, where at least two goals have both as figures of one kind.
  func chart(of table: String) -> Block? {
    let shown = assessments.filter { assessment in
      let goal = assessment.goal
      guard goal.kind == .goal, goal.target != nil, let outcome = assessment.deciding,
        outcome.value != nil
      else { return false }
      return outcome.measurementUnit?.name == goal.measurementUnit?.name
    }
    guard shown.count > 1 else { return nil }
    return .chart(
      ReportChart(
        id: "\(table)-targets", title: Label("Utfall mot målvärde", "Outcome against target"),
        kind: .bullet, table: table, labels: Dimension.goal.id,
        figures: ["outcome_value", "target_value"], rows: shown.map(\.goal.id)))
  }
}
