package import Diagnostics
package import Labels

extension Goal {
  /// A share or a mean to reach, as the definition of a survey or a case log states it: without words beside
  /// it.
  package init(
    defined id: String, unit: String, year: Int, label: Label, measure: Measure, target: Double,
    measurementUnit: MeasurementUnit?, direction: Direction, indicator: String,
    source: DocumentReference, location: SourceLocation
  ) {
    self.init(
      id: id, unit: unit, year: year, label: label, measure: measure, target: target,
      measurementUnit: measurementUnit, direction: direction, qualifiers: [], kind: .goal,
      indicator: indicator, note: Label("", ""), sources: [source], locations: [location])
  }
}

extension Outcome {
  /// An outcome that answers such a goal, to be computed: nobody states it.
  package init(answering goal: Goal, id: String, period: String) {
    self.init(
      id: id, goal: goal.id, unit: goal.unit, year: goal.year, period: period, label: goal.label,
      measurementUnit: goal.measurementUnit, qualifiers: [], role: .answer,
      indicator: goal.indicator, note: Label("", ""),
      source: goal.sources.first ?? DocumentReference(document: "", line: nil),
      location: goal.locations.first ?? SourceLocation(file: ""))
  }
}
