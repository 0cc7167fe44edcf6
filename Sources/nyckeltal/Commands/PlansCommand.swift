internal import ArgumentParser
internal import Notebooks
internal import Reports
internal import Workspace

/// `nyckeltal plans`
struct PlansCommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans",
    abstract: "Activity plans, internal control and projects: done, late, to follow up.",
    discussion: """
      EXAMPLES
        nyckeltal plans --unit business-region-boras
        nyckeltal plans --unit westum --year 2016
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var writing: WritingOptions

  func document(from sources: any CommandSources) throws -> ReportDocument {
    let workspace = try sources.workspace(asOf: day.asOf)
    let units = try selection.units(workspace)
    let year = try day.year(selection, workspace)
    guard let document = SectionReports.plans(workspace, units: units, year: year) else {
      try sources.refuseIfDamaged(workspace)
      throw try day.nothing(
        "plans or projects", in: year, selection, sources, workspace
      ) { workspace, units in units.flatMap { $0.planYears(usual: workspace.year) } }
    }
    return document
  }
}
