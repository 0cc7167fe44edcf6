internal import Diagnostics
internal import Indicators
internal import Labels
internal import Surveys
internal import Tables

extension LoadedWorkspace {
  /// Questions that were reported in other words than they were asked in.
  func surveyFindings(_ unit: UnitContents) -> [Finding] {
    unit.surveys.flatMap { survey -> [Finding] in
      let definition = survey.definition
      return definition.questions.compactMap { question in
        guard let reported = question.reportedLabel, reported != question.label else { return nil }
        let waves = definition.waves.filter { question.published[$0.id] != nil }
        return Finding(
          severity: .note, code: "question-reworded", subject: "\(definition.id)/\(question.id)",
          unit: unit.id, year: waves.map(\.date.year).max(),
          message: Label(
            "frågan ”\(question.label.swedish)” redovisas som ”\(reported.swedish)”",
            "the question “\(question.label.english)” is reported as “\(reported.english)”"),
          location: definition.location,
          sources: waves.compactMap { question.published[$0.id] }
            + self.sources(of: definition.id, question.id))
      }
    }
  }

  /// Where documents state the goals and outcomes about a question.
  private func sources(of survey: String, _ question: String) -> [DocumentReference] {
    let ids = Set(questionOutcomes["\(survey)/\(question)"] ?? [])
    let own = outcomes.filter { ids.contains($0.id) }
    let aims = Set(own.compactMap(\.goal))
    let all = own.map(\.source) + goals.filter { aims.contains($0.id) }.flatMap(\.sources)
    var seen: Set<DocumentReference> = []
    return all.filter { seen.insert($0).inserted }
  }
}
