internal import Diagnostics
internal import Labels
internal import TableFiles

extension ImportStore {
  /// What came of forgetting a person.
  package struct Forgotten: Hashable, Sendable {
    /// The surveys that were changed; nothing where nobody was found.
    package var changes: [Change] = []
    /// Surveys in which the person cannot be looked for, as the key that made their pseudonyms is not there.
    package var closed: [String] = []
  }

  /// Removes a person from all rounds of all surveys, and with the person what could bring the answers back.
  /// How many were invited stays: it is a number.
  ///
  /// - Parameters:
  ///   - person: An address, a name or an id, as the tool had it; or a pseudonym.
  ///   - key: What turns identities into pseudonyms; `nil` where there is none.
  ///   - time: The time of the step, for the ledgers.
  /// - Returns: What was changed, and where the person cannot be looked for.
  /// - Throws: A problem with the system's reason; the survey that it is about is not changed.
  package func forget(
    _ person: String, key: PseudonymKey?, at time: String
  ) throws(ImportProblem) -> Forgotten {
    var result = Forgotten()
    var steps: [(step: SurveyStep, entry: Ledger.Entry)] = []
    // All are read before the first is changed: what cannot be read is told while all is as it was.
    for (unit, survey) in try surveys() {
      var change = Change(unit: unit, survey: survey, waves: [], rows: 0)
      var step = try SurveyStep("\(workspace)/\(change.place)")
      let keys = PersonNames.keys(key, of: step.ledger)
      guard try take(person, keys, out: &step, &change) else {
        if keys == nil { result.closed.append(change.place) }
        continue
      }
      // A copy for undo may tell of the person in other files as well, and would bring the person back.
      step.dropUndo()
      result.changes.append(change)
      steps.append(
        (
          step,
          Ledger.Entry(action: "forget", time: time, waves: change.waves, rowsOut: change.rows)
        ))
    }
    for place in steps.indices { try steps[place].step.run(steps[place].entry) }
    return result
  }

  /// Takes a person out of what a step writes.
  ///
  /// - Returns: Whether the person was found.
  private func take(
    _ person: String, _ keys: [PseudonymKey]?, out step: inout SurveyStep, _ change: inout Change
  ) throws(ImportProblem) -> Bool {
    var tables: [(name: String, table: TextTable)] = []
    for name in step.personFiles {
      if let table = try step.table(name) { tables.append((name, table)) }
    }
    let waves = Set(tables.flatMap { pair in pair.table.rows.map { pair.table.text($0, "wave") } })
    let names = PersonNames(
      person, keys: keys, survey: step.ledger.survey ?? change.place, waves: waves)
    var isFound = false
    for (name, var table) in tables {
      let rows = table.rows.filter { names.contains(table.text($0, "respondent")) }
      guard !rows.isEmpty else { continue }
      isFound = true
      if name == SurveyFolder.responsesFile { change.rows += rows.count }
      for wave in rows.map({ table.text($0, "wave") })
      where !name.hasPrefix(".") && !wave.isEmpty && !change.waves.contains(wave) {
        change.waves.append(wave)
      }
      table.removeRows { names.contains($0.text($1, "respondent")) }
      step.set(name, to: table.bytes)
    }
    // What was said of the words of one person, and files that bear a name.
    if let bytes = try step.bytes(SurveyMapping.fileName) {
      let text = YAMLText(
        String(decoding: bytes, as: UTF8.self),
        file: "\(step.folder.path)/\(SurveyMapping.fileName)")
      var mapping = SurveyMapping(try text.root())
      if mapping.removeTexts(where: names.areIn) {
        isFound = true
        step.set(SurveyMapping.fileName, to: Array(mapping.text.utf8))
      }
    }
    if step.removeFileNames(where: names.areIn) { isFound = true }
    return isFound
  }
}
