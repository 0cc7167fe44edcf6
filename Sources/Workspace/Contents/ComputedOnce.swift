public import Indicators
internal import Query
internal import Tables

/// What follows from the contents of a workspace, each computed by the first who asks.
final class ComputedOnce: Sendable {
  let goals = OnceValue<[Goal], Never>()
  let outcomes = OnceValue<[Outcome], Never>()
  let assessor = OnceValue<Assessor, Never>()
  let assessments = OnceValues<Goal, Assessment, Never>()
  let findings = OnceValue<[Finding], Never>()
  let consistency = OnceValues<String, [ConsistencyResult], Never>()
  let rules = OnceValues<RuleOfUnit, [ConsistencyResult], QueryError>()
}

/// A rule that a unit's figures are held against.
struct RuleOfUnit: Hashable {
  let rule: ConsistencyRule
  let unit: String
}

extension LoadedWorkspace {
  /// Judges the goals.
  public var assessor: Assessor {
    computed.assessor.value {
      Assessor(rules: rules, goals: goals, outcomes: outcomes, asOf: day.interim)
    }
  }

  /// Judges one goal, once a load.
  public func assess(_ goal: Goal) -> Assessment {
    computed.assessments.value(goal) { assessor.assess(goal) }
  }

  /// The assessments of a year's goals, in the order of the goals.
  public func assessments(year: Int, unit: String? = nil) -> [Assessment] {
    let goals = goals.filter { $0.year == year && (unit == nil || $0.unit == unit) }
    return ParallelLoop.map(goals.count) { assess(goals[$0]) }
  }
}
