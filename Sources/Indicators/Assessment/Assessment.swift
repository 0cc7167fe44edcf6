internal import Labels

/// A goal with its outcomes, its verdict and how sure it is.
public struct Assessment: Hashable, Sendable {
  /// The goal.
  public var goal: Goal
  /// Every outcome that belongs to it.
  public var outcomes: [Outcome]
  /// The outcome that decided; `nil` when none could.
  public var deciding: Outcome?
  /// How much of the target was reached: 1 is all of it. `nil` when it cannot be told.
  public var fulfilment: Double?
  /// The verdict that the rules give.
  public var verdict: Verdict
  /// Why.
  public var reason: AssessmentReason
  /// The document's word beside the outcome: its verdict where it gives one, otherwise what it says
  /// of the carrying out.
  public var statedStatus: StatedStatus?
  /// How certain the outcome is.
  public var certainty: Certainty?
  /// The probability that the goal holds among all who were asked, from 0 to 1.
  public var goalProbability: Double?
  /// The development of the indicator.
  public var trend: IndicatorTrend?

  /// Whether the document gives another verdict than the computed one. A word for the carrying out
  /// is no verdict, and a verdict that one side cannot give does not count as different.
  public var differs: Bool {
    guard let stated = statedStatus?.documentVerdict, verdict.rank != nil else { return false }
    return stated != verdict
  }

  /// Whether goal and outcome are in units that do not compare.
  var isOfOtherThings: Bool {
    if case .unitsDiffer = reason { true } else { false }
  }

  /// The latest figure before the goal's year: where the goal starts from.
  public var baseline: TrendPoint? {
    guard let point = trend?.latestOutcome(before: goal.year),
      point.dimension == goal.measurementUnit?.dimension
    else { return nil }
    return point
  }

  /// The baseline in the goal's own unit.
  public var baselineValue: Double? {
    baseline.map { $0.value / (goal.measurementUnit?.factor ?? 1) }
  }

  /// What the baseline is called and counted in, where that is not what the goal is.
  public var baselineDefinition: TrendPoint.Definition? {
    guard let own = baseline?.definition,
      own.name != TrendPoint.withoutYears(goal.label.swedish)
        || own.unit?.name != goal.measurementUnit?.name
    else { return nil }
    return own
  }

  /// What is left from the baseline to the target, in the goal's own unit; 0 where nothing is.
  public var gap: Double? {
    guard let target = goal.target, let start = baselineValue else { return nil }
    return switch goal.direction {
    case .atLeast: max(0, target - start)
    case .atMost: max(0, start - target)
    default: nil
    }
  }

  /// The figure that the deciding outcome had to reach, in the outcome's own unit; `nil` where no
  /// figure was held against another.
  public var threshold: Double? {
    guard let outcome = deciding, outcome.value != nil else { return nil }
    let factor = outcome.measurementUnit?.factor ?? 1
    switch reason {
    case .earlierFigure(_, let value):
      return value / factor
    case .figure:
      guard let target = goal.target, goal.measure != .growth || goal.direction != .increase else {
        return goal.target
      }
      let scale = (goal.measurementUnit?.factor ?? 1) / factor
      if goal.direction == .range, let upper = goal.upperTarget, let value = outcome.value,
        value > target * scale
      {
        return upper * scale
      }
      return target * scale
    default: return nil
    }
  }
}
