internal import Diagnostics
internal import Tables

extension ResponseReader {
  /// Takes those out of conditional questions who were not asked them. Whoever answers all the same is told
  /// and not counted.
  mutating func applyConditions() {
    for (index, question) in definition.questions.enumerated() where question.isConditional {
      let requirements = question.condition.map(places)
      for (person, invited) in roster.people.enumerated()
      where invited.disposition.isReturned && names.isAsked(question: index, of: invited) {
        let isMet = requirements.allSatisfy { places in
          places.contains { sheets[person, $0.question] == $0.mark }
        }
        if isMet { continue }
        // All parts of a question share a cell: the first tells what is wrong with it.
        if sheets[person, index].isStatement, (question.parent?.position ?? 0) == 0 {
          reportCondition(question, person)
        }
        sheets[person, index] = .notAsked
      }
    }
  }

  /// The marks that meet a requirement.
  private func places(_ requirement: AnswerRequirement) -> [(question: Int, mark: AnswerMark)] {
    requirement.answers.flatMap { name, answers -> [(question: Int, mark: AnswerMark)] in
      guard let question = names.questions[name] else { return [] }
      let scale = definition.scale(of: definition.questions[question])
      return scale.answers.indices.filter { answers.contains(scale.answers[$0].id) }.map {
        (question, AnswerMark(.answer($0)))
      }
    }
  }

  private mutating func reportCondition(_ question: Question, _ person: Int) {
    let asked = question.condition.flatMap(\.answers.keys).sorted()
    log.add(
      Diagnostic(
        .warning, "survey-not-asked", at: roster.location(of: person),
        "a respondent answers question '\(question.id)', which was not asked of everybody",
        because:
          "it is asked after certain answers to \(asked.map { "'\($0)'" }.joined(separator: ", ")); "
          + "the answer is not counted",
        fixes: ["correct one of the two answers", "correct only_if of '\(question.id)'"],
        value: roster.respondents.string(roster.people[person].respondent)))
  }
}
