extension ResponseReader {
  /// Computes the indices of everyone who returned the survey: those that others are made of first.
  mutating func computeIndices() {
    var values: [String: [Double]] = [:]
    for (position, question) in definition.questions.enumerated() {
      guard let index = question.index, names.questions[question.id] == position else { continue }
      let items = index.items.compactMap { item(values[$0], $0) }
      let register = NumberRegister(AnswerScale(answers: []), NumberRange(), readsDays: false)
      var hasTooMany = false
      var own = Array(repeating: Double.nan, count: roster.people.count)
      for (person, invited) in roster.people.enumerated()
      where invited.disposition.isReturned && names.isAsked(question: position, of: invited) {
        let value = mean(of: items, person, required: index.required)
        own[person] = value
        let place = value.isNaN ? nil : register.place(of: value)
        if place == nil, !value.isNaN { hasTooMany = true }
        sheets[person, position] = place.map { AnswerMark(.answer($0)) } ?? .missing
      }
      if hasTooMany { log.add(tooManyValues(question)) }
      values[question.id] = own
      settle(position, FoundScale(numbers: register.values))
    }
  }

  private enum Item {
    /// A question, and what each mark counts on the scale from 0 to 100.
    case question(Int, [Double])
    /// An index, and its value for each person.
    case index([Double])
  }

  private func item(_ values: [Double]?, _ name: String) -> Item? {
    if let values { return .index(values) }
    guard let question = names.questions[name] else { return nil }
    let scores = definition.rescaledScores(of: definition.questions[question])
    return .question(question, scores)
  }

  /// The mean of the items that a person answered; not a number where they are too few.
  private func mean(of items: [Item], _ person: Int, required: Int) -> Double {
    var (sum, count) = (0.0, 0)
    for item in items {
      let value =
        switch item {
        case .question(let question, let scores): scores[sheets[person, question].position]
        case .index(let values): values[person]
        }
      if value.isNaN { continue }
      sum += value
      count += 1
    }
    guard count > 0, count >= required else { return .nan }
    // Sums of the same items in other orders are the same value.
    return (sum / Double(count) * 1e9).rounded() / 1e9
  }
}

extension SurveyDefinition {
  /// What each mark of a question counts on the scale from 0 to 100, by ``IndexParts``; not a number for what
  /// is no answer.
  func rescaledScores(of question: Question) -> [Double] {
    let scale = scale(of: question)
    let scores = scale.answers.compactMap(\.score)
    let ends =
      question.kind == .number
      ? (question.numbers.minimum, question.numbers.maximum) : (scores.min(), scores.max())
    return AnswerMark.all(scale).map { mark in
      guard case .answer(let place) = mark.code, let score = scale.answers[place].score,
        let low = ends.0, let high = ends.1, high > low
      else { return .nan }
      return (score - low) / (high - low) * 100
    }
  }
}
