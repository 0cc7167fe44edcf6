public import Disclosure
public import Surveys

/// A survey as reports get it: its counts, and which of them they may show.
public struct PublishedSurvey: Sendable {
  /// All counts, small groups merged where the definition says so.
  public let cube: SurveyCube
  /// What of them is withheld.
  public let disclosure: SurveyDisclosure
}

/// Which counts of a survey may be shown, decided over all that its reports show at once: totals,
/// groups, breakdowns, with and without substitutes, every wave.
///
/// How many were asked and how many answered is shown, for it tells of no answer, but for groups behind a
/// published question of few (``reasonForResponses(wave:group:)``). What they answered is
/// withheld where fewer than ``DisclosureRules/minimumAnswers`` answered, of a sensitive question also
/// what everybody or nobody answered, and wherever such a count could be computed from others. What
/// was published before is not withheld.
public struct SurveyDisclosure: Hashable, Sendable {
  /// Why counts are withheld; those that may be shown are not in it.
  public let reasons: [AnswerCell: WithholdingReason]
  /// Why the responses of a group are withheld, by wave.
  let responses: [String: [String?: WithholdingReason]]
  /// The fewest answers behind a figure.
  public let minimum: Int

  /// Decides about everything that a survey publishes.
  ///
  /// Where a set could not be protected, which the control refuses to publish, all of its counts are
  /// withheld.
  init(_ cube: SurveyCube, rules: DisclosureRules) {
    minimum = rules.minimumAnswers
    responses = ResponseDisclosure(cube, minimum: minimum).reasons
    var reasons: [AnswerCell: WithholdingReason] = [:]
    for set in Self.sets(cube, rules: rules) {
      reasons.merge(set.decided().reasons) { first, _ in first }
    }
    self.reasons = reasons
  }

  /// What a survey publishes, in sets that share no person's answer: a question of a wave each.
  static func sets(_ cube: SurveyCube, rules: DisclosureRules) -> [QuestionCells] {
    cube.definition.waves.flatMap { wave in
      // A wave of the definition always has a result.
      ((try? cube.result(wave: wave.id))?.questions ?? []).map {
        QuestionCells(cube, wave: wave.id, $0, minimum: rules.minimumAnswers)
      }
    }
  }

  /// Why the count of an answer is withheld; `nil` if it may be shown.
  public func reason(
    wave: String, question: String, part: SurveyPart, answer: String
  ) -> WithholdingReason? {
    reasons[AnswerCell(wave: wave, question: question, part: part, answer: answer)]
  }

  /// Why the positive answers of a part cannot be counted for readers: one of them is withheld.
  public func reasonForPositive(
    wave: String, question: Question, part: SurveyPart, scale: AnswerScale
  ) -> WithholdingReason? {
    scale.answers.filter(\.isPositive).lazy.compactMap { option in
      reason(wave: wave, question: question.id, part: part, answer: option.id)
    }.first
  }

  /// Whether so few answered that only what was published of them can be shown: percentages without the
  /// numbers that they were computed from.
  public func isFew(_ answered: Int) -> Bool { answered > 0 && answered < minimum }
}
