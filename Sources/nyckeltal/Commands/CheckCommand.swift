internal import ArgumentParser
internal import Diagnostics
internal import Imports
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
      with outcomes and units with units, and imported answers with what their imports wrote. Ends with 0 if there is nothing but notes, with 1 if there
      are warnings, with 3 if there are errors.

      With --disclosure: each count about persons that reports do not show, why, and what readers can
      narrow it down to; never the count. Ends with 0 if nothing can be narrowed down further than the
      rules allow, and with 1 otherwise.

      EXAMPLES
        nyckeltal check
        nyckeltal check --disclosure
        nyckeltal check --unit navet --format csv --output findings.csv
      """)

  @OptionGroup var place: WorkspaceOptions
  @Option(name: [.short, .long], help: "One unit, by the name of its folder.")
  var unit: String?
  @Flag(name: .long, help: "What reports withhold, and whether it can be worked out.")
  var disclosure = false
  @OptionGroup var writing: WritingOptions

  func document(from sources: any CommandSources) throws -> ReportDocument {
    let workspace = try self.workspace(from: sources)
    return disclosure ? review(workspace).document : CheckReport(workspace, unit: unit).document
  }

  private func workspace(from sources: any CommandSources) throws -> LoadedWorkspace {
    let workspace = try sources.workspace(asOf: nil)
    if let unit, workspace.unit(unit) == nil {
      throw unknown("unit", unit, workspace.units.map(\.id))
    }
    return workspace
  }

  func run() throws {
    let workspace = try self.workspace(from: TerminalSources(place))
    if disclosure {
      let (document, isSafe) = review(workspace)
      try writing.write(document)
      try workspace.leaveIfDamaged()
      if !isSafe { throw Exit.findings }
      return
    }
    let ledgers = LedgerProof.problems(of: workspace.folder, unit: unit)
    let report = CheckReport(
      workspace, unit: unit, others: ledgers.map { $0.diagnostic(writing.language) })
    let isWatched = writing.output == nil && Terminal.isWatched
    try writing.write(
      report.document, asText: report.text(writing.language, showingValues: isWatched))
    if report.count(.error) > 0 { throw Exit.dataError }
    if report.count(.warning) > 0 { throw Exit.findings }
  }

  private func review(_ workspace: LoadedWorkspace) -> (document: ReportDocument, isSafe: Bool) {
    let start = ContinuousClock.now
    let units = workspace.units.filter { unit == nil || $0.id == unit }
    let review = DisclosureReview(workspace, units: units, year: workspace.year)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return (DisclosureReport.document(review, workspace, seconds: seconds), review.isSafe)
  }
}
