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
    let groups = groups
    if !isExample {
      blocks.append(.paragraph(MeasurementSentence(study.result, groups: groups).sentence))
    }
    blocks += [.table(groups), .table(municipalities)]
    return blocks.marked(asExample: isExample)
  }

  private func cell(_ municipality: String?) -> ReportCell {
    .member(
      municipality,
      municipality.map { workspace.codes.label($0, column: "municipality") }
        ?? Label("ej angiven", "not stated"))
  }

  private var context: [TableContext] {
    .about(workspace.unit(ofTable: study.table), in: study.year)
  }

  private var groups: ReportTable {
    ReportTable(
      id: "before-after-\(study.id)", title: Label("Per grupp", "By group"),
      columns: [
        ReportColumn(
          "assignment", Label("Uppdrag", "Assignment"), shows: .value,
          exports: [.init("assignment")], dimension: "assignment"),
        .dimension(.municipality, Label("Kommun", "Municipality")),
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
            .code(change.assignment), cell(change.municipality),
            .count(change.countBefore), .count(change.countAfter),
            mean(change.meanBefore, of: change.countBefore),
            mean(change.meanAfter, of: change.countAfter),
            .share(change.relativeChange, decimals: 1),
            change.reaches(study.result.threshold).map(ReportCell.flag) ?? .none,
          ], locations: [study.location].compactMap(\.self))
      }, context: context)
  }

  private func mean(_ mean: Double, of scores: Int) -> ReportCell {
    .fact(Fact(.number(mean), base: .values(scores), precision: .decimals(2)))
  }

  private var municipalities: ReportTable {
    ReportTable(
      id: "before-after-\(study.id)-municipality",
      title: Label("Per kommun", "By municipality"),
      columns: [
        .dimension(.municipality, Label("Kommun", "Municipality")),
        ReportColumn("groups", Label("Grupper", "Groups")),
        ReportColumn("reached", Label("Nått målet", "Goal reached")),
        ReportColumn("mean_change_percent", Label("Medeländring", "Mean change")),
      ],
      rows: study.result.byMunicipality.map { part in
        ReportRow([
          cell(part.municipality), .count(part.summary.measured), .count(part.summary.reached),
          .fact(
            part.summary.meanRelativeChange.map {
              Fact(.share($0), base: .values(part.summary.comparable), precision: .decimals(1))
            }),
        ])
      }, context: context)
  }
}
