package import Labels

/// A name of the file that the survey does not have, and what it may be there.
package struct UnknownName: Hashable, Sendable {
  /// What it names.
  package enum Kind: Hashable, Sendable { case question, group }

  /// Something of the survey that it may be.
  package struct Choice: Hashable, Sendable {
    package var id: String
    package var label: Label
  }

  package var kind: Kind
  /// The name as the file has it: what ``ImportRequest/meanings`` takes.
  package var text: String
  package var choices: [Choice]
}

extension ImportPlanner {
  /// Tells of questions that the survey does not have; they may be those that nothing else in the file is.
  mutating func tellUnknown(_ questions: [ExportQuestion], beside matched: [MatchedQuestion]) {
    let taken = Set(matched.map(\.question.id))
    let choices = outline.questions.filter { !taken.contains($0.id) }
      .map { UnknownName.Choice(id: $0.id, label: $0.label) }
    plan.unknown += questions.map {
      UnknownName(kind: .question, text: $0.wording, choices: choices)
    }
  }

  /// Tells of a group that the survey does not have.
  mutating func tellUnknown(group text: String) {
    plan.unknown.append(
      UnknownName(
        kind: .group, text: text,
        choices: outline.groups.map { UnknownName.Choice(id: $0.id, label: $0.label) }))
  }
}
