internal import Disclosure
internal import Surveys

/// What is withheld because it would tell of something else: how many were asked a conditional question
/// tells how many gave the answers that it follows, an index tells of its items, and the parts of a published
/// question of few tell how many they were.
struct DependentCells {
  private(set) var reasons: [AnswerCell: WithholdingReason]
  /// The parts of questions of which it is not told how many were asked and answered; the answer is empty.
  private(set) var bases: Set<AnswerCell> = []
  /// The counts and figures that are withheld for it alone, in the order of the questions.
  private(set) var added: [AnswerCell] = []
  private let definition: SurveyDefinition

  init(_ cube: SurveyCube, _ reasons: [AnswerCell: WithholdingReason], minimum: Int) {
    (self.reasons, definition) = (reasons, cube.definition)
    let isDependent = definition.questions.contains { $0.isConditional || $0.index != nil }
    for wave in definition.waves
    where isDependent || definition.questions.contains(where: { $0.published[wave.id] != nil }) {
      for row in (try? cube.result(wave: wave.id))?.questions ?? [] {
        var parts: [SurveyPart] = [.withoutSubstitutes]
        parts += row.byGroup.map { .group($0.key) }
        for breakdown in row.breakdowns {
          parts += breakdown.rows.map { .value($0.key, column: breakdown.breakdown.column) }
        }
        for part in [SurveyPart.all] + parts { withhold(row.question, wave.id, part) }
        // Everyone's percentages are told, and not how many they are.
        let (answered, isPublished) = (row.base.answered, row.question.published[wave.id] != nil)
        guard isPublished, answered > 0, answered < minimum else { continue }
        for part in parts { hideBase(row.question, wave.id, part) }
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

  private mutating func hideBase(_ question: Question, _ wave: String, _ part: SurveyPart) {
    bases.insert(AnswerCell(wave: wave, question: question.id, part: part, answer: ""))
  }

  /// Questions come after those that they depend on.
  private mutating func withhold(_ question: Question, _ wave: String, _ part: SurveyPart) {
    let asked = question.condition.flatMap(\.answers.keys)
    let hidesBase = asked.contains { isWithheld($0, wave, part) }
    let hidesItem =
      question.index != nil
      && definition.leaves(of: question).contains { isWithheld($0.id, wave, part) }
    if hidesBase { hideBase(question, wave, part) }
    guard hidesBase || hidesItem else { return }
    for cell in cells(question, wave, part) where reasons[cell] == nil {
      reasons[cell] = .complementary
      added.append(cell)
    }
  }
}
