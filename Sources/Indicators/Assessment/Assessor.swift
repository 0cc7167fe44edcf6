internal import Labels
internal import Statistics

/// Judges goals by ``AssessmentRules``.
public struct Assessor: Sendable {
  private let rules: AssessmentRules
  private let goals: [Goal]
  private let answers: [String: [Outcome]]
  private let members: [String: [Goal]]
  private let trends: [String: IndicatorTrend]

  /// Takes all goals and outcomes of a workspace, of every year: trends and "keep" need them.
  public init(rules: AssessmentRules, goals: [Goal], outcomes: [Outcome]) {
    self.rules = rules
    self.goals = goals
    answers = Dictionary(grouping: outcomes.filter { $0.goal != nil }, by: { $0.goal ?? "" })
    members = Dictionary(grouping: goals.filter { $0.group != nil }, by: { $0.group ?? "" })
    trends = Self.trends(goals, outcomes)
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
    let outcomes = answers[goal.id] ?? []
    let answering = outcomes.filter { $0.role == .answer }
    var assessment = Assessment(
      goal: goal, outcomes: outcomes, deciding: nil, fulfilment: nil, verdict: .cannotAssess,
      reason: .noOutcome, statedStatus: weakestStatus(answering)?.status,
      trend: goal.indicator.flatMap { trends[$0] })
    if goal.kind == .condition {
      assessment.reason = .condition
    } else if case let parts = parts(of: goal, inside: groups), !parts.isEmpty {
      judgeGroup(&assessment, parts, inside: groups.union([goal.id]))
    } else if goal.direction == .done || isWordGoal(goal) {
      judgeByStatus(&assessment, answering)
    } else {
      judgeByFigure(&assessment, answering)
    }
    if let deciding = assessment.deciding {
      assessment.certainty = certainty(of: deciding)
      assessment.goalProbability = probability(goal, deciding)
    }
    return assessment
  }

  // MARK: Status words

  /// A goal with nothing to measure by but words: growth without threshold or earlier figure.
  private func isWordGoal(_ goal: Goal) -> Bool {
    goal.direction == .increase && goal.target == nil
      && (answers[goal.id] ?? []).allSatisfy { $0.value == nil || $0.role != .answer }
      && (answers[goal.id] ?? []).contains { $0.statedStatus != nil }
  }

  private func weakestStatus(
    _ outcomes: [Outcome]
  ) -> (outcome: Outcome, status: StatedStatus)? {
    outcomes.compactMap { outcome in outcome.statedStatus.map { (outcome, $0) } }
      .min { $0.1.verdict.rank < $1.1.verdict.rank }
  }

  private func judgeByStatus(_ assessment: inout Assessment, _ answering: [Outcome]) {
    guard !answering.isEmpty else { return }
    let read = answering.compactMap { outcome in outcome.readStatus.map { (outcome, $0) } }
      .min { $0.1.verdict.rank < $1.1.verdict.rank }
    let stated = weakestStatus(answering)
    guard let (outcome, status) = stated ?? read else {
      assessment.reason = .noStatement
      return
    }
    assessment.deciding = outcome
    assessment.verdict = status.verdict
    assessment.reason = .status(status, isRead: stated == nil)
    assessment.fulfilment =
      switch status.verdict {
      case .met: 1
      case .notMet: 0
      case .nearly, .cannotAssess: nil
      }
  }

  private func parts(of goal: Goal, inside groups: Set<String>) -> [Goal] {
    (members[goal.id] ?? []).filter { $0.id != goal.id && !groups.contains($0.id) }
  }

  private func judgeGroup(
    _ assessment: inout Assessment, _ parts: [Goal], inside groups: Set<String>
  ) {
    let verdicts = parts.map { assess($0, inside: groups).verdict }
    let assessed = verdicts.filter { $0 != .cannotAssess }
    assessment.reason = .group(assessed: assessed.count, of: verdicts.count)
    assessment.verdict = assessed.min { $0.rank < $1.rank } ?? .cannotAssess
    assessment.deciding = assessment.outcomes.first { $0.role == .answer }
  }

  // MARK: Figures

