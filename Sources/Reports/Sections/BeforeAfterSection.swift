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
    if !isExample { blocks.append(.paragraph(sentence)) }
    blocks += [.table(table), .table(municipalities)]
    return blocks.marked(asExample: isExample)
  }

  private var sentence: Label {
    let result = study.result
    let change = (result.summary.meanRelativeChange ?? 0) * 100
    func text(_ language: Language) -> String { NumberStyle(language).signed(change, decimals: 1) }
    func limit(_ language: Language) -> String {
      NumberStyle(language).text(result.threshold * 100, upTo: 1)
    }
    let interval = result.summary.changeInterval.map { interval in
      func ends(_ language: Language) -> String {
        let style = NumberStyle(language)
        return style.signed(interval.lower * 100, decimals: 1) + " – "
          + style.signed(interval.upper * 100, decimals: 1) + style.percentSign
      }
      return Label(" (95 %: \(ends(.swedish)))", " (95%: \(ends(.english)))")
    }
    return Label(
      "\(result.summary.measured) grupper är mätta två gånger; i medel ändrades prestationen med "
        + "\(text(.swedish)) %\(interval?.swedish ?? ""). \(result.summary.reached) nådde minst \(limit(.swedish)) %. "
        + "\(result.paused.count) pausade uppdrag är lämnade utanför"
        + (result.measuredOnce.isEmpty
          ? "." : ", \(result.measuredOnce.count) mättes bara en gång."),
      "\(result.summary.measured) groups were measured twice; on average performance changed by "
        + "\(text(.english))%\(interval?.english ?? ""). \(result.summary.reached) reached at least \(limit(.english))%. "
        + "\(result.paused.count) paused assignments are left out"
        + (result.measuredOnce.isEmpty ? "." : ", \(result.measuredOnce.count) measured only once.")
    )
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
            change.reaches(study.result.threshold).map(ReportValue.flag) ?? .none,
          ], locations: workspace.table(study.table)?.table.rows.first.map { [$0.location] } ?? [])
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
