/// Some of the people who were asked a question, as tables show them.
public enum SurveyPart: Hashable, Sendable {
  /// Everyone.
  case all
  /// Everyone but substitutes.
  case withoutSubstitutes
  /// A recipient group.
  case group(String)
  /// Those with a value in a further column of the invitations; empty for those without one.
  case value(String, column: String)
}

/// A count that a survey publishes: how many of a part gave an answer to a question in a wave.
public struct AnswerCell: Hashable, Sendable {
  /// The wave.
  public var wave: String
  /// The question.
  public var question: String
  /// The people.
  public var part: SurveyPart
  /// The answer.
  public var answer: String

  /// A count by where it stands.
  public init(wave: String, question: String, part: SurveyPart, answer: String) {
    self.wave = wave
    self.question = question
    self.part = part
    self.answer = answer
  }
}
