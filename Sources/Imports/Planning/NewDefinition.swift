internal import Labels
internal import Tables

/// The questions and scales of a file as a definition has them.
struct NewDefinition {
  /// The questions as the survey will know them, in the order of the file.
  private(set) var questions: [SurveyOutline.Question] = []
  /// Answers that too few gave to stand by themselves.
  private(set) var rare: [ImportPlan.RareAnswers] = []
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
  ///   - fewest: How many have to give an answer for it to stand by itself, where only the file tells that there
  ///     is one.
  init(
    _ questions: [ExportQuestion], taken: Set<String>, versions: String? = nil, isWhole: Bool,
    fewest: Int = 2
  ) {
    let givers = Self.givers(questions)
    let found = questions.map { question in
      Self.scale(of: question, among: questions) { givers[$0, default: 0] < fewest }
    }
    let scales = found.map(\.scale)
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
    var used = taken.union(["wave", "respondent", "question", "answer", "group", "answered"])
    for (question, scale) in zip(questions, scales) {
      let id = Self.id(question, place: taken.count + self.questions.count + 1, used)
      used.insert(id)
      self.questions.append(
        SurveyOutline.Question(
          id: id, label: Label(same: question.wording), type: question.type, scale: scale))
      items.append(item(id, question, scale, versions))
    }
    rare = zip(self.questions, zip(questions, found)).compactMap { known, pair in
      let (question, rare) = (pair.0, pair.1.rare)
      guard !rare.isEmpty else { return nil }
      let cells = question.cells.count { $0.contains { rare.contains($0.foldedForMatching) } }
      return ImportPlan.RareAnswers(question: known.id, answers: rare.count, cells: cells)
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

  /// How many persons wrote each text, after folding, whatever the question.
  static func givers(_ questions: [ExportQuestion]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for row in 0..<(questions.first?.cells.count ?? 0) {
      for text in Set(questions.flatMap { $0.cells[row] }.map(\.foldedForMatching)) {
        counts[text, default: 0] += 1
      }
    }
    return counts
  }

  /// The scale of a question as the survey will have it.
  ///
  /// A usual scale keeps its name where the file words it so; else its answers bear the words of the file,
  /// which those who answered have read. Of answers that only the file tells, those that too few gave may be what
  /// one person wrote instead of choosing: they become one answer, `annat`.
  ///
  /// - Parameters:
  ///   - question: The question.
  ///   - others: The questions of the file: an answer that nobody gave here is worded as elsewhere.
  ///   - isRare: Whether too few gave an answer, by its folded text.
  /// - Returns: The scale, `nil` for a question without one; and the folded texts that became `annat`.
  static func scale(
    of question: ExportQuestion, among others: [ExportQuestion], isRare: (String) -> Bool
  ) -> (scale: FoundScale?, rare: Set<String>) {
    guard var scale = question.scale else { return (nil, []) }
    guard scale.name == nil else { return (worded(scale, among: others), []) }
    guard question.type != .rating, question.columns.count == 1, !question.namesAnswers else {
      return (scale, [])
    }
    let written = scale.answers.filter { answer in
      answer.id != other
        && (answer.spellings.allSatisfy(isRare)
          || !PersonalData.found(in: answer.label.swedish).isEmpty)
    }
    guard !written.isEmpty else { return (scale, []) }
    let rare = written.reduce(into: Set<String>()) { $0.formUnion($1.spellings) }
    scale.answers.removeAll { written.contains($0) || $0.id == other }
    scale.answers.append(
      FoundScale.Answer(
        id: other, label: Label("annat", "other"), isPositive: false,
        spellings: rare.union(["annat", "other"])))
    return (scale, rare)
  }

  /// A usual scale with the words of the file.
  private static func worded(_ scale: FoundScale, among others: [ExportQuestion]) -> FoundScale {
    var scale = scale
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

  /// The answer that stands for whatever somebody wrote instead of choosing.
  static let other = "annat"
}
