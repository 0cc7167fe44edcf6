import Diagnostics
import Labels
import TableFixtures
import Tables
import Testing

@testable import Plans

@Suite("Projects") struct ProjectTests {
  /// Rows of two project reports (002:83–125, 003:54–76), with causes added as a report may state.
  static let report = ProjectReport(
    literalTable(
      """
      id,project,organisation,kind,label_sv,value,value_unit,qualifier,as_of,date_start,date_end,group,status,target_id,cause_sv,cause_en,action_sv,action_en,document,line
      platser-stud,erasmus,westum,places_use,platser,39,procent,ca,2016-12,,,studerande,,,,,,,002,113
      budget-stud,erasmus,westum,budget_use,budget,21,procent,,2016-12,,,studerande,,budget,,,,,002,113
      platser-anst,erasmus,westum,places_use,platser,50,procent,plus/minus,2016-12,,,anställda,,,,,,,002,113
      budget-anst,erasmus,westum,budget_use,budget,50,procent,plus/minus,2016-12,,,anställda,,budget,,,,,002,113
      troskel,erasmus,westum,threshold,tröskel,80,procent,minst,2016,,,,,budget,,,,,002,115
      budget-stud-17,erasmus,westum,budget_use,budget,57,procent,,2017-03,,,studerande,,budget,,,,,002,117
      budget-anst-17,erasmus,westum,budget_use,budget,62,procent,,2017-03,,,anställda,,budget,,,,,002,117
      avvikelse,erasmus,westum,deviation,svårt med platser,,,,2016,,,,avvikelse,,,,,,002,113
      slutrapport,erasmus,westum,date,slutrapport,,,,,,2017-06,,,,,,,,002,125
      spridning,erasmus,westum,participants,deltagare,20,deltagare,,2016-host,,,,,,,,,,002,123
      utb-min,kobra,westum,threshold,nedre gräns,1,utbildningar,intervall,2016,,,,,,,,,,002,83
      deltagare,creare,cv,participants,deltagare,0,deltagare,,2012-07,,,,,i-fas,,,,,003,54
      i-fas,creare,cv,status,i fas,,,,2012-07,,,,i_fas,i-fas,,,,,003,56
      mal,creare,cv,status,mål,,,,2012-07,,,,i_fas_med_avvikelse,,,,,,003,60
      budget,creare,cv,status,budget,,,,2012-07,,,,ej_i_fas,,,,,,003,64
      forsening,creare,cv,deviation,försening,5,veckor,,2012-07,,,,avvikelse,,överklagad upphandling,appealed tender,ny tidplan,new schedule,003,70
      resa,creare,cv,date,studieresa,,,,,2012-06-03,2012-06-06,,framskjuten,,jordbävningar,earthquakes,,,003,76
      """, file: "projects.csv"))

  private static func followUp(_ project: String) throws -> ProjectFollowUp {
    try #require(report.followUps.first { $0.project == project })
  }

  @Test("three projects in the order of the file, nothing to remark on") func read() {
    #expect(Self.report.diagnostics.isEmpty)
    #expect(Self.report.followUps.map(\.project) == ["erasmus", "kobra", "creare"])
    #expect(Self.report.measures.count == 17)
  }

  @Test("budget use beside places use, against the threshold of 80 %") func use() throws {
    let followUp = try Self.followUp("erasmus")
    #expect(
      followUp.use.map { $0.group?.swedish }
        == ["studerande", "studerande", "anställda", "anställda"])
    #expect(followUp.use.map { $0.asOf?.text } == ["2016-12", "2017-03", "2016-12", "2017-03"])
    #expect(followUp.use.map { $0.budget?.value } == [21, 57, 50, 62])
    #expect(followUp.use.map { $0.places?.value } == [39, nil, 50, nil])
    #expect(followUp.use.map(\.gap) == [-59, -23, -30, -18])
    #expect(followUp.use.map(\.isMet) == [false, false, false, false])
    #expect(followUp.use.map(\.isApproximate) == [true, false, true, false])
    #expect(followUp.use.first?.threshold?.source.documentLine == 115)
  }

  @Test("the threshold itself is met, and an upper bound turns the rule") func threshold() {
    func isMet(_ value: Int, _ qualifier: String) -> Bool? {
      let report = ProjectReport(
        literalTable(
          """
          id,project,kind,value,value_unit,qualifier
          a,p,budget_use,\(value),procent,
          b,p,threshold,80,procent,\(qualifier)
          """))
      return report.followUps.first?.use.first?.isMet
    }
    #expect(isMet(80, "minst") == true)
    #expect(isMet(79, "minst") == false)
    #expect(isMet(81, "högst") == false)
    #expect(isMet(80, "högst") == true)
  }

  @Test("0 participants may be in phase") func participants() throws {
    let creare = try Self.followUp("creare").participants
    #expect(creare.map(\.measure.value) == [0])
    #expect(creare.map(\.status) == [.inPhase])
    #expect(creare.first?.fulfilment == nil)
    let erasmus = try Self.followUp("erasmus").participants
    #expect(erasmus.map(\.status) == [nil])
  }

  @Test("participants against a planned number with the same target") func plannedParticipants() {
    let report = ProjectReport(
      literalTable(
        """
        id,project,kind,value,value_unit,status,target_id
        a,p,participants,15,deltagare,ej_i_fas,t
        b,p,threshold,20,deltagare,,t
        """))
    let participants = report.followUps.first?.participants.first
    #expect(participants?.fulfilment == 0.75)
    #expect(participants?.status == .outOfPhase)
  }

  @Test("phases, deviations with cause and action, dates with status") func rest() throws {
    let creare = try Self.followUp("creare")
    #expect(creare.phases.map(\.status) == [.inPhase, .inPhaseWithDeviation, .outOfPhase])
    #expect(
      creare.deviations.first?.cause == Label("överklagad upphandling", "appealed tender"))
    #expect(creare.deviations.first?.action == Label("ny tidplan", "new schedule"))
    #expect(creare.dates.map(\.status) == [.postponed])
    #expect(creare.dates.first?.cause == Label("jordbävningar", "earthquakes"))
    let erasmus = try Self.followUp("erasmus")
    #expect(erasmus.deviations.map(\.cause) == [nil])
    #expect(erasmus.dates.first?.end?.last == day("2017-06-30"))
  }

  @Test("words that are not known") func unknown() {
    let report = ProjectReport(
      literalTable("id,project,kind,status,as_of\na,p,budgetuse,i_fass,2016-13"))
    #expect(report.diagnostics.map(\.code) == ["project-kind", "plan-date", "project-status"])
    #expect(report.diagnostics.first?.reason == "did you mean 'budget_use'?")
    #expect(report.measures.first?.kind == nil)
    #expect(report.followUps.first?.measures.count == 1)
  }
}
