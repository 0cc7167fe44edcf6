internal import Tables

/// Writes answers as a survey's responses have them.
struct AnswerWriter {
  private let question: SurveyOutline.Question
  private let mapping: [SurveyMapping.Entry]
  /// Whether months stand first in the days of its column.
  private let monthFirst: Bool
  /// Answers that the scale does not have, in the order of the file, once each.
  private(set) var outside: [String] = []
  /// How many cells hold one.
  private(set) var outsideCells = 0
  /// Cells in which addresses or numbers of persons were replaced.
  private(set) var redacted = 0
  /// Answers that the scale does not have and that count as ``NewDefinition/other``, once each.
  private(set) var others: [String] = []
  /// How many cells hold one.
  private(set) var otherCells = 0

  init(
    _ question: SurveyOutline.Question, mapping: [SurveyMapping.Entry], monthFirst: Bool = false
  ) {
    (self.question, self.mapping, self.monthFirst) = (question, mapping, monthFirst)
  }

  /// The cell of an answer; empty for none.
  mutating func cell(_ texts: [String]) -> String {
    switch question.type {
    case .one, .rating, .several:
      let ids = texts.compactMap { id(of: $0) }
      var once: [String] = []
      for id in ids where !once.contains(id) { once.append(id) }
      return once.joined(separator: ";")
    case .nps, .number:
      return texts.first.map { number($0) } ?? ""
    case .date:
      guard let text = texts.first, !NoAnswer.contains(text) else { return "" }
      if let day = WrittenMoments.read([text], monthFirst: monthFirst)[0]?.date {
        return day.description
      }
      note(text)
      return ""
    case .text:
      let text = texts.joined(separator: "; ")
      let plain = PersonalData.removed(from: text)
      if plain != text { redacted += 1 }
      return plain
    }
  }

  private mutating func id(of text: String) -> String? {
    if let known = SurveyMapping.id(of: text, in: mapping, question: question.id) {
      return known.isEmpty ? nil : known
    }
    if let place = question.scale?.place(of: text) { return question.scale?.answers[place].id }
    if NoAnswer.isNotApplicable(text), question.type != .several, let scale = question.scale,
      !scale.notApplicable.isEmpty
    {
      return scale.notApplicable
    }
    if NoAnswer.contains(text) { return nil }
    if question.scale?.answers.contains(where: { $0.id == NewDefinition.other }) == true {
      otherCells += 1
      if !others.contains(text) { others.append(text) }
      return NewDefinition.other
    }
    note(text)
    return nil
  }

  private mutating func number(_ text: String) -> String {
    if NoAnswer.contains(text) { return "" }
    guard let value = QuestionGuess.number(text),
      question.type == .number || (0...10).contains(value)
    else {
      note(text)
      return ""
    }
    return Int64(exactly: value).map { String($0) } ?? String(value)
  }

  private mutating func note(_ text: String) {
    outsideCells += 1
    if !outside.contains(text) { outside.append(text) }
  }
}
