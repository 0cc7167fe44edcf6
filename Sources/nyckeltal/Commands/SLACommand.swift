internal import ArgumentParser
internal import Indicators
internal import Notebooks
internal import Reports
internal import Workspace

/// `nyckeltal sla`
struct SLACommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "sla",
    abstract: "Case logs against their limits: within, late, open, overdue.",
    discussion: """
      EXAMPLES
        nyckeltal sla
        nyckeltal sla --as-of 2023-08-31
        nyckeltal sla --unit dataskyddsombud --format csv --table cases-svar
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var writing: WritingOptions

  func document(from sources: any CommandSources) throws -> ReportDocument {
    let workspace = try sources.workspace(asOf: day.asOf)
    let units = try selection.units(workspace)
    let year = try day.year(selection, workspace)
    guard let document = SectionReports.caseLogs(workspace, units: units, year: year) else {
      try sources.refuseIfDamaged(workspace)
      throw nothing(
        "cases", in: year, unit: selection.unit,
        known: Set(units.flatMap(\.caseLogs).flatMap(\.years)).sorted())
    }
    return document
  }
}
