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
  /// The verdict that the document's own word amounts to.
  public var statedStatus: StatedStatus?
  /// How certain the outcome is.
  public var certainty: Certainty?
  /// The probability that the goal holds among all who were asked, from 0 to 1.
  public var goalProbability: Double?
  /// The development of the indicator.
  public var trend: IndicatorTrend?

  /// Whether the document's own verdict is another than the computed one. A verdict that one
  /// side cannot give does not count as different.
  public var differs: Bool {
    guard let stated = statedStatus?.verdict, stated != .cannotAssess, verdict != .cannotAssess
    else { return false }
    return stated != verdict
  }
}