  private func judgeByFigure(_ assessment: inout Assessment, _ answering: [Outcome]) {
    let goal = assessment.goal
    if goal.qualifiers.contains(where: \.meansAll),
      let (outcome, part) = weakest(answering, by: Self.partOfWhole)
    {
      assessment.deciding = outcome
      assessment.fulfilment = part
      assessment.reason = .partOfWhole
      assessment.verdict = rules.verdict(fulfilment: part, isApproximate: false)
      return
    }
    guard goal.measure != nil else {
      assessment.reason = .noMeasure
      return
    }
    guard !answering.isEmpty else { return }
    // A share without a threshold still has an outcome to show.
    let figures = latest(answering.filter { $0.value != nil })
    assessment.deciding = figures.first
    guard let direction = goal.direction else {
      assessment.reason = goal.target == nil ? .noThreshold : .noDirection
      return
    }
    guard !figures.isEmpty else {
      if let (outcome, status) = weakestStatus(answering), status.saysNotDone {
        assessment.deciding = outcome
        assessment.verdict = .notMet
        assessment.reason = .status(status, isRead: false)
        return
      }
      assessment.reason =
        answering.contains { $0.statedStatus != nil || !$0.qualifiers.isEmpty }
        ? .wordsOnly : .noStatement
      return
    }
    switch direction {
    case .keep: judgeKeep(&assessment, answering)
    case .increase where goal.target == nil || goal.measure != .growth:
      judgeIncrease(&assessment, figures)
    default: judgeTarget(&assessment, answering, direction)
    }
  }

  private static func partOfWhole(_ outcome: Outcome) -> Double? {
    guard let value = outcome.value, let total = outcome.total, total > 0 else { return nil }
    return value / total
  }

  /// Of the outcomes that a measure is defined for, the ones of the latest period; of these the one
  /// for which it is least.
  private func weakest(
    _ outcomes: [Outcome], by measure: (Outcome) -> Double?
  ) -> (outcome: Outcome, measure: Double)? {
    latest(outcomes.filter { measure($0) != nil })
      .compactMap { outcome in measure(outcome).map { (outcome, $0) } }
      .min { $0.1 < $1.1 }
  }

  private func judgeTarget(
    _ assessment: inout Assessment, _ answering: [Outcome], _ direction: Direction
  ) {
    let goal = assessment.goal
    // A range with one end only has no threshold to hold a figure against.
    guard let target = goal.target, direction != .range || goal.upperTarget != nil else {
      assessment.reason = .noThreshold
      return
    }
    let fulfilment = { (outcome: Outcome) -> Double? in
      outcome.value.flatMap { convert($0, outcome, to: goal) }.flatMap {
        rules.fulfilment(
          outcome: $0, target: target, upperTarget: goal.upperTarget, direction: direction)
      }
    }
    guard let (outcome, fulfilment) = weakest(answering, by: fulfilment) else {
      assessment.reason = .unitsDiffer(
        goal: goal.measurementUnit?.label ?? Label(same: "–"),
        outcome: assessment.deciding?.measurementUnit?.label ?? Label(same: "–"))
      return
    }
    assessment.deciding = outcome
    assessment.fulfilment = fulfilment
    assessment.reason = .figure
    assessment.verdict = rules.verdict(
      fulfilment: fulfilment, isApproximate: goal.qualifiers.contains(where: \.isApproximate))
  }

  private func judgeKeep(_ assessment: inout Assessment, _ answering: [Outcome]) {
    // The points of a trend are in base units, so the figure must be, too.
    let inBaseUnits = { (outcome: Outcome) -> Double? in
      outcome.value.map { $0 * (outcome.measurementUnit?.factor ?? 1) }
    }
    guard let base = assessment.trend?.latestOutcome(before: assessment.goal.year),
      base.value > 0, let (outcome, value) = weakest(answering, by: inBaseUnits),
      outcome.measurementUnit?.dimension == base.dimension
    else {
      assessment.reason = .nothingEarlier
      return
    }
    assessment.deciding = outcome
    assessment.fulfilment = value / base.value
    assessment.reason = .earlierFigure(year: base.year, value: base.value)
    assessment.verdict = rules.verdict(fulfilment: value / base.value, isApproximate: false)
  }

