internal import Indicators
internal import Labels
internal import Plans
internal import Workspace

/// Projects: budget use beside places use, participants against plan, deviations.
struct ProjectSection {
  let workspace: LoadedWorkspace
  let unit: UnitContents
  let year: Int

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
        Self.period("as_of", Label("Per", "As of")),
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
            use.group.map(ReportCell.text) ?? .none, period([use.asOf]), published(use.places),
            published(use.budget), .share(use.threshold?.value.map { $0 / 100 }),
            .points(use.gap.map { $0 / 100 }),
            use.isMet.map(ReportCell.flag) ?? .none, .flag(use.isApproximate),
          ], documents: measures.compactMap(\.source.reference),
          locations: measures.map(\.source.location))
      }, context: .about(unit, in: year))
  }

  private func participants(_ project: ProjectFollowUp) -> ReportTable {
    ReportTable(
      id: "\(project.project)-participants",
      title: Label("Deltagare mot plan", "Participants against plan"),
      columns: [
        ReportColumn("label", Label("Uppgift", "Figure")),
        ReportColumn("participants", Label("Deltagare", "Participants")),
        ReportColumn("planned", Label("Plan", "Plan")),
        Self.period("as_of", Label("Per", "As of")),
        ReportColumn("phase", Label("I fas", "In phase")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: project.participants.map { participants in
        let measure = participants.measure
        return ReportRow(
          [
            name(measure), .number(measure.value, decimals: 0),
            .number(participants.plan?.value, decimals: 0), period([measure.asOf]),
            status(participants.status),
            measure.note.map(ReportCell.text) ?? .none,
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      }, context: .about(unit, in: year))
  }

  private func phases(_ project: ProjectFollowUp) -> ReportTable {
    ReportTable(
      id: "\(project.project)-phases", title: Label("I fas eller inte", "In phase or not"),
      columns: [
        ReportColumn("label", Label("Uppgift", "Item")),
        Self.period("as_of", Label("Per", "As of")),
        ReportColumn("phase", Label("Läge", "State")),
      ],
      rows: project.phases.map { measure in
        ReportRow(
          [
            name(measure), period([measure.asOf]), status(measure.status),
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      }, context: .about(unit, in: year))
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
            name(measure), value(measure),
            measure.cause.map(ReportCell.text) ?? .text("ej angiven", "not stated"),
            measure.action.map(ReportCell.text) ?? .text("ej angiven", "not stated"),
            measure.note.map(ReportCell.text) ?? .none,
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      }, context: .about(unit, in: year))
  }

  private func measures(_ measures: [ProjectMeasure], _ project: String) -> ReportTable {
    ReportTable(
      id: "\(project)-measures", title: Label("Övriga uppgifter", "Other figures"),
      columns: [
        ReportColumn(
          "measure", Label("Uppgift", "Figure"), shows: .label,
          exports: [.init("label", .label), .init("measure", .id)], dimension: "measure"),
        .data("kind"),
        ReportColumn(
          "value", Label("Värde", "Value"), shows: .value, exports: [.init("number", .value)]),
        Self.period("period", Label("Tid", "Time")),
        ReportColumn("status", Label("Status", "Status")),
        ReportColumn("note", Label("Anmärkning", "Remark")),
      ],
      rows: measures.map { measure in
        let ends = [measure.start, measure.end].compactMap(\.self)
        return ReportRow(
          [
            name(measure), .code(measure.kind?.rawValue), value(measure),
            period(ends.isEmpty ? [measure.asOf] : ends), status(measure.status),
            measure.note.map(ReportCell.text) ?? .none,
          ], documents: [measure.source.reference].compactMap(\.self),
          locations: [measure.source.location])
      }, context: .about(unit, in: year))
  }

  /// A column of periods: readers get words, data files ISO 8601.
  private static func period(_ id: String, _ header: Label) -> ReportColumn {
    ReportColumn(id, header, shows: .label, exports: [.init(id, .id)])
  }

  private func period(_ periods: [PlanPeriod?]) -> ReportCell {
    let periods = periods.compactMap(\.self)
    guard !periods.isEmpty else { return .none }
    func joined(_ texts: [String]) -> String { texts.joined(separator: " – ") }
    return .member(
      joined(periods.map(\.text)),
      Label(joined(periods.map(\.label.swedish)), joined(periods.map(\.label.english))))
  }

  private func name(_ measure: ProjectMeasure) -> ReportCell {
    .member(measure.id, measure.label ?? Label(same: measure.id))
  }

  private func status(_ status: ProjectStatus?) -> ReportCell {
    status.map { .member($0.rawValue, $0.label) } ?? .none
  }

  /// A percentage of a document, which does not say of how many.
  private func published(_ measure: ProjectMeasure?) -> ReportCell {
    .fact(
      measure?.value.map {
        Fact(.share($0 / 100), base: .notStated)
      })
  }

  private func value(_ measure: ProjectMeasure) -> ReportCell {
    guard let value = measure.value else { return .none }
    let unit = measure.unit.map { label in
      workspace.measurementUnits[label.swedish]
        ?? MeasurementUnit(name: label.swedish, label: label, dimension: label.swedish, factor: 1)
    }
    return .fact(GoalWords.fact(value, unit))
  }
}
