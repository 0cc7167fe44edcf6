internal import Indicators
internal import Labels

/// How many goals got which verdict. Conditions and routines are no goals and are counted apart.
struct VerdictCounts {
  private let verdicts: [Verdict: [Goal]]
  private let differingGoals: [Goal]
  private let conditionGoals: [Goal]
  private let routineGoals: [Goal]
  /// The table that lists a goal, where the counts are said beside one.
  private let table: ((Goal) -> String)?

  init(_ assessments: [Assessment], table: ((Goal) -> String)? = nil) {
    let goals = assessments.filter { $0.goal.kind == .goal }
    verdicts = Dictionary(grouping: goals, by: \.verdict).mapValues { $0.map(\.goal) }
    differingGoals = goals.filter(\.differs).map(\.goal)
    conditionGoals = assessments.map(\.goal).filter { $0.kind == .condition }
    routineGoals = assessments.map(\.goal).filter { $0.kind == .routine }
    self.table = table
  }

  var total: Int { verdicts.values.reduce(0) { $0 + $1.count } }
  var differing: Int { differingGoals.count }
  var conditions: Int { conditionGoals.count }
  var routines: Int { routineGoals.count }

  subscript(verdict: Verdict) -> Int { verdicts[verdict]?.count ?? 0 }

  /// The counts in sentences that name only what there is.
  var sentence: Sentence {
    .sentences([goals, differences, others])
  }

  /// A count of goals that knows the cells of their verdicts.
  private func fact(_ goals: [Goal]) -> Fact {
    Fact(
      .count(goals.count),
      cells: table.map { table in
        goals.map { CellReference(table: table($0), row: $0.id, column: "verdict_label") }
      } ?? [])
  }

  private var goals: Sentence {
    let given = Verdict.allCases.filter { self[$0] > 0 }
    let all = given.flatMap { verdicts[$0] ?? [] }
    let noun = Noun(Label("mål", "goal"), Label("mål", "goals")).counted(fact(all))
    guard let first = given.first else { return Sentence(Label("Inga mål.", "No goals.")) }
    if given.count == 1 {
      let words = first.predicate(total)
      return Sentence(
        "\(noun.swedish) \(words.swedish).", "\(noun.english) \(words.english).")
    }
    let parts = given.map { verdict in
      let (words, count) = (verdict.attribute(self[verdict]), fact(verdicts[verdict] ?? []))
      return Sentence("\(count) \(words.swedish)", "\(count) \(words.english)")
    }
    let list = Sentence.list(parts)
    return Sentence("\(noun.swedish): \(list.swedish).", "\(noun.english): \(list.english).")
  }

  private var differences: Sentence? {
    guard differing > 0 else { return nil }
    let count = fact(differingGoals)
    return Sentence(
      "För \(count) ger dokumentet ett annat omdöme än utfallet.",
      "For \(count) the document gives a verdict other than that of the outcome.")
  }

  private var others: Sentence? {
    let parts = [
      (Noun(Label("villkor", "condition"), Label("villkor", "conditions")), conditionGoals),
      (Noun(Label("rutin", "routine"), Label("rutiner", "routines")), routineGoals),
    ].filter { !$0.1.isEmpty }.map { noun, goals in noun.counted(fact(goals)) }
    guard !parts.isEmpty else { return nil }
    let isOne = conditions + routines == 1
    let list = Sentence.list(parts)
    return Sentence(
      "Därtill \(list.swedish), som inte bedöms.",
      "Besides, \(list.english), which \(isOne ? "is" : "are") not judged.")
  }
}

extension Verdict {
  /// Behind a number of goals: `3 nästan uppnådda`, `2 som pågår`.
  fileprivate func attribute(_ count: Int) -> Label {
    switch self {
    case .met, .nearly, .notMet, .planned: Label(participle(count), label.english)
    case .underWay: Label("som pågår", "under way")
    case .dropped: Label("som utgår", "dropped")
    case .cannotAssess: Label("som inte kan bedömas", "that cannot be assessed")
    case .notJudged: Label("som inte bedöms", "not judged")
    }
  }

  /// What is said of all goals: `3 mål är nästan uppnådda`.
  fileprivate func predicate(_ count: Int) -> Label {
    let be = count == 1 ? "is" : "are"
    return switch self {
    case .met, .nearly, .notMet: Label("är " + participle(count), "\(be) " + label.english)
    case .planned:
      Label(
        "är \(participle(count)); utfall finns ännu inte", "\(be) planned; there is no outcome yet")
    case .underWay: Label("pågår", "\(be) under way")
    case .dropped: Label("utgår", "\(be) dropped")
    case .cannotAssess: Label("kan inte bedömas", "cannot be assessed")
    case .notJudged: Label("bedöms inte", "\(be) not judged")
    }
  }

  private func participle(_ count: Int) -> String {
    switch self {
    case .met: count == 1 ? "uppnått" : "uppnådda"
    case .nearly: count == 1 ? "nästan uppnått" : "nästan uppnådda"
    case .notMet: count == 1 ? "ej uppnått" : "ej uppnådda"
    case .planned: count == 1 ? "planerat" : "planerade"
    default: label.swedish
    }
  }
}
