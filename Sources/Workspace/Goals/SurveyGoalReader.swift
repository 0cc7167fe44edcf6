internal import Diagnostics
internal import Indicators
internal import Labels
internal import Surveys
internal import Tables

/// Reads the `goals` of `survey.yaml`, each a sentence or a mapping.
struct SurveyGoalReader {
  let definition: SurveyDefinition

  func read(_ node: DefinitionNode) -> [SurveyGoal] {
    node.list("goals").compactMap { goal in
      goal.text.map { sentence($0, goal) } ?? mapping(goal)
    }
  }

  // MARK: Sentences

  private func sentence(_ text: String, _ node: DefinitionNode) -> SurveyGoal? {
    guard let sentence = GoalSentence(text) else {
      return unclear(node, text, because: "it names no figure to reach")
    }
    let parts = sentence.parts
    let first = folded(parts[0].text)
    var (question, group, wave): (String?, String?, String?)
    var rest = parts.dropFirst()
    let mean = sentence.isPercent ? nil : meanSubject(parts)
    if let mean {
      question = mean.question
      rest = parts.dropFirst(mean.parts)
    }
    while let part = rest.first {
      // A name may hold prepositions itself: the longest that is one counts.
      let found = (1...rest.count).reversed().lazy.compactMap { count in
        place(.joined(rest.prefix(count))).map { (place: $0, count: count) }
      }.first
      switch found?.place {
      case .question(let id): question = id
      case .group(let id): group = id
      case .wave(let id): wave = id
      case nil:
        return unclear(
          node, text,
          because: "'\(part.preposition) \(part.text)' names no question, group or wave")
      }
      rest = rest.dropFirst(found?.count ?? 1)
    }
    let direction: Indicators.Direction = sentence.bound == .atLeast ? .atLeast : .atMost
    if mean != nil || !sentence.isPercent && first.isEmpty && hasMean(question) {
      guard let question = question ?? onlyQuestion else {
        return unclear(node, text, because: "it names no question or index of the survey")
      }
      return checked(
        SurveyGoal(
          subject: .mean(question: question), direction: direction, target: sentence.figure,
          group: group, wave: wave, location: node.location), node)
    }
    let subject: SurveyGoal.Subject
    if Self.response.contains(first) {
      subject = question.map { .responseRate(question: $0) } ?? .returned
    } else if let question = question ?? onlyQuestion {
      if Self.positive.contains(first) {
        subject = .positive(question: question)
      } else if let answer = answer(first, to: question) {
        subject = .share(question: question, answer: answer)
      } else {
        return unclear(node, text, because: "'\(parts[0].text)' is no answer of the scale")
      }
    } else {
      return unclear(node, text, because: "it names no question of the survey")
    }
    guard sentence.isPercent, sentence.isShare else {
      return unclear(node, text, because: "a share is written in per cent, at most 100 %")
    }
    return checked(
      SurveyGoal(
        subject: subject, direction: direction, target: sentence.figure, group: group, wave: wave,
        location: node.location), node)
  }

  private static let response: Set<String> = [
    "svarsfrekvens", "svarsfrekvensen", "svarande", "svarar", "svar", "response", "responses",
    "response rate", "respond", "answered", "answer",
  ]
  private static let positive: Set<String> = [
    "positiva", "positiv", "positivt", "positiva svar", "positive", "positive answers",
    "positive responses", "",
  ]

  private enum Place { case question(String), group(String), wave(String) }

  /// What a part of a sentence names. Words such as "gruppen" may stand before the name.
  private func place(_ part: GoalSentence.Part) -> Place? {
    let words = folded(part.text)
    let spellings =
      [words]
      + Self.kinds.filter { words.hasPrefix($0 + " ") }
      .map { String(words.dropFirst($0.count + 1)) }
    func find<Element>(
      _ elements: [Element], _ names: (Element) -> [String]
    ) -> Element? {
      elements.first { element in names(element).map(folded).contains(where: spellings.contains) }
    }
    let question = find(definition.questions) {
      [$0.id, $0.label.swedish, $0.label.english]
        + ($0.reportedLabel.map { [$0.swedish, $0.english] } ?? [])
    }
    let group = find(definition.groups) { [$0.id, $0.label.swedish, $0.label.english] }
    let wave = find(definition.waves) { [$0.id, $0.label.swedish, $0.label.english] }
    let found: [Place] = [
      question.map { .question($0.id) }, group.map { .group($0.id) }, wave.map { .wave($0.id) },
    ].compactMap(\.self)
    // "i 1" is the wave 1 although a group may be called so.
    if ["i", "in"].contains(part.preposition), let wave { return .wave(wave.id) }
    if ["för", "for", "bland", "among", "hos"].contains(part.preposition), let group {
      return .group(group.id)
    }
    return found.first
  }

  private static let kinds = [
    "gruppen", "grupp", "group", "omgången", "omgång", "wave", "frågan", "fråga", "question",
  ]

  private var onlyQuestion: String? {
    definition.questions.count == 1 ? definition.questions[0].id : nil
  }

  /// The answers that a goal can be about: those that the definition names, and none that is known from what
  /// people answered.
  private func answers(to question: String?) -> [AnswerOption] {
    let kind = definition.questions.first { $0.id == question }?.kind
    return kind?.hasNamedAnswers == false ? [] : definition.scale(ofQuestion: question).answers
  }

