import Diagnostics
import Indicators
import Labels

@testable import Reports

/// Goals and outcomes with only what a test is about, read as a workspace reads them.
enum GoalFixture {
  private static let units: [String: MeasurementUnit] = [
    unit("procent", "per cent", "share"), unit("st", "pieces", "st"), unit("dagar", "days", "time"),
    unit("månader", "months", "månader"), unit("kr", "kronor", "money"),
    unit("tkr", "thousand kronor", "money", 1000), unit("verksamheter", "entities", "entities"),
  ].reduce(into: [:]) { $0[$1.name] = $1 }

  private static func unit(
    _ name: String, _ english: String, _ dimension: String, _ factor: Double = 1
  ) -> MeasurementUnit {
    MeasurementUnit(
      name: name, label: Label(name, english), dimension: dimension, factor: factor)
  }

  static func goal(
    _ direction: Direction? = .atLeast, _ target: Double? = nil, _ unit: String? = nil,
    measure: Measure = .count, words: [Qualifier] = []
  ) -> Goal {
    var goal = template
    goal.direction = direction
    goal.target = target
    goal.measurementUnit = unit.flatMap { units[$0] }
    goal.measure = measure
    goal.qualifiers = words
    return goal
  }

  static func outcome(_ value: Double?, _ unit: String? = nil) -> Outcome {
    var outcome = outcomeTemplate
    outcome.statedValue = value
    outcome.measurementUnit = unit.flatMap { units[$0] }
    return outcome
  }

  static func assessment(_ goal: Goal, _ outcome: Outcome? = nil) -> Assessment {
    Assessor(
      rules: AssessmentRules(), goals: [goal], outcomes: [outcome].compactMap(\.self)
    ).assess(goal)
  }

  private static let template = Goal.read(
    table("id,year,label_sv\nm,2024,mål", "targets.csv"), unit: "enhet",
    vocabulary: IndicatorVocabulary(measurementUnits: units)
  ).goals[0]

  private static let outcomeTemplate = Outcome.read(
    table("id,year,label_sv,target_id\nu,2024,utfall,m", "outcomes.csv"), unit: "enhet",
    vocabulary: IndicatorVocabulary(measurementUnits: units)
  ).outcomes[0]
}
