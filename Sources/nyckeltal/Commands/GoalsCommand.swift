internal import ArgumentParser
internal import Indicators
internal import Notebooks
internal import Reports
internal import Workspace

/// `nyckeltal goals`
struct GoalsCommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "goals",
    abstract: "The goals of a year with outcome, fulfilment, verdict and certainty.",
    discussion: """
      EXAMPLES
        nyckeltal goals --unit medarbetarcentrum
        nyckeltal goals --year 2025 --format csv --output goals-2025.csv
        nyckeltal goals --verdict not_met
        nyckeltal goals --as-of 2023-08-31
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @Option(
    name: .long,
    help: "Only goals with this verdict: \(GoalList.verdicts.joined(separator: ", ")).")
  var verdict: String?
  @OptionGroup var day: DayOptions
  @OptionGroup var writing: WritingOptions

  func document(from sources: any CommandSources) throws -> ReportDocument {
    let workspace = try sources.workspace(asOf: day.asOf)
    let units = try selection.units(workspace).map(\.id)
    if let verdict, !GoalList.verdicts.contains(verdict) {
      throw unknown("verdict", verdict, GoalList.verdicts)
    }
    let year = try day.year(selection, workspace)
    let goals = workspace.goals.filter { units.contains($0.unit) }
    guard goals.contains(where: { $0.year == year }) else {
      try sources.refuseIfDamaged(workspace)
      throw try day.nothing("goals", in: year, selection, sources, workspace) { _, units in
        units.flatMap(\.goals).map(\.year)
      }
    }
    return GoalList.document(workspace, year: year, units: units, verdict: verdict)
  }
}
