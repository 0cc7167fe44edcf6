internal import Diagnostics
internal import Indicators
internal import Labels
internal import Statistics
internal import Tables
internal import Workspace

/// What is expected of the whole year for the goals of an interim report: by their owners, and by the
/// series of outcomes that they belong to.
struct ForecastSection {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]
  let day: CalendarDate
  /// Whether the goals are of several units.
  let namesUnits: Bool
  private let words = GoalWords()

  init(
    workspace: LoadedWorkspace, assessments: [Assessment], day: CalendarDate, namesUnits: Bool
  ) {
    self.workspace = workspace
    self.assessments = assessments
    self.day = day
    self.namesUnits = namesUnits
  }

  static let id = "forecast"

  var blocks: [Block] {
    let goals = assessments.filter { $0.goal.kind == .goal }
    guard !goals.isEmpty else { return [] }
    let rows = goals.flatMap { [owners($0), series($0)].compactMap(\.self) }
    let heading = Block.heading(
      level: 1, Label("Prognos för helåret", "Forecast for the whole year"))
    guard !rows.isEmpty else { return [heading, .paragraph(Self.nothing)] }
    return [heading, .table(table(rows))]
  }

  static let nothing = Label(
    "Ingen prognos: ingen ägare har angett någon, och inget mål hör till en serie av minst "
      + "\(YearForecast.fewestYears) jämförbara år i följd.",
    "No forecast: no owner has given one, and no goal belongs to a series of at least "
      + "\(YearForecast.fewestYears) comparable years in a row.")

  private func table(_ rows: [ReportRow]) -> ReportTable {
    let columns = [
      ReportColumn(
        "goal", Label("Mål", "Goal"), shows: .label,
        exports: [.init("goal_id", .id), .init("goal_label", .label)], dimension: .goal),
      ReportColumn(
        "unit", Label("Enhet", "Unit"), shows: namesUnits ? .label : nil,
        exports: [.init("unit", .id)], dimension: .unit),
      ReportColumn(
        "by", Label("Prognos av", "Forecast by"), shows: .label, exports: [.init("by", .id)],
        dimension: "by"),
      ReportColumn("target", Label("Målvärde", "Target"), for: .readers),
      ReportColumn("so_far", Label("Hittills", "So far"), for: .readers),
      ReportColumn(
        "forecast", Label("Prognos", "Forecast"), shows: .value,
        exports: [
          .init("forecast"), .init("forecast_low", .low), .init("forecast_high", .high),
          .init("unit_of_measure", .unit),
        ]),
      ReportColumn(
        "interval", Label("95 %", "95%"), shows: hasSeries(rows) ? .interval : nil, exports: []),
      ReportColumn(
        "goal_probability", Label("P (nås)", "P (met)"),
        for: hasSeries(rows) ? .everyone : .dataFiles),
      ReportColumn(
        "outlook", Label("Utsikt", "Outlook"), shows: .label, exports: [.init("outlook", .id)]),
      ReportColumn("basis", Label("Grund", "Basis"), for: .readers),
    ]
    return ReportTable(
      id: Self.id,
      title: Label("Väntat utfall \(day.year)", "Expected outcome, \(day.year)"), columns: columns,
      rows: rows, notes: hasSeries(rows) ? [Self.method] : [],
      context: .about(nil, in: day.year))
  }

  private func hasSeries(_ rows: [ReportRow]) -> Bool {
    rows.contains { $0.cells[2] == Self.bySeries }
  }

  private static let method = Footnote(
    """
    Seriens prognos fortsätter tidigare års utfall med den metod som bäst förutsade seriens egen senare \
    del; intervallet är ett prediktionsintervall, och P är sannolikheten att målet nås om felen är som \
    förut. Vad som hänt under året är inte med i den.
    """,
    """
    The forecast of the series continues the outcomes of earlier years by the method that best \
    forecast the series’ own later part; the interval is a prediction interval, and P is the \
    probability that the goal is met if errors are as before. What has happened this year is not in it.
    """, on: .column("forecast"))

  // MARK: By the owner

  private static let byOwner = ReportCell.member("owner", Label("ägaren", "the owner"))

  /// The newest forecast that an outcome states.
  private func owners(_ assessment: Assessment) -> ReportRow? {
    let told = assessment.outcomes.filter { $0.forecast != nil && $0.lastDay <= day }
    guard let outcome = told.max(by: { $0.lastDay < $1.lastDay }), let value = outcome.forecast
    else { return nil }
    let unit = outcome.measurementUnit
    let bounds = GoalBounds(assessment, in: unit)
    let source = outcome.source.document.isEmpty ? nil : outcome.source.text
    let basis = Label(same: [outcome.period, source].compactMap(\.self).joined(separator: ", "))
    return row(
      assessment, Self.byOwner, forecast: GoalWords.fact(value, unit), probability: nil,
      bounds.map { $0.contains(value) }, basis: Sentence(basis), documents: [outcome.source],
      locations: [outcome.location])
  }

  // MARK: By the series

  private static let bySeries = ReportCell.member("series", Label("serien", "the series"))

  private func series(_ assessment: Assessment) -> ReportRow? {
    let goal = assessment.goal
    guard let trend = assessment.trend, let found = YearForecast(of: day.year, trend) else {
      return nil
    }
    let outcomes = workspace.outcomes.filter { found.outcomes.contains($0.id) }
    let unit = outcomes.last?.measurementUnit ?? goal.measurementUnit
    let factor = unit?.factor ?? 1
    // Nothing that is counted falls below zero, and no share rises above the whole.
    let isWhole = unit?.dimension == "share" && factor == 1
    func possible(_ value: Double) -> Double {
      let value = outcomes.allSatisfy { ($0.value ?? 0) >= 0 } ? max(0, value) : value
      return (isWhole ? min(100, value) : value) / factor
    }
    var fact = GoalWords.fact(possible(found.point.value), unit)
    fact.interval = FactInterval(
      lower: possible(found.point.interval.lower), upper: possible(found.point.interval.upper),
      confidence: YearForecast.confidence, method: "prediction")
    let base = unit.map { unit in
      var base = unit
      base.factor = 1
      return base
    }
    let bounds = GoalBounds(assessment, in: base)
    let years = "\(found.years.lowerBound)–\(found.years.upperBound)"
    let basis = Label(
      "\(years), \(found.method.label.swedish)", "\(years), \(found.method.label.english)")
    return row(
      assessment, Self.bySeries, forecast: fact,
      probability: bounds.flatMap(found.probability),
      bounds.map { $0.contains(found.point.value) }, basis: Sentence(basis),
      documents: outcomes.map(\.source), locations: outcomes.map(\.location))
  }

  private func row(
    _ assessment: Assessment, _ by: ReportCell, forecast: Fact, probability: Double?,
    _ isMet: Bool?, basis: Sentence, documents: [DocumentReference], locations: [SourceLocation]
  ) -> ReportRow {
    let goal = assessment.goal
    let outlook: Member? = isMet.map {
      $0
        ? Member("met", Label("målet nås", "met"))
        : Member("missed", Label("målet nås inte", "not met"))
    }
    return ReportRow(
      [
        .member(goal.id, goal.label),
        .member(goal.unit, workspace.unit(goal.unit)?.label ?? Label(same: goal.unit)), by,
        .words(words.target(assessment)),
        (assessment.deciding ?? assessment.worded).map { words.outcome($0) } ?? .none,
        .fact(forecast), .fact(forecast), .fact(probability.map { Fact(.probability($0)) }),
        outlook.map { .member([$0]) } ?? .none, .words(basis),
      ], documents: documents, locations: locations)
  }
}
