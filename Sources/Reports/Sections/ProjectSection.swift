internal import Indicators
internal import Labels
internal import Plans
internal import Workspace

/// Projects: budget use beside places use, participants against plan, deviations.
struct ProjectSection {
  let workspace: LoadedWorkspace
  let unit: UnitContents
  let year: Int
  private let words = GoalWords()

  init(workspace: LoadedWorkspace, unit: UnitContents, year: Int) {
    self.workspace = workspace
    self.unit = unit
    self.year = year
  }

  func blocks() -> [Block] {
    let measures = unit.projectMeasures(in: year, usual: workspace.year)
    var projects: [String] = []
    for measure in measures where !projects.contains(measure.project) {
      projects.append(measure.project)
    }
    return projects.flatMap { project in
      blocks(ProjectFollowUp(project: project, measures: measures))
    }
  }

  private func blocks(_ project: ProjectFollowUp) -> [Block] {
    let name = workspace.codes.label(project.project, column: "project")
    var blocks: [Block] = [.heading(level: 1, name)]
    if !project.use.isEmpty { blocks.append(.table(use(project))) }
    if !project.participants.isEmpty { blocks.append(.table(participants(project))) }
    if !project.phases.isEmpty { blocks.append(.table(phases(project))) }
    if !project.deviations.isEmpty { blocks.append(.table(deviations(project))) }
    let rest = project.measures.filter {
      $0.kind != .deviation && $0.kind != .budgetUse && $0.kind != .placesUse
        && $0.kind != .participants && !($0.status?.isPhase ?? false)
    }
    if !rest.isEmpty { blocks.append(.table(measures(rest, project.project))) }
    return blocks
  }

  private func use(_ project: ProjectFollowUp) -> ReportTable {
    ReportTable(
      id: "\(project.project)-use",
      title: Label("Budgetförbrukning och använda platser", "Budget use and places used"),
      columns: [
        ReportColumn("group", Label("Grupp", "Group")),
        ReportColumn("as_of_label", Label("Per", "As of"), for: .readers), .data("as_of"),
        ReportColumn("places_percent", Label("Platser", "Places")),
        ReportColumn("budget_percent", Label("Budget", "Budget")),
        ReportColumn("threshold_percent", Label("Gräns", "Threshold")),
        ReportColumn("gap_points", Label("Till gränsen, pe", "To threshold, pp")),
        ReportColumn("reached", Label("Nått", "Reached")),
        ReportColumn("approximate", Label("Ungefärligt", "Approximate")),
      ],
      rows: project.use.map { use in
        let measures = [use.places, use.budget, use.threshold].compactMap(\.self)
        return ReportRow(
          [
            use.group.map(ReportCell.text) ?? .none, text(use.asOf), .code(use.asOf?.text),
            .share(use.places?.value.map { $0 / 100 }),
            .share(use.budget?.value.map { $0 / 100 }),
            .share(use.threshold?.value.map { $0 / 100 }),
            use.gap.map { .points($0 / 100, decimals: 0) } ?? .none,
            use.isMet.map(ReportCell.flag) ?? .none, .flag(use.isApproximate),
          ], documents: measures.compactMap(\.source.reference),
          locations: measures.map(\.source.location))
      })
  }

