internal import Diagnostics
internal import Indicators
internal import Labels
public import Workspace

/// One goal of a year and what its figures rest on: documents and lines, files and rows, and how a figure was
/// found.
public enum GoalReport {
  /// Builds the report; `nil` where the year has no such goal.
  public static func document(
    _ workspace: LoadedWorkspace, goal: String, year: Int
  ) -> ReportDocument? {
    guard let unit = workspace.units.first(where: { $0.goals.contains { $0.id == goal } }),
      let assessment = workspace.assessments(year: year, unit: unit.id)
        .first(where: { $0.goal.id == goal })
    else { return nil }
    let section = GoalSection(workspace: workspace, assessments: [assessment])
    var shown = section.table(
      id: "goals", title: Label("Målet och utfallet", "The goal and its outcome"))
    shown.audience = .readers
    var blocks =
      DamageNote(workspace: workspace, units: [unit]).blocks
      + DisclosureNote(workspace: workspace).blocks + [.table(shown)]
    blocks += followUp(assessment.goal)
    blocks += [
      .heading(level: 1, Label("Vad det vilar på", "What it rests on")),
      .table(evidence(assessment, workspace)),
    ]
    return ReportDocument(
      id: "goal", title: assessment.goal.label,
      subtitle: Label("\(unit.label.swedish) · \(year)", "\(unit.label.english) · \(year)"),
      blocks: blocks
    ).of(workspace)
  }

  /// What its owner says of it.
  private static func followUp(_ goal: Goal) -> [Block] {
    [
      (Label("Ansvarig", "Owner"), goal.owner), (Label("Orsak", "Cause"), goal.cause),
      (Label("Nästa steg", "Next step"), goal.nextStep), (Label("Anmärkning", "Remark"), goal.note),
    ].filter { !$0.1.isEmpty }.map { name, text in
      .paragraph(
        Label("\(name.swedish): \(text.swedish)", "\(name.english): \(text.english)"))
    }
  }

  private static func evidence(
    _ assessment: Assessment, _ workspace: LoadedWorkspace
  ) -> ReportTable {
    let names = workspace.documentNames
    func row(
      _ kind: Label, _ name: Label, _ how: Label, _ documents: [DocumentReference],
      _ places: [SourceLocation]
    ) -> ReportRow {
      ReportRow(
        [
          .words(Sentence(kind)), .words(Sentence(name)), .words(Sentence(how)),
          documents.isEmpty ? .none : .words(Sentence(names.label(documents))),
          places.isEmpty
            ? .none
            : .words(
              Sentence(Label(same: places.map(\.description).unique.joined(separator: "\n")))),
        ], documents: documents, locations: places)
    }
    let goal = assessment.goal
    let stated = Label("anges i dokumentet", "stated in the document")
    var rows = [
      row(
        Label("målvärde", "target"), goal.label, stated, goal.sources, goal.locations)
    ]
    for outcome in assessment.outcomes {
      // A goal that a survey or a case log sets is answered by a figure that no document has.
      let isOnlyComputed =
        outcome.statedValue == nil && outcome.statedStatus == nil && outcome.readStatus == nil
        && (outcome.computed != nil || outcome.isWithheld)
      rows.append(
        row(
          Label("utfall", "outcome"), outcome.label,
          isOnlyComputed ? Label("räknas ut av data", "computed from data") : stated,
          [outcome.source], [outcome.location]))
      guard let computed = outcome.computed, !outcome.isWithheld else { continue }
      rows.append(
        row(
          Label("uträknat utfall", "computed outcome"), outcome.label, computed.method, [],
          computed.sources))
    }
    return ReportTable(
      id: "evidence", title: Label("Källor", "Sources"),
      columns: [
        ReportColumn("kind", Label("Vad", "What")), ReportColumn("name", Label("Om", "About")),
        ReportColumn("how", Label("Hur", "How")),
        ReportColumn("document", Label("Dokument", "Document")),
        ReportColumn("place", Label("I arbetsytan", "In the workspace")),
      ], rows: rows)
  }
}
