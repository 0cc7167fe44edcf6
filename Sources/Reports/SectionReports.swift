internal import Labels
internal import Surveys
public import Workspace

/// Reports that hold one kind of section: a survey, case logs, plans.
public enum SectionReports {
  /// The surveys of some units; a wave by name, or the latest of a year. `nil` if there is none.
  public static func surveys(
    _ workspace: LoadedWorkspace, units: [UnitContents], survey: String? = nil, wave: String? = nil,
    year: Int
  ) -> ReportDocument? {
    let surveys = units.flatMap(\.surveys).filter { survey == nil || $0.definition.id == survey }
      .map { $0.published(in: workspace) }
    let blocks = SurveySection.blocks(
      of: surveys, codes: workspace.codes, goals: workspace.surveyTargets, wave: wave, year: year)
    return document(workspace, units, "survey", Label("Enkäter", "Surveys"), year, blocks)
  }

  /// Units that asked the same question in a year beside each other; with a survey, its groups. `nil` where
  /// there are no two to compare.
  public static func comparison(
    _ workspace: LoadedWorkspace, units: [UnitContents], survey: String? = nil, wave: String? = nil,
    year: Int
  ) -> ReportDocument? {
    let blocks: [Block]
    if let survey {
      let found = units.flatMap(\.surveys).first { $0.definition.id == survey }
      let published = found?.published(workspace.disclosure)
      let section = published.flatMap {
        SurveySection(
          $0.cube, disclosure: $0.disclosure, codes: workspace.codes, wave: wave, year: year)
      }
      blocks = section?.standingBlocks ?? []
    } else {
      blocks = UnitStandings(workspace: workspace, units: units, year: year).blocks
    }
    return document(
      workspace, units, "compare", Label("Jämförelse", "Comparison"), year, blocks)
  }

  /// The case logs of some units; `nil` if none has cases of the year.
  public static func caseLogs(
    _ workspace: LoadedWorkspace, units: [UnitContents], year: Int
  ) -> ReportDocument? {
    let blocks = units.flatMap(\.caseLogs).flatMap {
      CaseLogSection(workspace: workspace, log: $0, year: year).blocks()
    }
    return document(workspace, units, "sla", Label("Svarstider", "Service levels"), year, blocks)
  }

  /// The plans, internal control and projects of some units that belong to a year; `nil` if none
  /// does.
  public static func plans(
    _ workspace: LoadedWorkspace, units: [UnitContents], year: Int
  ) -> ReportDocument? {
    let blocks = units.flatMap { unit in
      ActivitySection(workspace: workspace, unit: unit, year: year).blocks()
        + ControlSection(workspace: workspace, unit: unit, year: year).blocks()
        + ProjectSection(workspace: workspace, unit: unit, year: year).blocks()
    }
    let interim = blocks.isEmpty ? nil : InterimReport(workspace)
    return document(
      workspace, units, "plans", Label("Planer och projekt", "Plans and projects"), year,
      (interim.map { [.paragraph($0.scope)] + $0.followUps(of: units) } ?? []) + blocks)
  }

  private static func document(
    _ workspace: LoadedWorkspace, _ units: [UnitContents], _ id: String, _ title: Label,
    _ year: Int, _ blocks: [Block]
  ) -> ReportDocument? {
    guard !blocks.isEmpty else { return nil }
    return ReportDocument(
      id: id, title: title,
      subtitle: Label(
        "\(year) · \(workspace.title.swedish)", "\(year) · \(workspace.title.english)"),
      blocks: DamageNote(workspace: workspace, units: units).blocks
        + DisclosureNote(workspace: workspace).blocks + blocks
    ).of(workspace)
  }
}
