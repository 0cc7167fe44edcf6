internal import Diagnostics
internal import Labels
internal import TableFiles

/// Changes the surveys and case logs of a workspace, one step at a time: import, undo, forget, purge.
///
/// Each step replaces the folder of one survey as a whole, with its definition, data, mapping and ledger, so
/// that all of it stands or none. The folder `.undo` in it has the files as they were before the last import.
package struct ImportStore {
  let workspace: String
  private let lock: WorkspaceLock

  /// Opens a workspace to change it, and waits for whoever does already. What a process that was killed has left is
  /// removed: it holds answers.
  ///
  /// - Throws: A problem if another process does so for long, or the folder cannot be written.
  package init(_ workspace: String) throws(ImportProblem) {
    self.workspace = workspace
    let units = try WorkspaceFiles(workspace).units()
    lock = try WorkspaceLock(workspace)
    for unit in units {
      guard let left = WholeFolder.removeLeftovers(in: "\(workspace)/\(unit)").first else {
        continue
      }
      throw ImportProblem(
        leftover: left,
        Label(
          "en avbruten inläsning har lämnat en mapp som inte går att ta bort",
          "an import that was cut short has left a folder that cannot be removed"))
    }
  }

  /// Does what a plan says, unless the survey has changed since it was made.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - time: The time of the step, for the ledger.
  /// - Throws: A problem with the system's reason; nothing is changed.
  package func apply(_ plan: ImportPlan, at time: String) throws(ImportProblem) {
    try Self.refuse(plan.problems)
    try write(
      plan.files, to: "\(plan.unit)/\(plan.survey)", SurveyFolder.planned, since: plan.read,
      Ledger.Entry(
        action: "import", time: time, file: plan.export.file.fileName, hash: plan.export.hash,
        tool: plan.export.profile.id, waves: plan.waves.filter(\.isTaken).map(\.wave.id),
        rowsIn: plan.export.rowCount + plan.export.unfinished, rowsOut: plan.rowsOut,
        key: plan.usesKey ? plan.persons.key.check : nil,
        survey: plan.usesKey ? plan.persons.survey : nil))
  }

  /// Does what a plan for a case log says.
  package func apply(_ plan: CasePlan, at time: String) throws(ImportProblem) {
    try Self.refuse(plan.problems)
    try write(
      plan.files, to: "\(plan.unit)/\(plan.log)", CasePlan.planned, since: plan.read,
      Ledger.Entry(
        action: "import", time: time, file: plan.file.fileName, hash: plan.hash, tool: "tickets",
        rowsIn: plan.rowsIn, rowsOut: plan.added + plan.changed))
  }

  /// A plan that cannot be done is not, whoever made it.
  private static func refuse(_ problems: [ImportProblem]) throws(ImportProblem) {
    if let problem = problems.first(where: { $0.severity == .error }) { throw problem }
  }

  private func write(
    _ files: [String: [UInt8]], to place: String, _ planned: [String],
    since hashes: [String: String], _ entry: Ledger.Entry
  ) throws(ImportProblem) {
    var step = try SurveyStep("\(workspace)/\(place)")
    try step.refuseChanged(planned, since: hashes)
    try step.keepForUndo()
    for (name, bytes) in files { step.set(name, to: bytes) }
    try step.run(entry)
  }

  /// A survey that was changed, and how.
  package struct Change: Hashable, Sendable {
    package var unit: String
    package var survey: String
    /// The rounds that are concerned.
    package var waves: [String]
    /// The rows of responses that went.
    package var rows: Int
    /// Whether the whole survey went.
    package var isWholeSurvey = false

    /// The unit and survey, as folders.
    package var place: String { "\(unit)/\(survey)" }
  }

  /// The surveys and case logs, by the folders of their units.
  func surveys() throws(ImportProblem) -> [(unit: String, survey: String)] {
    var found: [(unit: String, survey: String)] = []
    for unit in try WorkspaceFiles(workspace).units() {
      for definition in [SurveyFolder.definitionFile, CasePlan.definitionFile] {
        let names = SurveyFolder.surveys(of: "\(workspace)/\(unit)", definition: definition)
        found += names.map { (unit, $0) }
      }
    }
    return found
  }
}

extension String {
  /// What stands behind the last slash of a path.
  fileprivate var fileName: String { split(separator: "/").last.map(String.init) ?? "" }
}
