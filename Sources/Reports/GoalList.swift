internal import Indicators
internal import Labels
public import Workspace

/// One table of goals, for lists and data files.
public enum GoalList {
  /// The verdicts that a list can be limited to.
  public static let verdicts = Verdict.allCases.map(\.rawValue)

  /// The goals of some units in a year; with a verdict, one of ``verdicts``, only those that got it.
  public static func document(
    _ workspace: LoadedWorkspace, year: Int, units: [String], verdict: String? = nil
  ) -> ReportDocument {
    let assessments = workspace.assessor.assessments(year: year).filter {
      units.contains($0.goal.unit) && (verdict == nil || $0.verdict.rawValue == verdict)
    }
    let section = GoalSection(workspace: workspace, assessments: assessments)
    return ReportDocument(
      id: "goals", title: Label("Mål \(year)", "Goals \(year)"), subtitle: workspace.title,
      blocks: [
        .paragraph(VerdictCounts(assessments).sentence),
        .table(section.table(id: "goals", title: Label("Mål", "Goals"))),
      ])
  }
}
