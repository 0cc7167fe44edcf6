internal import Indicators
internal import Labels
public import Workspace

/// The director's page: every goal of every unit of a year.
public enum DirectorReport {
  /// The name of its files.
  public static let id = "goals"

  /// Builds the page of a year.
  public static func document(_ workspace: LoadedWorkspace, year: Int) -> ReportDocument {
    let byUnit = workspace.units.map { unit in
      (unit: unit, assessments: workspace.assessments(year: year, unit: unit.id))
    }.filter { !$0.assessments.isEmpty }
    let title = Label("Mål \(year)", "Goals \(year)")
    var blocks = DamageNote(workspace: workspace, units: workspace.units).blocks
    if byUnit.isEmpty {
      blocks.append(.paragraph(noGoals(workspace, year)))
    } else {
      let all = byUnit.flatMap(\.assessments)
      blocks.append(.heading(level: 1, Label("Läget", "Where we stand")))
      blocks.append(.paragraph(VerdictCounts(all) { "goals-\($0.unit)" }.sentence))
      blocks += SummarySection(workspace: workspace, byUnit: byUnit, year: year).blocks
      blocks += ActionSection(workspace: workspace, assessments: all, year: year).blocks
      blocks += YearChangeSection(workspace: workspace, assessments: all, year: year).blocks
      blocks += UncertaintySection(workspace: workspace, assessments: all, year: year).blocks
      blocks += UnitLines(workspace: workspace, year: year).blocks
    }
    for (unit, assessments) in byUnit {
      blocks.append(.heading(level: 1, unit.label))
      let section = GoalSection(workspace: workspace, assessments: assessments)
      var table = section.table(id: "goals-\(unit.id)", title: title)
      table.audience = .readers
      blocks.append(.table(table))
    }
    if !byUnit.isEmpty {
      var all = GoalSection(workspace: workspace, assessments: byUnit.flatMap(\.assessments))
        .table(id: id, title: title)
      all.audience = .dataFiles
      blocks.append(.table(all))
    }
    blocks.append(.heading(level: 1, Label("Så läser du sidan", "How to read this page")))
    blocks += GoalLegend(workspace: workspace, assessments: byUnit.flatMap(\.assessments)).blocks
    if SurveyWords.needsAssumption(byUnit.flatMap(\.assessments)) {
      blocks.append(.paragraph(SurveyWords.assumption))
    }
    let page = ReportDocument(
      id: id, title: workspace.title,
      subtitle: Label(
        "Direktörens sida: alla enheters mål \(year)",
        "The director’s page: the goals of every unit, \(year)"),
      blocks: blocks)
    return InterimReport(workspace)?.document(page) ?? page
  }

  private static func noGoals(_ workspace: LoadedWorkspace, _ year: Int) -> Label {
    let years = workspace.years.map(String.init).joined(separator: ", ")
    guard !years.isEmpty else {
      return Label("Arbetsytan har inga mål.", "The workspace has no goals.")
    }
    return Label(
      "Inga mål för \(year). Mål finns för \(years).",
      "No goals for \(year). There are goals for \(years).")
  }
}

extension Label {
  /// The label with a capital first letter, for headings of columns.
  var capitalised: Label {
    Label(
      swedish.prefix(1).uppercased() + swedish.dropFirst(),
      english.prefix(1).uppercased() + english.dropFirst())
  }
}
