public import Labels

/// The answers to one question in one wave.
public struct QuestionResult: Hashable, Tallied {
  /// The question.
  public let question: Question
  /// Everyone who was asked it.
  public let tally: AnswerTally
  /// The same without substitutes, for rates and shares alike; `nil` where none was asked.
  public let withoutSubstitutes: AnswerTally?
  /// The same per recipient group that gets the question, in the order of the definition.
  public let byGroup: [QuestionRow]
  /// The same per value of each further column, in the order of the definition.
  public let breakdowns: [QuestionBreakdown]

  /// A result by its parts.
  public init(
    question: Question, tally: AnswerTally, withoutSubstitutes: AnswerTally? = nil,
    byGroup: [QuestionRow] = [], breakdowns: [QuestionBreakdown] = []
  ) {
    self.question = question
    self.tally = tally
    self.withoutSubstitutes = withoutSubstitutes
    self.byGroup = byGroup
    self.breakdowns = breakdowns
  }
}

/// The answers of a part of those asked.
public struct QuestionRow: Hashable, Tallied {
  /// The id of the group, or the value of the breakdown; empty for people without a value.
  public let key: String
  /// What reports call the part.
  public let label: Label
  /// The answers.
  public let tally: AnswerTally

  /// A row by its parts.
  public init(key: String, label: Label, tally: AnswerTally) {
    self.key = key
    self.label = label
    self.tally = tally
  }
}

/// The answers per value of one further column of the invitations.
public struct QuestionBreakdown: Hashable, Sendable {
  /// The column.
  public let breakdown: Breakdown
  /// A row per value that someone asked has, sorted; people without a value come last.
  public let rows: [QuestionRow]

  /// A breakdown by its parts.
  public init(breakdown: Breakdown, rows: [QuestionRow]) {
    self.breakdown = breakdown
    self.rows = rows
  }
}
