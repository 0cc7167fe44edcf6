public import Disclosure
public import Surveys

/// A survey as reports get it: its counts, and which of them they may show.
public struct PublishedSurvey: Sendable {
  /// All counts, small groups merged where the definition says so.
  public let cube: SurveyCube
  /// What of them is withheld.
  public let disclosure: SurveyDisclosure
  /// What people wrote, by wave and question; nothing unless it was asked for.
  package private(set) var comments: SurveyComments = [:]

  init(cube: SurveyCube, disclosure: SurveyDisclosure) {
    (self.cube, self.disclosure) = (cube, disclosure)
  }

  /// The same with what people wrote, where at least as many did as may stand behind a figure: who wrote it
  /// is left to guess among them.
  func with(_ comments: SurveyComments) -> PublishedSurvey {
    var survey = self
    let listed = Set(cube.definition.waves.map(\.id))
    survey.comments = comments.filter { listed.contains($0.key) }
      .mapValues { $0.filter { $0.value.count >= disclosure.minimum } }
    return survey
  }
}

/// Which counts of a survey may be shown, decided over all that its reports show at once: totals,
/// groups, breakdowns, with and without substitutes, every wave.
///
/// How many were asked and how many answered is shown, for it tells of no answer, but for groups behind a
/// published question of few (``reasonForResponses(wave:group:)``). What they answered is
/// withheld where fewer than ``DisclosureRules/minimumAnswers`` answered, of a sensitive question also
/// what everybody or nobody answered, and wherever such a count could be computed from others. What
/// was published before is not withheld. Which rule a question follows comes from its type
/// (`QuestionKind.disclosureRule`): counts of each answer, or figures of all who answered. Two kinds are
/// withheld besides: a conditional question of a part where the counts that say how many were asked are
/// withheld, and an index of a part where a count of one of its items is.
public struct SurveyDisclosure: Hashable, Sendable {
  /// Why counts are withheld; those that may be shown are not in it.
  public let reasons: [AnswerCell: WithholdingReason]
  /// Why the responses of a group are withheld, by wave.
  let responses: [String: [String?: WithholdingReason]]
  /// The parts of questions of which it is not told how many were asked; the answer is empty.
  let bases: Set<AnswerCell>
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
      reasons.merge(set.decided(audits: false).reasons) { first, _ in first }
    }
    let dependent = DependentCells(cube, reasons, minimum: minimum)
    self.reasons = dependent.reasons
    bases = dependent.bases
  }

  /// What a survey publishes, in sets that share no person's answer: a question of a wave each.
  static func sets(_ cube: SurveyCube, rules: DisclosureRules) -> [any SurveyCells] {
    cube.definition.waves.flatMap { wave -> [any SurveyCells] in
      // A wave of the definition always has a result.
      let rows = (try? cube.result(wave: wave.id))?.questions ?? []
      var families: [[QuestionResult]] = []
      for row in rows {
        if let parent = row.question.parent, !parent.options.isEmpty,
          families.last?.first?.question.parent?.id == parent.id
        {
          families[families.count - 1].append(row)
        } else {
          families.append([row])
        }
      }
      return families.flatMap { family -> [any SurveyCells] in
        switch family[0].question.kind.disclosureRule {
        case .counts:
          [QuestionCells(cube, wave: wave.id, family, minimum: rules.minimumAnswers)]
        case .figures:
          family.map { FigureCells(cube, wave: wave.id, $0, minimum: rules.minimumAnswers) }
        }
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

  /// Why figures of all who answered a question (mean, median, score) are not shown of a part; `nil` if they
  /// may be: all counts that they are computed from are.
  public func reasonForFigures(
    wave: String, question: Question, part: SurveyPart, scale: AnswerScale
  ) -> WithholdingReason? {
    switch question.kind.disclosureRule {
    case .figures:
      reason(wave: wave, question: question.id, part: part, answer: AnswerCell.figures)
    case .counts:
      scale.answers.lazy.compactMap { option in
        reason(wave: wave, question: question.id, part: part, answer: option.id)
      }.first
    }
  }

  /// Whether it is not told how many of a part were asked a question and answered it: of a conditional one
  /// that would tell what they answered to another, of a published one of few how many are behind its
  /// percentages.
  public func hidesBase(wave: String, question: String, part: SurveyPart) -> Bool {
    bases.contains(AnswerCell(wave: wave, question: question, part: part, answer: ""))
  }

  /// Whether so few answered that only what was published of them can be shown: percentages without the
  /// numbers that they were computed from.
  public func isFew(_ answered: Int) -> Bool { answered > 0 && answered < minimum }
}
