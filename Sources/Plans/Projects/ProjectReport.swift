public import Diagnostics
public import Tables

/// The measures of a table and what is wrong with them.
///
/// Needed columns: `id`, `project`, `kind`. Known columns: `organisation`, `value`, `qualifier`,
/// `as_of`, `date_start`, `date_end`, `status`, `target_id`, and the texts `label`, `value_unit`,
/// `group`, `cause`, `action`, `note` (each also as `_sv` and `_en`), `document` or `source_file`,
/// `line`. Every row becomes a measure; a cell that makes no sense is missing and has a diagnostic.
public struct ProjectReport: Sendable {
  /// One measure a row, in the order of the file.
  public let measures: [ProjectMeasure]
  /// What is wrong, in the order of the file.
  public let diagnostics: [Diagnostic]

  /// The columns that mean something.
  package static let columns =
    [
      "id", "project", "kind", "organisation", "value", "qualifier", "as_of", "date_start",
      "date_end", "status", "target_id", "document", "source_file", "line",
    ] + PlanReader.texts(["label", "value_unit", "group", "cause", "action", "note"])

  /// Reads a table.
  public init(_ table: Table) {
    var reader = PlanReader(table, needs: ["id", "project", "kind"])
    measures = table.rows.map { row in
      let measure = ProjectMeasure(row, &reader)
      if let start = measure.start, let end = measure.end, end.last < start.first {
        reader.report(
          .warning, "plan-period", at: row.location, "the period ends before it starts",
          value: "\(start.text) – \(end.text)",
          swedish: Diagnostic.Wording("perioden slutar innan den börjar"))
      }
      reader.impossibleDays(row, in: ["note", "note_sv", "note_en"])
      return measure
    }
    diagnostics = reader.diagnostics
  }

  /// One follow-up a project, in the order of the file.
  public var followUps: [ProjectFollowUp] {
    var projects: [String] = []
    for measure in measures where !projects.contains(measure.project) {
      projects.append(measure.project)
    }
    return projects.map { ProjectFollowUp(project: $0, measures: measures) }
  }
}

extension ProjectMeasure {
  fileprivate init(_ row: Row, _ reader: inout PlanReader) {
    self.init(
      id: reader.key(row, "id"),
      project: reader.identifier(row, "project") ?? reader.key(row, "project"),
      organisation: row.text("organisation"),
      kind: reader.word(row, "kind", "project-kind", as: ProjectMeasureKind.self),
      label: row.label("label"), value: reader.number(row, "value"),
      unit: row.label("value_unit"), qualifier: row.text("qualifier"),
      asOf: reader.period(row, "as_of"), start: reader.period(row, "date_start"),
      end: reader.period(row, "date_end"), group: row.label("group"),
      status: reader.word(row, "status", "project-status", as: ProjectStatus.self),
      targetID: row.text("target_id"), cause: row.label("cause"), action: row.label("action"),
      note: row.label("note"), source: row.source)
  }
}