  private func answer(_ words: String, to question: String) -> String? {
    answers(to: question).first {
      [$0.id, $0.label.swedish, $0.label.english].map(folded).contains(words)
    }?.id
  }

  func folded(_ text: String) -> String { trimmed(text).lowercased() }

  // MARK: Mappings

  private func mapping(_ node: DefinitionNode) -> SurveyGoal? {
    node.allow([
      "response", "question", "positive", "answer", "index", "mean", "at_least", "at_most", "group",
      "wave", "id", "label",
    ])
    if node["index"] != nil || node["mean"] != nil { return meanMapping(node) }
    let question = node.text("question")
    let figures = ["response", "positive", "at_least", "at_most"].filter { node[$0] != nil }
    guard figures.count == 1, let key = figures.first, let value = node[key] else {
      node.wrong("one of response, positive, at_least, at_most with a figure such as 60 %")
      return nil
    }
    guard let target = Self.share(value.text), question != nil || key == "response" else {
      if question == nil, key != "response" {
        _ = node.required("question")
      } else {
        value.wrong("a share such as 60 %")
      }
      return nil
    }
    let subject: SurveyGoal.Subject
    if key == "response" {
      subject = question.map { .responseRate(question: $0) } ?? .returned
    } else if let answer = node.text("answer"), key != "positive" {
      subject = .share(question: question ?? "", answer: answer)
    } else {
      subject = .positive(question: question ?? "")
    }
    return checked(
      SurveyGoal(
        subject: subject, direction: key == "at_most" ? .atMost : .atLeast, target: target,
        group: node.text("group"), wave: node.text("wave"),
        id: node["id"] == nil ? nil : node.identifier("id"), label: node.label("label"),
        location: node.location), node)
  }

  /// The per cent of a text such as `60 %`, `60` or `0,6 %`.
  private static func share(_ text: String?) -> Double? {
    guard let sentence = text.flatMap(GoalSentence.init), sentence.words.isEmpty,
      sentence.isShare
    else { return nil }
    return sentence.figure
  }

  // MARK: What does not fit

  /// The goal if all that it names is there and fits together.
  func checked(_ goal: SurveyGoal, _ node: DefinitionNode) -> SurveyGoal? {
    func unknown(_ kind: String, _ name: String?, _ known: [String]) -> Bool {
      guard let name, !known.contains(name) else { return false }
      node.problems.add(
        Diagnostic(
          .error, "survey-goal", at: node[kind]?.location ?? node.location,
          "there is no \(kind) '\(name)'",
          fixes: [suggestion(for: name, among: known)].compactMap(\.self)))
      return true
    }
    var answer: String?
    if case .share(_, let given) = goal.subject { answer = given }
    let isUnknown = [
      unknown("question", goal.question, definition.questions.map(\.id)),
      unknown("answer", answer, answers(to: goal.question).map(\.id)),
      unknown("group", goal.group, definition.groups.map(\.id)),
      unknown("wave", goal.wave, definition.waves.map(\.id)),
    ].contains(true)
    guard !isUnknown else { return nil }
    let asked = definition.questions.first { $0.id == goal.question }
    if let asked, goal.isMean, let fault = meanFault(asked, goal, at: node.location) {
      node.problems.add(fault)
      return nil
    }
    if let asked, let reason = neverAsked(asked, goal) {
      node.problems.add(
        Diagnostic(
          .error, "survey-goal", at: node.location,
          "the goal is about a question that was not asked", because: reason))
      return nil
    }
    return goal
  }

  private func neverAsked(_ question: Question, _ goal: SurveyGoal) -> String? {
    if let group = goal.group, !question.isAsked(of: group) {
      return "group '\(group)' does not get question '\(question.id)'"
    }
    let waves = definition.waves.filter { goal.wave == nil || $0.id == goal.wave }
    return waves.contains(where: question.occurs(in:))
      ? nil : "no such wave has question '\(question.id)' in its instrument"
  }

  private func unclear(_ node: DefinitionNode, _ text: String, because reason: String)
    -> SurveyGoal?
  {
    node.problems.add(
      Diagnostic(
        .error, "survey-goal", at: node.location, "the goal '\(text)' cannot be read",
        because: reason,
        fixes: ClosestGoal(text, figure: GoalSentence(text)?.figure).forms(of: forms(text))))
    return nil
  }

  /// Sentences that are understood, with the names that one has which is not.
  private func forms(_ text: String) -> [String] {
    let words = folded(text)
    let single = Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    let question =
      definition.questions.first { single.contains(folded($0.id)) }
      ?? definition.questions.first {
        !folded($0.label.swedish).isEmpty && words.contains(folded($0.label.swedish))
      }
      ?? definition.questions.first
    var forms = ["minst # % svarsfrekvens", "at least # % response"]
    if let question {
      forms += ["minst # % positiva på \(question.id)", "at least # % positive on \(question.id)"]
      if let answer = answers(to: question.id).last {
        forms += ["högst # % \(answer.id) på \(question.id)"]
      }
    }
    let scored = definition.questions.filter(\.kind.hasMean)
    let mean = scored.first { single.contains(folded($0.id)) } ?? scored.last
    if let mean { forms += meanForms(mean) }
    if let group = definition.groups.first(where: { single.contains(folded($0.id)) }) {
      forms = forms.map { "\($0) \($0.hasPrefix("at") ? "among" : "för") \(group.id)" }
    }
    return forms
  }
}
