import Indicators
import Labels
import Surveys
import Tables
import Testing
import Workspace

@Suite struct PublishedVerdictsTests {
  /// A goal, the verdict on it, the reason (``AssessmentReason/id``), and whether the document's own
  /// verdict is another.
  typealias Case = (goal: String, verdict: Verdict, reason: String, differs: Bool)

  static let figures: [Case] = [
    // 77 of 79 against all, and so many rounds an entity (004:2107); "genomförda" is a count.
    ("dso-2023-granskning-verksamheter", .nearly, "part_of_whole", false),
    ("dso-2023-granskning-omgangar", .nearly, "figure", false),
    // 16 of 20 matrices (004:2110) say nothing of 8 municipalities (004:2103).
    ("dso-2023-mognadsmatris", .cannotAssess, "no_outcome", false),
    // The area is as good as its weakest part; the document judges it reached (004:2113).
    ("dso-2023-mal-granska", .nearly, "weakest_part", true),
    ("dso-2023-nyhetsbrev", .met, "figure", false),
    // Within the set time; the document reports no times (004:2189).
    ("dso-2023-svarstid", .met, "word", false),
    // 14 066 of 15 000, marked carried out, which is a count (000:619).
    ("navet-2012-helg-lov-besok", .nearly, "figure", false),
    ("navet-2012-temabesok-elever", .met, "figure", false),
    // 3 000 of 4 000, 1 200 of 2 000 twice and 225 of 800 in the year (000:620, 622, 623, 632).
    ("navet-2012-matematikpalatset-elever", .notMet, "figure", false),
    ("navet-2012-larare-nt", .notMet, "figure", false),
    ("navet-2012-utbildningsdagar-matematik", .notMet, "figure", false),
    ("navet-2012-kunskap-kansla", .notMet, "figure", false),
    // 350 of about 350 (000:552, 625).
    ("navet-2012-steps-pedagoger", .met, "figure", false),
    // 6 to 9 days against 5 half-days: another unit, one dimension (000:625).
    ("navet-2012-steps-halvdagar", .met, "figure", false),
    // Seven are listed, and the list goes on (000:638).
    ("navet-2012-forum", .met, "figure", false),
    // 29 of 30 (000:747).
    ("mc-2012-jobbvaxling-registrerade", .nearly, "figure", false),
    // 7 626 tkr against a level of about 4 mnkr; more than twice the plan (000:103, 166).
    ("kansli-2012-eget-kapital", .met, "figure", false),
    ("kansli-2012-innovation-projekt", .met, "figure", false),
    ("mc-2023-nojd-samtal", .met, "figure", false),
    ("mc-2023-rekommendera", .met, "figure", false),
    // All, and reached, without figures (004:2400, 2403).
    ("mc-2023-korta-uppdrag", .met, "all", false),
    ("mc-2023-langa-uppdrag", .met, "word", false),
    // One full day among the eleven meetings (004:331).
    ("brb-2023-kickoff", .met, "figure", false),
    ("brb-2023-natverksmoten", .met, "figure", false),
    // 1 of 2 meetings in the year, marked carried out, which is a count (004:1729).
    ("brb-2023-traffar-samhallsbyggnad", .notMet, "figure", false),
    // Two rounds a year (004:2545).
    ("narvard-2023-enkatrundor", .met, "figure", false),
  ]

  static let words: [Case] = [
    // One report, one strategy meeting: a word says as much as a figure (004:1710, 1475, 331).
    ("brb-2023-insikt-rapport", .met, "word", false),
    ("brb-2023-strategimote", .met, "word", false),
    ("brb-2023-nyhetsbrev-politik", .notMet, "word", false),
    ("brb-2023-insikt-inrapportorer", .notMet, "word", false),
    // Better than budget, with no budget named (004:2652).
    ("navet-2023-omsattning-budget", .met, "word", false),
    ("mc-2023-hemsida", .notMet, "word", false),
    ("cv-2012-mal-i-fas", .nearly, "word", false),
    // Six courses on request (004:2152).
    ("dso-2023-utbildningar", .met, "word", false),
    // Read from the follow-up (004:2147, 2183–2192, 2570, 2553 with 2573).
    ("dso-2023-besok-natverk", .met, "word_read", false),
    ("dso-2023-incidentstod", .met, "word_read", false),
    ("dso-2023-tillganglighet", .met, "word_read", false),
    ("narvard-2023-samverkanskonferens", .met, "word_read", false),
    ("narvard-2023-kallelse-framforhallning", .met, "word_read", false),
    // All who answered say yes (004:2570, 2603); 95 and 60 % name no threshold to reach.
    ("narvard-2023-konferens", .met, "word_read", false),
    ("narvard-2023-protokoll", .met, "word_read", false),
    ("narvard-2023-professionell", .cannotAssess, "no_threshold", false),
    ("narvard-2023-stod-uppdragsgrupper", .cannotAssess, "no_threshold", false),
    // Marked as carried out with its figure, which is missing (000:621, 631).
    ("navet-2012-geometri-elever", .met, "word_read", false),
    ("navet-2012-vetenskapsteater", .met, "word_read", false),
    // Several meetings, and no number (000:743, 004:1466, 004:1840); one of many (004:2356).
    ("mc-2012-traffar-personalspecialister", .cannotAssess, "words_only", false),
    ("brb-2023-avstamningar", .cannotAssess, "words_only", false),
    ("brb-2023-kp-forum", .cannotAssess, "words_only", false),
    ("mc-2023-hr-traff", .cannotAssess, "no_statement", false),
    // Decided against, and no need among the parties (004:1673, 2505).
    ("brb-2023-uc-licens", .dropped, "word", false),
    ("voc-2023-yrkesambassador", .dropped, "word", false),
  ]

