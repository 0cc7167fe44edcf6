internal import Indicators
internal import Labels
public import Workspace

/// The director's page: every goal of every unit of a year.
public enum DirectorReport {
  /// The name of its files.
  public static let id = "goals"

  /// Builds the page of a year.
  public static func document(_ workspace: LoadedWorkspace, year: Int) -> ReportDocument {
    let ofUnits = Dictionary(grouping: workspace.assessments(year: year), by: \.goal.unit)
    let byUnit = workspace.units.compactMap { unit in
      ofUnits[unit.id].map { (unit: unit, assessments: $0) }
    }
    var blocks =
      DamageNote(workspace: workspace, units: workspace.units).blocks
      + DisclosureNote(workspace: workspace).blocks
    var firstPage = 0
    if byUnit.isEmpty {
      blocks.append(.paragraph(noGoals(workspace, year)))
    } else {
      let page = DirectorPage(workspace: workspace, byUnit: byUnit, year: year)
      blocks += page.first
      firstPage = blocks.count
      blocks += page.whole + goals(workspace, byUnit, year)
    }
    blocks += UnitStandings(workspace: workspace, units: workspace.units, year: year).blocks
    blocks.append(.heading(level: 1, Label("Så läser du sidan", "How to read this page")))
    blocks += GoalLegend(workspace: workspace, assessments: byUnit.flatMap(\.assessments)).blocks
    if SurveyWords.needsAssumption(byUnit.flatMap(\.assessments)) {
      blocks.append(.paragraph(SurveyWords.assumption))
    }
    var document = ReportDocument(
      id: id, title: workspace.title,
      subtitle: Label(
        "Direktörens sida: alla enheters mål \(year)",
        "The director’s page: the goals of every unit, \(year)"),
      blocks: blocks
    ).of(workspace)
    document.firstPage = firstPage
    guard let interim = InterimReport(workspace) else { return document }
    // What an interim report adds belongs to the first page.
    var told = interim.document(document)
    told.firstPage += told.blocks.count - document.blocks.count
    return told
  }

  /// Every goal by unit for readers, and all of them as one table for data files.
  private static func goals(
    _ workspace: LoadedWorkspace, _ byUnit: [SummarySection.UnitGoals], _ year: Int
  ) -> [Block] {
    let title = Label("Mål \(year)", "Goals \(year)")
    var blocks: [Block] = []
    if byUnit.count > 1 {
      blocks += [
        .heading(level: 1, Label("Mål per enhet", "Goals by unit")),
        .paragraph(
          Label(
            "Varje mål med målvärde, utfall, bedömning och säkerhet.",
            "Every goal with target, outcome, verdict and certainty.")),
        .chart(SummarySection.chart),
      ]
    }
    var all = ReportTable(id: id, title: title, columns: GoalSection.columns, rows: [])
    all.audience = .dataFiles
    for (unit, assessments) in byUnit {
      var table = GoalSection(workspace: workspace, assessments: assessments)
        .table(id: "goals-\(unit.id)", title: title)
      table.audience = .readers
      all.rows += table.rows
      all.notes += table.notes.filter { !all.notes.contains($0) }
      blocks += [.heading(level: 1, unit.label), .table(table)]
    }
    return blocks + [.table(all)]
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
