public import Diagnostics
internal import Labels
public import Tables

/// The vocabulary that goals and outcomes of a workspace refer to.
public struct IndicatorVocabulary: Sendable {
  /// Units of measure by Swedish name.
  public var measurementUnits: [String: MeasurementUnit]

  /// A vocabulary.
  public init(measurementUnits: [String: MeasurementUnit]) {
    self.measurementUnits = measurementUnits
  }
}

extension Goal {
  /// The columns of `targets.csv`.
  public static let columns = [
    "id", "year", "ends", "label_sv", "label_en", "measure", "target_value", "target_unit",
    "direction", "qualifier", "kind", "part_of", "range", "indicator", "owner_sv", "owner_en",
    "cause_sv", "cause_en", "next_step_sv", "next_step_en", "document", "line", "note_sv",
    "note_en",
  ]

  /// Reads the goals of a unit; two rows that are the ends of one range become one goal.
  public static func read(
    _ table: Table, unit: String, vocabulary: IndicatorVocabulary
  ) -> (goals: [Goal], diagnostics: [Diagnostic]) {
    var reader = IndicatorRowReader(table: table, vocabulary: vocabulary)
    reader.requireColumns(["id", "year", "label_sv"])
    var goals: [Goal] = []
    for row in table.rows {
      guard let id = reader.identifier(row), let year = reader.year(row) else { continue }
      let measureText = row.text("measure")
      let goal = Goal(
        id: id, unit: unit, year: year, ends: reader.end(row, of: year), label: row.label(),
        measure: reader.word(row, "measure"), target: reader.number(row, "target_value"),
        upperTarget: nil,
        measurementUnit: reader.measurementUnit(row, "target_unit"),
        direction: reader.word(row, "direction"), qualifiers: reader.qualifiers(row),
        kind: reader.word(row, "kind") ?? .goal, group: row.text("part_of"),
        range: row.text("range"), indicator: row.text("indicator"), note: row.label("note"),
        owner: row.label("owner"), cause: row.label("cause"), nextStep: row.label("next_step"),
        sources: [row.documentReference].compactMap(\.self), locations: [row.location])
      if goal.direction == nil, measureText != nil, goal.kind == .goal, goal.target != nil {
        reader.diagnostics.append(
          Diagnostic(
            .note, "goal-direction", at: row.location,
            "goal '\(id)' has a target value but no direction",
            because: "without a direction it cannot be judged",
            fixes: ["write at_least or at_most in the column direction"]))
      }
      if let range = goal.range, let index = goals.firstIndex(where: { $0.range == range }) {
        goals[index].join(goal)
      } else {
        goals.append(goal)
      }
    }
    return (goals, reader.diagnostics)
  }

  private mutating func join(_ other: Goal) {
    let ends = [target, other.target].compactMap(\.self).sorted()
    target = ends.first
    // One end alone is no range; a third row widens it.
    upperTarget = ends.count > 1 ? ends.last : nil
    direction = .range
    qualifiers.removeAll { $0 == .range }
    sources += other.sources
    locations += other.locations
  }
}

extension Outcome {
  /// The columns of `outcomes.csv`.
  public static let columns = [
    "id", "target_id", "year", "period", "label_sv", "label_en", "value", "value_unit",
    "of_total", "forecast", "qualifier", "stated_status", "read_status", "role", "indicator",
    "document",
    "line", "note_sv", "note_en",
  ]

  /// Reads the outcomes of a unit.
  public static func read(
    _ table: Table, unit: String, vocabulary: IndicatorVocabulary
  ) -> (outcomes: [Outcome], diagnostics: [Diagnostic]) {
    var reader = IndicatorRowReader(table: table, vocabulary: vocabulary)
    reader.requireColumns(["id", "year", "label_sv"])
    var outcomes: [Outcome] = []
    for row in table.rows {
      guard let id = reader.identifier(row), let year = reader.year(row) else { continue }
      let goal = row.text("target_id")
      outcomes.append(
        Outcome(
          id: id, goal: goal, unit: unit, year: year, period: row.text("period") ?? String(year),
          label: row.label(), statedValue: reader.number(row, "value"),
          measurementUnit: reader.measurementUnit(row, "value_unit"),
          statedTotal: reader.number(row, "of_total"),
          forecast: reader.number(row, "forecast"), qualifiers: reader.qualifiers(row),
          statedStatus: reader.word(row, "stated_status"),
          readStatus: reader.word(row, "read_status"),
          role: reader.word(row, "role") ?? (goal == nil ? .figure : .answer),
          indicator: row.text("indicator"), note: row.label("note"),
          source: row.documentReference ?? DocumentReference(document: "", line: nil),
          location: row.location, computed: nil))
    }
    return (outcomes, reader.diagnostics)
  }
}

extension Row {
  /// The label in `<prefix>_sv` and `<prefix>_en`; a missing language takes the other's text.
  func label(_ prefix: String = "label") -> Label {
    let swedish = text("\(prefix)_sv")
    let english = text("\(prefix)_en")
    return Label(swedish ?? english ?? "", english ?? swedish ?? "")
  }
}
