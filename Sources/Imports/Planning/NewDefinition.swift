internal import Labels
internal import Tables

/// The questions and scales of a file as a definition has them.
struct NewDefinition {
  /// The questions as the survey will know them, in the order of the file.
  private(set) var questions: [SurveyOutline.Question] = []
  /// What stands in the list `questions`.
  private(set) var items: [String] = []
  /// The scale of questions that name none.
  private let common: FoundScale?
  /// Scales that several questions share and that are none of the usual ones, by name.
  private let shared: [(name: String, scale: FoundScale)]

  /// Names the questions of a file.
  ///
  /// - Parameters:
  ///   - questions: The questions.
  ///   - taken: Ids that others have.
  ///   - versions: The instrument that they belong to; `nil` for every one.
  ///   - isWhole: Whether they are all questions of a survey, which can then share scales.
  init(
    _ questions: [ExportQuestion], taken: Set<String>, versions: String? = nil, isWhole: Bool
  ) {
    let scales = questions.map { Self.scale(of: $0, among: questions) }
    var counts: [(scale: FoundScale, count: Int)] = []
    for (question, scale) in zip(questions, scales) where question.type != .several {
      guard let scale else { continue }
      if let place = counts.firstIndex(where: { $0.scale == scale }) {
        counts[place].count += 1
      } else {
        counts.append((scale, 1))
      }
    }
    common = isWhole ? counts.max { $0.count < $1.count }?.scale : nil
    var shared: [(name: String, scale: FoundScale)] = []
    for (scale, count) in counts where isWhole && count > 1 && scale.name == nil && scale != common
    {
      shared.append(("scale-\(shared.count + 1)", scale))
    }
    self.shared = shared
    var used = taken.union(["wave", "respondent", "question", "answer", "group"])
    for (question, scale) in zip(questions, scales) {
      let id = Self.id(question, place: taken.count + self.questions.count + 1, used)
      used.insert(id)
      self.questions.append(
        SurveyOutline.Question(
          id: id, label: Label(same: question.wording), type: question.type, scale: scale))
      items.append(item(id, question, scale, versions))
    }
  }

