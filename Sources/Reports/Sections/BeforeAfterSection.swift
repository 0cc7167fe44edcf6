internal import Labels
internal import Statistics
internal import Surveys
internal import Tables
internal import Workspace

/// The same groups measured before and after.
struct BeforeAfterSection {
  let workspace: LoadedWorkspace
  let study: BeforeAfterStudy

  func blocks() -> [Block] {
    var blocks: [Block] = [.heading(level: 1, study.title)]
    let isExample = study.provenance?.isExample == true
    blocks += study.provenance?.notes ?? []
    // Made-up scores have not changed.
    if !isExample { blocks.append(.paragraph(MeasurementSentence(study.result).label)) }
    blocks += [.table(table), .table(municipalities)]
    return blocks.marked(asExample: isExample)
  }

  private func label(_ municipality: String?) -> Label {
    municipality.map { workspace.codes.label($0, column: "municipality") }
      ?? Label("ej angiven", "not stated")
  }

  private var table: ReportTable {
    ReportTable(
      id: "before-after-\(study.id)", title: Label("Per grupp", "By group"),
      columns: [
        ReportColumn("assignment", Label("Uppdrag", "Assignment")),
        ReportColumn("municipality_label", Label("Kommun", "Municipality")),
        .data("municipality"),
        ReportColumn("answers_before", Label("Svar före", "Answers before")),
        ReportColumn("answers_after", Label("Svar efter", "Answers after")),
        ReportColumn("mean_before", Label("Medel före", "Mean before")),
        ReportColumn("mean_after", Label("Medel efter", "Mean after")),
        ReportColumn("change_percent", Label("Ändring", "Change")),
        ReportColumn("reached", Label("Nått målet", "Goal reached")),
      ],
      rows: study.result.assignments.map { change in
        ReportRow(
          [
            .code(change.assignment), .text(label(change.municipality)),
            .code(change.municipality), .count(change.countBefore), .count(change.countAfter),
            .number(change.meanBefore, decimals: 2), .number(change.meanAfter, decimals: 2),
            .share(change.relativeChange, decimals: 1),
            change.reaches(study.result.threshold).map(ReportCell.flag) ?? .none,
          ], locations: [study.location].compactMap(\.self))
      })
  }

  private var municipalities: ReportTable {
    ReportTable(
      id: "before-after-\(study.id)-municipality",
      title: Label("Per kommun", "By municipality"),
      columns: [
        ReportColumn("municipality_label", Label("Kommun", "Municipality")),
        .data("municipality"),
        ReportColumn("groups", Label("Grupper", "Groups")),
        ReportColumn("reached", Label("Nått målet", "Goal reached")),
        ReportColumn("mean_change_percent", Label("Medeländring", "Mean change")),
      ],
      rows: study.result.byMunicipality.map { part in
        ReportRow([
          .text(label(part.municipality)), .code(part.municipality),
          .count(part.summary.measured), .count(part.summary.reached),
          .share(part.summary.meanRelativeChange, decimals: 1),
        ])
      })
  }
}
