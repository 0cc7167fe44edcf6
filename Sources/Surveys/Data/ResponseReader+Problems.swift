internal import Diagnostics
internal import Tables

extension ResponseReader {
  mutating func reportUnusedColumns(_ table: Table, waves: [Int]) {
    for name in table.schema.names
    where names.questions[name] == nil && !ResponseColumn.required.contains(name) {
      log.add(
        Diagnostic(
          .warning, "survey-question", at: table.wholeLocation,
          "column '\(name)' is no question of the survey",
          because: "the column is not counted",
          fixes: [suggestion(for: name, among: names.questionNames)].compactMap { $0 }))
    }
    for (index, question) in definition.questions.enumerated()
    where table.schema.position(of: question.id) == nil && names.questions[question.id] == index {
      guard let wave = waves.first(where: { question.occurs(in: definition.waves[$0]) })
      else { continue }
      log.add(
        Diagnostic(
          .warning, "survey-question", at: table.wholeLocation,
          "no column holds question '\(question.id)', which wave '\(names.waveNames[wave])' asked",
          because: "it counts as missing for everyone who returned the survey",
          fixes: [closestName(to: question.id, in: table.schema.names)].compactMap { $0 }
            .map { "rename column '\($0)' to '\(question.id)'" }))
    }
  }

  mutating func reportNotAsked(
    _ question: Int, _ invited: Roster.Person, at location: SourceLocation
  ) {
    let (name, wave) = (names.questionNames[question], definition.waves[invited.wave])
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
