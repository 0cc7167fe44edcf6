import Diagnostics
import Indicators
import Labels
import Testing
import Workspace

@testable import Reports

private typealias Fixture = GoalFixture

@Suite struct GoalWordsTests {
  private let words = GoalWords()

  @Test(
    "what a goal wants reads as language",
    arguments: [
      (
        Fixture.goal(.atLeast, 80, "verksamheter", words: [.all]), "minst 80 verksamheter, alla",
        "at least 80 entities, all"
      ),
      // 004:2099: all of just over 80.
      (
        Fixture.goal(.atLeast, 80, "verksamheter", words: [.all, .slightlyMore]),
        "drygt 80 verksamheter, alla", "just over 80 entities, all"
      ),
      (
        Fixture.goal(.atLeast, 350, "st", words: [.about]), "minst ca 350 st",
        "at least about 350 pieces"
      ),
      (
        Fixture.goal(.atLeast, 1000, "st", words: [.atLeastEquivalent]),
        "minst motsvarande 1\u{A0}000 st", "at least the equivalent of 1,000 pieces"
      ),
      (
        Fixture.goal(.atLeast, 1, "st", words: [.further]), "minst ytterligare 1 st",
        "at least 1 pieces, in addition"
      ),
      (
        Fixture.goal(.atMost, 5, "dagar", words: [.within, .all]), "inom 5 dagar, alla",
        "within 5 days, all"
      ),
      (
        Fixture.goal(.atMost, 60_000, "kr", words: [.upTo]), "högst 60\u{A0}000 kr",
        "at most 60,000 kronor"
      ),
      (
        Fixture.goal(.atMost, 14, "dagar", words: [.every]), "högst 14 dagar emellan",
        "at most 14 days apart"
      ),
      // 004:2396: after six months.
      (
        Fixture.goal(.done, 6, "månader", measure: .duration, words: [.after]),
        "genomfört efter 6 månader", "done after 6 months"
      ),
      (Fixture.goal(.done, words: [.yearly]), "genomfört varje år", "done every year"),
      (Fixture.goal(.done, words: [.asNeeded]), "genomfört efter behov", "done when needed"),
      (Fixture.goal(.done, words: [.onRequest]), "genomfört på uppdrag", "done on request"),
      (Fixture.goal(.done, words: [.everyOne]), "genomfört för samtliga", "done for every one"),
      (
        Fixture.goal(.done, words: [.allWorkingDays]), "genomfört alla arbetsdagar",
        "done on all working days"
      ),
      (Fixture.goal(.done), "genomfört", "done"),
      (
        Fixture.goal(.atLeast, words: [.onRequest]), "inget tal, på uppdrag",
        "no figure, on request"
      ),
      (
        Fixture.goal(.increase, 10, "procent", measure: .growth), "ökning med minst 10\u{A0}%",
        "an increase of at least 10%"
      ),
      (Fixture.goal(.increase, measure: .growth), "ökning", "an increase"),
      (Fixture.goal(.keep), "behålla nivån", "keep the level"),
      (
        Fixture.goal(nil, 4, "tkr", measure: .money, words: [.circa]), "cirka 4 tkr",
        "about 4 thousand kronor"
      ),
      (Fixture.goal(nil), "inget gränsvärde", "no threshold"),
    ])
  func target(goal: Goal, swedish: String, english: String) {
    #expect(words.target(Fixture.assessment(goal)).label == Label(swedish, english))
  }

