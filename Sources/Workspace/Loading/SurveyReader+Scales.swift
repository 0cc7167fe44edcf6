internal import Diagnostics
internal import Labels
internal import Surveys

/// The scales that questions can name: those of the survey, then the built-in ones.
struct NamedScales {
  private var scales: [String: AnswerScale]

  init(_ own: [AnswerScale]) {
    scales = AnswerScale.builtIn
    for scale in own { scales[scale.id] = scale }
  }

  /// The scale that a value names or writes down, under a name that it gets where it has none; `nil` without
  /// a value, and for an unknown name, which is told.
  func scale(_ node: DefinitionNode?, id: String) -> AnswerScale? {
    guard let node else { return nil }
    guard let name = node.text else { return node.answerScale(id: id) }
    if let scale = scales[name] { return scale }
    node.problems.add(
      Diagnostic(
        .error, "survey-scale", at: node.location, "there is no scale '\(name)'",
        because: "the scales are " + scales.keys.sorted().joined(separator: ", "),
        fixes: [
          closestName(to: name, in: scales.keys.sorted()).map { "did you mean '\($0)'?" }
            ?? "define it:   scales: {\(name): {answers: […]}}"
        ]))
    return nil
  }
}

extension SurveyReader {
  func scales(_ node: DefinitionNode) -> NamedScales {
    guard let scales = node["scales"] else { return NamedScales([]) }
    if scales.entries.isEmpty { scales.wrong("scales by name: {name: {answers: […]}}") }
    return NamedScales(
      scales.entries.compactMap { name, scale in
        guard Identifier.isValid(name) else {
          scale.problems.add(
            Diagnostic(
              .error, "definition-value", at: scale.location,
              "a scale has a name that cannot be part of a file's name",
              because: "expected a name of \(Identifier.rule)", fixes: ["rename it"]))
          return nil
        }
        return scale.answerScale(id: name)
      })
  }

  /// The scale of questions without one of their own; it must be there if any question needs it.
  func commonScale(_ node: DefinitionNode, _ scales: NamedScales) -> AnswerScale {
    let isNeeded = node.list("questions").contains { question in
      question["scale"] == nil && question.questionType.map(\.offersScale) == true
    }
    if node["scale"] == nil, isNeeded { _ = node.required("scale") }
    return scales.scale(node["scale"], id: "") ?? AnswerScale(answers: [])
  }
}

extension DefinitionNode {
  /// A scale as it is written down.
  fileprivate func answerScale(id: String) -> AnswerScale {
    allow(["answers", "not_applicable", "missing"])
    return AnswerScale(
      id: id, answers: answerOptions("answers"), notApplicable: Set(texts("not_applicable")),
      missing: Set(texts("missing")))
  }

  /// The answers that a key lists.
  func answerOptions(_ key: String) -> [AnswerOption] {
    list(key).compactMap { answer in
      answer.allow(["id", "label", "positive", "score"])
      return answer.required("id").map {
        AnswerOption(
          id: $0, label: answer.label("label") ?? Label(same: $0),
          isPositive: answer.flag("positive"), score: answer.number("score"))
      }
    }
  }
}
