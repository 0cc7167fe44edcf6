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

  var table: ReportTable {
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
      [.member([.total()])] + cells(all, before: before) + [.none], totalOf: .unit)
    return ReportTable(
      id: "summary", title: Label("Måluppfyllelse per enhet", "Goal fulfilment by unit"),
      columns: columns(all, before: before), rows: rows + (rows.count > 1 ? [total] : []),
      context: [TableContext(.year, Member(String(year), Label(same: String(year))))])
  }

  /// Readers see the verdicts that occur, data files all.
  private func columns(_ all: VerdictCounts, before: VerdictCounts) -> [ReportColumn] {
    func audience(_ count: Int) -> ReportColumn.Audience { count > 0 ? .everyone : .dataFiles }
    let previous = String(year - 1)
    return [
      .dimension(.unit, Label("Enhet", "Unit")),
      ReportColumn("goals", Label("Mål", "Goals")).summing(Self.verdicts.map(\.rawValue)),
    ]
      + Self.verdicts.map { verdict in
        ReportColumn(
          verdict.rawValue, verdict.label.capitalised, for: audience(all[verdict])
        ).of(.verdict, Member(verdict.rawValue, verdict.label))
      } + [
        ReportColumn(
          "differs", Label("≠ dokumentet", "≠ document"), for: audience(all.differing)),
        .data("conditions"), .data("routines"),
        ReportColumn(
          "previous_goals", Label("Mål \(previous)", "Goals \(previous)"),
          for: audience(before.total)),
        ReportColumn(
          "previous_met", Label("Uppnått \(previous)", "Met \(previous)"),
          for: audience(before.total)),
        .data("overall"),
      ]
  }

  private func cells(_ counts: VerdictCounts, before: VerdictCounts) -> [ReportCell] {
    [.count(counts.total)] + Self.verdicts.map { .count(counts[$0]) } + [
      .count(counts.differing), .count(counts.conditions), .count(counts.routines),
      .count(before.total), .count(before[.met]),
    ]
  }

  private func row(
    _ part: UnitGoals, _ counts: VerdictCounts, before: VerdictCounts
  ) -> ReportRow {
    let overall = part.unit.outcomes.first { $0.role == .overall && $0.year == year }
    return ReportRow(
      [.member(part.unit.id, part.unit.label)] + cells(counts, before: before)
        + [.code(overall?.statedStatus?.rawValue)],
      documents: ([overall?.source].compactMap(\.self)
        + part.assessments.flatMap(\.goal.sources)).unique,
      locations: [overall?.location].compactMap(\.self))
  }
}
