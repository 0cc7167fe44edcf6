import Diagnostics
import Labels
import Tables

@testable import Indicators

/// Goals and outcomes with only what a test is about; the rest is the same everywhere.
enum IndicatorFixture {
  static let units: [String: MeasurementUnit] = [
    unit("procent", "per cent", "share"), unit("möten", "meetings", "möten"),
    unit("besök", "visits", "besök"), unit("granskningar", "reviews", "granskningar"),
    unit("halvdagar", "half-days", "dagar", 0.5), unit("dagar", "days", "dagar"),
    unit("kr", "SEK", "money"), unit("tkr", "SEK thousand", "money", 1000),
    unit("mnkr", "SEK million", "money", 1_000_000), unit("kommuner", "municipalities", "kommuner"),
    unit("matriser", "matrices", "matriser"), unit("personer", "persons", "besök"),
  ].reduce(into: [:]) { $0[$1.name] = $1 }

  static func unit(
    _ name: String, _ english: String, _ dimension: String, _ factor: Double = 1
  ) -> MeasurementUnit {
    MeasurementUnit(
      name: name, label: Label(name, english), dimension: dimension, factor: factor)
  }

  static func goal(
    id: String = "mål", year: Int = 2023, ends: CalendarDate? = nil, measure: Measure? = .count,
    target: Double? = nil,
    upTo upperTarget: Double? = nil, in unit: String? = nil, _ direction: Direction? = .atLeast,
    words qualifiers: [Qualifier] = [], kind: Goal.Kind = .goal, group: String? = nil,
    indicator: String? = nil
  ) -> Goal {
    Goal(
      id: id, unit: "enhet", year: year, ends: ends, label: Label(same: id), measure: measure,
      target: target,
      upperTarget: upperTarget, measurementUnit: unit.flatMap { units[$0] }, direction: direction,
      qualifiers: qualifiers, kind: kind, group: group, range: nil, indicator: indicator,
      note: Label(same: ""), sources: [], locations: [])
  }

  static func outcome(
    id: String = "utfall", to goal: String? = "mål", year: Int = 2023, period: String? = nil,
    _ value: Double? = nil, of total: Double? = nil, in unit: String? = nil,
    words qualifiers: [Qualifier] = [], stated: StatedStatus? = nil, read: StatedStatus? = nil,
    role: Outcome.Role = .answer, indicator: String? = nil, name: String? = nil,
    computed: ComputedValue? = nil
  ) -> Outcome {
    Outcome(
      id: id, goal: goal, unit: "enhet", year: year, period: period ?? String(year),
      // What one indicator measures has one name, so that its years compare.
      label: Label(same: name ?? indicator ?? id), statedValue: value,
      measurementUnit: unit.flatMap { units[$0] },
      statedTotal: total, qualifiers: qualifiers, statedStatus: stated, readStatus: read,
      role: role, indicator: indicator, note: Label(same: ""),
      source: DocumentReference(document: "004", line: nil),
      location: SourceLocation(file: "outcomes.csv"), computed: computed)
  }

  /// A computed figure with its certainty.
  static func computed(_ value: Double, of total: Double? = nil, _ certainty: Certainty)
    -> ComputedValue
  {
    ComputedValue(
      value: value, total: total, method: Label(same: ""), certainty: certainty, sources: [])
  }

  /// The assessment of the first goal, in a year that is reported on: another goal has an outcome.
  static func assess(_ goals: [Goal], _ outcomes: [Outcome]) -> Assessment {
    let other = goal(id: "annat", year: goals[0].year, .done)
    let done = outcome(id: "annat-utfall", to: "annat", year: goals[0].year, stated: .carriedOut)
    return Assessor(rules: AssessmentRules(), goals: goals + [other], outcomes: outcomes + [done])
      .assess(goals[0])
  }
}
