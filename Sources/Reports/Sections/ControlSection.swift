internal import Diagnostics
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
    let controls = controls
    guard !controls.isEmpty else { return [] }
    let followUp = InternalControlFollowUp(
      areas: controls, year: year, asOf: workspace.asOf(year: year))
    let (sections, areas) = (sections(followUp), areas(controls))
    return [
      .heading(level: 1, Label("Internkontroll \(year)", "Internal control \(year)")),
      .paragraph(ControlSentence(sections: sections, areas: areas).sentence),
      .table(sections), .chart(chart(sections)),
      .table(deviations(followUp)),
      .table(areas),
    ]
  }

  private func sections(_ followUp: InternalControlFollowUp) -> ReportTable {
    ReportTable(
      id: "control-sections", title: Label("Per avsnitt", "By section"),
      columns: [
        .dimension(.section, Label("Avsnitt", "Section")),
        ReportColumn("areas", Label("Områden", "Areas")),
        ReportColumn("control_points", Label("Kontrollpunkter", "Control points")),
        ReportColumn("planned_controls", Label("Planerade kontroller", "Planned controls")),
        ReportColumn("done", Label("Utan anmärkning", "No remark")),
        ReportColumn("open", Label("Ej avslutade", "Not concluded")),
      ],
      rows: followUp.bySection.map { count in
        let label =
          count.key.map { workspace.codes.label($0, column: "section") }
          ?? Label("ej angivet", "not stated")
        return row(count, Member(count.key, label.capitalised))
      } + [row(followUp.total, .total(), totalOf: .section)],
      context: .about(unit, in: year))
  }

  private func row(
    _ count: ControlCount, _ member: Member, totalOf dimension: Dimension? = nil
  ) -> ReportRow {
    ReportRow(
      [
        .member([member]), .count(count.areas), .count(count.controlPoints),
        .number(count.plannedControls, decimals: 0), .count(count.done), .count(count.open),
      ], documents: count.sources.unique, totalOf: dimension)
  }

  private func chart(_ sections: ReportTable) -> ReportChart {
    ReportChart(
      id: sections.id,
      title: Label("Resultat per avsnitt", "Results by section"), kind: .stackedBar,
      table: sections.id, labels: Dimension.section.id, figures: ["done", "open"])
  }

  private func deviations(_ followUp: InternalControlFollowUp) -> ReportTable {
    ReportTable(
      id: "control-deviations",
      title: Label("Avvikelser att följa upp", "Deviations to follow up"),
      columns: [
        Self.column,
        ReportColumn("responsible", Label("Ansvarig", "Responsible")),
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
            name(area), area.responsible.map(ReportCell.text) ?? .none, result(area),
            area.resultNote.map(ReportCell.text) ?? .none,
            .day(deviation.due), .flag(deviation.isDateStated), .flag(deviation.isLate),
          ], documents: [area.source.reference].compactMap(\.self),
          locations: [area.source.location])
      },
      notes: [
        Footnote(
          Label(
            "Avvikelser följs upp inom sex månader från kontrollen. Saknas kontrollens datum "
              + "räknas från årets slut.",
            "Deviations are followed up within six months of the control. Where its date is "
              + "not stated, the end of the year counts."), on: .column("due"))
      ], context: .about(unit, in: year))
  }

  private func areas(_ controls: [ControlArea]) -> ReportTable {
    ReportTable(
      id: "control-areas", title: Label("Alla kontrollområden", "All control areas"),
      columns: [
        Self.column,
        ReportColumn("number", Label("Nr", "No.")),
        ReportColumn("control_points", Label("Punkter", "Points")),
        ReportColumn("frequency", Label("Hur ofta", "How often"), for: .readers),
        .data("per_year"), .data("continuous"),
        ReportColumn("methods", Label("Metod", "Method")),
        ReportColumn("responsible", Label("Ansvarig", "Responsible")),
        ReportColumn("result", Label("Resultat", "Result")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: controls.map { area in
        ReportRow(
          [
            name(area), .count(area.number), .count(area.controlPoints),
            PlanTimes.frequency(area.perYear, isContinuous: area.isContinuous)
              .map(ReportCell.words) ?? .none,
            .number(area.perYear, decimals: 0), .flag(area.isContinuous),
            area.methods.map(ReportCell.text) ?? .none,
            area.responsible.map(ReportCell.text) ?? .none, result(area),
            area.resultNote.map(ReportCell.text) ?? .none,
          ], documents: [area.source.reference].compactMap(\.self),
          locations: [area.source.location])
      }, context: .about(unit, in: year))
  }

  /// What names a row: the wording of an area and its slug.
  private static let column = ReportColumn(
    Dimension.area.id, Label("Område", "Area"), shows: .label,
    exports: [.init("label", .label), .init("area", .id)], dimension: .area)

  private func name(_ area: ControlArea) -> ReportCell {
    .member(area.area, area.label ?? Label(same: area.area))
  }

  private func result(_ area: ControlArea) -> ReportCell {
    area.result.map { .member($0.rawValue, $0.label) } ?? .none
  }
}
