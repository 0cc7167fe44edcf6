internal import Labels
public import Workspace

/// The report of one unit and year: its goals, and everything they rest on, as the unit's template
/// arranges it.
public enum UnitReport {
  /// Builds the report; `nil` when the unit has nothing for the year. The findings are those of the
  /// whole workspace, computed once for all units.
  ///
  /// What few answered is decided about over all that the unit has, before any section is built: a
  /// template takes away sections and never changes what the others show.
  public static func document(
    _ workspace: LoadedWorkspace, unit: UnitContents, year: Int, findings: [Finding]
  ) -> ReportDocument? {
    let sections = UnitSections(workspace: workspace, unit: unit, year: year, findings: findings)
    let contents = ReportSection.allCases.reduce(into: [ReportSection: [Block]]()) {
      let blocks = sections.blocks($1)
      if !blocks.isEmpty { $0[$1] = blocks }
    }
    guard contents.keys.contains(where: \.isOfTheYear) else { return nil }
    let template = unit.template
    var blocks =
      DamageNote(workspace: workspace, units: [unit]).blocks
      + DisclosureNote(workspace: workspace).blocks
      + UnitHistory(workspace: workspace, unit: unit).blocks
    if let introduction = template.introduction { blocks.append(.paragraph(introduction)) }
    for (place, section) in template.sections.enumerated() {
      guard let content = contents[section] else { continue }
      // Goals that begin a report are what it says first.
      if section == .goals, place > 0 { blocks.append(.heading(level: 1, section.title)) }
      blocks += content
    }
    blocks += omitted(template.omitted.filter { contents[$0] != nil })
    let report = ReportDocument(
      id: unit.id, title: template.title ?? unit.label,
      subtitle: subtitle(workspace, unit, year), blocks: blocks
    ).of(workspace)
    return InterimReport(workspace)?.document(report, of: unit) ?? report
  }

  /// The year and the organisation, and the unit where the title is another.
  private static func subtitle(
    _ workspace: LoadedWorkspace, _ unit: UnitContents, _ year: Int
  ) -> Label {
    func words(_ language: Language, _ report: String) -> String {
      [report, unit.template.title == nil ? nil : unit.label[language], workspace.title[language]]
        .compactMap(\.self).joined(separator: " · ")
    }
    return Label(words(.swedish, "Rapport \(year)"), words(.english, "Report \(year)"))
  }

  /// Says what the template leaves out although there is something to say.
  private static func omitted(_ sections: [ReportSection]) -> [Block] {
    guard !sections.isEmpty else { return [] }
    func names(_ language: Language) -> String {
      sections.map { $0.title[language].lowercased() }.joined(separator: ", ")
    }
    return [
      .note(
        Label(
          "Avsnitt som utelämnats enligt definitionen: \(names(.swedish)).",
          "Sections left out by the definition: \(names(.english))."))
    ]
  }
}

extension ReportSection {
  /// Whether it is about a year alone. Figures of several years and contradictions make no report.
  fileprivate var isOfTheYear: Bool {
    switch self {
    case .changes, .figures, .contradictions: false
    case .goals, .surveys, .beforeAfter, .cases, .activities, .control, .projects, .accounts,
      .tables:
      true
    }
  }
}
