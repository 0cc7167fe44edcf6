internal import Statistics
public import Tables

/// Judges goals by ``AssessmentRules``.
public struct Assessor: Sendable {
  let rules: AssessmentRules
  private let goals: [Goal]
  private let outcomes: [String: [Outcome]]
  private let members: [String: [Goal]]
  private let trends: [String: IndicatorTrend]
  /// The years that some outcome tells of; the goals of all others are plans as yet.
  private let reportedYears: Set<Int>
  /// The day at whose end goals are judged, where that is in the course of a year.
  let asOf: CalendarDate?

  /// Takes all goals and outcomes of a workspace, of every year: trends and "keep" need them. Those of
  /// an interim report are what was known at the end of a day.
  public init(
    rules: AssessmentRules, goals: [Goal], outcomes: [Outcome], asOf: CalendarDate? = nil
  ) {
    self.rules = rules
    self.asOf = asOf
    self.goals = goals
    let byGoal = Dictionary(
      grouping: outcomes.filter { $0.goal != nil }, by: { $0.goal ?? "" })
    self.outcomes = byGoal
    members = Dictionary(grouping: goals.filter { $0.group != nil }, by: { $0.group ?? "" })
    trends = IndicatorTrend.trends(goals, outcomes)
    reportedYears = Set(
      goals.filter { goal in
        byGoal[goal.id, default: []].contains { $0.isAnswer && $0.lastDay.year >= goal.year }
      }.map(\.year))
  }

  /// The trends by indicator.
  public var allTrends: [IndicatorTrend] { trends.values.sorted { $0.indicator < $1.indicator } }

  /// The assessments of a year's goals, in the order of the goals.
  public func assessments(year: Int, unit: String? = nil) -> [Assessment] {
    goals.filter { $0.year == year && (unit == nil || $0.unit == unit) }.map(assess)
  }

  /// Judges one goal.
  public func assess(_ goal: Goal) -> Assessment { assess(goal, inside: []) }

  /// Judges a goal as a part of other goals: a group that contains itself must not recur for ever.
  private func assess(_ goal: Goal, inside groups: Set<String>) -> Assessment {
    let outcomes = outcomes[goal.id] ?? []
    let answering = outcomes.filter(\.isAnswer)
    var assessment = Assessment(
      goal: goal, outcomes: outcomes, deciding: nil, fulfilment: nil, verdict: .cannotAssess,
      reason: .noOutcome, statedStatus: statedStatus(answering),
      trend: goal.indicator.flatMap { trends[$0] })
    let parts = parts(of: goal, inside: groups)
    if goal.kind != .goal {
      assessment.verdict = .notJudged
      assessment.reason = goal.kind == .condition ? .condition : .routine
    } else if !parts.isEmpty {
      judgeGroup(&assessment, parts, answering, inside: groups.union([goal.id]))
    } else if answering.isEmpty, !outcomes.isEmpty || !reportedYears.contains(goal.year) {
      judgeWithoutAnswer(&assessment)
    } else {
      judge(&assessment, answering)
    }
    if isOpen(goal), assessment.isUndecided(answering) {
      assessment.verdict = .underWay
      assessment.reason = .notOver
    }
    if let deciding = assessment.deciding {
      assessment.certainty = certainty(of: deciding)
      assessment.goalProbability = probability(goal, deciding)
    }
    return assessment
  }

  /// Whether an interim report comes before the last day on which a goal can be reached.
  func isOpen(_ goal: Goal) -> Bool { asOf.map { goal.lastDay > $0 } ?? false }

  /// A goal that only plans speak of, or whose year nobody has reported on yet.
  private func judgeWithoutAnswer(_ assessment: inout Assessment) {
    guard
      assessment.outcomes.contains(where: \.isExpected)
        || !reportedYears.contains(assessment.goal.year)
    else { return }
    assessment.verdict = .planned
    assessment.reason = .planned
  }

