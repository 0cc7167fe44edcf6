internal import Labels
internal import Plans
internal import Tables
internal import Workspace

/// Internal control: what was planned, what came out, which deviations are due.
struct ControlSection {
  let workspace: LoadedWorkspace
  let unit: UnitContents
  let year: Int

  private var controls: [ControlArea] { unit.controls(in: year, usual: workspace.year) }

  func blocks() -> [Block] {
    guard !controls.isEmpty else { return [] }
    let followUp = InternalControlFollowUp(
      areas: controls, year: year, asOf: workspace.asOf(year: year))
    return [
      .heading(level: 1, Label("Internkontroll \(year)", "Internal control \(year)")),
      .paragraph(ControlSentence(followUp.total).label),
      .table(sections(followUp)),
      .table(deviations(followUp)),
      .table(areas),
    ]
  }

  private func sections(_ followUp: InternalControlFollowUp) -> ReportTable {
    ReportTable(
      id: "control-sections", title: Label("Per avsnitt", "By section"),
      columns: [
        ReportColumn("section_label", Label("Avsnitt", "Section")), .data("section"),
        ReportColumn("areas", Label("Områden", "Areas")),
        ReportColumn("control_points", Label("Kontrollpunkter", "Control points")),
        ReportColumn("planned_controls", Label("Planerade kontroller", "Planned controls")),
        ReportColumn("done", Label("Utan anmärkning", "No remark")),
        ReportColumn("open", Label("Ej avslutade", "Not concluded")),
      ],
      rows: (followUp.bySection + [followUp.total]).map { count in
        ReportRow(
          [
            .text(
              count.key.map { workspace.codes.label($0, column: "section").capitalised }
                ?? Label("Samtliga", "All")),
            .code(count.key ?? "all"), .count(count.areas), .count(count.controlPoints),
            .number(count.plannedControls, decimals: 0), .count(count.done), .count(count.open),
          ], documents: count.sources.unique)
      })
  }

  private func deviations(_ followUp: InternalControlFollowUp) -> ReportTable {
    ReportTable(
      id: "control-deviations",
      title: Label("Avvikelser att följa upp", "Deviations to follow up"),
      columns: [
        ReportColumn("label", Label("Område", "Area")), .data("area"),
        ReportColumn("result", Label("Resultat", "Result")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
        ReportColumn("due", Label("Senast", "Due")),
        ReportColumn("date_stated", Label("Kontrolldatum angivet", "Control date stated")),
        ReportColumn("late", Label("Försenad", "Late")),
      ],
      rows: followUp.deviations.map { deviation in
        let area = deviation.area
        return ReportRow(
          [
            .text(area.label ?? Label(same: area.area)), .code(area.area),
            area.result.map { .text($0.label) } ?? .none,
            area.resultNote.map(ReportCell.text) ?? .none, .code(deviation.due.description),
            .flag(deviation.isDateStated), .flag(deviation.isLate),
          ], documents: [area.source.reference].compactMap(\.self),
          locations: [area.source.location])
      },
      notes: [
        Label(
          "Avvikelser följs upp inom sex månader från kontrollen. Saknas kontrollens datum "
            + "räknas från årets slut.",
          "Deviations are followed up within six months of the control. Where its date is "
            + "not stated, the end of the year counts.")
      ])
  }

  private var areas: ReportTable {
    ReportTable(
      id: "control-areas", title: Label("Alla kontrollområden", "All control areas"),
      columns: [
        ReportColumn("number", Label("Nr", "No.")),
        ReportColumn("label", Label("Område", "Area")), .data("area"),
        ReportColumn("control_points", Label("Punkter", "Points")),
        ReportColumn("per_year", Label("Per år", "Per year")),
        ReportColumn("continuous", Label("Löpande", "Continuous")),
        ReportColumn("methods", Label("Metod", "Method")),
        ReportColumn("result", Label("Resultat", "Result")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: controls.map { area in
        ReportRow(
          [
            .count(area.number), .text(area.label ?? Label(same: area.area)), .code(area.area),
            .count(area.controlPoints), .number(area.perYear, decimals: 0),
            .flag(area.isContinuous), area.methods.map(ReportCell.text) ?? .none,
            area.result.map { .text($0.label) } ?? .none,
            area.resultNote.map(ReportCell.text) ?? .none,
          ], documents: [area.source.reference].compactMap(\.self),
          locations: [area.source.location])
      })
  }
}
