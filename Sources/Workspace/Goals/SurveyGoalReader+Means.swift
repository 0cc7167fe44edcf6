internal import Diagnostics
internal import Indicators
internal import Labels
internal import Surveys

/// Goals for means: `index motivation minst 75`, `mean of q3 at least 4.0`, `{index: hme, at_least: 75}`.
extension SurveyGoalReader {
  /// Words that say that a mean is meant.
  private static let words = [
    "index", "indexet", "medel", "medelvärde", "medelvärdet", "medelbetyg", "medelbetyget",
    "genomsnitt", "genomsnittet", "snitt", "betyg", "betyget", "poäng", "nps", "mean", "average",
    "mean rating", "mean value", "rating", "score", "value", "mean score", "net promoter score",
  ]

  func hasMean(_ id: String?) -> Bool {
    definition.questions.first { $0.id == id }?.kind.hasMean == true
  }

  /// What a sentence begins with, where that is a mean: the question if it is named there, and how many parts
  /// of the sentence it takes. A name may hold prepositions itself, so that the longest that is one counts.
  func meanSubject(_ parts: [GoalSentence.Part]) -> (question: String?, parts: Int)? {
    for count in (1...parts.count).reversed() {
      let text = folded(GoalSentence.Part.joined(parts.prefix(count)).text)
      let names = [text] + Self.words.flatMap { Self.without($0, in: text) }
      let found = definition.questions.first { question in
        question.kind.hasMean && names.contains { Self.names(question, $0, self) }
      }
      if let found { return (found.id, count) }
    }
    // "Högst 4 i medel på q3" has the word behind the figure.
    if parts.count > 1, parts[0].text.isEmpty, ["i", "in", "on"].contains(parts[1].preposition),
      Self.words.contains(folded(parts[1].text))
    {
      return (onlyScored(folded(parts[1].text)), 2)
    }
    // A word for a mean with a name that has none is a goal for a mean all the same, and told to be none.
    let first = folded(parts[0].text)
    guard let name = Self.words.lazy.flatMap({ Self.without($0, in: first) }).first else {
      return Self.words.contains(first) ? (onlyScored(first), 1) : nil
    }
    let named = definition.questions.first { Self.names($0, name, self) }
    return named.map { ($0.id, 1) }
  }

  /// The text without a word at one of its ends; nothing where it stands at none.
  private static func without(_ word: String, in text: String) -> [String] {
    var rest: [String] = []
    if text.hasPrefix(word + " ") { rest.append(String(text.dropFirst(word.count + 1))) }
    if text.hasSuffix(" " + word) { rest.append(String(text.dropLast(word.count + 1))) }
    return rest.map { $0.hasPrefix(": ") ? String($0.dropFirst(2)) : $0 }
  }

  private static func names(
    _ question: Question, _ text: String, _ reader: SurveyGoalReader
  ) -> Bool {
    ([question.id, question.label.swedish, question.label.english]
      + (question.reportedLabel.map { [$0.swedish, $0.english] } ?? []))
      .map(reader.folded).contains(text)
  }

  /// The one index of a survey, or its one question of a net promoter score, where the sentence says no more.
  private func onlyScored(_ word: String) -> String? {
    let kind: QuestionKind? =
      word.hasPrefix("index") ? .index : ["nps", "net promoter score"].contains(word) ? .nps : nil
    let found = definition.questions.filter { $0.kind == kind }
    return found.count == 1 ? found[0].id : nil
  }

  /// A goal that names its index or its question by a key of its own.
  func meanMapping(_ node: DefinitionNode) -> SurveyGoal? {
    let (names, figures) = (
      ["index", "mean"].filter { node[$0] != nil },
      ["at_least", "at_most", "response", "positive"].filter { node[$0] != nil }
    )
    guard names.count == 1, figures.count == 1, let key = figures.first,
      key == "at_least" || key == "at_most", node["question"] == nil, node["answer"] == nil
    else {
      node.wrong("index or mean with one of at_least, at_most and a figure such as 75")
      return nil
    }
    guard let question = node.required(names[0]) else { return nil }
    guard let sentence = node.text(key).flatMap(GoalSentence.init), sentence.words.isEmpty,
      !sentence.isPercent
    else {
      node[key]?.wrong("a figure in the unit of the scale, such as 75 or 4.0")
      return nil
    }
    return checked(
      SurveyGoal(
        subject: .mean(question: question), direction: key == "at_most" ? .atMost : .atLeast,
        target: sentence.figure, group: node.text("group"), wave: node.text("wave"),
        id: node["id"] == nil ? nil : node.identifier("id"), label: node.label("label"),
        location: node.location), node)
  }

  /// Why a question can have no such mean.
  func meanFault(
    _ question: Question, _ goal: SurveyGoal, at location: SourceLocation
  ) -> Diagnostic? {
    guard question.kind.hasMean else {
      return Diagnostic(
        .error, "survey-goal", at: location, "question '\(question.id)' has no mean",
        because: "its type is \(question.kind.rawValue), and answers without scores have none",
        fixes: [
          "set a goal for its positive answers   minst 80 % positiva på \(question.id)",
          "make it a rating   type: rating",
        ])
    }
    let (lowest, highest) = definition.scoreEnds(of: question)
    let isBelow = lowest.map { goal.target < $0 } ?? false
    guard isBelow || highest.map({ goal.target > $0 }) ?? false else { return nil }
    let ends = [lowest, highest].map { $0.map(Self.written) ?? "…" }
    return Diagnostic(
      .error, "survey-goal", at: location,
      "no mean of '\(question.id)' can be \(Self.written(goal.target))",
      because: "its scores go from \(ends[0]) to \(ends[1])")
  }

  /// Sentences about a mean that are understood.
  func meanForms(_ question: Question) -> [String] {
    let name = question.id
    let example = Self.written(definition.scoreEnds(of: question).highest.map { $0 * 0.75 } ?? 4)
    return switch question.kind {
    case .index: ["index \(name) minst \(example)", "index \(name) at least \(example)"]
    case .nps: ["NPS på \(name) minst 20", "NPS on \(name) at least 20"]
    default: ["medel på \(name) minst \(example)", "mean of \(name) at least \(example)"]
    }
  }

  private static func written(_ figure: Double) -> String {
    figure == figure.rounded() && abs(figure) < 1e15 ? String(Int(figure)) : String(figure)
  }
}
