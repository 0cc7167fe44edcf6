internal import Diagnostics
internal import Labels

/// Which question of a survey a question of a file is.
enum QuestionMatch {
  enum Found: Hashable {
    case question(String)
    /// Somebody said that it is none.
    case leftOut
  }

  /// By what was said before, then by its label in either language, then by id; all after folding. Of several with
  /// one label that with its id: tools number their questions, and another tool's `Q1` may be another question.
  static func question(
    _ question: ExportQuestion, in outline: SurveyOutline, mapping: SurveyMapping
  ) -> Found? {
    for column in question.columns + [question.wording] {
      guard let id = SurveyMapping.id(of: column, in: mapping.columns) else { continue }
      if id.isEmpty { return .leftOut }
      if outline.questions.contains(where: { $0.id == id }) { return .question(id) }
    }
    let names = ([question.code].compactMap(\.self) + [question.wording] + question.columns)
      .map(\.foldedForMatching)
    let byID = outline.questions.filter { names.contains($0.id.foldedForMatching) }
    let byLabel = outline.questions.filter { known in
      names.contains(known.label.swedish.foldedForMatching)
        || names.contains(known.label.english.foldedForMatching)
    }
    let found =
      byLabel.first { known in byID.contains { $0.id == known.id } } ?? byLabel.first
      ?? byID.first
    return found.map { .question($0.id) }
  }
}

extension ImportPlanner {
  /// A question of the file and the question of the survey that it is.
  struct MatchedQuestion {
    var export: ExportQuestion
    var question: SurveyOutline.Question
    var isNew: Bool
  }

  /// Matches the questions of the file; what is unmatched becomes new, or a problem.
  mutating func matchQuestions() throws(ImportProblem) -> [MatchedQuestion] {
    guard !plan.isNewSurvey else { return newQuestions(plan.export.questions) }
    var matched: [MatchedQuestion] = []
    var unmatched: [ExportQuestion] = []
    for question in plan.export.questions {
      if let meaning = meaning(of: question) {
        SurveyMapping.add(
          SurveyMapping.Entry(text: question.columns[0], id: meaning), to: &mapping.columns)
      }
      switch QuestionMatch.question(question, in: outline, mapping: mapping) {
      case .leftOut: continue
      case .question(let id):
        guard let known = outline.questions.first(where: { $0.id == id }) else { continue }
        if matched.contains(where: { $0.question.id == id }) {
          plan.problems.append(
            problem(
              "import-question",
              Label(
                "två kolumner är frågan '\(id)': \(question.wording)",
                "two columns are question '\(id)': \(question.wording)"),
              fixes: [Label(same: "--map '\(question.wording)='")]))
          continue
        }
        tellWording(question, known)
        for column in question.columns {
          SurveyMapping.add(SurveyMapping.Entry(text: column, id: id), to: &mapping.columns)
        }
        matched.append(MatchedQuestion(export: question, question: known, isNew: false))
      case nil: unmatched.append(question)
      }
    }
    if request.addsNew {
      matched += newQuestions(unmatched)
    } else {
      plan.problems += unmatched.map { unmatchedQuestion($0, matched) }
      tellUnknown(unmatched, beside: matched)
    }
    let found = Set(matched.map(\.question.id))
    plan.missingQuestions = outline.questions.map(\.id).filter { !found.contains($0) }
    return matched
  }

  /// Says that a question is known by its code alone, and is worded in another way: it may be another one.
  private mutating func tellWording(_ question: ExportQuestion, _ known: SurveyOutline.Question) {
    let wording = question.wording.foldedForMatching
    guard let code = question.code, code.foldedForMatching != wording,
      ![known.label.swedish, known.label.english].map(\.foldedForMatching).contains(wording)
    else { return }
    plan.problems.append(
      ImportProblem(
        .warning, "import-wording", at: location,
        Label(
          "frågan '\(known.id)' är i filen ”\(question.wording)”",
          "question '\(known.id)' is “\(question.wording)” in the file"),
        because: Label(
          "i enkäten är den ”\(known.label.swedish)”; den känns igen på koden \(code)",
          "in the survey it is “\(known.label.english)”; it is known by its code \(code)"),
        fixes: [
          Label(
            "--map '\(question.columns[0])='   utelämna den om den är en annan",
            "--map '\(question.columns[0])='   leave it out if it is another one")
        ]))
  }

  private func unmatchedQuestion(
    _ question: ExportQuestion, _ matched: [MatchedQuestion]
  ) -> ImportProblem {
    let free = outline.questions.filter { known in !matched.contains { $0.question.id == known.id }
    }
    let labels = free.flatMap { [$0.label.swedish, $0.label.english, $0.id] }
    let close = closestName(to: question.wording, in: labels).flatMap { name in
      free.first { [$0.label.swedish, $0.label.english, $0.id].contains(name) }
    }
    let fix = close.map { close in
      Label(
        "--map '\(question.wording)=\(close.id)'   om det är ”\(close.label.swedish)”",
        "--map '\(question.wording)=\(close.id)'   if it is “\(close.label.english)”")
    }
    return problem(
      "import-question",
      Label(
        "frågan ”\(question.wording)” finns inte i enkäten",
        "the question “\(question.wording)” is none of the survey"),
      fixes: [
        fix, Label("--add   lägg till nya frågor", "--add   add new questions"),
        Label(
          "--map '\(question.wording)='   utelämna den",
          "--map '\(question.wording)='   leave it out"),
      ].compactMap(\.self))
  }

  /// What somebody said that a question is, by its wording or the name of its column.
  private func meaning(of question: ExportQuestion) -> String? {
    for text in [question.wording] + question.columns {
      if let meaning = meaning(of: text) { return meaning }
    }
    return nil
  }

  /// Questions that the survey gets.
  private mutating func newQuestions(_ questions: [ExportQuestion]) -> [MatchedQuestion] {
    let isWhole = plan.isNewSurvey
    let kept = questions.filter { question in
      let meaning = self.meaning(of: question)
      if meaning == "" {
        for column in question.columns {
          SurveyMapping.add(SurveyMapping.Entry(text: column, id: ""), to: &mapping.columns)
        }
      }
      return meaning != ""
    }
    guard !kept.isEmpty else { return [] }
    let version = isWhole ? nil : nextInstrument
    let made = NewDefinition(
      kept, taken: Set(outline.questions.map(\.id)), versions: version, isWhole: isWhole,
      fewest: request.answersFrom)
    newDefinition = made
    if version != nil { instrument = version }
    outline.questions += made.questions
    for (question, id) in zip(kept, made.questions.map(\.id)) {
      for column in question.columns {
        SurveyMapping.add(SurveyMapping.Entry(text: column, id: id), to: &mapping.columns)
      }
    }
    return zip(kept, made.questions).map { MatchedQuestion(export: $0, question: $1, isNew: true) }
  }

  /// The version of the instrument behind that of the last wave.
  private var nextInstrument: String {
    guard let number = Int(outline.instrument), number < .max else {
      return outline.instrument + "-2"
    }
    return String(number + 1)
  }
}
