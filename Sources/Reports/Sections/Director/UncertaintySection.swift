internal import Diagnostics
internal import Indicators
internal import Labels
internal import Surveys
internal import Tables
internal import Workspace

/// What nobody can be sure of: figures that the sources contradict, goals that cannot be assessed and
/// what would make them so, examples in the place of data.
struct UncertaintySection {
  let workspace: LoadedWorkspace
  let assessments: [Assessment]
  let year: Int

  static let columns: [ReportColumn] = [
    ReportColumn(
      "kind", Label("Vad", "What"), shows: .label,
      exports: [.init("kind", .id), .init("kind_label", .label)], dimension: "kind"),
    ReportColumn("count", Label("Antal", "Number")),
    ReportColumn("units", Label("Enheter", "Units")),
    ReportColumn("remedy", Label("Det som behövs", "What is needed")),
  ]

  /// So many fit on the first page.
  private static let most = 5

  var section: PageSection? {
    let rows = [doubted].compactMap(\.self) + unassessable + [examples].compactMap(\.self)
    guard !rows.isEmpty else { return nil }
    return PageSection(
      title: Label("Osäkert", "Uncertain"),
      table: ReportTable(
        id: "uncertain",
        title: Label("Det som inte går att lita på än", "What cannot be relied on yet"),
        columns: Self.columns, rows: rows), rows: Array(rows.indices.prefix(Self.most)))
  }

  /// A row: how many there are, and in which units.
  private func row(
    _ kind: Member, _ counts: [String: Int], remedy: Label, sources: [DocumentReference] = []
  ) -> ReportRow {
    let parts = workspace.units.compactMap { unit -> Sentence? in
      guard let count = counts[unit.id], count > 0 else { return nil }
      let fact = Fact(.count(count))
      let name = unit.briefLabel
      return Sentence("\(name.swedish) \(fact)", "\(name.english) \(fact)")
    }
    return ReportRow(
      [
        .member([kind]), .count(counts.values.reduce(0, +)),
        .words(.joined(parts, by: Label(same: ", "))), .text(remedy),
      ], documents: sources.unique)
  }

  private func counts(_ assessments: [Assessment]) -> [String: Int] {
    Dictionary(grouping: assessments, by: \.goal.unit).mapValues(\.count)
  }

  // MARK: Kinds of uncertainty

  private var doubted: ReportRow? {
    let doubts = workspace.doubts(about: assessments.compactMap(\.deciding))
    let doubted = assessments.filter { assessment in
      assessment.deciding.map { doubts[$0.id]?.isEmpty == false } ?? false
    }
    guard !doubted.isEmpty else { return nil }
    return row(
      Member("doubted", Label("ifrågasatta tal", "doubted figures")),
      counts(doubted), remedy: Label("att rätt tal väljs", "the right figure chosen"),
      sources: doubted.flatMap { $0.outcomes.map(\.source) })
  }

  /// What would make a goal assessable.
  static func remedy(_ reason: AssessmentReason) -> (id: String, label: Label)? {
    switch reason {
    case .noOutcome: ("no_outcome", Label("ett utfall", "an outcome"))
    case .noMeasure: ("no_measure", Label("ett mått för målet", "a measure for the goal"))
    case .noThreshold: ("no_threshold", Label("ett värde att nå", "a value to reach"))
    case .noDirection: ("no_direction", Label("minst eller högst", "at least or at most"))
    case .wordsOnly, .noStatement:
      ("no_figure", Label("ett tal för utfallet", "a figure for the outcome"))
    case .unitsDiffer:
      ("units_differ", Label("utfallet i målets enhet", "the outcome in the goal’s unit"))
    case .nothingEarlier, .measuredOtherwise:
      ("nothing_earlier", Label("ett jämförbart tidigare tal", "a comparable earlier figure"))
    case .group: ("parts", Label("delmål som kan bedömas", "parts that can be assessed"))
    case .withheld:
      ("withheld", Label("fler bakom utfallet", "more persons behind the outcome"))
    case .figure, .partOfWhole, .status, .allOfThem, .earlierFigure, .condition, .routine, .planned,
      .notOver:
      nil
    }
  }

  /// Goals without a verdict, by what would make them assessable; the most first.
  private var unassessable: [ReportRow] {
    let open = assessments.filter { $0.verdict == .cannotAssess && $0.goal.kind == .goal }
    let byRemedy = Dictionary(grouping: open) { Self.remedy($0.reason)?.id ?? "" }
    return byRemedy.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .compactMap { id, goals in
        guard let remedy = Self.remedy(goals[0].reason) else { return nil }
        return row(
          Member(id, Label("mål ej bedömda", "goals not assessed")),
          counts(goals), remedy: remedy.label, sources: goals.flatMap(\.goal.sources))
      }
  }

  private var examples: ReportRow? {
    let counts = workspace.units.reduce(into: [String: Int]()) { counts, unit in
      let surveys = unit.surveys.map(\.definition).count { survey in
        survey.provenance?.isExample == true && survey.waves.contains { $0.date.year == year }
      }
      let logs = unit.caseLogs.count {
        $0.definition.provenance?.isExample == true && $0.years.contains(year)
      }
      if surveys + logs > 0 { counts[unit.id] = surveys + logs }
    }
    guard !counts.isEmpty else { return nil }
    return row(
      Member(
        "example", Label("exempel, inga svar", "examples, no answers")),
      counts, remedy: Label("de verkliga svaren", "the real answers"))
  }
}
