internal import Diagnostics
internal import Indicators
internal import Labels

/// A goal that `cases.yaml` states: how many of the decided cases keep a limit, every year or in one.
struct CaseGoal {
  var limit: CaseLimit
  var direction: Direction
  /// In per cent.
  var target: Double
  var year: Int?
  var id: String?
  var label: Label?
  var location: SourceLocation
}

/// Reads the `goals` of `cases.yaml`, each a sentence (`90 % inom 5 arbetsdagar`) or a mapping.
///
/// A sentence names a limit of the log, or a time. A time that no limit has becomes a limit from receipt to
/// answer, or to closing where the log keeps no answers.
struct CaseGoalReader {
  let columns: CaseColumns
  /// The limits of the log, with those that goals make.
  private(set) var limits: [CaseLimit]

  init(columns: CaseColumns, limits: [CaseLimit]) {
    (self.columns, self.limits) = (columns, limits)
  }

  mutating func read(_ node: DefinitionNode) -> [CaseGoal] {
    node.list("goals").compactMap { goal in
      if let text = goal.text { sentence(text, goal) } else { mapping(goal) }
    }
  }

  // MARK: Sentences

  private mutating func sentence(_ text: String, _ node: DefinitionNode) -> CaseGoal? {
    guard let sentence = GoalSentence(text), sentence.isPercent, sentence.isShare else {
      return unclear(node, text, because: "it names no share in per cent, at most 100 %")
    }
    let parts = sentence.parts
    var (limit, year): (CaseLimit?, Int?)
    for part in parts.dropFirst() {
      if ["i", "in"].contains(part.preposition), let found = CaseTime.year(part.text) {
        year = found
      } else if ["inom", "within"].contains(part.preposition) {
        switch self.limit(part.text) {
        case .found(let found): limit = found
        case .unknown(let reason): return unclear(node, text, because: reason)
        }
      } else {
        return unclear(
          node, text, because: "'\(part.preposition) \(part.text)' names no time, limit or year")
      }
    }
    let subject = parts[0].text
    if limit == nil, !subject.isEmpty { limit = named(subject) }
    // Words that are not understood may be about some of the cases only.
    if let found = limit, named(subject)?.id != found.id, !Self.isAllCases(subject) {
      return unclear(
        node, text, because: "'\(subject)' names neither all cases nor the limit '\(found.id)'")
    }
    guard let limit else {
      return unclear(node, text, because: "it names no limit of the log and no time")
    }
    return CaseGoal(
      limit: limit, direction: sentence.bound == .atLeast ? .atLeast : .atMost,
      target: sentence.figure, year: year, location: node.location)
  }

  /// Whether words are about all cases and whether they are answered: `ärendena besvaras`. So is nothing.
  private static func isAllCases(_ words: String) -> Bool {
    words.lowercased().split(separator: " ").allSatisfy { allCases.contains(String($0)) }
  }

  private static let allCases: Set<String> = [
    "alla", "ärenden", "ärendena", "besvaras", "besvarade", "besvarats", "all", "cases", "answered",
  ]

  private enum FoundLimit {
    case found(CaseLimit)
    case unknown(String)
  }

  /// The limit that is called so, or that has this time.
  private mutating func limit(_ text: String) -> FoundLimit {
    if let limit = named(text) { return .found(limit) }
    guard let time = CaseTime(text) else {
      return .unknown(
        "'\(text)' is no limit of the log, and no time such as 5 arbetsdagar or 72 hours")
    }
    let fitting = limits.filter { $0.duration == time.duration }
    if fitting.count == 1 { return .found(fitting[0]) }
    if fitting.count > 1 {
      return .unknown(
        "several limits have this time: " + fitting.map(\.id).joined(separator: ", "))
    }
    guard let end = columns.answered ?? columns.closed else {
      return .unknown("no limit has this time, and the log keeps no day of answer or closing")
    }
    // A limit of the log may be called so and hold another time.
    let names = Set(limits.map(\.id))
    let id = ([time.id] + (2...limits.count + 2).map { "\(time.id)-\($0)" })
      .first { !names.contains($0) }
    let limit = CaseLimit(
      id: id ?? time.id, label: time.label, from: columns.received, to: end,
      duration: time.duration,
      isInDays: time.isInDays)
    limits.append(limit)
    return .found(limit)
  }

  private func named(_ text: String) -> CaseLimit? {
    let wanted = text.lowercased()
    return limits.first { limit in
      [limit.id, limit.label.swedish, limit.label.english].contains { $0.lowercased() == wanted }
    }
  }

  // MARK: Mappings

  private mutating func mapping(_ node: DefinitionNode) -> CaseGoal? {
    node.allow(["limit", "at_least", "at_most", "year", "id", "label"])
    guard let name = node.required("limit") else { return nil }
    guard let limit = limits.first(where: { $0.id == name }) else {
      node.problems.add(
        Diagnostic(
          .error, "case-goal", at: node["limit"]?.location ?? node.location,
          "there is no limit '\(name)'",
          fixes: [suggestion(for: name, among: limits.map(\.id))].compactMap(\.self)))
      return nil
    }
    let figures = ["at_least", "at_most"].filter { node[$0] != nil }
    guard figures.count == 1, let value = node[figures[0]],
      let sentence = value.text.flatMap(GoalSentence.init), sentence.words.isEmpty,
      sentence.isShare
    else {
      (node[figures.first ?? ""] ?? node).wrong("at_least or at_most with a share such as 90 %")
      return nil
    }
    return CaseGoal(
      limit: limit, direction: figures[0] == "at_most" ? .atMost : .atLeast,
      target: sentence.figure, year: node.integer("year"),
      id: node["id"] == nil ? nil : node.identifier("id"), label: node.label("label"),
      location: node.location)
  }

  private func unclear(_ node: DefinitionNode, _ text: String, because reason: String) -> CaseGoal?
  {
    var forms = limits.flatMap { ["minst # % inom \($0.id)", "at least # % within \($0.id)"] }
    forms += ["minst # % inom 5 arbetsdagar", "at least # % within 5 working days"]
    node.problems.add(
      Diagnostic(
        .error, "case-goal", at: node.location, "the goal '\(text)' cannot be read",
        because: reason,
        fixes: ClosestGoal(text, figure: GoalSentence(text)?.figure).forms(of: forms)))
    return nil
  }
}
