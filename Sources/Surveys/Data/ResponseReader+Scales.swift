extension ResponseReader {
  /// Gives questions of numbers and days the scale that their answers make, in order.
  mutating func settleScales() {
    for (index, question) in definition.questions.enumerated() {
      guard case .number(let register) = readings[index] else { continue }
      let found =
        question.kind == .date
        ? FoundScale(months: register.values) : FoundScale(numbers: register.values)
      settle(index, found)
    }
  }

  /// Gives a question a scale, and its marks their places on it.
  mutating func settle(_ question: Int, _ found: FoundScale) {
    var scale = definition.scale(of: definition.questions[question])
    scale.id = definition.questions[question].id
    scale.answers = found.answers
    definition.questions[question].scale = scale
    sheets.move(question, to: found.places)
  }
}

extension AnswerSheets {
  /// Puts the answers to a question at other places of its scale.
  fileprivate mutating func move(_ question: Int, to places: [Int]) {
    if places.enumerated().allSatisfy({ $0 == $1 }) { return }
    let count = questionCount
    withMutableMarks { marks, _ in
      for place in stride(from: question, to: marks.count, by: count) {
        if case .answer(let old) = marks[place].code {
          marks[place] = AnswerMark(.answer(places[old]))
        }
      }
    }
  }
}