  static let runningPlans: [Case] = [
    // Two of the ten chosen companies, the rest in 2024 (004:396–397).
    ("brb-2023-expand-retain", .underWay, "figure", false),
    // 57 and 62 % of the budget in March 2017 against 80 % in May (002:115, 117).
    ("westum-2016-erasmus-budget", .underWay, "figure", false),
    // Four of eight municipalities, all by March 2024 (004:1025–1026, 1049).
    ("kansli-2024-knallebibliotek", .underWay, "part_of_whole", false),
    // "Delvis" is no nine tenths (004:1541, 1984); under way in a plan until 2024 (004:1955, 1976).
    ("brb-2023-mediaplan", .underWay, "word_read", false),
    ("brb-2023-saljmaterial", .underWay, "word_read", false),
    ("brb-2023-investeringsredo", .underWay, "word", false),
    ("brb-2023-lediga-tomter", .underWay, "word", false),
    // Begun in both colleges, and in the plan for 2025 as well (004:2440, 001:153).
    ("voc-2023-stodstruktur-sprakombud", .underWay, "word", false),
    // Until April 2013, until the end of 2013, ready in May 2013, moved to October (000:765, 769,
    // 252, 634; 003:76).
    ("mc-2012-fk-ledarprogram", .underWay, "word", false),
    ("mc-2012-fk-chefer", .underWay, "word_read", false),
    ("kansli-2012-foraldrastod-vald", .underWay, "word", false),
    ("navet-2012-nya-teman", .underWay, "word", false),
    ("cv-2012-resa", .underWay, "word", false),
    // Under way at the end of the year of the goal, and no later end is named (000:268, 755).
    ("kansli-2012-missbruksriktlinjer", .notMet, "word", false),
    ("mc-2012-utbildningsmaterial", .notMet, "word", false),
    // Not begun is what the document says (004:1633, 1664).
    ("brb-2023-besoksmall", .notMet, "word", false),
    ("brb-2023-vgr-analys", .notMet, "word", false),
  ]

  static let plans: [Case] = [
    // Planned workshops, a planned course, breakfasts and initiatives (004:825, 843, 1196; 002:79).
    ("kansli-2024-symbios-workshopar", .planned, "planned", false),
    ("kansli-2024-upphandling-utbildning", .planned, "planned", false),
    ("kansli-2024-neb-frukostar", .planned, "planned", false),
    ("westum-2017-kobra-insatser", .planned, "planned", false),
    ("westum-2017-partnerskapsmote", .planned, "planned", false),  // 002:107
    ("navet-2025-besokare", .planned, "planned", false),  // 001:195
    // Routines (004:423–424), a condition and a cap (000:160, 004:1214).
    ("kansli-2023-rekvirering", .notJudged, "routine", false),
    ("kansli-2023-arsrapport-projekt", .notJudged, "routine", false),
    ("kansli-2023-villkor-enprocent", .notJudged, "condition", false),
    ("kansli-2012-villkor-forstudie", .notJudged, "condition", false),
  ]

  @Test("the verdict on a goal and why", arguments: figures + words + runningPlans + plans)
  func verdict(expected: Case) throws {
    let assessment = try #require(Datasets.assessment(expected.goal))
    #expect(assessment.verdict == expected.verdict)
    #expect(assessment.reason.id == expected.reason)
    #expect(assessment.differs == expected.differs)
  }

