internal import Diagnostics
internal import Indicators
internal import Labels
internal import Workspace

/// Figures that answer no goal, and the development of indicators.
struct FigureSection {
  let workspace: LoadedWorkspace
  private let words = GoalWords()

  /// The outcomes of a year that are shown with no goal.
  func figures(_ unit: UnitContents, year: Int) -> ReportTable? {
    let outcomes = unit.outcomes.filter {
      $0.year == year && $0.role != .answer
    }
    guard !outcomes.isEmpty else { return nil }
    let sources = SourceColumn(outcomes.map(\.source), names: workspace.documentNames)
    let columns = [
      ReportColumn("label", Label("Uppgift", "Figure")),
      .data("outcome_id"), .data("goal_id"), .data("role"), .data("period"), .data("value"),
      .data("total"),
      .data("unit_of_measure"), .data("stated_value"), .data("computed_value"),
      ReportColumn("shown", Label("Värde", "Value"), for: .readers),
      ReportColumn("method", Label("Så framtaget", "How obtained"), for: .readers),
      .data("method"),
      ReportColumn("note", Label("Anmärkning", "Remark")),
      ReportColumn("source", Label("Källa", "Source"), for: .readers),
    ]
    let rows = outcomes.map { outcome in
      ReportRow(
        [
          .text(outcome.label), .code(outcome.id), .code(outcome.goal),
          .code(outcome.role.rawValue),
          .code(outcome.period),
          .number(outcome.value), .number(outcome.total), .code(outcome.measurementUnit?.name),
          .number(outcome.statedValue), .number(outcome.computed?.value),
          words.outcome(outcome), outcome.computed.map { .text($0.method) } ?? .none,
          .text(
            outcome.computed?.method ?? Label("uppgift i dokumentet", "stated in the document")),
          outcome.note.isEmpty ? .none : .text(outcome.note),
          sources.cell(outcome.source),
        ], documents: [outcome.source],
        locations: [outcome.location] + (outcome.computed?.sources ?? []))
    }
    return ReportTable(
      id: "figures", title: Label("Övriga uppgifter \(year)", "Other figures \(year)"),
      columns: columns, rows: rows, notes: GoalSection.asOfNote(outcomes) + [stated] + sources.notes
    )
  }

  /// How figures were obtained of which the table does not say it.
  private let stated = Footnote(
    "Där inget annat sägs är det uppgifter i dokumentet.",
    "Where nothing else is said the figures are stated in the document.")

  /// The indicators of a unit that have figures of more than one year, each with its change since
  /// the outcome before it.
  func trends(_ unit: UnitContents) -> ReportTable? {
    let owned = Set(unit.outcomes.compactMap(\.indicator) + unit.goals.compactMap(\.indicator))
    let trends = workspace.assessor.allTrends.filter {
      owned.contains($0.indicator) && Set($0.points.map(\.year)).count > 1
    }
    guard !trends.isEmpty else { return nil }
    let outcomes = Dictionary(
      unit.outcomes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let goals = Dictionary(
      unit.goals.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let columns =
      [
        ReportColumn("label", Label("Mått", "Indicator")), .data("indicator"),
        ReportColumn("year", Label("År", "Year"), shows: .value, exports: [], dimension: .year),
        .data("year"),
        ReportColumn("kind", Label("Slag", "Kind"), for: .readers),
        ReportColumn(
          "kind", Label(same: "kind"), shows: nil, exports: [.init("kind")], dimension: "kind"),
        ReportColumn("shown", Label("Värde", "Value"), for: .readers), .data("value"),
        ReportColumn("change", Label("Förändring", "Change"), for: .readers),
        .data("change"), .data("change_percent"),
      ] + Self.chartColumns
    let rows = trends.flatMap { trend -> [ReportRow] in
      let series = series(trend, outcomes, goals)
      return trend.points.map { point in
        let outcome = outcomes[point.id]
        let goal = goals[point.id]
        let unit = outcome?.measurementUnit ?? goal?.measurementUnit
        let factor = unit?.factor ?? 1
        let before = point.kind == .outcome ? trend.latestOutcome(before: point.year) : nil
        let change = before.flatMap { trend.change(from: $0, to: point) }
        let value = point.value / factor
        let fact = GoalWords.fact(value, unit)
        return ReportRow(
          [
            .text(outcome?.label ?? goal?.label ?? Label(same: trend.indicator)),
            .code(trend.indicator), .code(String(point.year)), .count(point.year),
            .text(point.kind.label), .code(point.kind.rawValue),
            .fact(fact), .number(value),
            change.map { .words(words.change($0, unit: unit)) }
              ?? (before == nil ? .none : .text("annat mått", "measured otherwise")),
            .number(change.map { $0.absolute / factor }),
            .fact(change?.relative.map { Fact(.growth($0)) }),
          ] + Self.chartCells(fact, point.kind, series: series),
          documents: [outcome?.source].compactMap(\.self) + (goal?.sources ?? []),
          locations: [outcome?.location].compactMap(\.self) + (goal?.locations ?? []))
      }
    }
    return ReportTable(
      id: "trends", title: Label("Tal från flera år", "Figures of several years"),
      columns: columns, rows: rows,
      notes: trendNotes(rows, changes: columns.firstIndex { $0.id == "change" } ?? 0))
  }

  /// What an indicator is called where its points are one series: as its latest outcome.
  private func series(
    _ trend: IndicatorTrend, _ outcomes: [String: Outcome], _ goals: [String: Goal]
  ) -> Member {
    let point = trend.points.last { $0.kind == .outcome } ?? trend.points.last
    let outcome = point.flatMap { outcomes[$0.id] }
    let goal = point.flatMap { goals[$0.id] }
    let label = outcome?.label ?? goal?.label ?? Label(same: trend.indicator)
    return Member(trend.indicator, label)
  }

  /// How a change is counted, where the table shows one or says why not.
  private func trendNotes(_ rows: [ReportRow], changes place: Int) -> [Footnote] {
    let changes = rows.compactMap { row -> Sentence? in
      if case .words(let words) = row.cells[place] { words } else { nil }
    }
    guard !changes.isEmpty else { return [] }
    let hasPoints = changes.flatMap(\.facts).contains {
      if case .points = $0.value { true } else { false }
    }
    return [
      Footnote(
        Label(
          "Förändringen räknas från närmast föregående utfall, aldrig mot ett mål eller en plan. Ett "
            + "annat namn eller en annan enhet är ett annat mått."
            + (hasPoints ? " pe = procentenheter." : ""),
          "The change counts from the latest outcome before, never against a target or a plan. "
            + "Another name or unit is another measure."
            + (hasPoints ? " pp = percentage points." : "")), on: .column("change"))
    ]
  }
}

extension TrendPoint.Kind {
  var label: Label {
    switch self {
    case .outcome: Label("utfall", "outcome")
    case .target: Label("mål", "target")
    case .plan: Label("plan", "plan")
    case .forecast: Label("prognos", "forecast")
    }
  }
}
