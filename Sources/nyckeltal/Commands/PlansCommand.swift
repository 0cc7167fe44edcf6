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
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let workspace = try place.load()
    let units = try selection.units(workspace)
    let year = selection.year ?? workspace.year
    guard let document = SectionReports.plans(workspace, units: units, year: year) else {
      try workspace.leaveIfDamaged()
      throw ValidationError("There are no plans or projects")
    }
    try writing.write(document)
    try workspace.leaveIfDamaged()
  }
}
