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
      scale: survey.definition.scale
    ).map(Withholding.init)
  }

  /// Why the change of a part's positive share is not shown: one of the waves withholds it.
  func withheldChange(_ question: Question, _ part: SurveyPart) -> Withholding? {
    [result.wave, previous].compactMap(\.self).lazy.compactMap {
      withheldPositive(question, part, wave: $0.id)
    }.first
  }

  /// The table with a remark that explains what it withholds and counts the cells where readers see so.
  func explained(_ table: ReportTable) -> ReportTable {
    let shown = table.columns.indices.filter { table.columns[$0].shows != nil }
    let reasons = table.rows.flatMap { row in
      shown.compactMap { column -> Withholding? in
        if case .withheld(let reason)? = row.cells[column].fact?.value { reason } else { nil }
      }
    }
    guard !reasons.isEmpty, let minimum = disclosure?.minimum else { return table }
    var table = table
    let (least, few) = (Fact(.count(minimum)), reasons.count { $0 == .few })
    let (first, others) = (Fact(.count(few)), Fact(.count(reasons.count - few)))
    var parts: [Sentence] = []
    if few > 0 {
      parts.append(
        Sentence(
          "färre än \(least) svar (\(first))", "fewer than \(least) answers (\(first))"))
    }
    if reasons.count > few {
      parts.append(
        Sentence(
          "ett sådant tal skulle annars kunna räknas ut (\(others))",
          "such a figure could be computed otherwise (\(others))"))
    }
    let list = Sentence.joined(parts, by: Label("; ", "; "))
    table.notes.append(
      Footnote("·· visas inte: \(list.swedish).", "·· not shown: \(list.english)."))
    return table
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
