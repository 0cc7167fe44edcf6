internal import Diagnostics
internal import Indicators
internal import Labels
internal import Plans
public import Workspace

/// The report of one unit and year: its goals, and everything they rest on.
public enum UnitReport {
  /// Builds the report; `nil` when the unit has nothing for the year. The findings are those of the
  /// whole workspace, computed once for all units.
  public static func document(
    _ workspace: LoadedWorkspace, unit: UnitContents, year: Int, findings: [Finding]
  ) -> ReportDocument? {
    let assessments = workspace.assessments(year: year, unit: unit.id)
    var blocks: [Block] = []
    if !assessments.isEmpty {
      blocks.append(.paragraph(VerdictCounts(assessments) { _ in "goals" }.sentence))
      let section = GoalSection(workspace: workspace, assessments: assessments)
      blocks.append(
        .table(section.table(id: "goals", title: Label("Mål \(year)", "Goals \(year)"))))
    }
    let surveys = SurveySection.blocks(
      of: unit.surveys.compactMap { try? $0.cube() }, codes: workspace.codes, year: year)
    if surveys.isEmpty, SurveyWords.needsAssumption(assessments) {
      blocks.append(.paragraph(SurveyWords.assumption))
    }
    blocks += surveys + data(workspace, unit, year)
    guard !blocks.isEmpty else { return nil }
    blocks = DamageNote(workspace: workspace, units: [unit]).blocks + blocks
    let figures = FigureSection(workspace: workspace)
    if let trends = figures.trends(unit) {
      blocks += [
        .heading(level: 1, Label("Förändring mellan år", "Change between years")), .table(trends),
      ]
    }
    if let table = figures.figures(unit, year: year) {
      blocks += [.heading(level: 1, Label("Övriga uppgifter", "Other figures")), .table(table)]
    }
    blocks +=
      SourceIssuesSection(workspace: workspace, unit: unit, year: year, findings: findings).blocks()
    return ReportDocument(
      id: unit.id, title: unit.label,
      subtitle: Label(
        "Rapport \(year) · \(workspace.title.swedish)",
        "Report \(year) · \(workspace.title.english)"), blocks: blocks)
  }

  /// Case logs, tables, plans and projects that have something for the year.
  private static func data(
    _ workspace: LoadedWorkspace, _ unit: UnitContents, _ year: Int
  ) -> [Block] {
    var blocks = unit.beforeAfters.filter { $0.year == year }
      .flatMap { BeforeAfterSection(workspace: workspace, study: $0).blocks() }
    blocks += unit.caseLogs
      .flatMap { CaseLogSection(workspace: workspace, log: $0, year: year).blocks() }
    let tables = unit.tables.flatMap { table -> [Block] in
      guard let definition = table.definition, let layout = definition.layout else { return [] }
      return CrossTableSection(
        workspace: workspace, unitTable: table, definition: definition, layout: layout, year: year
      ).blocks()
    }
    if !tables.isEmpty { blocks += [.heading(level: 1, Label("Tabeller", "Tables"))] + tables }
    blocks += ActivitySection(workspace: workspace, unit: unit, year: year).blocks()
    blocks += ControlSection(workspace: workspace, unit: unit, year: year).blocks()
    blocks += ProjectSection(workspace: workspace, unit: unit, year: year).blocks()
    return blocks
  }
}
