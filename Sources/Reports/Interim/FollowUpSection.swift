internal import Labels
internal import Plans
internal import Tables
internal import Workspace

/// The follow-ups of a year's plans: which are done, due, overdue or to come at the end of a day.
///
/// A follow-up is a month. It is done when a status was told for every activity of the plan in that month
/// or later.
struct FollowUpSection {
  let workspace: LoadedWorkspace
  let units: [UnitContents]
  let day: CalendarDate

  /// How a follow-up stands.
  enum State: String, CaseIterable {
    case overdue, due, done, toCome = "to_come"

    var label: Label {
      switch self {
      case .overdue: Label("försenad", "overdue")
      case .due: Label("ska göras nu", "due now")
      case .done: Label("gjord", "done")
      case .toCome: Label("kommer", "to come")
      }
    }

    /// Behind a number of follow-ups.
    func predicate(_ count: Fact) -> Sentence {
      let isOne = count.isOne
      let be = isOne ? "is" : "are"
      return switch self {
      case .overdue:
        Sentence("\(count) är \(isOne ? "försenad" : "försenade")", "\(count) \(be) overdue")
      case .due: Sentence("\(count) ska göras nu", "\(count) \(be) due now")
      case .done: Sentence("\(count) är \(isOne ? "gjord" : "gjorda")", "\(count) \(be) done")
      case .toCome: Sentence("\(count) kommer", "\(count) \(be) to come")
      }
    }
  }

  private struct FollowUp {
    var unit: UnitContents
    var plan: String?
    var day: CalendarDate
    var state: State
    var told: Int
    var activities: [Activity]
  }

  static let id = "follow-ups"

  var blocks: [Block] {
    let followUps = units.flatMap(followUps)
    guard !followUps.isEmpty else { return [] }
    let table = table(followUps)
    return [
      .heading(level: 1, Label("Uppföljningar", "Follow-ups")),
      .paragraph(sentence(table)), .table(table),
    ]
  }

  private func followUps(_ unit: UnitContents) -> [FollowUp] {
    let activities = unit.activities(in: day.year, usual: workspace.year)
    var plans: [String?] = []
    for activity in activities where !plans.contains(activity.plan) { plans.append(activity.plan) }
    return plans.flatMap { plan -> [FollowUp] in
      let own = activities.filter { $0.plan == plan }
      return (workspace.followUps.calendar(of: plan)?.dates(in: day.year) ?? []).map { end in
        let first = CalendarDate(year: end.year, month: end.parts.month, day: 1) ?? end
        let told = own.count { activity in activity.asOf.map { $0.last >= first } ?? false }
        let state: State =
          day < first ? .toCome : told == own.count ? .done : end < day ? .overdue : .due
        return FollowUp(
          unit: unit, plan: plan, day: end, state: state, told: told, activities: own)
      }
    }
  }

  private func table(_ followUps: [FollowUp]) -> ReportTable {
    let rows = followUps.map { followUp in
      ReportRow(
        [
          .member(
            followUp.plan,
            (followUp.plan.map { workspace.codes.label($0, column: "plan") }
              ?? Label("Plan", "Plan")).capitalised),
          .member(followUp.unit.id, followUp.unit.label), .day(followUp.day),
          .member(followUp.state.rawValue, followUp.state.label),
          .fact(
            Fact(
              .share(Double(followUp.told) / Double(followUp.activities.count)),
              base: .part(Double(followUp.told), of: Double(followUp.activities.count)))),
        ], documents: followUp.activities.compactMap(\.source.reference).unique,
        locations: [followUp.activities.first?.source.location].compactMap(\.self))
    }
    return ReportTable(
      id: Self.id,
      title: Label("Planernas uppföljningar \(day.year)", "Follow-ups of the plans, \(day.year)"),
      columns: [
        .dimension("plan", Label("Plan", "Plan")), .dimension(.unit, Label("Enhet", "Unit")),
        ReportColumn(
          "follow_up", Label("Till och med", "Through"), shows: .value,
          exports: [.init("follow_up")], dimension: "follow_up"),
        ReportColumn(
          "state", Label("Läge", "State"), shows: .label,
          exports: [.init("state_label", .label), .init("state", .id)]),
        ReportColumn(
          "told", Label("Status angiven", "Status told"), shows: .base,
          exports: [.init("told_percent"), .init("told", .part), .init("activities", .whole)]),
      ], rows: rows,
      notes: [
        Footnote(
          """
          En uppföljning är gjord när status har angetts för alla planens aktiviteter den månaden eller \
          senare; dagen står i kolumnen as_of i activities.csv.
          """,
          """
          A follow-up is done when a status was told for every activity of the plan in that month or \
          later; the day stands in the column as_of of activities.csv.
          """, on: .column("state"))
      ])
  }

  private func sentence(_ table: ReportTable) -> Sentence {
    let parts = State.allCases.compactMap { state -> Sentence? in
      let count = table.count(column: "state") { cell in
        if case .member(let members) = cell { members.first?.id == state.rawValue } else { false }
      }
      return count.isZero ? nil : state.predicate(count)
    }
    let list = Sentence.list(parts)
    return Sentence(
      "Uppföljningar av planerna: \(list.swedish).", "Follow-ups of the plans: \(list.english).")
  }
}