  private func judgeIncrease(_ assessment: inout Assessment, _ figures: [Outcome]) {
    let change: Double
    let growth = { (outcome: Outcome) -> Double? in
      outcome.measurementUnit?.dimension == "share" ? outcome.value : nil
    }
    if assessment.goal.measure == .growth, let (outcome, stated) = weakest(figures, by: growth) {
      assessment.deciding = outcome
      change = stated
      assessment.reason = .figure
    } else if let trend = assessment.trend?.change(to: assessment.goal.year),
      let base = assessment.trend?.latestOutcome(before: assessment.goal.year)
    {
      if let target = assessment.goal.target, target > 0 {
        guard let relative = trend.relative else { return }
        let fulfilment = max(0, relative * 100 / target)
        assessment.fulfilment = fulfilment
        assessment.reason = .earlierFigure(year: base.year, value: base.value)
        assessment.verdict = rules.verdict(
          fulfilment: fulfilment,
          isApproximate: assessment.goal.qualifiers.contains(where: \.isApproximate))
        return
      }
      change = trend.absolute
      assessment.reason = .earlierFigure(year: base.year, value: base.value)
    } else {
      assessment.reason = .nothingEarlier
      return
    }
    assessment.fulfilment = change > 0 ? 1 : 0
    assessment.verdict = change > 0 ? .met : .notMet
  }

  private func latest(_ outcomes: [Outcome]) -> [Outcome] {
    guard let end = outcomes.map(Self.end).max() else { return [] }
    return outcomes.filter { Self.end($0) == end }
  }

  /// Where a period ends, as a text that sorts: the year 2012 ends later than June 2012.
  private static func end(_ outcome: Outcome) -> String {
    let last = outcome.period.split(separator: "/").last.map(String.init) ?? ""
    return switch last.utf8.count {
    case 4: last + "-12-31"
    case 7: last + "-31"
    default: last
    }
  }

  private func convert(_ value: Double, _ outcome: Outcome, to goal: Goal) -> Double? {
    switch (outcome.measurementUnit, goal.measurementUnit) {
    case (nil, nil): value
    case (let from?, let to?) where from.dimension == to.dimension: value * from.factor / to.factor
    default: nil
    }
  }

  // MARK: Certainty

  private func certainty(of outcome: Outcome) -> Certainty {
    if let computed = outcome.computed { return computed.certainty }
    return outcome.qualifiers.contains(where: \.isApproximate) ? .approximate : .stated
  }

  private func probability(_ goal: Goal, _ outcome: Outcome) -> Double? {
    guard case .survey(let base) = outcome.computed?.certainty, goal.measure == .share,
      goal.direction == .atLeast, let target = goal.target, let census = base.nearCensus
    else { return nil }
    return try? census.goalProbability(atLeast: target / 100)
  }

  private static func trends(_ goals: [Goal], _ outcomes: [Outcome]) -> [String: IndicatorTrend] {
    var points: [String: [TrendPoint]] = [:]
    for outcome in outcomes {
      guard let indicator = outcome.indicator, let value = outcome.value else { continue }
      points[indicator, default: []].append(
        TrendPoint(
          year: outcome.year, value: value * (outcome.measurementUnit?.factor ?? 1),
          kind: outcome.statedStatus == .forecast ? .forecast : .outcome, id: outcome.id,
          dimension: outcome.measurementUnit?.dimension))
    }
    for goal in goals {
      guard let indicator = goal.indicator, let target = goal.target else { continue }
      points[indicator, default: []].append(
        TrendPoint(
          year: goal.year, value: target * (goal.measurementUnit?.factor ?? 1), kind: .target,
          id: goal.id, dimension: goal.measurementUnit?.dimension))
    }
    return Dictionary(
      uniqueKeysWithValues: points.map {
        ($0.key, IndicatorTrend(indicator: $0.key, points: $0.value))
      })
  }
}

extension Verdict {
  /// Weak verdicts first; one that cannot be given comes last, so that it never decides.
  fileprivate var rank: Int {
    switch self {
    case .notMet: 0
    case .nearly: 1
    case .met: 2
    case .cannotAssess: 3
    }
  }
}
