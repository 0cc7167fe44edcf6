internal import Tables

extension ResponseReader {
  /// Keeps what people wrote to questions of free text.
  ///
  /// - Parameters:
  ///   - table: The responses.
  ///   - people: The person of each row; negative where there is none.
  ///   - isLong: Whether a row is an answer and not a person.
  mutating func keepComments(_ table: Table, _ people: [Int32], isLong: Bool) {
    for (index, question) in definition.questions.enumerated() where question.kind == .text {
      let column = isLong ? ResponseColumn.answer : question.id
      guard table.schema.position(of: column) != nil else { continue }
      for (row, person) in people.enumerated() where person >= 0 {
        if isLong, table.text(ResponseColumn.question, ofRow: row) != question.id { continue }
        // The first of two answers counts.
        guard comments[index]?[Int(person)] == nil, let text = table.text(column, ofRow: row) else {
          continue
        }
        comments[index, default: [:]][Int(person)] = trimmed(text)
      }
    }
  }

  /// What is counted of the comments, by wave and question, in an order that tells nothing of who wrote it.
  var countedComments: SurveyComments {
    var found: SurveyComments = [:]
    for (question, texts) in comments {
      for (person, text) in texts where sheets[person, question].code == .answer(0) {
        let invited = roster.people[person]
        guard invited.disposition.isReturned, names.isAsked(question: question, of: invited)
        else { continue }
        found[names.waveNames[invited.wave], default: [:]][
          names.questionNames[question], default: []
        ].append(text)
      }
    }
    return found.mapValues { $0.mapValues { $0.sorted() } }
  }
}
