internal import Diagnostics
internal import Labels

extension ImportStore {
  /// Whose pseudonyms a survey has.
  package enum KeyState: Hashable, Sendable {
    /// It has none.
    case none
    /// Those of the key as it is.
    case current
    /// Those of the key before it was rotated.
    case older
    /// Those of a key that is not there.
    case closed
    /// Those of the key before it was rotated, beside ids of a list of persons that look like pseudonyms: nobody
    /// can tell which are to be renewed.
    case listed
  }

  /// A survey and whose pseudonyms it has.
  package struct SurveyKey: Hashable, Sendable {
    package var place: String
    package var state: KeyState
  }

  /// Whose pseudonyms the surveys of the workspace have.
  package func keys(_ key: PseudonymKey?) throws(ImportProblem) -> [SurveyKey] {
    var keys: [SurveyKey] = []
    for (unit, survey) in try surveys() {
      let place = "\(unit)/\(survey)"
      let step = try SurveyStep("\(workspace)/\(place)")
      keys.append(SurveyKey(place: place, state: try older(key, step).state))
    }
    return keys
  }

  /// Rewrites the pseudonyms of all surveys that an older generation of a key has made: the same persons get those
  /// of the newest one, also in the copies for undo.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - time: The time of the step, for the ledgers.
  /// - Returns: The surveys as they were, each with what its pseudonyms were made by: those of ``KeyState/older``
  ///   are renewed.
  /// - Throws: A problem with the system's reason; the survey that it is about is not changed.
  package func renew(to key: PseudonymKey, at time: String) throws(ImportProblem) -> [SurveyKey] {
    var keys: [SurveyKey] = []
    for (unit, survey) in try surveys() {
      let place = "\(unit)/\(survey)"
      var step = try SurveyStep("\(workspace)/\(place)")
      let (state, older) = try older(key, step)
      keys.append(SurveyKey(place: place, state: state))
      guard state == .older, let older else { continue }
      var renewed = 0
      for name in step.personFiles {
        guard var table = try step.table(name), let column = table.column("respondent") else {
          continue
        }
        for row in table.rows.indices where PseudonymKey.isPseudonym(table.rows[row][column]) {
          table.rows[row][column] = key.renewed(table.rows[row][column], from: older)
          if name == SurveyFolder.responsesFile { renewed += 1 }
        }
        step.set(name, to: table.bytes)
      }
      try step.run(
        Ledger.Entry(
          action: "renew", time: time, rowsOut: renewed, key: key.check,
          survey: step.ledger.survey ?? place))
    }
    return keys
  }

  private func older(
    _ key: PseudonymKey?, _ step: SurveyStep
  ) throws(ImportProblem) -> (state: KeyState, key: PseudonymKey?) {
    func hasPseudonyms(_ name: String) throws(ImportProblem) -> Bool {
      guard let table = try step.table(name) else { return false }
      return table.rows.contains { PseudonymKey.isPseudonym(table.text($0, "respondent")) }
    }
    let check = step.ledger.key
    let isHashed = try hasPseudonyms(SurveyFolder.responsesFile)
    guard check != nil || isHashed else { return (.none, nil) }
    let made = check.map { key?.generation($0) } ?? key?.generations.last
    guard let made else { return (.closed, nil) }
    if made.check == key?.check { return (.current, made) }
    return (try hasPseudonyms(SurveyFolder.invitationsFile) ? .listed : .older, made)
  }
}
