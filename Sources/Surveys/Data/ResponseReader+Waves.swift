internal import Diagnostics

extension ResponseReader {
  /// Reports waves of which nothing can be told: a page of zeros is no result.
  mutating func checkWaves() {
    let people = Dictionary(grouping: roster.people.indices, by: { roster.people[$0].wave })
    for wave in names.waveNames.indices where names.waves[names.waveNames[wave]] == wave {
      let name = names.waveNames[wave]
      guard let invited = people[wave] else {
        log.add(
          Diagnostic(
            .warning, "survey-wave-empty", at: definition.location,
            "nobody is invited in wave '\(name)'", because: "nothing is told of the wave",
            fixes: ["add its invitations", "take the wave out of the definition"]))
        continue
      }
      let returned = invited.filter { roster.people[$0].disposition.isReturned }
      guard !returned.isEmpty, !returned.contains(where: hasAnswer) else { continue }
      log.add(
        Diagnostic(
          .error, "survey-unmatched", at: definition.location,
          "no answer of wave '\(name)' can be counted",
          because:
            "\(returned.count) \(returned.count == 1 ? "person is" : "people are") said to have "
            + "returned the survey, and no question that they were asked has an answer on the scale",
          fixes: [
            "see that wave and respondent are written as in the invitations",
            "see that the questions and the scale are named as in the responses",
          ]))
    }
  }

  /// Whether a person answered a question, or said that it does not apply.
  private func hasAnswer(person: Int) -> Bool {
    names.questionNames.indices.contains { question in
      switch sheets.code(person: person, question: question) {
      case .answer, .notApplicable: true
      case .missing, .notReturned: false
      }
    }
  }
}
