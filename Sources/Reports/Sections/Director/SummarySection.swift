internal import Diagnostics
internal import Indicators
internal import Labels
internal import Workspace

/// Where the goals stand: how many got which verdict, by unit and in all, with last year's beside.
struct SummarySection {
  typealias UnitGoals = (unit: UnitContents, assessments: [Assessment])

  let workspace: LoadedWorkspace
  let byUnit: [UnitGoals]
  let year: Int

  private static let verdicts = Verdict.allCases.filter { $0 != .notJudged }

  /// The counts in words, and a line a unit; all units together first where not all have room.
  var section: PageSection {
    let table = table
    let units = table.rows.indices.filter { table.rows[$0].totalOf == nil }
    let total = table.rows.indices.filter { table.rows[$0].totalOf != nil }
    return PageSection(
      title: Label("Läget", "Where we stand"),
      lead: [
        .paragraph(VerdictCounts(byUnit.flatMap(\.assessments)) { "goals-\($0.unit)" }.sentence)
      ],
      table: table, rows: units.prefix(UnitLines.most) + total)
  }

  /// The goals of each unit as a bar, beside the lists of them.
  static let chart = ReportChart(
    id: "summary-goals", title: Label("Måluppfyllelse per enhet", "Goal fulfilment by unit"),
    kind: .stackedBar, table: "summary", labels: Dimension.unit.id,
    figures: verdicts.map(\.rawValue))

  private var table: ReportTable {
    let counts = byUnit.map { VerdictCounts($0.assessments) }
    let earlier = byUnit.map {
      VerdictCounts(workspace.assessments(year: year - 1, unit: $0.unit.id))
    }
    let all = VerdictCounts(byUnit.flatMap(\.assessments))
    let before = VerdictCounts(
      byUnit.flatMap { workspace.assessments(year: year - 1, unit: $0.unit.id) })
    let rows = byUnit.indices.map { index in
      row(byUnit[index], counts[index], before: earlier[index])
    }
    let total = ReportRow(
      [.member([.total()])] + cells(all, before: before), totalOf: .unit)
    return ReportTable(
      id: "summary", title: Label("Måluppfyllelse per enhet", "Goal fulfilment by unit"),
      columns: columns(all, before: before), rows: rows + (rows.count > 1 ? [total] : []),
      notes: [shortNames].compactMap(\.self),
      context: [TableContext(.year, Member(String(year), Label(same: String(year))))])
  }

  /// What the short names of the units below stand for.
  private var shortNames: Footnote? {
    func list(_ language: Language) -> String {
      byUnit.map(\.unit).filter { $0.briefLabel[language] != $0.label[language] }
        .map { "\($0.briefLabel[language]) = \($0.label[language])" }.joined(separator: ", ")
    }
    guard !list(.swedish).isEmpty || !list(.english).isEmpty else { return nil }
    return Footnote(Label("\(list(.swedish)).", "\(list(.english))."))
  }

  /// Readers see the verdicts that occur, data files all.
  private func columns(_ all: VerdictCounts, before: VerdictCounts) -> [ReportColumn] {
    func audience(_ count: Int) -> ReportColumn.Audience { count > 0 ? .everyone : .dataFiles }
    let previous = String(year - 1)
    return [
      .dimension(.unit, Label("Enhet", "Unit")),
      ReportColumn("bar", Label("Läget", "State")).drawn(
        .bar(parts: Self.verdicts.map(\.rawValue), before: Self.verdicts.map(Self.before))),
      ReportColumn("goals", Label("Mål", "Goals")).summing(Self.verdicts.map(\.rawValue)),
    ]
      + Self.verdicts.map { verdict in
        ReportColumn(
          verdict.rawValue, verdict.label.capitalised, for: audience(all[verdict])
        ).of(.verdict, Member(verdict.rawValue, verdict.label))
      } + [
        ReportColumn("differs", Label("≠ dokumentet", "≠ document"), for: .dataFiles),
        .data("conditions"), .data("routines"),
        ReportColumn(
          "previous_goals", Label("Mål \(previous)", "Goals \(previous)"),
          for: audience(before.total)),
        ReportColumn(
          "previous_met", Label("Uppnått \(previous)", "Met \(previous)"),
          for: audience(before.total)),
        .data("overall"),
      ]
      + Self.verdicts.map { verdict in
        // Only the bar of the year before reads these.
        ReportColumn(Self.before(verdict), verdict.label.capitalised, shows: nil, exports: [])
          .of(.verdict, Member(verdict.rawValue, verdict.label))
      }
  }

  /// The column of last year's goals with a verdict.
  private static func before(_ verdict: Verdict) -> String { "before_\(verdict.rawValue)" }

  private func cells(
    _ counts: VerdictCounts, before: VerdictCounts, overall: StatedStatus? = nil
  ) -> [ReportCell] {
    [.none, .count(counts.total)] + Self.verdicts.map { .count(counts[$0]) } + [
      .count(counts.differing), .count(counts.conditions), .count(counts.routines),
      .count(before.total), .count(before[.met]), .code(overall?.rawValue),
    ] + Self.verdicts.map { .count(before[$0]) }
  }

  private func row(
    _ part: UnitGoals, _ counts: VerdictCounts, before: VerdictCounts
  ) -> ReportRow {
    let overall = part.unit.outcomes.first { $0.role == .overall && $0.year == year }
    return ReportRow(
      [.member(part.unit.id, part.unit.label)]
        + cells(counts, before: before, overall: overall?.statedStatus),
      documents: ([overall?.source].compactMap(\.self)
        + part.assessments.flatMap(\.goal.sources)).unique,
      locations: [overall?.location].compactMap(\.self))
  }
}
