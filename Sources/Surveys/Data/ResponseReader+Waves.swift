internal import Diagnostics

extension ResponseReader {
  /// Reports a survey or a wave of which nothing can be told: a page of zeros is no result. A wave that
  /// is only planned, to which nobody is invited yet, is none of them.
  mutating func checkWaves() {
    guard !roster.people.isEmpty else {
      log.add(
        Diagnostic(
          .error, "survey-unmatched", at: definition.location,
          "nobody is invited to survey '\(definition.id)'",
          because: "no row of the invitations names a wave and a group of the survey",
          fixes: ["see that waves and groups are named as in the invitations"]))
      return
    }
    var returned = names.waveNames.map { _ in 0 }
    var hasAnswer = names.waveNames.map { _ in false }
    for (index, person) in roster.people.enumerated() where person.disposition.isReturned {
      returned[person.wave] += 1
      if !hasAnswer[person.wave] { hasAnswer[person.wave] = self.hasAnswer(person: index) }
    }
    for wave in names.waveNames.indices where returned[wave] > 0 && !hasAnswer[wave] {
      log.add(
        Diagnostic(
          .error, "survey-unmatched", at: definition.location,
          "no answer of wave '\(names.waveNames[wave])' can be counted",
          because:
            "\(returned[wave]) \(returned[wave] == 1 ? "person is" : "people are") said to have "
            + "returned the survey, and no question that they were asked has an answer on the scale",
          fixes: [
            "see that waves, respondents and questions are named as in the responses",
            "see that the scale has the texts of the responses",
          ]))
    }
  }

  /// Whether a person answered a question, or said that it does not apply.
  private func hasAnswer(person: Int) -> Bool {
    names.questionNames.indices.contains { question in
      switch sheets[person, question].code {
      case .answer, .notApplicable: true
      case .missing, .notReturned, .notAsked: false
      }
    }
  }
}
