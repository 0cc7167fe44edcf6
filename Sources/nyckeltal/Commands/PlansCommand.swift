internal import ArgumentParser
internal import Reports
internal import Workspace

/// `nyckeltal plans`
struct PlansCommand: ParsableCommand {
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

  func run() throws {
    let workspace = try place.load(asOf: day.asOf)
    let units = try selection.units(workspace)
    let year = try day.year(selection, workspace)
    guard let document = SectionReports.plans(workspace, units: units, year: year) else {
      try workspace.leaveIfDamaged()
      throw try day.nothing(
        "plans or projects", in: year, selection, place, workspace
      ) { workspace, units in units.flatMap { $0.planYears(usual: workspace.year) } }
    }
    try writing.write(document)
    try workspace.leaveIfDamaged()
  }
}
