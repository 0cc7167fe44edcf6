internal import Diagnostics
package import Tables
internal import Workspace

extension ImportStore {
  /// Removes the rounds that the definitions of surveys keep no longer (`retention`), with the copies for undo.
  ///
  /// Answers, lists of persons and the numbers of those who were asked go; without answers a number would be a
  /// response rate of nothing. The round stays in the definition, so that later ones keep their places.
  ///
  /// - Parameters:
  ///   - today: The day that counts.
  ///   - isApplied: Whether it is done; else it is only told.
  ///   - time: The time of the step, for the ledgers.
  /// - Returns: What goes, survey by survey.
  /// - Throws: A problem with the system's reason; the survey that it is about is not changed.
  package func purge(
    on today: CalendarDate, isApplied: Bool, at time: String
  ) throws(ImportProblem) -> [Change] {
    var changes: [Change] = []
    var steps: [(step: SurveyStep, entry: Ledger.Entry)] = []
    // All are read before the first is changed: what cannot be read is told while all is as it was.
    for (unit, survey) in try surveys() {
      var change = Change(unit: unit, survey: survey, waves: [], rows: 0)
      let path = "\(workspace)/\(change.place)"
      guard let root = try SurveyFolder.definition(path)?.root(),
        let retention = root.text("retention").flatMap(Retention.init)
      else { continue }
      let over = retention.over(
        root.list("waves").compactMap { wave in
          guard let id = wave.text("id"),
            let date = wave.text("date").flatMap(CalendarDate.init(iso:))
          else { return nil }
          return (id, date)
        }, on: today)
      var step = try SurveyStep(path)
      var found: Set<String> = []
      for name in step.personFiles + [SurveyFolder.populationFile] {
        guard var table = try step.table(name), table.column("wave") != nil else { continue }
        let rows = table.rows.map { table.text($0, "wave") }.filter(over.contains)
        guard !rows.isEmpty else { continue }
        found.formUnion(rows)
        if name == SurveyFolder.responsesFile { change.rows = rows.count }
        table.removeRows { over.contains($0.text($1, "wave")) }
        step.set(name, to: table.bytes)
      }
      guard !found.isEmpty else { continue }
      change.waves = over.filter(found.contains)
      changes.append(change)
      step.dropUndo()
      steps.append(
        (
          step,
          Ledger.Entry(action: "purge", time: time, waves: change.waves, rowsOut: change.rows)
        ))
    }
    guard isApplied else { return changes }
    for place in steps.indices { try steps[place].step.run(steps[place].entry) }
    return changes
  }

  /// The surveys whose definitions say how long answers are kept.
  package func countOfRetentions() throws(ImportProblem) -> Int {
    var count = 0
    for (unit, survey) in try surveys() {
      let root = try SurveyFolder.definition("\(workspace)/\(unit)/\(survey)")?.root()
      if root?.text("retention") != nil { count += 1 }
    }
    return count
  }
}
