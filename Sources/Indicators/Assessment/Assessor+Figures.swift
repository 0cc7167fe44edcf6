internal import Labels
internal import Tables

extension Assessor {
  /// Judges a goal with a figure to reach.
  func judgeByFigure(_ assessment: inout Assessment, _ answering: [Outcome]) {
    let goal = assessment.goal
    if goal.qualifiers.contains(where: \.meansAll),
      let (outcome, part) = weakest(answering.filter { isOwnThing($0, of: goal) }, by: partOfWhole)
    {
      assessment.deciding = outcome
      assessment.fulfilment = part
      assessment.reason = .partOfWhole
      assessment.verdict = verdict(part, on: goal, by: outcome, isApproximate: false)
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
      if !judgeAll(&assessment, answering) { judgeFigureByWord(&assessment, answering) }
      return
    }
    switch direction {
    case .keep: judgeKeep(&assessment, answering)
    case .increase where goal.target == nil || goal.measure != .growth:
      judgeIncrease(&assessment, figures)
    default: judgeTarget(&assessment, answering, direction)
    }
  }

  /// Whether an outcome counts what its goal counts. A time limit is held by each of the things
  /// that it holds for, so theirs is another unit by nature.
  private func isOwnThing(_ outcome: Outcome, of goal: Goal) -> Bool {
    goal.measure == .duration
      || outcome.measurementUnit?.dimension == goal.measurementUnit?.dimension
  }

  private func partOfWhole(_ outcome: Outcome) -> Double? {
    guard let value = outcome.value, let total = outcome.total, total > 0 else { return nil }
    return value / total
  }

  /// A share that the document gives as all of them is 100 %.
  private func judgeAll(_ assessment: inout Assessment, _ answering: [Outcome]) -> Bool {
    let goal = assessment.goal
    guard goal.measure == .share, goal.direction == .atLeast, let target = goal.target,
      let outcome = latest(answering).first(where: { $0.qualifiers.contains(where: \.meansAll) }),
      let fulfilment = rules.fulfilment(outcome: 100, target: target, direction: .atLeast)
    else { return false }
    assessment.deciding = outcome
    assessment.fulfilment = fulfilment
    assessment.reason = .allOfThem
    assessment.verdict = rules.verdict(fulfilment: fulfilment, isApproximate: false)
    return true
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

  /// The verdict on a fulfilment: a target that was missed while there was time left is under way,
  /// unless the document says that it was missed. So is a limit that was kept until then, and, in the
  /// course of a year, whatever may yet fall again.
  private func verdict(
    _ fulfilment: Double, on goal: Goal, by outcome: Outcome, isApproximate: Bool
  ) -> Verdict {
    let verdict = rules.verdict(fulfilment: fulfilment, isApproximate: isApproximate)
    guard goal.runsOn(after: outcome) else { return verdict }
    let isFinal =
      verdict == .met && goal.direction != .atMost && goal.direction != .range
      && (!isOpen(goal) || goal.measure?.accumulates ?? false)
    let saysMissed = verdict != .met && outcome.statedStatus?.meaning == .notDone
    return isFinal || saysMissed ? verdict : .underWay
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
    assessment.verdict = verdict(
      fulfilment, on: goal, by: outcome,
      isApproximate: goal.qualifiers.contains(where: \.isApproximate))
  }

  private func convert(_ value: Double, _ outcome: Outcome, to goal: Goal) -> Double? {
    switch (outcome.measurementUnit, goal.measurementUnit) {
    case (nil, nil): value
    case (let from?, let to?) where from.dimension == to.dimension: value * from.factor / to.factor
    default: nil
    }
  }

  // MARK: Against an earlier figure

  private func judgeKeep(_ assessment: inout Assessment, _ answering: [Outcome]) {
    // The points of a trend are in base units, so the figure must be, too.
    let inBaseUnits = { (outcome: Outcome) -> Double? in
      outcome.value.map { $0 * (outcome.measurementUnit?.factor ?? 1) }
    }
    guard let base = assessment.trend?.latestOutcome(before: assessment.goal.year),
      base.value > 0, let (outcome, value) = weakest(answering, by: inBaseUnits)
    else {
      assessment.reason = .nothingEarlier
      return
    }
    guard base.isComparable(with: TrendPoint(outcome, value: value)) else {
      assessment.reason = .measuredOtherwise(year: base.year)
      return
    }
    assessment.deciding = outcome
    assessment.fulfilment = value / base.value
    assessment.reason = .earlierFigure(year: base.year, value: base.value)
    assessment.verdict = verdict(
      value / base.value, on: assessment.goal, by: outcome, isApproximate: false)
  }

  private func judgeIncrease(_ assessment: inout Assessment, _ figures: [Outcome]) {
    let goal = assessment.goal
    let change: Double
    var outcome = figures[0]
    func settle(_ fulfilment: Double, isApproximate: Bool) {
      assessment.fulfilment = fulfilment
      assessment.verdict = verdict(
        fulfilment, on: goal, by: outcome, isApproximate: isApproximate)
    }
    let growth = { (outcome: Outcome) -> Double? in
      outcome.measurementUnit?.dimension == "share" ? outcome.value : nil
    }
    if goal.measure == .growth, let (growing, stated) = weakest(figures, by: growth) {
      outcome = growing
      assessment.deciding = growing
      change = stated
      assessment.reason = .figure
    } else if let base = assessment.trend?.latestOutcome(before: goal.year) {
      guard let trend = assessment.trend?.change(to: goal.year) else {
        assessment.reason =
          assessment.trend?.hasOutcome(of: goal.year) == true
          ? .measuredOtherwise(year: base.year) : .nothingEarlier
        return
      }
      change = trend.absolute
      assessment.reason = .earlierFigure(year: base.year, value: base.value)
      if let target = goal.target, target > 0 {
        guard let relative = trend.relative else { return }
        settle(
          max(0, relative * 100 / target),
          isApproximate: goal.qualifiers.contains(where: \.isApproximate))
        return
      }
    } else {
      assessment.reason = .nothingEarlier
      return
    }
    settle(change > 0 ? 1 : 0, isApproximate: false)
  }
}
