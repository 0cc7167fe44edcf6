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
    let all = workspace.assessments(year: year).filter { units.contains($0.goal.unit) }
    let shown = all.filter { verdict == nil || $0.verdict.rawValue == verdict }
    let section = GoalSection(workspace: workspace, assessments: shown)
    var blocks = DamageNote(
      workspace: workspace, units: workspace.units.filter { units.contains($0.id) }
    ).blocks
    blocks += DisclosureNote(workspace: workspace).blocks
    if let interim = InterimReport(workspace) { blocks.append(.paragraph(interim.scope)) }
    blocks.append(.paragraph(VerdictCounts(all).sentence))
    if let verdict = verdict.flatMap(Verdict.init(rawValue:)) {
      blocks.append(.paragraph(limited(shown.count, to: verdict)))
    }
    blocks.append(.table(section.table(id: "goals", title: Label("Mål", "Goals"))))
    return ReportDocument(
      id: "goals", title: Label("Mål \(year)", "Goals \(year)"), subtitle: workspace.title,
      blocks: blocks
    ).of(workspace)
  }

  /// The counts above are about all goals; this says what is listed below.
  static func limited(_ count: Int, to verdict: Verdict) -> Sentence {
    switch count {
    case 0:
      Sentence(
        "Inget har bedömningen ”\(verdict.label.swedish)”.",
        "None has the verdict “\(verdict.label.english)”.")
    case 1:
      Sentence(
        "Här visas det enda med bedömningen ”\(verdict.label.swedish)”.",
        "Only the one with the verdict “\(verdict.label.english)” is listed.")
    default:
      Sentence(
        "Här visas de \(Fact(.count(count))) med bedömningen ”\(verdict.label.swedish)”.",
        "Only the \(Fact(.count(count))) with the verdict “\(verdict.label.english)” are listed.")
    }
  }
}
