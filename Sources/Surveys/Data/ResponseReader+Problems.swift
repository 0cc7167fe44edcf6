internal import Diagnostics
internal import Tables

extension ResponseReader {
  /// An answer that a question does not offer.
  func unknownAnswer(
    _ question: Question, at location: SourceLocation, value: String?
  ) -> Diagnostic {
    let (name, kind) = (question.column ?? question.id, question.kind)
    let known: String
    switch kind {
    case .number:
      let (low, high) = (question.numbers.minimum, question.numbers.maximum)
      known =
        "it takes a number"
        + (low.map { " from \(FoundScale.text($0))" } ?? "")
        + (high.map { " up to \(FoundScale.text($0))" } ?? "")
    case .date:
      let years = NumberRegister.years
      known = "it takes a day such as 2024-05-31, from \(years.lowerBound) to \(years.upperBound)"
    case .several, .ranking:
      known =
        "it takes answers with ';' between them: "
        + (question.parent?.options ?? []).map(\.id).joined(separator: ", ")
        + (kind == .ranking ? ", each once" : "")
    default:
      let answers = definition.scale(of: question).answers.map(\.id).joined(separator: ", ")
      known = "the scale has " + (answers.isEmpty ? "no answers" : answers)
    }
    let words = "add the text to the scale's missing or not-applicable texts"
    return Diagnostic(
      .error, "survey-answer", at: location,
      kind == .number
        ? "question '\(name)' holds a text that is no number that it takes"
        : kind == .date
          ? "question '\(name)' holds a text that is no day that it takes"
          : "question '\(name)' holds a text that is not on the scale",
      because: "it counts as missing; \(known)",
      fixes: kind == .number || kind == .date
        ? ["correct the answer", words]
        : ["correct the answer", "add the text to the labels of an answer of the scale", words],
      value: value)
  }

  /// An index with more different values than a scale can have.
  func tooManyValues(_ question: Question) -> Diagnostic {
    Diagnostic(
      .error, "survey-index", at: definition.location,
      "index '\(question.id)' has too many different values",
      because: "at most \(AnswerMark.mostAnswers) are counted; who has another counts as missing",
      fixes: ["make the index of questions with scales", "ask for whole numbers"])
  }

  mutating func reportUnusedColumns(_ table: Table, waves: [Int]) {
    for name in table.schema.names
    where names.columns[name] == nil && !ResponseColumn.known.contains(name) {
      log.add(
        Diagnostic(
          .warning, "survey-question", at: table.wholeLocation,
          "column '\(name)' is no question of the survey",
          because: "the column is not counted",
          fixes: [suggestion(for: name, among: names.columnNames)].compactMap { $0 }))
    }
    for column in names.columnNames where table.schema.position(of: column) == nil {
      guard let question = names.columns[column]?.first.map({ definition.questions[$0] }),
        let wave = waves.first(where: { question.occurs(in: definition.waves[$0]) })
      else { continue }
      log.add(
        Diagnostic(
          .warning, "survey-question", at: table.wholeLocation,
          "no column holds question '\(column)', which wave '\(names.waveNames[wave])' asked",
          because: "it counts as missing for everyone who returned the survey",
          fixes: [closestName(to: column, in: table.schema.names)].compactMap { $0 }
            .map { "rename column '\($0)' to '\(column)'" }))
    }
  }

  mutating func reportNotAsked(
    _ question: Int, _ invited: Roster.Person, at location: SourceLocation
  ) {
    // All parts of a question share a cell: the first tells what is wrong with it.
    if (definition.questions[question].parent?.position ?? 0) > 0 { return }
    let name = definition.questions[question].column ?? names.questionNames[question]
    let wave = definition.waves[invited.wave]
    let isInInstrument = definition.questions[question].occurs(in: wave)
    let group = names.groupNames[invited.group]
    log.add(
      Diagnostic(
        .warning, "survey-not-asked", at: location,
        isInInstrument
          ? "group '\(group)' answers question '\(name)', which it was not asked"
          : "wave '\(wave.id)' answers question '\(name)', which its instrument does not have",
        because: "the answer is not counted",
        fixes: [
          isInInstrument
            ? "add '\(group)' to the groups of the question"
            : "add '\(wave.instrument)' to the versions of the question"
        ]))
  }

  mutating func reportDuplicate(
    of person: Int, _ verb: String, at location: SourceLocation
  ) {
    let invited = roster.people[person]
    log.add(
      Diagnostic(
        .error, "survey-duplicate", at: location,
        "a respondent \(verb) twice in wave '\(names.waveNames[invited.wave])'",
        because: "the first one counts; this one does not",
        fixes: ["remove one of the two", "give each person an id of their own"],
        value: roster.respondents.string(invited.respondent)))
  }
}
