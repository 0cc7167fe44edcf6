/// The columns of an invitation table that every survey has.
enum InvitationColumn {
  static let wave = "wave"
  static let respondent = "respondent"
  static let group = "group"
  static let disposition = "disposition"
  /// Optional.
  static let substitute = "substitute"

  static let required = [wave, respondent, group, disposition]
  /// Names that a breakdown may not have, as the counted tables use them.
  static let reserved = required + [substitute, CountedColumn.question, CountedColumn.code]
}

/// The columns of a response table beside those named after questions.
enum ResponseColumn {
  static let wave = "wave"
  static let respondent = "respondent"
  /// Only in long tables.
  static let question = "question"
  /// Only in long tables.
  static let answer = "answer"

  /// The day of answering. Optional.
  static let answered = "answered"

  static let required = [wave, respondent]
  /// Those that are no questions.
  static let known = required + [answered]
  static let reserved = [wave, respondent, question, answer]
}

/// The further columns of the long table that answers are counted from.
enum CountedColumn {
  static let question = "question"
  static let code = "code"
}