  private func judge(_ assessment: inout Assessment, _ answering: [Outcome]) {
    let goal = assessment.goal
    if let word = word(answering), word.status.meaning == .dropped {
      judge(&assessment, by: word)
    } else if goal.direction == .done || isDoneOnce(goal, answering)
      || isWordGoal(goal, answering)
    {
      judgeByWord(&assessment, answering)
    } else {
      judgeByFigure(&assessment, answering)
      // Where no figure can decide, the document's own verdict does, then one that was read from it;
      // not where the figure that there is counts something else than the goal.
      if assessment.verdict == .cannotAssess, !assessment.isOfOtherThings,
        let word = verdictWord(answering) ?? readVerdictWord(answering)
      {
        judge(&assessment, by: word)
      }
    }
    let isHidden = latest(answering).contains { $0.isWithheld && $0.value == nil }
    if assessment.verdict == .cannotAssess, isHidden { assessment.reason = .withheld }
  }

  // MARK: Groups

  private func parts(of goal: Goal, inside groups: Set<String>) -> [Goal] {
    (members[goal.id] ?? []).filter {
      $0.id != goal.id && $0.kind == .goal && !groups.contains($0.id)
    }
  }

  private func judgeGroup(
    _ assessment: inout Assessment, _ parts: [Goal], _ answering: [Outcome],
    inside groups: Set<String>
  ) {
    let kept = parts.map { assess($0, inside: groups) }.filter { $0.verdict != .dropped }
    let verdicts = kept.map(\.verdict)
    let assessed = verdicts.filter { $0.rank != nil }
    // What cannot be told yet is under way, and nobody has judged it.
    let open = kept.count { $0.reason == .notOver }
    assessment.reason =
      open > 0 && open == assessed.count
      ? .notOver : .group(assessed: assessed.count - open, of: verdicts.count)
    assessment.deciding = answering.first
    if let weakest = assessed.min(by: { ($0.rank ?? 0) < ($1.rank ?? 0) }) {
      assessment.verdict = weakest
    } else if verdicts.isEmpty {
      assessment.verdict = .dropped
    } else if let word = verdictWord(answering) {
      judge(&assessment, by: word)
    } else if verdicts.contains(.planned) {
      assessment.verdict = .planned
      assessment.reason = .planned
    }
  }

  // MARK: Certainty

  private func certainty(of outcome: Outcome) -> Certainty {
    if let computed = outcome.computed { return computed.certainty }
    return outcome.qualifiers.contains(where: \.isApproximate) ? .approximate : .stated
  }

  private func probability(_ goal: Goal, _ outcome: Outcome) -> Double? {
    guard let target = goal.target else { return nil }
    switch (outcome.computed?.certainty, goal.direction) {
    case (.survey(let base), .atLeast) where goal.measure == .share:
      return try? base.nearCensus?.goalProbability(atLeast: target / 100)
    case (.surveyMean(let mean), .atLeast) where outcome.measurementUnit == goal.measurementUnit:
      return try? mean.goalProbability(atLeast: target)
    case (.surveyMean(let mean), .atMost) where outcome.measurementUnit == goal.measurementUnit:
      return try? mean.goalProbability(atMost: target)
    default: return nil
    }
  }
}

extension Assessment {
  /// Whether nothing that has been told decides, but something that is told later can.
  fileprivate func isUndecided(_ answering: [Outcome]) -> Bool {
    guard goal.kind == .goal, verdict == .cannotAssess || verdict == .planned else { return false }
    return switch reason {
    case .noOutcome, .planned, .nothingEarlier, .wordsOnly, .noStatement, .group: true
    default: answering.isEmpty
    }
  }
}

/// The outcomes of the latest period.
func latest(_ outcomes: [Outcome]) -> [Outcome] {
  guard let end = outcomes.map(\.lastDay).max() else { return [] }
  return outcomes.filter { $0.lastDay == end }
}
