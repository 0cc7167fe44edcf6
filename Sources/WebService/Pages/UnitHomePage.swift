internal import Hummingbird
internal import Indicators
internal import Labels
internal import Plans
internal import Reports
internal import Surveys
internal import Tables
internal import Workspace

/// The page of a unit for whoever leads it: what is due, its reports, and what can be brought in and changed.
enum UnitHomePage {
  static func show(_ exchange: Exchange) async throws -> Response {
    guard let unit = exchange.parameter("unit").flatMap(exchange.state.workspace.unit) else {
      throw WebProblem.notFound
    }
    let (state, language) = (exchange.state, exchange.language)
    let years = unit.years(usual: state.workspace.year).reversed()
    let mayChange = Permission.changeUnit.isGranted(to: exchange.account, unit: unit.id)
    let latest = unit.goals.map(\.year).max()
    let (due, sources) = (due(unit, state, language), sources(unit, language))
    let html = exchange.service.templates.render(
      .unitHome, language,
      [
        "token": exchange.token, "mayChange": mayChange && !exchange.service.site.isReadOnly,
        "reports": years.map { ["address": Address.unit(unit.id, $0), "text": String($0)] },
        "due": due, "hasDue": !due.isEmpty,
        "import": Address.imports(unit.id), "undo": "\(Address.imports(unit.id))/undo",
        "sources": sources, "hasSources": !sources.isEmpty,
        "hasGoals": latest != nil, "year": latest.map(String.init) ?? "",
        "goals": goals(unit, latest, state, language),
      ])
    return SitePage(exchange).response(title: unit.label[language], [.markup(html)])
  }

  /// What awaits the unit: goals without an outcome, follow-ups of its plans, and the next round of its surveys.
  private static func due(
    _ unit: UnitContents, _ state: SiteState, _ language: Language
  ) -> [String] {
    let workspace = state.workspace
    var due: [Label] = []
    if let year = unit.goals.map(\.year).max() {
      let open = workspace.assessments(year: year, unit: unit.id)
        .count { [.underWay, .planned].contains($0.verdict) || $0.reason == .noOutcome }
      if open > 0 {
        due.append(
          open == 1
            ? Label("1 mål för \(year) väntar på utfall.", "1 goal of \(year) awaits its outcome.")
            : Label(
              "\(open) mål för \(year) väntar på utfall.",
              "\(open) goals of \(year) await their outcomes."))
      }
    }
    let plans = Set(unit.activities.map(\.plan))
    let months = Set(
      plans.compactMap { workspace.followUps.calendar(of: $0) }.flatMap(\.months))
    if !months.isEmpty {
      let names = Label.list(months.sorted().map(Label.month))
      due.append(
        Label(
          "Planerna följs upp i \(names.swedish).",
          "The plans are followed up in \(names.english)."))
    }
    for survey in unit.surveys {
      guard let last = survey.definition.waves.last else { continue }
      let (title, month) = (survey.definition.title, Label.month(last.date.parts.month))
      due.append(
        Label(
          "”\(title.swedish)” gjordes senast i \(month.swedish) \(last.date.year).",
          "“\(title.english)” was last made in \(month.english) \(last.date.year)."))
    }
    return due.map { $0[language] }
  }

  private static func sources(_ unit: UnitContents, _ language: Language) -> [[String: Any]] {
    unit.surveys.map { survey in
      [
        "folder": String(survey.definition.id.dropFirst(unit.id.count + 1)),
        "text": survey.definition.title[language],
      ]
    }
      + unit.caseLogs.map { log in
        [
          "folder": String(log.definition.id.dropFirst(unit.id.count + 1)),
          "text": log.definition.title[language],
        ]
      }
  }

  private static func goals(
    _ unit: UnitContents, _ year: Int?, _ state: SiteState, _ language: Language
  ) -> [[String: Any]] {
    guard let year else { return [] }
    return state.workspace.assessments(year: year, unit: unit.id).map { assessment in
      [
        "text": assessment.goal.label[language], "verdict": assessment.verdict.label[language],
        "class": "v-" + assessment.verdict.rawValue.replacing("_", with: "-"),
        "page": Address.goal(assessment.goal.id, year),
        "edit": Address.edit(unit.id, RowEdit.Table.targets.rawValue, assessment.goal.id),
        "outcomes": assessment.outcomes.map {
          [
            "text": $0.label[language],
            "edit": Address.edit(unit.id, RowEdit.Table.outcomes.rawValue, $0.id),
          ]
        },
      ]
    }
  }
}
