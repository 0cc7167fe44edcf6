public import Labels

/// Whether a goal was reached. See ``AssessmentRules`` for when which verdict is given.
public enum Verdict: String, Sendable, CaseIterable, Hashable {
  /// Reached.
  case met
  /// Missed by little.
  case nearly
  /// Missed.
  case notMet = "not_met"
  /// Not reached yet, and there was time left when the outcome was told.
  case underWay = "under_way"
  /// Wanted no more.
  case dropped
  /// To come: no outcome can be there yet.
  case planned
  /// Cannot be told from what is stated.
  case cannotAssess = "cannot_assess"
  /// No goal, so nothing to judge: a condition or a routine.
  case notJudged = "not_judged"

  /// The verdict as a report shows it beside one goal.
  public var label: Label {
    switch self {
    case .met: Label("uppnått", "met")
    case .nearly: Label("nästan uppnått", "nearly met")
    case .notMet: Label("ej uppnått", "not met")
    case .underWay: Label("pågår", "under way")
    case .dropped: Label("utgår", "dropped")
    case .planned: Label("planerat", "planned")
    case .cannotAssess: Label("kan ej bedömas", "cannot be assessed")
    case .notJudged: Label("bedöms inte", "not judged")
    }
  }

  /// Weak verdicts come first; `nil` for those that tell nothing about how far a goal was reached.
  var rank: Int? {
    switch self {
    case .notMet: 0
    case .underWay: 1
    case .nearly: 2
    case .met: 3
    case .dropped, .planned, .cannotAssess, .notJudged: nil
    }
  }
}
