internal import Indicators
internal import Labels
internal import Workspace

/// The sections of a unit's report by name, each with what it says.
struct UnitSections {
  let workspace: LoadedWorkspace
  let unit: UnitContents
  let year: Int
  let findings: [Finding]
  private let assessments: [Assessment]
  private let surveys: [Block]

  init(workspace: LoadedWorkspace, unit: UnitContents, year: Int, findings: [Finding]) {
    self.workspace = workspace
    self.unit = unit
    self.year = year
    self.findings = findings
    assessments = workspace.assessments(year: year, unit: unit.id)
    surveys = SurveySection.blocks(
      of: unit.surveys.map { $0.published(in: workspace) },
      codes: workspace.codes, goals: workspace.surveyTargets, year: year)
  }

  /// What a section says; nothing where the unit has nothing of the kind.
  func blocks(_ section: ReportSection) -> [Block] {
    switch section {
    case .goals: goals
    case .surveys: surveys
    case .beforeAfter:
      unit.beforeAfters.filter { $0.year == year }
        .flatMap { BeforeAfterSection(workspace: workspace, study: $0).blocks() }
    case .cases:
      unit.caseLogs.flatMap {
        CaseLogSection(workspace: workspace, log: $0, year: year).blocks()
      }
    case .activities: ActivitySection(workspace: workspace, unit: unit, year: year).blocks()
    case .control: ControlSection(workspace: workspace, unit: unit, year: year).blocks()
    case .projects: ProjectSection(workspace: workspace, unit: unit, year: year).blocks()
    case .accounts: AccountsSection.blocks(workspace, unit: unit, year: year)
    case .tables: tables
    case .changes: changes
    case .figures: figures
    case .contradictions:
      SourceIssuesSection(workspace: workspace, unit: unit, year: year, findings: findings)
        .blocks()
    }
  }

  private var goals: [Block] {
    guard !assessments.isEmpty else { return [] }
    let section = GoalSection(workspace: workspace, assessments: assessments)
    var blocks: [Block] = [
      .paragraph(VerdictCounts(assessments) { _ in "goals" }.sentence),
      .table(section.table(id: "goals", title: Label("Mål \(year)", "Goals \(year)"))),
    ]
    if let chart = section.chart(of: "goals") { blocks.insert(chart, at: 1) }
    // The section of surveys says it where it stands in the report.
    let saysAssumption = !surveys.isEmpty && unit.template.sections.contains(.surveys)
    if !saysAssumption, SurveyWords.needsAssumption(assessments) {
      blocks.append(.paragraph(SurveyWords.assumption))
    }
    return blocks
  }

  private var tables: [Block] {
    let tables = unit.tables.flatMap { table -> [Block] in
      guard let definition = table.definition, let layout = definition.layout else { return [] }
      return CrossTableSection(
        workspace: workspace, unitTable: table, definition: definition, layout: layout, year: year
      ).blocks()
    }
    return tables.isEmpty
      ? [] : [.heading(level: 1, ReportSection.tables.title)] + tables
  }

  private var changes: [Block] {
    guard let table = FigureSection(workspace: workspace).trends(unit) else { return [] }
    return [.heading(level: 1, ReportSection.changes.title), .table(table)]
      + [FigureSection.chart(table)].compactMap(\.self)
  }

  private var figures: [Block] {
    guard let table = FigureSection(workspace: workspace).figures(unit, year: year) else {
      return []
    }
    return [.heading(level: 1, ReportSection.figures.title), .table(table)]
  }
}