  /// The goals of a public report of faults, with figures that round to their targets.
  @Test(
    "a missed target is never shown as equal to it, and never reached by 100 %",
    arguments: [
      (
        Fixture.goal(.atLeast, 90, "procent", measure: .share), 89.96, "procent", "at least 90%",
        "89.96%", "99.96%"
      ),
      (
        Fixture.goal(.atMost, 10, "procent", measure: .share), 10.04, "procent", "at most 10%",
        "10.04%", "99.6%"
      ),
      (
        Fixture.goal(.atLeast, 10_000, "st"), 9950, "st", "at least 10,000 pieces", "9,950 pieces",
        "99.5%"
      ),
      (
        Fixture.goal(.atLeast, 10_000, "st"), 9999.6, "st", "at least 10,000 pieces",
        "9,999.6 pieces", "99.996%"
      ),
      (
        Fixture.goal(.atMost, 3, "dagar", measure: .duration), 3.004, "dagar", "at most 3 days",
        "3.004 days", "99.9%"
      ),
      (
        Fixture.goal(.atLeast, 1_000_000, "kr", measure: .money), 999_999.7, "kr",
        "at least 1,000,000 kronor", "999,999.7 kronor", "99.99997%"
      ),
      (
        Fixture.goal(.atLeast, 5, "st", measure: .rating), 4.996, "st", "at least 5 pieces",
        "4.996 pieces", "99.9%"
      ),
      (
        Fixture.goal(.atLeast, 12.5, "st"), 12.46, "st", "at least 12.5 pieces", "12.46 pieces",
        "99.7%"
      ),
      (
        Fixture.goal(.atLeast, 100, "procent", measure: .share), 99.96, "procent", "at least 100%",
        "99.96%", "99.96%"
      ),
      (
        Fixture.goal(.atMost, 80, "procent", measure: .share), 80.04, "procent", "at most 80%",
        "80.04%", "99.95%"
      ),
      // Another unit, and a target whose own decimals decide.
      (
        Fixture.goal(.atLeast, 1_000_000, "kr", measure: .money), 999.9999, "tkr",
        "at least 1,000,000 kronor", "999.9999 thousand kronor", "99.99999%"
      ),
      (
        Fixture.goal(.atLeast, 12.454, "st"), 12.452, "st", "at least 12.454 pieces",
        "12.452 pieces", "99.98%"
      ),
      (
        Fixture.goal(.atLeast, 1, "st"), 0.999_999_999, "st", "at least 1 pieces",
        "0.999999999 pieces", "99.9999999%"
      ),
    ])
  func miss(
    goal: Goal, value: Double, unit: String, target: String, outcome: String, reached: String
  ) throws {
    let assessment = Fixture.assessment(goal, Fixture.outcome(value, unit))
    #expect(assessment.verdict == .nearly)
    #expect(words.target(assessment).text(.english) == target)
    let shown = words.outcome(
      try #require(assessment.deciding), missing: assessment.threshold)
    #expect(shown.shown(.english) == outcome)
    let fulfilment = GoalSection.fulfilment(assessment)
    #expect(fulfilment.shown(.english) == reached)
    // Data files hold all of the figure.
    let table = ReportTable(
      id: "t", title: Label(same: "t"), columns: [ReportColumn("f", Label(same: "f"))],
      rows: [ReportRow([fulfilment])])
    let line = CSVRenderer(language: .swedish).render(table).split(separator: "\n")[1]
    #expect(!line.hasPrefix("100"))
  }

  @Test("a target that is met is shown plainly")
  func met() {
    let assessment = Fixture.assessment(
      Fixture.goal(.atLeast, 90, "procent", measure: .share), Fixture.outcome(90.04, "procent"))
    #expect(words.outcome(Fixture.outcome(90.04, "procent")).shown(.english) == "90%")
    #expect(
      GoalSection.fulfilment(assessment).shown(.english) == "100%")
  }

  @Test("what drops out says why; plans and forecasts say what they are")
  func expectations() {
    var dropped = Fixture.outcome(0, "st")
    dropped.statedValue = nil
    dropped.statedStatus = .noDemand
    dropped.note = Label("inget behov hos parterna", "no need among the parties")
    #expect(
      words.outcome(dropped).label
        == Label(
          "ingen efterfrågan: inget behov hos parterna", "no demand: no need among the parties"))
    var planned = Fixture.outcome(3, "st")
    planned.role = .plan
    #expect(words.outcome(planned).label == Label("planerat: 3 st", "planned: 3 pieces"))
    planned.role = .forecast
    #expect(words.outcome(planned).label == Label("prognos: 3 st", "forecast: 3 pieces"))
  }

  /// 3 523 against 1 222 (000:626, 546); 14 066 against 16 116 (000:619, 670).
  @Test(
    "a doubted figure says so beside itself",
    arguments: [
      ("navet-2012-forskolepedagoger", 3523, 1222), ("navet-2012-helg-lov-besok", 14_066, 16_116),
    ] as [(String, Double, Double)])
  func doubted(id: String, value: Double, other: Double) throws {
    let workspace = Datasets.workspace
    let goal = try #require(workspace.goals.first { $0.id == id })
    let assessment = workspace.assessor.assess(goal)
    let deciding = try #require(assessment.deciding)
    #expect(deciding.statedValue == value)
    let doubts = try #require(workspace.doubts(about: [deciding])[deciding.id])
    #expect(doubts.map(\.other) == [other])
    let section = GoalSection(workspace: workspace, assessments: [assessment])
    let table = section.table(id: "t", title: Label(same: "t"))
    let text = TextRenderer(language: .swedish, showsSources: false).render(
      ReportDocument(
        id: "t", title: Label(same: "t"), subtitle: Label(same: "t"), blocks: [.table(table)]))
    #expect(text.contains("ifrågasatt"))
  }

  @Test(
    "a figure that nothing contradicts is not doubted",
    arguments: ["u-brb-2023-natverksmoten", "u-dso-2023-granskningar"])
  func notDoubted(id: String) throws {
    let outcome = try #require(Datasets.workspace.outcomes.first { $0.id == id })
    #expect(Datasets.workspace.doubts(about: [outcome]).isEmpty)
  }
}
