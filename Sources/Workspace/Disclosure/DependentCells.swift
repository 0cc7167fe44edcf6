internal import Disclosure
internal import Surveys

/// What is withheld because it would tell of another question: how many were asked a conditional question
/// tells how many gave the answers that it follows, and an index tells of its items.
struct DependentCells {
  private(set) var reasons: [AnswerCell: WithholdingReason]
  /// The parts of conditional questions of which nothing is told; the answer is empty.
  private(set) var bases: Set<AnswerCell> = []
  private let definition: SurveyDefinition

  init(_ cube: SurveyCube, _ reasons: [AnswerCell: WithholdingReason]) {
    (self.reasons, definition) = (reasons, cube.definition)
    let isDependent = definition.questions.contains { $0.isConditional || $0.index != nil }
    for wave in definition.waves where isDependent {
      for row in (try? cube.result(wave: wave.id))?.questions ?? [] {
        var parts: [SurveyPart] = [.all, .withoutSubstitutes]
        parts += row.byGroup.map { .group($0.key) }
        for breakdown in row.breakdowns {
          parts += breakdown.rows.map { .value($0.key, column: breakdown.breakdown.column) }
        }
        for part in parts { withhold(row.question, wave.id, part) }
      }
    }
  }

  /// Whether anything of a part of a question is withheld.
  private func isWithheld(_ name: String, _ wave: String, _ part: SurveyPart) -> Bool {
    guard let question = definition.questions.first(where: { $0.id == name }) else { return false }
    return cells(question, wave, part).contains { reasons[$0] != nil }
  }

  private func cells(_ question: Question, _ wave: String, _ part: SurveyPart) -> [AnswerCell] {
    let answers =
      question.kind.disclosureRule == .figures
      ? [AnswerCell.figures] : definition.scale(of: question).answers.map(\.id)
    return answers.map {
      AnswerCell(wave: wave, question: question.id, part: part, answer: $0)
    }
  }

  /// Questions come after those that they depend on.
  private mutating func withhold(_ question: Question, _ wave: String, _ part: SurveyPart) {
    let asked = question.condition.flatMap(\.answers.keys)
    let hidesBase = asked.contains { isWithheld($0, wave, part) }
    let hidesItem =
      question.index != nil
      && definition.leaves(of: question).contains { isWithheld($0.id, wave, part) }
    if hidesBase {
      bases.insert(AnswerCell(wave: wave, question: question.id, part: part, answer: ""))
    }
    guard hidesBase || hidesItem else { return }
    for cell in cells(question, wave, part) where reasons[cell] == nil {
      reasons[cell] = .complementary
    }
  }
}
