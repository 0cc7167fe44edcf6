internal import Diagnostics
internal import Labels

extension ImportStore {
  /// Takes the last import back: of one survey, or of the one that was imported to last.
  ///
  /// - Returns: What was changed.
  /// - Throws: A problem where there is nothing to take back.
  package func undo(unit: String?, survey: String?, at time: String) throws(ImportProblem) -> Change
  {
    var last: (unit: String, survey: String, time: String, step: SurveyStep)?
    for (name, place) in try surveys() where (unit ?? name) == name && (survey ?? place) == place {
      let step = try SurveyStep("\(workspace)/\(name)/\(place)")
      guard step.ledger.lastStep("action") == "import" else { continue }
      let done = step.ledger.lastStep("time") ?? ""
      if done >= last?.time ?? "" { last = (name, place, done, step) }
    }
    guard let last else {
      throw ImportProblem(
        .error, "import-undo", at: SourceLocation(file: workspace),
        Label("det finns ingen inläsning att ångra", "there is no import to take back"),
        because: Label(
          "bara den senaste kan ångras, och bara en gång",
          "only the last one can be taken back, and only once"))
    }
    var step = last.step
    let waves = (step.ledger.lastStep("waves") ?? "").split(separator: ";").map(String.init)
    let kept = step.undoNames
    let now = try step.data()?.rows ?? 0
    var change = Change(
      unit: last.unit, survey: last.survey, waves: waves, rows: now, isWholeSurvey: kept.isEmpty)
    guard !kept.isEmpty else {
      // Only the first import was preceded by nothing. Else the copies are lost, and what other imports brought in
      // would go with the last.
      guard step.ledger.table.rows.count == 1 else { throw withoutCopies(change.place) }
      try step.removeWhole()
      return change
    }
    for name in step.names { step.remove(name) }
    for name in kept {
      try step.copy(name, to: String(name.dropFirst(SurveyStep.undoFolder.count + 1)))
    }
    step.dropUndo()
    let before = try step.data()?.rows ?? 0
    change.rows = now - before
    try step.run(Ledger.Entry(action: "undo", time: time, waves: waves, rowsOut: before))
    return change
  }

  private func withoutCopies(_ place: String) -> ImportProblem {
    ImportProblem(
      .error, "import-undo", at: SourceLocation(file: "\(workspace)/\(place)"),
      Label(
        "den senaste inläsningen kan inte ångras, och inget är ändrat",
        "the last import cannot be taken back, and nothing is changed"),
      because: Label(
        "mappen \(SurveyStep.undoFolder) med filerna som de var finns inte",
        "the folder \(SurveyStep.undoFolder) with the files as they were is not there"),
      fixes: [Label("hämta den från en säkerhetskopia", "get it from a backup")])
  }
}
