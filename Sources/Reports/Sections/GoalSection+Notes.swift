internal import Indicators
internal import Labels
internal import Workspace

extension GoalSection {
  /// As of when cases are counted, where that is not the end of the year.
  static func asOfNote(_ outcomes: [Outcome]) -> [Footnote] {
    let days = Set(outcomes.compactMap { $0.computed?.asOf }).sorted()
      .map { Sentence(Fact(.day($0))) }
    guard !days.isEmpty else { return [] }
    let list = Sentence.joined(days, by: Label(same: ", "))
    return [
      Footnote(
        "Ärendeloggar är räknade till och med \(list.swedish).",
        "Case logs are counted to the end of \(list.english).", on: .column("outcome"))
    ]
  }

  /// What the table's short forms mean; only those that occur.
  func notes(_ assessments: [Assessment]) -> [Footnote] {
    var notes: [Footnote] = []
    if assessments.contains(where: \.differs) {
      notes.append(
        Footnote(
          "≠ dokumentets omdöme är ett annat än det som utfallet ger.",
          "≠ the document’s verdict is another than the outcome gives.", on: .column("stated")))
    }
    if assessments.contains(where: { readWord($0) != nil }) {
      notes.append(
        Footnote(
          "Ett ord inom parentes är läst ur den löpande texten.",
          "A word in brackets is read from the narrative.", on: .column("stated")))
    }
    if assessments.contains(where: { !doubts(of: $0).isEmpty }) {
      notes.append(
        Footnote(
          "Ifrågasatt: ett annat tal i källorna säger emot; se enhetens motsägelser och luckor.",
          "Doubted: another figure in the sources says otherwise; see the unit’s contradictions and gaps.",
          on: .column("outcome")))
    }
    if let planned = plannedNote(assessments) { notes.append(planned) }
    notes += Self.asOfNote(assessments.compactMap(\.deciding))
    if assessments.contains(where: { $0.goalProbability != nil }) {
      notes.append(
        Footnote(
          "P är sannolikheten att målet är nått bland alla tillfrågade.",
          "P is the probability that the goal holds among all who were asked.",
          on: .column("certainty_label")))
    }
    let hasBase = assessments.contains {
      if case .survey = $0.certainty { true } else { false }
    }
    if hasBase {
      notes.append(
        Footnote(
          Label(
            "19/24, 80–100 % (79–100 %): 19 av 24 tillfrågade svarade, och så stor är andelen bland alla "
              + "24 med 95 % säkerhet (exakt för ändliga grupper); inom parentes utan antagande om dem "
              + "som inte svarat.",
            "19/24, 80–100% (79–100%): 19 of 24 asked have answered, and the share among all 24 lies "
              + "there with 95% confidence (exact for finite groups); in brackets without assuming "
              + "anything about those who did not answer."), on: .column("certainty_label")))
    }
    if assessments.contains(where: { if case .surveyMean = $0.certainty { true } else { false } }) {
      notes.append(
        Footnote(
          Label(
            "Medel: 19/24, 71–80 (62–85): 19 av 24 har svarat, och medlet för alla 24 ligger där med 95 % "
              + "säkerhet (Students intervall för en ändlig grupp); inom parentes om alla som inte svarat "
              + "hade lägsta eller högsta poäng.",
            "Means: 19/24, 71–80 (62–85): 19 of 24 have answered, and the mean of all 24 lies there with "
              + "95% confidence (Student’s interval for a finite group); in brackets if all who did not "
              + "answer had the lowest or the highest score."), on: .column("certainty_label")))
    }
    notes += sources.notes
    notes += assessments.compactMap { assessment in
      SurveyWords.tippingPoint(assessment).map { Footnote($0, on: .row(assessment.goal.id)) }
    }
    return notes
  }

  func plannedNote(_ assessments: [Assessment]) -> Footnote? {
    let planned = assessments.filter { $0.verdict == .planned && words.start($0) != nil }
    guard !planned.isEmpty else { return nil }
    let hasGap = planned.contains { ($0.gap ?? 0) > 0 }
    let hasOther = planned.contains { $0.baselineDefinition != nil }
    return Footnote(
      Label(
        "Planerat: utfallet visar senaste tal före målets år"
          + (hasGap ? " och vad som är kvar till målet." : ".")
          + (hasOther ? " Ett mått med annat namn eller annan enhet nämns inom parentes." : ""),
        "Planned: the outcome shows the latest figure before the goal’s year"
          + (hasGap ? " and what is left to the target." : ".")
          + (hasOther ? " A measure of another name or unit is named in brackets." : "")),
      on: .column("outcome"))
  }
}
