internal import Diagnostics
internal import Labels

/// Changes the surveys and case logs of a workspace, one step at a time: import, undo, forget.
///
/// Each step replaces the folder of one survey as a whole, with its definition, data, mapping and ledger, so
/// that all of it stands or none. The folder `.undo` in it has the files as they were before the last import.
package struct ImportStore {
  private let workspace: String
  private let lock: WorkspaceLock
  private static let undoFolder = ".undo"

  /// Opens a workspace to change it, and waits for whoever does already.
  ///
  /// - Throws: A problem if another process does so for long, or the folder cannot be written.
  package init(_ workspace: String) throws(ImportProblem) {
    self.workspace = workspace
    _ = try WorkspaceFiles(workspace).units()
    lock = try WorkspaceLock(workspace)
  }

  /// Does what a plan says. It has to be made while the store is open: else the survey may have changed.
  ///
  /// - Parameters:
  ///   - plan: The plan.
  ///   - time: The time of the step, for the ledger.
  /// - Throws: A problem with the system's reason; nothing is changed.
  package func apply(_ plan: ImportPlan, at time: String) throws(ImportProblem) {
    try write(
      plan.files, to: "\(plan.unit)/\(plan.survey)",
      Ledger.entry(
        "import", at: time, file: plan.export.file.fileName,
        hash: Ledger.hash(ofFile: plan.export.file), tool: plan.export.profile.id,
        waves: plan.waves.filter(\.isTaken).map(\.wave.id),
        rowsIn: plan.export.rowCount + plan.export.unfinished, rowsOut: plan.rowsOut))
  }

  /// Does what a plan for a case log says.
  package func apply(_ plan: CasePlan, at time: String) throws(ImportProblem) {
    try write(
      plan.files, to: "\(plan.unit)/\(plan.log)",
      Ledger.entry(
        "import", at: time, file: plan.file.fileName, hash: Ledger.hash(ofFile: plan.file),
        tool: "tickets", rowsIn: plan.rowsIn, rowsOut: plan.added + plan.changed))
  }

  private func write(
    _ files: [String: [UInt8]], to place: String, _ entry: [(name: String, text: String)]
  ) throws(ImportProblem) {
    let folder = "\(workspace)/\(place)"
    FolderStep.clean(folder)
    var step = try FolderStep(keeping: folder)
    for name in step.names where name.hasPrefix(Self.undoFolder + "/") { step[name] = nil }
    for name in step.names where !name.hasPrefix(".") {
      step.copy(name, to: "\(Self.undoFolder)/\(name)")
    }
    for (name, bytes) in files { step[name] = bytes }
    var ledger = try SurveyFolder.ledger(folder)
    ledger.add(entry)
    step[SurveyFolder.ledgerFile] = ledger.bytes
    try step.run()
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
    package var isWholeSurvey: Bool
  }

  // MARK: Undo

  /// Takes the last import back: of one survey, or of the one that was imported to last.
  ///
  /// - Returns: What was changed.
  /// - Throws: A problem where there is nothing to take back.
  package func undo(unit: String?, survey: String?, at time: String) throws(ImportProblem) -> Change
  {
    var last: (unit: String, survey: String, time: String, ledger: TextTable)?
    for (name, place) in try surveys() where (unit ?? name) == name && (survey ?? place) == place {
      let ledger = try SurveyFolder.ledger("\(workspace)/\(name)/\(place)")
      guard let row = ledger.rows.last, ledger.text(row, "action") == "import" else { continue }
      let done = ledger.text(row, "time")
      if done >= last?.time ?? "" { last = (name, place, done, ledger) }
    }
    guard let last else {
      throw ImportProblem(
        .error, "import-undo", at: SourceLocation(file: workspace),
        Label("det finns ingen inläsning att ångra", "there is no import to take back"),
        because: Label(
          "bara den senaste kan ångras, och bara en gång",
          "only the last one can be taken back, and only once"))
    }
    let path = "\(workspace)/\(last.unit)/\(last.survey)"
    var ledger = last.ledger
    let row = ledger.rows[ledger.rows.count - 1]
    let waves = ledger.text(row, "waves").split(separator: ";").map(String.init)
    FolderStep.clean(path)
    var step = try FolderStep(keeping: path)
    let kept = step.names.filter { $0.hasPrefix(Self.undoFolder + "/") }
    var change = Change(
      unit: last.unit, survey: last.survey, waves: waves, rows: 0, isWholeSurvey: kept.isEmpty)
    guard !kept.isEmpty else {
      change.rows = rows(step)
      try FolderStep.removeFolder(path)
      return change
    }
    let now = rows(step)
    for name in step.names where !name.hasPrefix(".") { step[name] = nil }
    for name in kept {
      step.copy(name, to: String(name.dropFirst(Self.undoFolder.count + 1)))
      step[name] = nil
    }
    let before = rows(step)
    change.rows = now - before
    ledger.add(Ledger.entry("undo", at: time, waves: waves, rowsOut: before))
    step[SurveyFolder.ledgerFile] = ledger.bytes
    try step.run()
    return change
  }

  /// The responses or cases that a folder holds.
  private func rows(_ step: FolderStep) -> Int {
    [SurveyFolder.responsesFile, CasePlan.dataFile].compactMap { step[$0] }
      .map { TextTable(bytes: $0).rows.count }.reduce(0, +)
  }

  // MARK: Forget

  /// Removes a person from all rounds of all surveys, and with the person what could bring the answers back.
  /// How many were invited stays: it is a number.
  ///
  /// - Parameters:
  ///   - person: An address, a name or an id, as the tool had it; or a pseudonym.
  ///   - key: What turns identities into pseudonyms.
  ///   - time: The time of the step, for the ledgers.
  /// - Returns: What was changed; nothing where nobody was found.
  /// - Throws: A problem with the system's reason; the survey that it is about is not changed.
  package func forget(
    _ person: String, key: PseudonymKey, at time: String
  ) throws(ImportProblem) -> [Change] {
    var changes: [Change] = []
    for (unit, survey) in try surveys() {
      let path = "\(workspace)/\(unit)/\(survey)"
      // Nobody is called nothing, as every row of a table without persons would be.
      let names = Set([
        person, key.pseudonym(of: person, in: "\(unit)/\(survey)"),
        key.pseudonym(of: person, in: "\(unit)/\(survey)/response"),
      ]).subtracting([""])
      FolderStep.clean(path)
      var step = try FolderStep(keeping: path)
      var change = Change(unit: unit, survey: survey, waves: [], rows: 0, isWholeSurvey: false)
      for name in step.names where Self.holdsPersons(name) {
        var table = TextTable(bytes: step[name] ?? [])
        let rows = table.rows.filter { names.contains(table.text($0, "respondent")) }
        guard !rows.isEmpty else { continue }
        if name == SurveyFolder.responsesFile { change.rows += rows.count }
        for row in rows where !change.waves.contains(table.text(row, "wave")) {
          change.waves.append(table.text(row, "wave"))
        }
        table.removeRows { names.contains($0.text($1, "respondent")) }
        step[name] = table.bytes
      }
      guard !change.waves.isEmpty else { continue }
      // A copy for undo may have the person as well, and would bring the person back.
      for name in step.names where name.hasPrefix(Self.undoFolder + "/") { step[name] = nil }
      var ledger = try SurveyFolder.ledger(path)
      ledger.add(Ledger.entry("forget", at: time, waves: change.waves, rowsOut: change.rows))
      step[SurveyFolder.ledgerFile] = ledger.bytes
      try step.run()
      changes.append(change)
    }
    return changes
  }

  /// Whether a file of a survey may have rows of persons.
  private static func holdsPersons(_ name: String) -> Bool {
    name.lowercased().hasSuffix(".csv") && name != SurveyFolder.ledgerFile
      && name != SurveyFolder.populationFile
  }

  private func surveys() throws(ImportProblem) -> [(unit: String, survey: String)] {
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
