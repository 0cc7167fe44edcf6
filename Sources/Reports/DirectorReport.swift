internal import Indicators
internal import Labels
public import Workspace

/// The director's page: every goal of every unit of a year.
public enum DirectorReport {
  /// The name of its files.
  public static let id = "goals"

  /// Builds the page of a year.
  public static func document(_ workspace: LoadedWorkspace, year: Int) -> ReportDocument {
    let byUnit = workspace.units.map { unit in
      (unit: unit, assessments: workspace.assessments(year: year, unit: unit.id))
    }.filter { !$0.assessments.isEmpty }
    let title = Label("Mål \(year)", "Goals \(year)")
    var blocks = DamageNote(workspace: workspace, units: workspace.units).blocks
    if byUnit.isEmpty {
      blocks.append(.paragraph(noGoals(workspace, year)))
    } else {
      blocks.append(
        .paragraph(VerdictCounts(byUnit.flatMap(\.assessments)) { "goals-\($0.unit)" }.sentence))
      blocks.append(.table(summary(byUnit, workspace)))
    }
    for (unit, assessments) in byUnit {
      blocks.append(.heading(level: 1, unit.label))
      let section = GoalSection(workspace: workspace, assessments: assessments)
      var table = section.table(id: "goals-\(unit.id)", title: title)
      table.audience = .readers
      blocks.append(.table(table))
    }
    if !byUnit.isEmpty {
      var all = GoalSection(workspace: workspace, assessments: byUnit.flatMap(\.assessments))
        .table(id: id, title: title)
      all.audience = .dataFiles
      blocks.append(.table(all))
    }
    blocks.append(.heading(level: 1, Label("Så läser du sidan", "How to read this page")))
    blocks += GoalLegend(workspace: workspace, assessments: byUnit.flatMap(\.assessments)).blocks
    if SurveyWords.needsAssumption(byUnit.flatMap(\.assessments)) {
      blocks.append(.paragraph(SurveyWords.assumption))
    }
    return ReportDocument(
      id: id, title: workspace.title,
      subtitle: Label(
        "Direktörens sida: alla enheters mål \(year)",
        "The director’s page: the goals of every unit, \(year)"),
      blocks: blocks)
  }

  private static func noGoals(_ workspace: LoadedWorkspace, _ year: Int) -> Label {
    let years = workspace.years.map(String.init).joined(separator: ", ")
    guard !years.isEmpty else {
      return Label("Arbetsytan har inga mål.", "The workspace has no goals.")
    }
    return Label(
      "Inga mål för \(year). Mål finns för \(years).",
      "No goals for \(year). There are goals for \(years).")
  }

  private static func summary(
    _ byUnit: [(unit: UnitContents, assessments: [Assessment])], _ workspace: LoadedWorkspace
  ) -> ReportTable {
    let counts = byUnit.map { VerdictCounts($0.assessments) }
    let verdicts = Verdict.allCases.filter { $0 != .notJudged }
    // Readers see the verdicts that occur, data files all.
    let columns =
      [
        .dimension(.unit, Label("Enhet", "Unit")),
        ReportColumn("goals", Label("Mål", "Goals")).summing(verdicts.map(\.rawValue)),
      ]
      + verdicts.map { verdict in
        ReportColumn(
          verdict.rawValue, verdict.label.capitalised,
          for: counts.contains { $0[verdict] > 0 } ? .everyone : .dataFiles
        ).of(.verdict, Member(verdict.rawValue, verdict.label))
      } + [
        ReportColumn(
          "differs", Label("≠ dokumentet", "≠ document"),
          for: counts.contains { $0.differing > 0 } ? .everyone : .dataFiles),
        .data("conditions"), .data("routines"),
        ReportColumn(
          "overall", Label("Dokumentets samlade omdöme", "The document’s overall verdict")),
      ]
    let rows = zip(byUnit, counts).map { part, counts in
      let (unit, assessments) = part
      let year = assessments[0].goal.year
      let overall = unit.outcomes.first { $0.role == .overall && $0.year == year }
      let cells: [ReportCell] =
        [.member(unit.id, unit.label), .count(counts.total)]
        + verdicts.map { .count(counts[$0]) }
        + [
          .count(counts.differing), .count(counts.conditions), .count(counts.routines),
          overall?.statedStatus.map { .member($0.rawValue, $0.label) } ?? .none,
        ]
      return ReportRow(
        cells,
        documents: ([overall?.source].compactMap(\.self) + assessments.flatMap(\.goal.sources))
          .unique,
        locations: [overall?.location].compactMap(\.self))
    }
    return ReportTable(
      id: "summary", title: Label("Måluppfyllelse per enhet", "Goal fulfilment by unit"),
      columns: columns, rows: rows)
  }
}

extension Label {
  /// The label with a capital first letter, for headings of columns.
  var capitalised: Label {
    Label(
      swedish.prefix(1).uppercased() + swedish.dropFirst(),
      english.prefix(1).uppercased() + english.dropFirst())
  }
}
