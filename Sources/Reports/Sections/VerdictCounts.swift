internal import Indicators
internal import Labels

/// How many goals got which verdict. Conditions and routines are no goals and are counted apart.
struct VerdictCounts {
  private let counts: [Verdict: Int]
  let differing: Int
  let conditions: Int
  let routines: Int

  init(_ assessments: [Assessment]) {
    let goals = assessments.filter { $0.goal.kind == .goal }
    counts = goals.reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 }
    differing = goals.count(where: \.differs)
    conditions = assessments.count { $0.goal.kind == .condition }
    routines = assessments.count { $0.goal.kind == .routine }
  }

  var total: Int { counts.values.reduce(0, +) }

  subscript(verdict: Verdict) -> Int { counts[verdict] ?? 0 }

  /// The counts in sentences that name only what there is.
  var sentence: Label {
    .sentences([goals, differences, others])
  }

  private var goals: Label {
    let given = Verdict.allCases.filter { self[$0] > 0 }
    let noun = Noun(Label("mål", "goal"), Label("mål", "goals")).counted(total)
    guard let first = given.first else { return Label("Inga mål.", "No goals.") }
    if given.count == 1 {
      let words = first.predicate(total)
      return Label(
        "\(noun.swedish) \(words.swedish).", "\(noun.english) \(words.english).")
    }
    let parts = given.map { verdict in
      let words = verdict.attribute(self[verdict])
      return Label(
        "\(self[verdict]) \(words.swedish)", "\(self[verdict]) \(words.english)")
    }
    let list = Label.list(parts)
    return Label("\(noun.swedish): \(list.swedish).", "\(noun.english): \(list.english).")
  }

  private var differences: Label? {
    guard differing > 0 else { return nil }
    return Label(
      "För \(differing) ger dokumentet ett annat omdöme än utfallet.",
      "For \(differing) the document gives a verdict other than that of the outcome.")
  }

  private var others: Label? {
    let parts = [
      Noun(Label("villkor", "condition"), Label("villkor", "conditions")).some(conditions),
      Noun(Label("rutin", "routine"), Label("rutiner", "routines")).some(routines),
    ].compactMap(\.self)
    guard !parts.isEmpty else { return nil }
    let isOne = conditions + routines == 1
    let list = Label.list(parts)
    return Label(
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