  private func participants(_ project: ProjectFollowUp) -> ReportTable {
    ReportTable(
      id: "\(project.project)-participants",
      title: Label("Deltagare mot plan", "Participants against plan"),
      columns: [
        ReportColumn("label", Label("Uppgift", "Figure")),
        ReportColumn("participants", Label("Deltagare", "Participants")),
        ReportColumn("planned", Label("Plan", "Plan")),
        ReportColumn("as_of_label", Label("Per", "As of"), for: .readers), .data("as_of"),
        ReportColumn("phase", Label("I fas", "In phase")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: project.participants.map { participants in
        let measure = participants.measure
        return ReportRow(
          [
            .text(measure.label ?? Label(same: measure.id)), .number(measure.value, decimals: 0),
            .number(participants.plan?.value, decimals: 0), text(measure.asOf),
            .code(measure.asOf?.text),
            participants.status.map { .text($0.label) } ?? .none,
            measure.note.map(ReportCell.text) ?? .none,
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      })
  }

  private func phases(_ project: ProjectFollowUp) -> ReportTable {
    ReportTable(
      id: "\(project.project)-phases", title: Label("I fas eller inte", "In phase or not"),
      columns: [
        ReportColumn("label", Label("Uppgift", "Item")),
        ReportColumn("as_of_label", Label("Per", "As of"), for: .readers), .data("as_of"),
        ReportColumn("phase", Label("Läge", "State")),
      ],
      rows: project.phases.map { measure in
        ReportRow(
          [
            .text(measure.label ?? Label(same: measure.id)), text(measure.asOf),
            .code(measure.asOf?.text), measure.status.map { .text($0.label) } ?? .none,
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      })
  }

  private func deviations(_ project: ProjectFollowUp) -> ReportTable {
    ReportTable(
      id: "\(project.project)-deviations", title: Label("Avvikelser", "Deviations"),
      columns: [
        ReportColumn("label", Label("Avvikelse", "Deviation")),
        ReportColumn("value", Label("Storlek", "Size"), for: .readers),
        ReportColumn("cause", Label("Orsak", "Cause")),
        ReportColumn("action", Label("Åtgärd", "Action")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: project.deviations.map { measure in
        ReportRow(
          [
            .text(measure.label ?? Label(same: measure.id)), value(measure),
            measure.cause.map(ReportCell.text) ?? .text("ej angiven", "not stated"),
            measure.action.map(ReportCell.text) ?? .text("ej angiven", "not stated"),
            measure.note.map(ReportCell.text) ?? .none,
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      })
  }

  private func measures(_ measures: [ProjectMeasure], _ project: String) -> ReportTable {
    ReportTable(
      id: "\(project)-measures", title: Label("Övriga uppgifter", "Other figures"),
      columns: [
        ReportColumn("label", Label("Uppgift", "Figure")), .data("measure"), .data("kind"),
        ReportColumn("value", Label("Värde", "Value"), for: .readers), .data("number"),
        ReportColumn("period_label", Label("Tid", "Time"), for: .readers), .data("period"),
        ReportColumn("status", Label("Status", "Status")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: measures.map { measure in
        let ends = [measure.start, measure.end].compactMap(\.self)
        let periods = ends.isEmpty ? [measure.asOf].compactMap(\.self) : ends
        return ReportRow(
          [
            .text(measure.label ?? Label(same: measure.id)), .code(measure.id),
            .code(measure.kind?.rawValue), value(measure), .number(measure.value),
            text(periods),
            .code(periods.isEmpty ? nil : periods.map(\.text).joined(separator: " – ")),
            measure.status.map { .text($0.label) } ?? .none,
            measure.note.map(ReportCell.text) ?? .none,
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      })
  }

  private func text(_ period: PlanPeriod?) -> ReportCell { text([period].compactMap(\.self)) }

  private func text(_ periods: [PlanPeriod]) -> ReportCell {
    guard !periods.isEmpty else { return .none }
    let labels = periods.map(\.label)
    return .text(
      labels.map(\.swedish).joined(separator: " – "), labels.map(\.english).joined(separator: " – ")
    )
  }

  private func value(_ measure: ProjectMeasure) -> ReportCell {
    guard let value = measure.value else { return .none }
    let unit = measure.unit.map { label in
      workspace.measurementUnits[label.swedish]
        ?? MeasurementUnit(name: label.swedish, label: label, dimension: label.swedish, factor: 1)
    }
    return .text(
      Label(words.quantity(value, unit, .swedish), words.quantity(value, unit, .english)))
  }
}
