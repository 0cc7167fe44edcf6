internal import ArgumentParser
internal import Reports
internal import Workspace

/// `nyckeltal goals`
struct GoalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "goals",
    abstract: "The goals of a year with outcome, fulfilment, verdict and certainty.",
    discussion: """
      EXAMPLES
        nyckeltal goals --unit medarbetarcentrum
        nyckeltal goals --year 2025 --format csv --output goals-2025.csv
        nyckeltal goals --verdict not_met
      """)

  @OptionGroup var place: WorkspaceOptions
  @OptionGroup var selection: SelectionOptions
  @Option(
    name: .long,
    help: "Only goals with this verdict: \(GoalList.verdicts.joined(separator: ", ")).")
  var verdict: String?
  @OptionGroup var writing: WritingOptions

  func run() throws {
    let workspace = try place.load()
    let units = try selection.units(workspace).map(\.id)
    if let verdict, !GoalList.verdicts.contains(verdict) {
      throw unknown("verdict", verdict, GoalList.verdicts)
    }
    try writing.write(
      GoalList.document(
        workspace, year: selection.year ?? workspace.year, units: units, verdict: verdict))
    try workspace.leaveIfDamaged()
  }
}
