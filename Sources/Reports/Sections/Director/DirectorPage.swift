internal import Indicators
internal import Labels
internal import Tables
internal import Workspace

/// The director's first page in five sections, which one sheet holds, and what it had no room for.
struct DirectorPage {
  /// What the first page says.
  let first: [Block]
  /// The whole lists of which the first page has the beginning.
  let whole: [Block]

  init(
    workspace: LoadedWorkspace, byUnit: [SummarySection.UnitGoals], year: Int
  ) {
    let all = byUnit.flatMap(\.assessments)
    let parts: [() -> PageSection?] = [
      { SummarySection(workspace: workspace, byUnit: byUnit, year: year).section },
      { ActionSection(workspace: workspace, assessments: all, year: year).section },
      { YearChangeSection(workspace: workspace, assessments: all, year: year).section },
      { UncertaintySection(workspace: workspace, assessments: all, year: year).section },
      { UnitLines(workspace: workspace, year: year).section },
    ]
    let sections = ParallelLoop.map(parts.count) { parts[$0]() }.compactMap(\.self)
    first = sections.flatMap { [.heading(level: 1, $0.title)] + $0.first }
    whole = sections.flatMap { section in
      section.isShortened
        ? [
          .heading(
            level: 1,
            Label(
              "\(section.title.swedish), hela listan", "\(section.title.english), the whole list"))
        ] + section.whole : section.whole
    }
  }
}

extension PageSection {
  /// Whether readers find more further down.
  fileprivate var isShortened: Bool {
    whole.contains { block in
      if case .table(let table) = block { table.audience != .dataFiles } else { false }
    }
  }
}
