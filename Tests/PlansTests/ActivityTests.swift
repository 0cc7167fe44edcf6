import Diagnostics
import Labels
import TableFixtures
import Tables
import Testing

@testable import Plans

/// Rows of the 2023 accounts: an action plan, a culture plan and an operating plan.
let activityRows = """
  id,plan,area,label_sv,label_en,when,when_sv,when_en,per_year,period_start,period_end,priority,status,status_basis,count_target,count_actual,count_unit,note_sv,document,line,added
  styrgrupp,hp,konkurrens,styrgrupp,steering group,lopande,löpande,continuous,,,,,genomfort,uttrycklig,,11,möten,,004,327,x
  expand,hp,konkurrens,Expand & Retain,Expand & Retain,lopande,,,,,,,pagar,tolkad,10,2,besök,,004,389,
  arena,hp,konkurrens,arena,arena,projektperiod,,,,2023-01-01,2023-12-31,,pagar,tolkad,,,,,004,416,
  techarena,hp,konkurrens,kluster,cluster,projektperiod,,,,2023-01-01,2023-12-31,,enligt_plan,uttrycklig,,,,,004,446,
  kunskapsnod,hp,kompetens,kunskapsnod,hub,projektperiod,,,,2022-01-01,2024-12-31,,enligt_plan,uttrycklig,,,,,004,621,
  vocollege,hp,kompetens,VO-college,VO-college,2022,,,,,,,separat_redovisning,uttrycklig,,,,,004,577,
  bild,hp,kompetens,förstudie,pre-study,vår 2022–vår 2023,,,,2022,2023,,delvis,tolkad,,,,,004,667,
  fornybart,hp,cirkular,förnybart,renewables,projektperiod,,,,2023-09-01,,,ej_paborjad,tolkad,,0,aktiviteter,slutdatum i källan ogiltigt: 2026-06-31,004,876,
  vagg,kp,projekt,öppen vägg,open wall,projektperiod,,,,2023-03-10,2023-12-31,,forlangd,uttrycklig,,,,,004,1368,
  natverk,brb,samverkan,nätverksmöten,network meetings,lopande,,,10,,,medel,genomfort,uttrycklig,10,11,möten,,004,1458,
  nyhetsbrev,brb,samverkan,nyhetsbrev,newsletter,aterkommande,,,4,,,hog,ej_prioriterad,uttrycklig,4,,utskick,,004,1514,
  traffar,brb,tillvaxt,träffar,meetings,aterkommande,,,2,,,medel,delvis,tolkad,,1,träffar,,004,1712,
  licens,brb,kunskap,licens,licence,2023,,,,,,lag,avford,uttrycklig,,,,,004,1666,
  underlag,brb,tillvaxt,frågeunderlag,questions,2023,,,,,,hog,ej_paborjad,uttrycklig,,,,,004,1890,
  innovation,brb,tillvaxt,innovation,innovation,2022-2023,,,,,,medel,delvis,tolkad,,,,,004,1803,
  """

@Suite("Activity plan") struct ActivityTests {
  static let plan = ActivityPlan(literalTable(activityRows))

