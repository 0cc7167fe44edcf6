internal import Labels
internal import Surveys
internal import Workspace

extension SurveySection {
  /// Who answered, a dot a group; one group needs no chart.
  func responseChart(_ table: ReportTable) -> Block? {
    guard table.rows.count(where: { $0.totalOf == nil }) > 1 else { return nil }
    return .chart(
      ReportChart(
        id: "\(prefix)-response-rates",
        title: Label("Svarsfrekvens per mottagargrupp", "Response rate by recipient group"),
        kind: .dots, table: table.id, labels: Dimension.group.id, figures: ["rr2_percent"]))
  }

  /// What they answered, the worst answer to the left.
  func answerCharts(_ family: AnswerFamily, _ table: ReportTable) -> [Block] {
    if case .several = family.layout {
      return [
        .chart(
          ReportChart(
            id: "\(prefix)-chosen\(family.suffix)", title: family.title(.all), kind: .shares,
            table: table.id, labels: Dimension.question.id, figures: ["interval"]))
      ]
    }
    // Periods are no steps from bad to good.
    guard let scale = family.scale, scale.answers.count > 1,
      !family.questions.contains(where: { $0.question.kind == .date }),
      family.questions.contains(where: { $0.base.answered > 0 })
    else {
      return []
    }
    let answers = scale.answers.map { "\($0.id)_percent" }
    let isBestFirst = scale.answers.first?.isPositive == true
    let title = family.titled("Svarens fördelning per fråga", "Distribution of answers by question")
    var blocks = [
      Block.chart(
        ReportChart(
          id: "\(prefix)-answers\(family.suffix)", title: title, kind: .divergingBars,
          table: table.id,
          labels: Dimension.question.id, figures: isBestFirst ? answers.reversed() : answers))
    ]
    if scale.answers.contains(where: \.isPositive) {
      let positive = scale.answers.filter(\.isPositive).map(\.id)
      let chart = ReportChart(
        id: "\(prefix)-positive\(family.suffix)",
        title: family.titled("Andel positiva per fråga", "Positive share by question"),
        kind: .shares, table: table.id, labels: Dimension.question.id, figures: ["interval"])
      blocks.append(
        .chart(
          chart.aiming(at: goals, in: table) { figure in
            figure == .positive || positive.count == 1 && figure == .answer(positive[0])
          }))
    }
    return blocks
  }

  /// Response rates before and now.
  func rateChart(_ table: ReportTable) -> Block {
    let chart = ReportChart(
      id: "\(prefix)-rate-change",
      title: Label(
        "Svarsfrekvens per fråga, då och nu", "Response rate by question, then and now"),
      kind: .dots, table: table.id, labels: Dimension.question.id,
      figures: ["previous_response_rate_percent", "response_rate_percent"])
    return .chart(chart.aiming(at: goals, in: table) { $0 == .responseRate })
  }
}

extension ReportChart {
  /// The chart of questions with the values to reach of some figure: one line across it where all of them
  /// are to reach the same, otherwise a mark a row.
  fileprivate func aiming(
    at goals: [SurveyTarget], in table: ReportTable, _ isShown: (SurveyTarget.Figure) -> Bool
  ) -> ReportChart {
    var targets: [String: Fact] = [:]
    for goal in goals where goal.group == nil && isShown(goal.figure) {
      guard let question = goal.question, targets[question] == nil else { continue }
      targets[question] = Fact(.share(goal.target))
    }
    let keys = table.rows.indices.filter { table.rows[$0].totalOf == nil }.map { table.key(of: $0) }
    var chart = self
    let own = keys.map { targets[$0] }
    if let first = own.first ?? nil, own.count > 1, own.allSatisfy({ $0 == first }) {
      chart.target = first
    } else {
      chart.rowTargets = targets.filter { keys.contains($0.key) }
    }
    return chart
  }
}
