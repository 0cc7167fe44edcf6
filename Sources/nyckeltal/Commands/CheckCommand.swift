internal import ArgumentParser
internal import Diagnostics
internal import Notebooks
internal import Reports
internal import Workspace

/// `nyckeltal check`
struct CheckCommand: WorkspaceCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Every problem of a workspace at once, with file and line.",
    discussion: """
      Reads every file, compares totals with their parts, computed figures with stated ones, verdicts
      with outcomes and units with units. Ends with 0 if there is nothing but notes, with 1 if there
      are warnings, with 3 if there are errors.

      EXAMPLES
        nyckeltal check
        nyckeltal check --unit navet --format csv --output findings.csv
      """)

  @OptionGroup var place: WorkspaceOptions
  @Option(name: [.short, .long], help: "One unit, by the name of its folder.")
  var unit: String?
  @OptionGroup var writing: WritingOptions

  func document(from sources: any CommandSources) throws -> ReportDocument {
    try report(from: sources).document
  }

  private func report(from sources: any CommandSources) throws -> CheckReport {
    let workspace = try sources.workspace(asOf: nil)
    if let unit, workspace.unit(unit) == nil {
      throw unknown("unit", unit, workspace.units.map(\.id))
    }
    return CheckReport(workspace, unit: unit)
  }

  func run() throws {
    let report = try report(from: TerminalSources(place))
    let isWatched = writing.output == nil && Terminal.isWatched
    try writing.write(
      report.document, asText: report.text(writing.language, showingValues: isWatched))
    if report.count(.error) > 0 { throw Exit.dataError }
    if report.count(.warning) > 0 { throw Exit.findings }
  }
}
