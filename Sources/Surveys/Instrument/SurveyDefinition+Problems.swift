public import Diagnostics

extension SurveyDefinition {
  /// What does not fit together in the definition; empty for a sound one.
  ///
  /// Found are ids that stand twice, references to unknown groups and versions, waves that are
  /// not in the order of time, texts with two meanings, and names that tables need themselves.
  public var problems: [Diagnostic] {
    repeatedNames + reservedNames + unknownReferences + wavesOutOfOrder + ambiguousTexts
      + impossibleKinds
  }

  func problem(
    _ message: String, because reason: String? = nil, fixes: [String]
  ) -> Diagnostic {
    Diagnostic(
      .error, "survey-definition", at: location, message, because: reason, fixes: fixes)
  }

  private var repeatedNames: [Diagnostic] {
    let kinds =
      [
        ("group", groups.map(\.id)), ("wave", waves.map(\.id)), ("question", questions.map(\.id)),
        ("breakdown", breakdowns.map(\.column)),
      ] + askedScales.map { ("answer", $0.answers.map(\.id)) }
    return kinds.flatMap { kind, names in
      var seen: Set<String> = []
      return names.filter { !seen.insert($0).inserted }.map {
        problem("\(kind) '\($0)' is defined twice", fixes: ["rename or remove one of the two"])
      }
    }
  }

  private var reservedNames: [Diagnostic] {
    let kinds =
      [
        ("question", questions.map(\.id), ResponseColumn.reserved),
        ("breakdown", breakdowns.map(\.column), InvitationColumn.reserved),
      ] + askedScales.map { ("answer", $0.answers.map(\.id), AnswerCode.reserved) }
    return kinds.flatMap { kind, names, reserved in
      names.filter(reserved.contains).map {
        problem(
          "\(kind) '\($0)' has a reserved name",
          because: "the tables of a survey use \(reserved.joined(separator: ", ")) themselves",
          fixes: ["rename it"])
      }
    }
  }

  private var unknownReferences: [Diagnostic] {
    let groupNames = groups.map(\.id)
    var versions: [String] = []
    for wave in waves where !versions.contains(wave.instrument) {
      versions.append(wave.instrument)
    }
    return questions.flatMap { question in
      question.groups.filter { !groupNames.contains($0) }.map { name in
        problem(
          "question '\(question.id)' goes to an unknown group '\(name)'",
          fixes: [suggestion(for: name, among: groupNames)].compactMap { $0 })
      }
        + question.versions.filter { !versions.contains($0) }.map { name in
          problem(
            "question '\(question.id)' belongs to version '\(name)', which no wave uses",
            fixes: [suggestion(for: name, among: versions)].compactMap { $0 })
        }
    }
  }

  private var wavesOutOfOrder: [Diagnostic] {
    zip(waves, waves.dropFirst()).filter { $0.date >= $1.date }.map { earlier, later in
      problem(
        "wave '\(later.id)' stands after '\(earlier.id)' but is not later",
        because: "'\(earlier.id)' is of \(earlier.date), '\(later.id)' of \(later.date)",
        fixes: ["list the waves in the order of time"])
    }
  }

  private var ambiguousTexts: [Diagnostic] { askedScales.flatMap(ambiguousTexts) }

  /// The scales as people see them: of a question with several answers, those answers.
  private var askedScales: [AnswerScale] {
    var scales: [AnswerScale] = []
    for question in questions where question.index == nil {
      var scale = scale(of: question)
      if let parent = question.parent, !parent.options.isEmpty { scale.answers = parent.options }
      if !scales.contains(scale) { scales.append(scale) }
    }
    return scales
  }

  private func ambiguousTexts(_ scale: AnswerScale) -> [Diagnostic] {
    var meanings: [String: String] = [:]
    var found: [Diagnostic] = []
    let uses =
      scale.answers.map { (Array($0.spellings), "answer '\($0.id)'") }
      + [(Array(scale.notApplicable), "not applicable"), (Array(scale.missing), "missing")]
    for (texts, meaning) in uses {
      for text in Set(texts.map(folded)).sorted() {
        if let other = meanings[text], other != meaning {
          found.append(
            problem(
              "the text '\(text)' means both \(other) and \(meaning)",
              because: "case and surrounding space do not matter",
              fixes: ["keep one of the two"]))
        }
        meanings[text] = meanings[text] ?? meaning
      }
    }
    return found
  }
}