  /// The goals of the documents' years by verdict, counted in the lists of goals.
  @Test(
    "how many goals of a year get which verdict",
    arguments: [
      (
        2012,
        [.met: 26, .nearly: 3, .underWay: 5, .notMet: 12, .cannotAssess: 3, .notJudged: 3]
          as [Verdict: Int]
      ),
      (2013, [.planned: 3]), (2014, [.planned: 1]),
      (2016, [.underWay: 1, .cannotAssess: 5]), (2017, [.planned: 4]),
      (
        2023,
        [
          .met: 54, .nearly: 3, .underWay: 10, .notMet: 7, .cannotAssess: 16, .dropped: 2,
          .notJudged: 4,
        ]
      ),
      (2024, [.planned: 3, .underWay: 2]), (2025, [.planned: 72]),
    ])
  func counts(year: Int, counts: [Verdict: Int]) {
    let assessments = Datasets.workspace.assessments(year: year)
    #expect(Dictionary(grouping: assessments, by: \.verdict).mapValues(\.count) == counts)
  }

  @Test("what is planned or expected is never an outcome")
  func plansAreNoOutcomes() {
    let expected = Datasets.workspace.outcomes.filter(\.isExpected)
    #expect(expected.count == 8)
    for goal in Datasets.workspace.goals {
      let assessment = Datasets.workspace.assessor.assess(goal)
      #expect(assessment.deciding.map { !$0.isExpected } ?? true, "\(goal.id)")
    }
    // 200 meetings and conferences a year are what there is (001:175).
    #expect(Datasets.outcome("u-navet-2025-moten")?.isExpected == false)
  }

  @Test("one verdict area is an area of goals, not a group of people")
  func areas() {
    for goal in Datasets.workspace.goals where goal.unit == "dataskyddsombud" {
      for text in [goal.label.swedish, goal.note.swedish] { #expect(!text.contains("målgrupp")) }
      for text in [goal.label.english, goal.note.english] { #expect(!text.contains("goal group")) }
    }
  }

  @Test("the weaker of the two latest Erasmus+ figures decides")
  func erasmus() throws {
    let assessment = try #require(Datasets.assessment("westum-2016-erasmus-budget"))
    #expect(assessment.deciding?.id == "u-erasmus-budget-studerande-2017")
    #expect(assessment.fulfilment == 57.0 / 80)
  }

  /// 53 013 visitors in 2011, 57 576 in 2012 (000:538), 60 000 in 2023 (004:2681), 65 000 wanted
  /// for 2025 (001:195).
  @Test("visitors over the years")
  func visitors() throws {
    let trend = try #require(
      Datasets.workspace.assessor.allTrends.first { $0.indicator == "navet-besokare" })
    #expect(trend.points.map(\.year) == [2011, 2012, 2023, 2025])
    #expect(trend.points.map(\.value) == [53013, 57576, 60000, 65000])
    #expect(trend.points.map(\.kind) == [.outcome, .outcome, .outcome, .target])
    let change = try #require(trend.change(to: 2012))
    #expect(change.absolute == 4563)
    #expect(change.relative == 4563.0 / 53013)
    let keep = try #require(Datasets.assessment("navet-2025-bibehall-besok"))
    #expect(keep.trend?.latestOutcome(before: 2025)?.value == 60000)
  }

  @Test("nothing has changed since a wave that no document has")
  func waves() throws {
    let survey = try #require(Datasets.workspace.survey("narvardskontoret/survey"))
    let comparison = try survey.cube().comparison(
      wave: "2023-08", with: "2023-01", acknowledgingBreak: true)
    #expect(
      comparison.notCompared == .invented(wave: Label("januari 2023", "January 2023")))
    #expect(comparison.questions.allSatisfy { $0.rate == nil && $0.share == nil })
  }

  @Test("cases and incidents against their limits")
  func limits() throws {
    let workspace = Datasets.workspace
    let cases = try #require(workspace.caseLog("dataskyddsombud/cases"))
    let asOf = workspace.asOf(year: 2023)
    let result = try #require(
      cases.cube(asOf: asOf, calendar: workspace.calendar, year: 2023).result(limit: "svar"))
    // All 120 are handled (004:2143), none is left for the next year.
    #expect(result.total == 120 && result.openOverdue == 0 && result.pending == 0)
    #expect(result.withinLimit == 120 && result.base == 120)
    let incidents = try #require(workspace.caseLog("dataskyddsombud/incidents"))
    let hours = try #require(
      incidents.cube(asOf: asOf, calendar: workspace.calendar, year: 2023).result(limit: "art33"))
    #expect(hours.total == 15 && hours.late == 0)
    #expect((hours.longest ?? 0) <= 72)
  }
}
