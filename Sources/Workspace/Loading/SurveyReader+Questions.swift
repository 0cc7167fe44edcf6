internal import Diagnostics
internal import Labels
internal import Surveys

/// What `type` of a question says.
enum QuestionType: String, CaseIterable {
  case one, rating, nps, several, number, date, text, matrix, ranking

  /// Whether its questions are answered on a scale, of their own or of the survey.
  var offersScale: Bool { self == .one || self == .rating || self == .matrix }

  /// The keys that mean something for it, beside those of every question.
  fileprivate var keys: [String] {
    switch self {
    case .one, .rating: ["scale"]
    case .nps, .text, .date: []
    case .several, .ranking: ["answers", "not_applicable", "missing"]
    case .number: ["unit", "minimum", "maximum", "not_applicable", "missing"]
    case .matrix: ["scale", "items", "rating"]
    }
  }
}

extension DefinitionNode {
  /// The type of a question; `nil` for an unknown one.
  var questionType: QuestionType? { text("type").map { QuestionType(rawValue: $0) } ?? .one }
}

extension SurveyReader {
  private static let questionKeys = [
    "id", "label", "type", "reported", "groups", "versions", "sensitive", "published", "only_if",
  ]

  func questions(_ node: DefinitionNode, _ scales: NamedScales) -> [Question] {
    let waves = node.list("waves").compactMap { $0.text("id") }
    var questions: [Question] = []
    for element in node.list("questions") {
      guard let type = element.questionType else {
        let known = QuestionType.allCases.map(\.rawValue)
        element["type"]?.problems.add(
          Diagnostic(
            .error, "survey-question-type", at: element["type"]?.location ?? element.location,
            "there is no type of question '\(element.text("type") ?? "")'",
            because: "the types are \(known.joined(separator: ", "))",
            fixes: [closestName(to: element.text("type") ?? "", in: known)].compactMap(\.self)
              .map { "did you mean '\($0)'?" }))
        continue
      }
      element.allow(Self.questionKeys + type.keys)
      guard let id = element.required("id") else { continue }
      var question = Question(
        id: id, label: element.label("label") ?? Label(same: id),
        reportedLabel: element.label("reported"), groups: element.texts("groups"),
        versions: element.texts("versions"), isSensitive: element.flag("sensitive"),
        published: published(element, waves))
      question.condition = condition(element, after: questions)
      questions += parts(of: question, type, element, scales)
    }
    return questions
  }

  /// The questions that are counted of a question: itself, its items, or one for each answer that can be
  /// given beside others.
  private func parts(
    of question: Question, _ type: QuestionType, _ node: DefinitionNode, _ scales: NamedScales
  ) -> [Question] {
    var question = question
    switch type {
    case .one, .rating:
      question.kind = type == .one ? .one : .rating
      question.scale = scales.scale(node["scale"], id: question.id)
      return [question]
    case .nps:
      question.kind = .nps
      question.scale = .promoters
      return [question]
    case .several:
      return options(of: question, .several, node) { _ in .chosen }
    case .ranking:
      return options(of: question, .ranking, node) { .places($0) }
    case .number, .date, .text:
      question.kind = type == .number ? .number : type == .date ? .date : .text
      question.numbers = NumberRange(
        unit: node.label("unit"), minimum: node.number("minimum"), maximum: node.number("maximum"))
      question.scale = node.words(type == .text ? .written : .found(question.id))
      return [question]
    case .matrix:
      question.kind = node.flag("rating") ? .rating : .one
      question.scale = scales.scale(node["scale"], id: question.id)
      return items(of: question, node)
    }
  }

  private func items(of question: Question, _ node: DefinitionNode) -> [Question] {
    let items = node.list("items")
    if items.isEmpty { node.wrong("items of the matrix:   items: [{id: …, label: …}]") }
    return items.compactMap { item in
      item.allow(["id", "label", "sensitive", "reported"])
      return item.required("id").map { id in
        let label = item.label("label") ?? Label(same: id)
        var part = question
        part.id = "\(question.id)-\(id)"
        part.label = question.label.followed(by: label)
        part.reportedLabel = item.label("reported")
        part.isSensitive = question.isSensitive || item.flag("sensitive")
        part.parent = QuestionParent(id: question.id, label: question.label, part: label)
        return part
      }
    }
  }

  private func options(
    of question: Question, _ kind: QuestionKind, _ node: DefinitionNode,
    _ scale: (Int) -> AnswerScale
  ) -> [Question] {
    let answers = node.answerOptions("answers")
    if answers.count < 2 { node.wrong("at least two answers:   answers: [{id: …, label: …}]") }
    return answers.enumerated().map { position, answer in
      var part = question
      part.id = "\(question.id)-\(answer.id)"
      part.label = question.label.followed(by: answer.label)
      part.kind = kind
      part.scale = node.words(scale(answers.count))
      part.parent = QuestionParent(
        id: question.id, label: question.label, part: answer.label, options: answers,
        position: position)
      return part
    }
  }

  /// Whom a question is asked of: `{q8: [ja, delvis]}`. Answers of a question with several are its parts.
  private func condition(
    _ node: DefinitionNode, after questions: [Question]
  ) -> [AnswerRequirement] {
    guard let condition = node["only_if"] else { return [] }
    if condition.entries.isEmpty { condition.wrong("answers by question, such as {q8: [ja]}") }
    return condition.entries.map { name, answers in
      let chosen = answers.elements.compactMap(\.text)
      let isOfParts = questions.contains { $0.kind == .several && $0.parent?.id == name }
      guard isOfParts else { return AnswerRequirement([name: Set(chosen)]) }
      let parts = chosen.map { ("\(name)-\($0)", Set([AnswerScale.chosen.answers[0].id])) }
      return AnswerRequirement(Dictionary(parts, uniquingKeysWith: { $0.union($1) }))
    }
  }
}

extension DefinitionNode {
  /// A scale with the words for nothing that a question has of its own.
  fileprivate func words(_ scale: AnswerScale) -> AnswerScale {
    var scale = scale
    if self["missing"] != nil { scale.missing = Set(texts("missing")) }
    if self["not_applicable"] != nil { scale.notApplicable = Set(texts("not_applicable")) }
    return scale
  }
}

extension Label {
  /// `Statement: part`, or `Question? part`.
  fileprivate func followed(by part: Label) -> Label {
    func join(_ whole: String, _ part: String) -> String {
      whole + (whole.last?.isPunctuation == true ? " " : ": ") + part
    }
    return Label(join(swedish, part.swedish), join(english, part.english))
  }
}
