import Foundation
import Statistics
import Surveys

/// How often a survey's page says that something has risen or fallen.
struct Claims: Sendable {
  /// True shares of all questions, unchanged; the last one has them all, question after question.
  private static let shares = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99]

  private struct Case: Sendable {
    let plan: Int
    let persons: SurveyPlan.Persons
    /// The true shares, repeated over the questions.
    let before: [Double]
    /// What the first question's share becomes, where it changes.
    let after: Double?
  }

  private struct Rates: Sendable {
    /// Pages that claim something, or that claim the change of the first question.
    var claims = 0.0
    /// Pages of the first rounds that would claim something with every question's 95 % interval of
    /// the finite group by itself.
    var alone = 0.0
  }

  private let rounds: Int
  private let seed: UInt64
  private let unchanged: [[Rates]]
  private let changed: [[Rates]]

  private static let rows = SurveyPlan.all.indices.flatMap { plan in
    SurveyPlan.Persons.allCases.map { (plan, $0) }
  }
  private static let columns = shares.map { [$0] } + [shares]
  private static let changes = [(0.95, 0.7), (0.95, 0.5), (0.95, 0.3), (0.5, 0.95)]

  init(rounds: Int, seed: UInt64) async {
    self.rounds = rounds
    self.seed = seed
    let same = Self.rows.flatMap { plan, persons in
      Self.columns.map { Case(plan: plan, persons: persons, before: $0, after: nil) }
    }
    let others = Self.rows.flatMap { plan, persons in
      Self.changes.map { Case(plan: plan, persons: persons, before: [$0.0], after: $0.1) }
    }
    let rates = await withTaskGroup(of: (Int, Rates).self) { group in
      for (index, entry) in (same + others).enumerated() {
        group.addTask { (index, Self.rates(entry, rounds, seed: seed &+ UInt64(index))) }
      }
      return await group.reduce(into: [Int: Rates]()) { $0[$1.0] = $1.1 }
    }
    func table(_ offset: Int, _ width: Int) -> [[Rates]] {
      Self.rows.indices.map { row in
        (0..<width).map { rates[offset + row * width + $0] ?? Rates() }
      }
    }
    unchanged = table(0, Self.columns.count)
    changed = table(same.count, Self.changes.count)
  }

  /// Rounds of the comparison of every question by itself, which is slow.
  private static let roundsAlone = 200

  private static func rates(_ entry: Case, _ rounds: Int, seed: UInt64) -> Rates {
    let plan = SurveyPlan.all[entry.plan]
    let before = plan.questions.indices.map { entry.before[$0 % entry.before.count] }
    var after = before
    if let change = entry.after { after[0] = change }
    var random = SplitMix(state: seed)
    var rates = Rates()
    for round in 0..<rounds {
      let comparison = plan.comparison(
        before: before, after: after, persons: entry.persons, &random)
      let claimed = comparison.questions.filter {
        $0.share?.evidence == .rose || $0.share?.evidence == .fell
      }
      let counts =
        entry.after == nil ? !claimed.isEmpty : claimed.contains { $0.question.id == "q0" }
      if counts { rates.claims += 1 / Double(rounds) }
      if round < roundsAlone, entry.after == nil, comparison.questions.contains(where: alone) {
        rates.alone += 1 / Double(roundsAlone)
      }
    }
    return rates
  }

  private static func alone(_ question: QuestionComparison) -> Bool {
    guard let rate = question.rate, let share = question.share,
      let new = try? NearCensus(
        invited: rate.current.concerned, answered: share.current.answered,
        positive: share.current.positive),
      let old = try? NearCensus(
        invited: rate.previous.concerned, answered: share.previous.answered,
        positive: share.previous.positive),
      let interval = try? new.difference(minus: old)
    else { return false }
    return interval.lower > 0 || interval.upper < 0
  }

  // MARK: Words

  /// The section of the page.
  var text: String {
    let worst = unchanged.joined().map(\.claims).max() ?? 0
    return """
      ## Claims of a change between two waves

      Pages of a survey that say "has risen" or "has fallen" of at least one question although no true
      share has changed: \(rounds) simulated pages a cell, seed \(seed), each compared by
      `WaveComparison` itself, whose evidence is what the sentences and the table print. Everyone's
      answers go together across questions; persons who are asked again mostly answer the same. *Mixed*:
      the questions have the six shares in turn. The two surveys of `datasets/` have their own groups,
      numbers of persons asked and rates of answers.

      | Survey | Persons | \(Self.shares.map(percentOfShare).joined(separator: " | ")) | mixed |
      |---|---|--:|--:|--:|--:|--:|--:|--:|
      \(lines(unchanged.map { $0.map(\.claims) }))

      The most is \(percent(worst)); Holm's method promises at most 5 %. The questions of one survey are
      taken together, so a page with several surveys makes that promise for each of them.

      Why not judge each question by itself, by whether the 95 % interval of the finite groups (above)
      excludes 0? It holds for those very persons, but a sentence is read as more than that, and the errors
      of many questions add up. The same pages by that rule (the first \(Self.roundsAlone)):

      | Survey | Persons | \(Self.shares.map(percentOfShare).joined(separator: " | ")) | mixed |
      |---|---|--:|--:|--:|--:|--:|--:|--:|
      \(lines(unchanged.map { $0.map(\.alone) }))

      What that costs: how often a true change of the survey's first question is claimed, all others
      unchanged at the first share.

      | Survey | Persons | \(Self.changes.map(change).joined(separator: " | ")) |
      |---|---|--:|--:|--:|--:|
      \(lines(changed.map { $0.map(\.claims) }))

      """
  }

  private func lines(_ rows: [[Double]]) -> String {
    zip(Self.rows, rows).map { row, rates in
      let cells = [SurveyPlan.all[row.0].name, row.1.rawValue] + rates.map(percent)
      return "| " + cells.joined(separator: " | ") + " |"
    }.joined(separator: "\n")
  }

  private func percentOfShare(_ share: Double) -> String { String(format: "%.0f %%", share * 100) }

  private func change(_ change: (Double, Double)) -> String {
    "\(percentOfShare(change.0)) → \(percentOfShare(change.1))"
  }

  private func percent(_ value: Double) -> String { String(format: "%.1f %%", value * 100) }
}