  /// `survey.yaml` of a survey that begins with them.
  func text(
    title: Label, tool: String, groups: [SurveyOutline.Named], waves: [String], goals: [String]
  ) -> String {
    var lines = [
      "# Made by `nyckeltal import` from an export (\(tool)). Change it as you like: imports only add to it.",
      "title: \(YAMLText.label(title))",
      "scale: \(common.map { reference($0, isDefinition: true) } ?? "yes-partly-no")",
    ]
    if !shared.isEmpty {
      lines.append("scales:")
      lines += shared.map { "  \($0.name): \(Self.definition($0.scale))" }
    }
    lines.append("groups:")
    lines += groups.map { "  - \(Self.group($0))" }
    lines.append("waves:")
    lines += waves.map { "  - \($0)" }
    lines.append("questions:")
    lines += items.map { "  - \($0)" }
    if !goals.isEmpty {
      lines.append("goals:")
      lines += goals.map { "  - \(YAMLText.quoted($0))" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  static func group(_ group: SurveyOutline.Named) -> String {
    "{id: \(YAMLText.quoted(group.id)), label: \(YAMLText.label(group.label))}"
  }

  static func wave(
    id: String, label: Label, date: CalendarDate, instrument: String
  ) -> String {
    "{id: \(YAMLText.quoted(id)), label: \(YAMLText.label(label)), date: \(date), "
      + "instrument: \(YAMLText.quoted(instrument))}"
  }

  // MARK: Questions

  /// The tool's code where it has one, else a number: short names are easy to write goals with.
  private static func id(_ question: ExportQuestion, place: Int, _ used: Set<String>) -> String {
    if let code = question.code, let id = code.asIdentifier {
      var candidate = id
      var number = 1
      while used.contains(candidate) {
        number += 1
        candidate = "\(id)-\(number)"
      }
      return candidate
    }
    var number = place
    while used.contains("q\(number)") { number += 1 }
    return "q\(number)"
  }

  private func item(
    _ id: String, _ question: ExportQuestion, _ scale: FoundScale?, _ versions: String?
  ) -> String {
    var parts = ["id: \(YAMLText.quoted(id))", "label: \(YAMLText.quoted(question.wording))"]
    if question.type != .one { parts.append("type: \(question.type.rawValue)") }
    if let scale {
      if question.type == .several {
        parts.append("answers: \(Self.answers(scale))")
      } else if scale != common {
        parts.append("scale: \(reference(scale, isDefinition: false))")
      }
    }
    if let versions { parts.append("versions: [\(YAMLText.quoted(versions))]") }
    return "{\(parts.joined(separator: ", "))}"
  }

  private func reference(_ scale: FoundScale, isDefinition: Bool) -> String {
    if let name = scale.name { return name }
    if !isDefinition, let name = shared.first(where: { $0.scale == scale })?.name { return name }
    return Self.definition(scale)
  }

  private static func definition(_ scale: FoundScale) -> String {
    "{answers: \(answers(scale)), not_applicable: [\(YAMLText.quoted(scale.notApplicable))]}"
  }

  private static func answers(_ scale: FoundScale) -> String {
    let answers = scale.answers.map { answer in
      var parts = ["id: \(YAMLText.quoted(answer.id))", "label: \(YAMLText.label(answer.label))"]
      if answer.isPositive { parts.append("positive: true") }
      if let score = answer.score { parts.append("score: \(score)") }
      return "{\(parts.joined(separator: ", "))}"
    }
    return "[\(answers.joined(separator: ", "))]"
  }

  // MARK: Scales

  /// The scale of a question as the survey will have it.
  ///
  /// A usual scale keeps its name where the file words it so; else its answers bear the words of the file,
  /// which those who answered have read. Of answers that were made up from the file, those that one person
  /// alone gave and that are sentences were written by that person: they become one answer, `annat`.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - others: The questions of the file: an answer that nobody gave here is worded as elsewhere.
  /// - Returns: The scale; `nil` for a question without one.
  static func scale(of question: ExportQuestion, among others: [ExportQuestion]) -> FoundScale? {
    guard var scale = question.scale else { return nil }
    guard scale.name == nil else {
      let alike = others.filter { $0.scale?.name == scale.name }
      let texts = QuestionGuess.firsts(of: alike.flatMap(\.texts))
      var isWorded = false
      for place in scale.answers.indices {
        let answer = scale.answers[place]
        guard let text = texts.first(where: { answer.spellings.contains($0.foldedForMatching) })
        else { continue }
        let words = text.drop { !$0.isLetter }.trimmingSpaces
        let known = [answer.label.swedish, answer.label.english].map(\.foldedForMatching)
        guard !words.isEmpty, !known.contains(words.foldedForMatching), words.count > 1 else {
          continue
        }
        scale.answers[place].label = Label(same: words.lowercased())
        isWorded = true
      }
      if isWorded { scale.name = nil }
      return scale
    }
    guard question.type != .rating, question.columns.count == 1 else { return scale }
    var counts: [String: Int] = [:]
    for text in question.texts { counts[text.foldedForMatching, default: 0] += 1 }
    let written = scale.answers.filter { answer in
      let count = answer.spellings.reduce(0) { $0 + counts[$1, default: 0] }
      return count < 2 && answer.label.swedish.split(separator: " ").count > 3
        || !PersonalData.found(in: answer.label.swedish).isEmpty
    }
    guard !written.isEmpty else { return scale }
    scale.answers.removeAll { written.contains($0) || $0.id == other }
    scale.answers.append(
      FoundScale.Answer(
        id: other, label: Label("annat", "other"), isPositive: false,
        spellings: written.reduce(into: ["annat", "other"]) { $0.formUnion($1.spellings) }))
    return scale
  }

  /// The answer that stands for whatever somebody wrote instead of choosing.
  static let other = "annat"
}
