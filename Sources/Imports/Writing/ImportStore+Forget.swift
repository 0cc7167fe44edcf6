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

  /// Where a person is looked for.
  package struct ForgetScope: Sendable {
    /// One survey, as unit/folder; all without it.
    package var survey: String?
    /// One round; all without it.
    package var wave: String?
    /// Whether an id that may be several persons means all of them.
    package var takesAll: Bool

    package init(survey: String? = nil, wave: String? = nil, takesAll: Bool = false) {
      (self.survey, self.wave, self.takesAll) = (survey, wave, takesAll)
    }
  }

  /// Removes a person from all rounds of all surveys, and with the person what could bring the answers back.
  /// How many were invited stays: it is a number.
  ///
  /// - Parameters:
  ///   - person: An address, a name or an id, as the tool had it; or a pseudonym.
  ///   - scope: Where the person is looked for.
  ///   - key: What turns identities into pseudonyms; `nil` where there is none.
  ///   - time: The time of the step, for the ledgers.
  /// - Returns: What was changed, and where the person cannot be looked for.
  /// - Throws: A problem with the system's reason; the survey that it is about is not changed. A problem, and
  ///   nothing is changed, where there is no such survey, or where the id may be several persons and the scope
  ///   does not say which.
  package func forget(
    _ person: String, in scope: ForgetScope = ForgetScope(), key: PseudonymKey?, at time: String
  ) throws(ImportProblem) -> Forgotten {
    var result = Forgotten()
    var places: [String] = []
    var steps: [(step: SurveyStep, entry: Ledger.Entry)] = []
    // All are read before the first is changed: what cannot be read is told while all is as it was.
    let all = try surveys()
    if let wanted = scope.survey, !all.contains(where: { "\($0.unit)/\($0.survey)" == wanted }) {
      throw unknownSurvey(wanted, all.map { "\($0.unit)/\($0.survey)" })
    }
    for (unit, survey) in all where scope.survey.map({ $0 == "\(unit)/\(survey)" }) ?? true {
      var change = Change(unit: unit, survey: survey, waves: [], rows: 0)
      var step = try SurveyStep("\(workspace)/\(change.place)")
      let keys = PersonNames.keys(key, of: step.ledger)
      guard try take(person, scope.wave, keys, out: &step, &change, &places) else {
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
    if places.count > 1, !scope.takesAll, !PersonNames.isOnePerson(person) {
      throw severalPersons(places)
    }
    for place in steps.indices { try steps[place].step.run(steps[place].entry) }
    return result
  }

  private func unknownSurvey(_ name: String, _ known: [String]) -> ImportProblem {
    ImportProblem(
      .error, "forget", at: SourceLocation(file: workspace),
      Label("det finns ingen enkät '\(name)'", "there is no survey '\(name)'"),
      fixes: closestName(to: name, in: known).map {
        [Label("menade du '\($0)'?", "did you mean '\($0)'?")]
      } ?? [])
  }

  private func severalPersons(_ places: [String]) -> ImportProblem {
    let list = places.joined(separator: ", ")
    return ImportProblem(
      .error, "forget", at: SourceLocation(file: workspace),
      Label("id:t kan vara flera personer", "the id may be several persons"),
      because: Label(
        "det finns i \(list), och varje enkät kan ha gett det till någon annan",
        "it stands in \(list), and each survey may have given it to somebody else"),
      fixes: [
        Label(
          "säg vilken med --survey ENHET/MAPP eller --wave OMGÅNG",
          "say which with --survey UNIT/FOLDER or --wave ROUND"),
        Label("--all om det är samma person överallt", "--all if it is one person everywhere"),
      ])
  }

  /// Takes a person out of what a step writes. Into `places` goes where a person was found who may be another
  /// elsewhere.
  ///
  /// - Returns: Whether the person was found.
  private func take(
    _ person: String, _ wave: String?, _ keys: [PseudonymKey]?, out step: inout SurveyStep,
    _ change: inout Change, _ places: inout [String]
  ) throws(ImportProblem) -> Bool {
    var tables: [(name: String, table: TextTable)] = []
    for name in step.personFiles {
      if let table = try step.table(name) { tables.append((name, table)) }
    }
    let waves = Set(tables.flatMap { pair in pair.table.rows.map { pair.table.text($0, "wave") } })
      .filter { wave == nil || $0 == wave }
    let names = PersonNames(
      person, keys: keys, survey: step.ledger.survey ?? change.place, waves: waves)
    func isMeant(_ row: [String], of table: TextTable) -> Bool {
      names.contains(table.text(row, "respondent"))
        && (wave == nil || table.text(row, "wave").isEmpty || table.text(row, "wave") == wave)
    }
    var isFound = false
    var own: Set<String> = []
    for (name, var table) in tables {
      let rows = table.rows.filter { isMeant($0, of: table) }
      for row in rows {
        let number = names.wave(ofNumber: table.text(row, "respondent"))
        own.insert(number.map { "\(change.place) \($0)" } ?? change.place)
      }
      guard !rows.isEmpty else { continue }
      isFound = true
      if name == SurveyFolder.responsesFile { change.rows += rows.count }
      for wave in rows.map({ table.text($0, "wave") })
      where !name.hasPrefix(".") && !wave.isEmpty && !change.waves.contains(wave) {
        change.waves.append(wave)
      }
      table.removeRows { isMeant($1, of: $0) }
      step.set(name, to: table.bytes)
    }
    places += own.sorted()
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
