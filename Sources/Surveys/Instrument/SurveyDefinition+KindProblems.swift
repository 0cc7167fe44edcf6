internal import Diagnostics

extension SurveyDefinition {
  /// Ratings without scores, conditions and indices that rest on what is not there or comes later.
  var impossibleKinds: [Diagnostic] {
    questions.enumerated().flatMap { position, question in
      unscored(question) + impossibleCondition(question, before: position)
        + impossibleIndex(question, before: position)
    }
  }

  private func unscored(_ question: Question) -> [Diagnostic] {
    guard question.kind == .rating,
      Set(scale(of: question).answers.compactMap(\.score)).count < 2
    else { return [] }
    return [
      problem(
        "the scale of rating '\(question.id)' has no scores to take the mean of",
        because: "a mean needs answers with at least two different scores",
        fixes: ["give the answers scores:   score: 1", "use a scale with scores:   scale: agree-5"])
    ]
  }

  private func impossibleCondition(
    _ question: Question, before position: Int
  ) -> [Diagnostic] {
    let earlier = Array(questions[..<position])
    return question.condition.flatMap { requirement in
      requirement.answers.sorted { $0.key < $1.key }.flatMap { name, answers -> [Diagnostic] in
        guard let asked = earlier.first(where: { $0.id == name }) else {
          return [
            problem(
              "question '\(question.id)' is asked after '\(name)', which is no question before it",
              fixes: [suggestion(for: name, among: earlier.map(\.id))].compactMap(\.self))
          ]
        }
        guard asked.kind.hasNamedAnswers else {
          return [
            problem(
              "question '\(question.id)' is asked after answers to '\(name)', which has none to name",
              because: "it is a question of type \(asked.kind.rawValue)",
              fixes: ["name a question with a scale"])
          ]
        }
        let known = scale(of: asked).answers.map(\.id)
        return answers.subtracting(known).sorted().map { answer in
          problem(
            "question '\(question.id)' is asked after answer '\(answer)', which '\(name)' does not have",
            fixes: [suggestion(for: answer, among: known)].compactMap(\.self))
        }
      }
    }
  }

  private func impossibleIndex(_ question: Question, before position: Int) -> [Diagnostic] {
    guard let index = question.index else { return [] }
    let earlier = Array(questions[..<position])
    var found = index.items.flatMap { name -> [Diagnostic] in
      guard let item = earlier.first(where: { $0.id == name }) else {
        return [
          problem(
            "index '\(question.id)' has an unknown item '\(name)'",
            fixes: [suggestion(for: name, among: earlier.map(\.id))].compactMap(\.self))
        ]
      }
      if item.index != nil || rescaledScores(of: item).contains(where: { !$0.isNaN }) { return [] }
      // What numbers there are is known later; the range they are rescaled from is not.
      let isNumber = item.kind == .number
      if isNumber, item.numbers.minimum != nil, item.numbers.maximum != nil { return [] }
      return [
        problem(
          "index '\(question.id)' cannot rescale its item '\(name)'",
          because: isNumber
            ? "a number is rescaled between its minimum and its maximum"
            : "its answers have no two different scores",
          fixes: isNumber
            ? ["give the question a range:   minimum: 0, maximum: 100"]
            : ["give the answers scores:   score: 1"])
      ]
    }
    if !(1...max(1, index.items.count)).contains(index.required) || index.items.isEmpty {
      found.append(
        problem(
          "index '\(question.id)' of \(index.items.count) items requires \(index.required)",
          fixes: ["required: \(max(1, index.items.count))"]))
    }
    return found
  }
}
