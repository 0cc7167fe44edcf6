internal import Diagnostics
internal import Labels
internal import Plans

extension LoadedWorkspace {
  /// What does not fit together in the plans of a unit: priority against status, two names for what may be
  /// one activity, controls more often or seldom than planned.
  func planFindings(_ unit: UnitContents) -> [Finding] {
    let years = PlanYears(unit, usual: year)
    return priorityFindings(unit, years) + nameFindings(unit, years) + frequencyFindings(unit)
  }

  private func priorityFindings(_ unit: UnitContents, _ years: PlanYears) -> [Finding] {
    unit.activities.filter { $0.priority == .high && $0.status == .notPrioritised }.map {
      activity in
      Finding(
        severity: .warning, code: "priority-contradicted", subject: activity.id, unit: unit.id,
        year: years.of(activity).max(),
        message: Label(
          "\(activity.label?.swedish ?? activity.id): hög prioritet men inte prioriterad",
          "\(activity.label?.english ?? activity.id): high priority but not prioritised"),
        location: activity.source.location, sources: [activity.source.reference].compactMap(\.self))
    }
  }

  /// Activities of one plan whose names differ in one word alone, which begins alike.
  private func nameFindings(_ unit: UnitContents, _ years: PlanYears) -> [Finding] {
    var variants = NameVariants()
    return unit.activities.indices.flatMap { place -> [Finding] in
      let activity = unit.activities[place]
      guard let other = activity.label, let plan = activity.plan else { return [] }
      return variants.before(other.swedish, of: plan, at: place).compactMap { before -> Finding? in
        let before = unit.activities[before]
        guard let one = before.label else { return nil }
        return Finding(
          severity: .note, code: "name-variant", subject: activity.id, unit: unit.id,
          year: years.of(activity).max(),
          message: Label(
            "”\(one.swedish)” och ”\(other.swedish)” står båda i planen: är det samma aktivitet?",
            "“\(one.english)” and “\(other.english)” both stand in the plan: are they one activity?"
          ),
          location: activity.source.location,
          sources: [before, activity].compactMap(\.source.reference))
      }
    }
  }

  /// Controls that were made in another rhythm than planned, by the words of the result: more seldom is a
  /// contradiction, more often a remark.
  private func frequencyFindings(_ unit: UnitContents) -> [Finding] {
    unit.controls.compactMap { area in
      guard let planned = area.perYear, let note = area.resultNote,
        let done = Rhythm.perYear(in: note.swedish) ?? Rhythm.perYear(in: note.english),
        done != planned
      else { return nil }
      let name = area.label ?? Label(same: area.area)
      let times =
        planned == 1
        ? Label("en gång om året", "once a year")
        : Label("\(plain(planned)) gånger om året", "\(plain(planned)) times a year")
      // More than was planned breaks no plan: it is told, and nothing contradicts anything.
      let code = done > planned ? "frequency-exceeded" : "frequency-differs"
      return Finding(
        severity: .note, code: code, subject: area.area, unit: unit.id, year: nil,
        message: Label(
          "\(name.swedish): planerat \(times.swedish), \(note.swedish)",
          "\(name.english): planned \(times.english), \(note.english)"),
        location: area.source.location, sources: [area.source.reference].compactMap(\.self))
    }
  }
}

/// Names that may be of one thing: they differ in one word alone, and these words begin alike. What stands
/// in brackets does not count, nor do numbers: `möte 1` and `möte 2` are two.
struct NameVariants {
  /// Letters that the words that differ must have in common at their beginning.
  private static let common = 4

  /// A name but for the end of one of its words.
  private struct Rest: Hashable {
    let plan: String
    let words: [String]
    let place: Int
  }

  /// The names that have a rest in common, each once, with the word that may differ.
  private var known: [Rest: [(word: String, owner: Int)]] = [:]

  /// The owners of earlier names of a plan that a name may be a variant of, in their order.
  mutating func before(_ name: String, of plan: String, at owner: Int) -> [Int] {
    let words = Self.words(name)
    guard words.count > 1 else { return [] }
    var found: Set<Int> = []
    for (place, word) in words.enumerated() where word.count >= Self.common {
      var others = words
      others[place] = String(word.prefix(Self.common))
      let rest = Rest(plan: plan, words: others, place: place)
      let earlier = known[rest, default: []]
      if earlier.contains(where: { $0.word == word }) { continue }
      found.formUnion(earlier.filter { Self.areAlike($0.word, word) }.map(\.owner))
      known[rest, default: []].append((word, owner))
    }
    return found.sorted()
  }

  private static func areAlike(_ a: String, _ b: String) -> Bool {
    let alike = zip(a, b).prefix { $0 == $1 }.count
    return alike >= common && alike * 2 >= min(a.count, b.count)
  }

  private static func words(_ name: String) -> [String] {
    var depth = 0
    let plain = name.filter { sign in
      if sign == "(" { depth += 1 }
      defer { if sign == ")" { depth -= 1 } }
      return depth == 0
    }
    return plain.lowercased().split { $0.isWhitespace || $0 == "," || $0 == ":" }.map(String.init)
  }
}

/// How often something happens, by a word for it.
enum Rhythm {
  private static let words: [String: Double] = [
    "veckovis": 52, "weekly": 52, "månadsvis": 12, "monthly": 12, "kvartalsvis": 4,
    "quarterly": 4, "tertialvis": 3, "halvårsvis": 2, "half-yearly": 2, "årligen": 1, "annually": 1,
    "yearly": 1,
  ]

  /// How many times a year a text says; `nil` where it says none, or two.
  static func perYear(in text: String) -> Double? {
    let found = text.lowercased().split { !$0.isLetter && $0 != "-" }
      .compactMap { words[String($0)] }
    return Set(found).count == 1 ? found[0] : nil
  }
}
