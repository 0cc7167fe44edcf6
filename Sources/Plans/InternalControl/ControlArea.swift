public import Diagnostics
public import Labels
public import Tables

/// What a control found. The raw value is the slug in the file.
public enum ControlResult: String, Hashable, Sendable, CaseIterable {
  /// Nothing to remark on.
  case ok
  /// Work is under way.
  case underway = "pagar"
  /// A deviation.
  case deviation = "avvikelse"
}

/// One area of an internal control plan.
public struct ControlArea: Hashable, Sendable {
  /// The number in the plan.
  public var number: Int?
  /// The part of the plan it stands in.
  public var section: String?
  /// The slug.
  public var area: String
  /// The wording.
  public var label: Label?
  /// How many points are checked.
  public var controlPoints: Int?
  /// How they are checked.
  public var methods: Label?
  /// How often a year.
  public var perYear: Double?
  /// Whether the area is also checked all the time.
  public var isContinuous: Bool
  /// The role that answers for it.
  public var responsible: Label?
  /// What was found; `nil` when the plan does not say.
  public var result: ControlResult?
  /// A remark on it.
  public var resultNote: Label?
  /// When it was checked; the last day of a month or year that is given instead.
  public var controlDate: PlanPeriod?
  /// Where the row stands.
  public var source: PlanSource
}

/// The control areas of a table and what is wrong with them.
///
/// Needed columns: `area`, `result`, `per_year`, `control_points_count`. Known columns: `number`,
/// `section`, `area_label` or `label`, `methods`, `result_note` (each also as `_sv` and `_en`),
/// `lopande`, `responsible_role`, `control_date`, `document` or `source_file`, `line`.
public struct InternalControlPlan: Sendable {
  /// One area a row, in the order of the file.
  public let areas: [ControlArea]
  /// What is wrong, in the order of the file.
  public let diagnostics: [Diagnostic]

  /// The columns that mean something.
  package static let columns =
    [
      "area", "result", "per_year", "control_points_count", "number", "section", "lopande",
      "control_date", "document", "source_file", "line",
    ] + PlanReader.texts(["area_label", "label", "methods", "result_note", "responsible_role"])

  /// Reads a table.
  public init(_ table: Table) {
    var reader = PlanReader(
      table, needs: ["area", "result", "per_year", "control_points_count"])
    areas = table.rows.map { row in
      ControlArea(
        number: reader.integer(row, "number"), section: row.text("section"),
        area: reader.key(row, "area"), label: row.label("area_label") ?? row.label("label"),
        controlPoints: reader.integer(row, "control_points_count"),
        methods: row.label("methods"), perYear: reader.number(row, "per_year"),
        isContinuous: row.flag("lopande"), responsible: row.label("responsible_role"),
        result: reader.word(row, "result", "control-result", as: ControlResult.self),
        resultNote: row.label("result_note"), controlDate: reader.period(row, "control_date"),
        source: row.source)
    }
    diagnostics = reader.diagnostics
  }
}
