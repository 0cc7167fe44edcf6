internal import Disclosure
internal import Labels
internal import Surveys
internal import Workspace

/// What a survey's tables withhold, and how they say so.
extension SurveySection {
  /// Why the count of an answer is not shown; `nil` where it is.
  func withheld(_ answer: String, _ question: Question, _ part: SurveyPart) -> Withholding? {
    disclosure?.reason(
      wave: result.wave.id, question: question.id, part: part, answer: answer
    ).map(Withholding.init)
  }

  /// Why the positive share is not shown; `nil` where it is.
  func withheldPositive(
    _ question: Question, _ part: SurveyPart, wave: String? = nil
  ) -> Withholding? {
    disclosure?.reasonForPositive(
      wave: wave ?? result.wave.id, question: question, part: part,
      scale: survey.definition.scale(of: question)
    ).map(Withholding.init)
  }

  /// Why figures of all who answered are not shown of a part; `nil` where they are.
  func withheldFigures(
    _ question: Question, _ part: SurveyPart, wave: String? = nil
  ) -> Withholding? {
    let wave = wave ?? result.wave.id
    return disclosure?.reasonForFigures(
      wave: wave, question: question, part: part, scale: survey.definition.scale(of: question)
    ).map(Withholding.init) ?? (isFew(question, part, wave: wave) ? .few : nil)
  }

  /// Whether it is not told how many of a part were asked a question and answered it.
  func hidesBase(_ question: Question, _ part: SurveyPart, wave: String? = nil) -> Bool {
    disclosure?.hidesBase(wave: wave ?? result.wave.id, question: question.id, part: part) == true
  }

  /// Why it is not shown how many of a group, or of everyone, were asked and answered; `nil` where it is.
  func withheldResponses(_ group: String?, wave: Wave? = nil) -> Withholding? {
    disclosure?.reasonForResponses(wave: (wave ?? result.wave).id, group: group)
      .map(Withholding.init)
  }

  /// The same for a part of a table.
  func withheldResponses(_ part: SurveyPart) -> Withholding? {
    switch part {
    case .group(let group): withheldResponses(group)
    case .all: withheldResponses(nil)
    default: nil
    }
  }

  /// Why it is not shown how a group's responses changed: one of the waves withholds them.
  func withheldResponseChange(_ group: String?) -> Withholding? {
    withheldResponses(group) ?? previous.flatMap { withheldResponses(group, wave: $0) }
  }

  /// Why the change of a part's positive share is not shown: one of the waves withholds it, or shows only
  /// what was published.
  func withheldChange(_ question: Question, _ part: SurveyPart) -> Withholding? {
    [result.wave, previous].compactMap(\.self).lazy.compactMap {
      question.kind.hasMean
        ? withheldFigures(question, part, wave: $0.id)
        : withheldPositive(question, part, wave: $0.id)
          ?? (isFew(question, part, wave: $0.id) ? .few : nil)
    }.first
  }

  /// Why it is not shown how many answered a question in two waves: one of them shows only what was published
  /// of few.
  func withheldRateChange(_ question: Question, _ part: SurveyPart = .all) -> Withholding? {
    if [result.wave, previous].contains(where: {
      $0.map { hidesBase(question, part, wave: $0.id) } == true
    }) {
      return .complementary
    }
    return [result.wave, previous].compactMap(\.self).contains {
      question.published[$0.id] != nil && isFew(question, .all, wave: $0.id)
    } ? .few : nil
  }

  private func isFew(_ question: Question, _ part: SurveyPart, wave: String) -> Bool {
    guard let found = (try? survey.result(wave: wave))?.question(question.id) else { return false }
    let base: QuestionBase? =
      if case .group(let id) = part { found.byGroup.first { $0.key == id }?.base } else {
        found.base
      }
    return base.map { disclosure?.isFew($0.answered) == true } ?? false
  }

  /// Whether a row of few is shown all the same, for it was published: its percentages, not the numbers
  /// behind them.
  func isOnlyPublished(
    _ row: some Tallied, _ question: Question, _ part: SurveyPart
  ) -> Bool {
    disclosure?.isFew(row.base.answered) == true
      && !survey.definition.scale(of: question).answers.contains {
        withheld($0.id, question, part) != nil
      }
  }

  /// The table with a remark that explains what it withholds and counts the cells where readers see so.
  func explained(_ table: ReportTable) -> ReportTable {
    guard let minimum = disclosure?.minimum else { return table }
    return table.explainingWithheld(
      few: Sentence(
        "färre än \(Fact(.count(minimum))) svar", "fewer than \(Fact(.count(minimum))) answers"))
  }
}

extension ReportTable {
  /// The table with a remark that explains what it withholds and counts the cells where readers see so;
  /// nothing where that is nothing.
  func explainingWithheld(few: Sentence) -> ReportTable {
    let shown = columns.indices.filter { columns[$0].shows != nil }
    let reasons = rows.flatMap { row in
      shown.compactMap { column -> Withholding? in
        if case .withheld(let reason)? = row.cells[column].fact?.value { reason } else { nil }
      }
    }
    guard !reasons.isEmpty else { return self }
    let words: [(Withholding, Sentence)] = [
      (.few, few),
      (.sensitive, Sentence("känslig fråga", "sensitive question")),
      (.dominance, Sentence("en part dominerar", "one part dominates")),
      (
        .complementary,
        Sentence(
          "ett sådant tal skulle annars kunna räknas ut",
          "such a figure could be computed otherwise")
      ),
    ]
    let parts = words.compactMap { reason, words -> Sentence? in
      let count = reasons.count { $0 == reason }
      let fact = Fact(.count(count))
      return count == 0 ? nil : words + Sentence(" (\(fact))", " (\(fact))")
    }
    let list = Sentence.joined(parts, by: Label("; ", "; "))
    var table = self
    table.notes.append(
      Footnote("·· visas inte: \(list.swedish).", "·· not shown: \(list.english)."))
    return table
  }
}

extension [ReportCell] {
  /// The cells, or that they are withheld for a reason.
  func unless(_ reason: Withholding?) -> Self {
    reason.map { reason in map { _ in .fact(Fact(.withheld(reason))) } } ?? self
  }
}

extension Withholding {
  init(_ reason: WithholdingReason) {
    switch reason {
    case .few: self = .few
    case .dominance: self = .dominance
    case .sensitive: self = .sensitive
    case .complementary, .unstated: self = .complementary
    }
  }
}

extension Fact {
  /// The fact, or that it is withheld for a reason.
  func unless(_ reason: Withholding?) -> Fact {
    reason.map { Fact(.withheld($0)) } ?? self
  }

  /// The fact, or that it is withheld for a reason.
  func unless(_ reason: WithholdingReason?) -> Fact {
    reason.map { Fact(.withheld(Withholding($0))) } ?? self
  }
}
