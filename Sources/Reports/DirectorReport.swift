internal import Indicators
internal import Labels
public import Workspace

/// The director's page: every goal of every unit of a year.
public enum DirectorReport {
  /// The name of its files.
  public static let id = "goals"

  /// Builds the page of a year.
  public static func document(_ workspace: LoadedWorkspace, year: Int) -> ReportDocument {
    let assessor = workspace.assessor
    let byUnit = workspace.units.map { unit in
      (unit: unit, assessments: assessor.assessments(year: year, unit: unit.id))
    }.filter { !$0.assessments.isEmpty }
    var blocks: [Block] = []
    if byUnit.isEmpty {
      blocks.append(.paragraph(noGoals(workspace, year)))
    } else {
      blocks.append(.paragraph(VerdictCounts(byUnit.flatMap(\.assessments)).sentence))
      blocks.append(.table(summary(byUnit, workspace)))
    }
    for (unit, assessments) in byUnit {
      blocks.append(.heading(level: 1, unit.label))
      let section = GoalSection(workspace: workspace, assessments: assessments)
      blocks.append(
        .table(
          section.table(
            id: "goals-\(unit.id)",
            title: Label("Mål \(year)", "Goals \(year)"))))
    }
    blocks.append(.heading(level: 1, Label("Så läser du sidan", "How to read this page")))
    blocks += legend(workspace)
    return ReportDocument(
      id: id, title: workspace.title,
      subtitle: Label(
        "Direktörens sida: alla enheters mål \(year)",
        "The director’s page: the goals of every unit, \(year)"),
      blocks: blocks)
  }

  /// The data files of the page: the summary, and the goals of all units in one table.
  public static func dataTables(_ workspace: LoadedWorkspace, year: Int) -> [ReportTable] {
    let assessments = workspace.assessor.assessments(year: year)
    let goals = GoalSection(workspace: workspace, assessments: assessments)
      .table(id: id, title: Label("Mål \(year)", "Goals \(year)"))
    return document(workspace, year: year).tables.filter { $0.id == "summary" } + [goals]
  }

  private static func noGoals(_ workspace: LoadedWorkspace, _ year: Int) -> Label {
    let years = workspace.years.map(String.init).joined(separator: ", ")
    return Label(
      "Inga mål för \(year). Mål finns för \(years).",
      "No goals for \(year). There are goals for \(years).")
  }

  private static func summary(
    _ byUnit: [(unit: UnitContents, assessments: [Assessment])], _ workspace: LoadedWorkspace
  ) -> ReportTable {
    let columns = [
      ReportColumn("unit_label", Label("Enhet", "Unit")), .data("unit"),
      ReportColumn("goals", Label("Mål", "Goals")),
      ReportColumn("met", Verdict.met.label.capitalised),
      ReportColumn("nearly", Verdict.nearly.label.capitalised),
      ReportColumn("not_met", Verdict.notMet.label.capitalised),
      ReportColumn("cannot_assess", Verdict.cannotAssess.label.capitalised),
      ReportColumn("differs", Label("≠ dokumentet", "≠ document")),
      ReportColumn(
        "overall", Label("Dokumentets samlade omdöme", "The document’s overall verdict")),
    ]
    let rows = byUnit.map { unit, assessments in
      let counts = VerdictCounts(assessments)
      let year = assessments[0].goal.year
      let overall = unit.outcomes.first { $0.role == .overall && $0.year == year }
      return ReportRow(
        [
          .text(unit.label), .code(unit.id), .count(counts.total), .count(counts.met),
          .count(counts.nearly), .count(counts.notMet), .count(counts.cannotAssess),
          .count(counts.differing), overall?.statedStatus.map { .text($0.label) } ?? .none,
        ],
        documents: ([overall?.source].compactMap(\.self) + assessments.flatMap(\.goal.sources))
          .unique,
        locations: [overall?.location].compactMap(\.self))
    }
    return ReportTable(
      id: "summary", title: Label("Måluppfyllelse per enhet", "Goal fulfilment by unit"),
      columns: columns, rows: rows)
  }

  private static func legend(_ workspace: LoadedWorkspace) -> [Block] {
    let nearly = NumberStyle(.swedish).text(workspace.rules.nearlyFloor * 100, decimals: 0)
    let approximate = NumberStyle(.swedish).text(
      workspace.rules.approximateFloor * 100, decimals: 0)
    let documents = workspace.documents
    return [
      .paragraph(
        Label(
          "Uppf. är utfallet som andel av målvärdet. Uppnått: hela målvärdet (minst \(approximate) % "
            + "när målet självt är ungefärligt). Nästan uppnått: minst \(nearly) %. Säger målet alla "
            + "gäller delen av helheten. Mål utan tal bedöms efter dokumentets ord; pågår och "
            + "påbörjat är inte uppnått. Ett ord ersätter aldrig ett tal.",
          "Fulf. is the outcome as a part of the target. Met: the whole target (at least "
            + "\(approximate)% when the target itself is approximate). Nearly met: at least "
            + "\(nearly)%. Where the goal says all, the part of the whole counts. Goals without a "
            + "figure are judged by the document’s word; under way and started are not met. A word "
            + "never stands in for a figure.")),
      .paragraph(
        Label(
          "Säkerhet: räknat = alla poster räknade; uppgift = så som dokumentet anger det; "
            + "svarande/tillfrågade när utfallet kommer ur en enkät.",
          "Certainty: counted = every record counted; stated = as the document states it; "
            + "answered/asked where the outcome comes from a survey.")),
      .paragraph(
        Label(
          "Källa är dokument:rad. "
            + documents.map { "\($0.id) = \($0.title.swedish)" }
            .joined(separator: ", ") + ".",
          "Source is document:line. "
            + documents.map { "\($0.id) = \($0.title.english)" }
            .joined(separator: ", ") + ".")),
    ]
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
