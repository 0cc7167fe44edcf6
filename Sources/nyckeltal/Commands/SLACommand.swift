internal import ArgumentParser
internal import Reports
internal import Workspace

/// `nyckeltal sla`
struct SLACommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sla",
    abstract: "Case logs against their limits: within, late, open, overdue.",
    discussion: """
      EXAMPLES
        nyckeltal sla
        nyckeltal sla --unit dataskyddsombud --format csv
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let workspace = try place.load()
    let units = try selection.units(workspace)
    let year = selection.year ?? workspace.year
    guard let document = SectionReports.caseLogs(workspace, units: units, year: year) else {
      try workspace.leaveIfDamaged()
      throw ValidationError("No case log has cases of \(year)")
    }
    try writing.write(document)
    try workspace.leaveIfDamaged()
  }
}
