internal import Labels
internal import Surveys

extension SurveySection {
  /// What people wrote, question by question and in alphabetical order; `nil` unless it was asked for and
  /// enough wrote something.
  var commentTable: ReportTable? {
    let rows = result.questions.flatMap { row in
      (comments[row.question.id] ?? []).map { text in
        ReportRow(
          [question(row.question), .text(Label(same: text))],
          locations: [survey.definition.location])
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      id: "\(prefix)-comments", title: Label("Fritextsvar", "Free-text answers"),
      columns: [
        ReportColumn(
          "question", Label("Fråga", "Question"), shows: .label,
          exports: [.init("question_label", .label), .init("question", .id)]),
        ReportColumn("comment", Label("Svar", "Answer")),
      ], rows: rows,
      notes: [
        Footnote(
          Label(
            "I bokstavsordning, så som de skrevs. Texterna kan röja vem som skrev dem.",
            "In alphabetical order, as they were written. The texts may give away who wrote them."))
      ], context: context)
  }
}