  @Test("every status of the vocabulary has a group") func statuses() {
    let groups = Dictionary(grouping: ActivityStatus.allCases, by: \.group).mapValues(\.count)
    #expect(
      groups == [.done: 2, .underway: 7, .notDone: 4, .reportedElsewhere: 1, .dropped: 1])
  }

  @Test("a row becomes an activity with its source") func row() throws {
    let activity = try #require(Self.plan.activities.first { $0.id == "styrgrupp" })
    #expect(activity.label == Label("styrgrupp", "steering group"))
    #expect(activity.whenLabel == Label("löpande", "continuous"))
    #expect(activity.when == "lopande")
    #expect(activity.countUnit == Label(same: "möten"))
    #expect(activity.statusBasis == .explicit)
    #expect(activity.source.location == SourceLocation(file: "table.csv", line: 2))
    #expect(activity.source.documentLine == 327)
  }

  @Test("partner, method, follow-up and further counts are read where a file has them")
  func optionalColumns() throws {
    let plan = ActivityPlan(
      literalTable(
        """
        id,area,status,partner,followup_method_sv,followup_method_en,followup_sv,counts_other
        a,omrade,pagar,Miljöbron,deltagande,attendance,två träffar hölls,varav en heldag
        b,omrade,pagar,,,,,
        """))
    let (full, empty) = (try #require(plan.activities.first), try #require(plan.activities.last))
    #expect(plan.diagnostics.isEmpty)
    #expect(full.partner == Label(same: "Miljöbron"))
    #expect(full.followUpMethod == Label("deltagande", "attendance"))
    #expect(full.followUp == Label(same: "två träffar hölls"))
    #expect(full.otherCounts == Label(same: "varav en heldag"))
    #expect(empty.partner == nil && empty.followUp == nil && empty.otherCounts == nil)
    // The file above has none of these columns, and is read all the same.
    #expect(Self.plan.activities.allSatisfy { $0.partner == nil && $0.followUp == nil })
  }

  @Test("the impossible day in the remark is found, and nothing else") func diagnostics() {
    #expect(Self.plan.diagnostics.map(\.code) == ["plan-date"])
    #expect(Self.plan.diagnostics.first?.location.line == 9)
    #expect(Self.plan.diagnostics.first?.reason == "It is not in the calendar.")
  }

  /// 11 of 10 (004:1458, 004:331), 1 of 2 (004:1722, 004:1729), 2 of 10 (004:396, 004:397).
  @Test(
    "counted against planned",
    arguments: [
      ("natverk", 1.1), ("traffar", 0.5), ("expand", 0.2), ("styrgrupp", nil), ("nyhetsbrev", nil),
      ("fornybart", nil),
    ])
  func fulfilment(id: String, share: Double?) throws {
    let activity = try #require(Self.plan.activities.first { $0.id == id })
    #expect(activity.fulfilment == share)
  }

  @Test("what is late, and by which rule") func late() {
    let followUp = ActivityPlanFollowUp(activities: Self.plan.activities, asOf: day("2023-12-31"))
    let end = day("2023-12-31")
    #expect(followUp.late.map(\.activity.id) == ["arena", "bild", "underlag", "innovation"])
    #expect(
      followUp.late.map(\.rule) == [
        .periodEnded(end), .periodEnded(end), .yearEnded(2023), .yearEnded(2023),
      ])
    #expect(followUp.pastEndButOnPlan.map(\.activity.id) == ["techarena", "vagg"])
    let dayBefore = ActivityPlanFollowUp(
      activities: Self.plan.activities, asOf: day("2023-12-30"))
    #expect(dayBefore.late.isEmpty)
  }

  @Test("counts by plan, area and priority add up") func counts() {
    let followUp = ActivityPlanFollowUp(activities: Self.plan.activities, asOf: day("2023-12-31"))
    let total = followUp.total
    #expect(total.planned == 15)
    #expect(total.done == 2)
    #expect(total.underway == 8)
    #expect(total.notDone == 3)
    #expect(total.dropped == 1)
    #expect(total.reportedElsewhere == 1)
    #expect(total.withoutStatus == 0)
    #expect(total.late == 4)
    for groups in [followUp.byPlan, followUp.byArea, followUp.byPriority] {
      #expect(groups.map(\.planned).reduce(0, +) == 15)
      #expect(groups.map(\.late).reduce(0, +) == 4)
      for group in groups {
        let parts = [
          group.done, group.underway, group.notDone, group.dropped, group.reportedElsewhere,
          group.withoutStatus,
        ]
        #expect(parts.reduce(0, +) == group.planned)
      }
    }
    #expect(followUp.byPlan.map(\.key) == ["hp", "kp", "brb"])
    #expect(followUp.byPriority.map(\.key) == ["hog", "medel", "lag", nil])
    #expect(followUp.byPriority.map(\.planned) == [2, 3, 1, 9])
    #expect(followUp.byArea.first { $0.key == "tillvaxt" }?.late == 2)
    #expect(
      followUp.counted.map(\.id)
        == ["styrgrupp", "expand", "fornybart", "natverk", "nyhetsbrev", "traffar"])
  }
}

@Suite("When a status was told") struct ActivityDayTests {
  @Test("a day, a month or nothing") func asOf() {
    let plan = ActivityPlan(
      literalTable(
        """
        id,area,status,as_of
        a,x,genomfort,2023-04
        b,x,genomfort,2023-08-31
        c,x,genomfort,
        d,x,genomfort,snart
        """))
    #expect(
      plan.activities.map(\.asOf?.last.description) == ["2023-04-30", "2023-08-31", nil, nil])
    #expect(plan.diagnostics.map(\.code) == ["plan-date"])
  }
}
