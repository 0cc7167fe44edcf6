import Indicators
import Labels
import Statistics
import Surveys
import Tables

@testable import Reports

/// Every sentence with numbers in it, put together for none, one and several by the code that writes
/// the reports. A form that cannot occur for a number is not made for it, and says why.
struct SentenceForms {
  private(set) var all: [(name: String, label: Label)] = []

  init() throws {
    goals()
    try plans()
    controls()
    try measurements()
    caseLogs()
    checks()
    try surveys()
    changes()
    statistics()
    try analyses()
  }

  private mutating func add(_ name: String, _ sentence: Sentence?) {
    add(name, sentence?.label)
  }

  private mutating func add(_ name: String, _ label: Label?) {
    all.append((name, label ?? Label("(inget)", "(nothing)")))
  }

  // MARK: Goals

  private mutating func goals() {
    typealias Counts = [(Verdict, Int)]
    func sentence(
      _ counts: Counts, differing: Int = 0, conditions: Int = 0, routines: Int = 0
    ) -> Sentence {
      VerdictCounts(
        VerdictCountsTests.assessments(
          counts, differing: differing, conditions: conditions, routines: routines)
      ).sentence
    }
    add("goals: none", sentence([]))
    // No goal is without judgement; conditions and routines are.
    for verdict in Verdict.allCases where verdict != .notJudged {
      for count in [1, 3] { add("goals: \(count) \(verdict)", sentence([(verdict, count)])) }
    }
    for count in [1, 2] {
      add("goals: \(count) of each", sentence(Verdict.allCases.dropLast().map { ($0, count) }))
      add("goals: \(count) differing", sentence([(.notMet, 2)], differing: count))
      add("conditions: \(count)", sentence([], conditions: count))
      add("routines: \(count)", sentence([(.met, 1)], routines: count))
      add("conditions and routines: \(count)", sentence([], conditions: count, routines: count))
    }
    for count in [0, 1, 3] {
      add("goals listed: \(count)", GoalList.limited(count, to: .notMet))
      add("weakest part: \(count) of 3", AssessmentReason.group(assessed: count, of: 3).label)
    }
  }

  // MARK: Plans, internal control, measured groups

  private mutating func plans() throws {
    let day = CalendarDate(year: 2023, month: 12, day: 31) ?? CalendarDate(daysSince1970: 0)
    let next = CalendarDate(year: 2024, month: 4, day: 30)
    // A plan without activities has no section.
    for number in [1, 3] {
      let count = Fact(.count(number))
      add("activities: \(number) done", ActivitySentence(done: count, asOf: day).sentence.label)
      add(
        "activities: \(number) under way",
        ActivitySentence(underway: count, asOf: day).sentence.label)
      add(
        "activities: \(number) not done", ActivitySentence(notDone: count, asOf: day).sentence.label
      )
      add(
        "activities: \(number) dropped", ActivitySentence(dropped: count, asOf: day).sentence.label)
      add(
        "activities: \(number) elsewhere",
        ActivitySentence(reportedElsewhere: count, asOf: day).sentence.label)
      add(
        "activities: \(number) without status",
        ActivitySentence(withoutStatus: count, asOf: day).sentence.label)
      add(
        "activities: \(number) of each",
        ActivitySentence(
          done: count, underway: count, notDone: count, dropped: count, reportedElsewhere: count,
          withoutStatus: count, late: count, onPlan: count, asOf: day
        ).sentence.label)
      add(
        "activities: 1 late of \(number)",
        ActivitySentence(underway: count, late: 1, asOf: day).sentence.label)
      add(
        "activities: \(number), all past their end",
        ActivitySentence(underway: count, onPlan: count, asOf: day).sentence.label)
      add(
        "activities: none late, \(number) on plan",
        ActivitySentence(underway: 3, onPlan: count, asOf: day).sentence.label)
    }
    for count in 0...2 {
      add(
        "follow-ups: \(count)",
        ActivitySentence.followUps(
          year: 2023, passed: Array(repeating: day, count: count), next: count == 2 ? nil : next
        ).label)
    }
  }

  private mutating func controls() {
    // No area, no section.
    add("control: nothing stated", ControlSentence(areas: 1, withoutResult: 1).sentence.label)
    add(
      "control: 1, done",
      ControlSentence(areas: 1, controlPoints: 1, plannedControls: 1, done: 1).sentence.label)
    add("control: 1, open", ControlSentence(areas: 1, controlPoints: 2, open: 1).sentence.label)
    add(
      "control: 3, all done",
      ControlSentence(areas: 3, controlPoints: 0, plannedControls: Fact(.number(0.5)), done: 3)
        .sentence.label)
    add("control: 3, all open", ControlSentence(areas: 3, controlPoints: 4, open: 3).sentence.label)
    add("control: 3, none stated", ControlSentence(areas: 3, withoutResult: 3).sentence.label)
    add(
      "control: one of each",
      ControlSentence(
        areas: 3, controlPoints: 5, plannedControls: 12, done: 1, open: 1, withoutResult: 1
      ).sentence.label)
    add(
      "control: several of each",
      ControlSentence(
        areas: 6, controlPoints: 5, plannedControls: 12, done: 2, open: 2, withoutResult: 2
      ).sentence.label)
  }

  private mutating func measurements() throws {
    let interval = try Interval(lower: -0.02, upper: 0.12, confidence: 0.95)
    func sentence(_ measured: Int, _ reached: Int, paused: Int = 0, once: Int = 0) -> Label {
      MeasurementSentence(
        measured: Fact(.count(measured)), reached: Fact(.count(reached)),
        change: measured == 0
          ? nil
          : MeasurementSentence.change(0.05, measured < 2 ? nil : interval, of: measured),
        threshold: MeasurementSentence.threshold(0.1), paused: Fact(.count(paused)),
        once: Fact(.count(once))
      ).sentence.label
    }
    for (measured, reached) in [(0, 0), (1, 0), (1, 1), (4, 0), (4, 1), (4, 3)] {
      add("groups: \(measured), \(reached) reached", sentence(measured, reached))
    }
    for count in 0...2 {
      add("groups: \(count) paused", sentence(4, 3, paused: count))
      add("groups: \(count) measured once", sentence(4, 3, once: count))
      add("groups: \(count) paused and once", sentence(0, 0, paused: count, once: count))
    }
    add(
      "groups: without a change",
      MeasurementSentence(
        measured: 2, reached: 0, threshold: MeasurementSentence.threshold(0.1)
      ).sentence.label)
  }

  // MARK: Case logs, checks

  private mutating func caseLogs() {
    let day = CalendarDate(year: 2023, month: 12, day: 31) ?? CalendarDate(daysSince1970: 0)
    func received(_ total: Int, _ subset: Fact.Value?, isNewest: Bool = false) -> Label {
      CaseLogWords.received(
        Fact(.count(total)), year: 2023,
        of: subset.map { [(Label("ombudsmannaärenden", "ombudsman cases"), Fact($0))] } ?? [],
        asOf: Fact(.day(day)), isNewest: isNewest
      ).label
    }
    // No case, no section.
    add("cases: 1", received(1, nil, isNewest: true))
    add("cases: 12", received(12, nil))
    add("cases: 12, of which few", received(12, .withheld(.few)))
    add("cases: 12, of which withheld", received(12, .withheld(.complementary)))
    for count in [0, 1, 5] {
      add("cases: 12, of which \(count)", received(12, .count(count)))
      add("cases: \(count) with time left", CaseLogWords.timeLeft(Fact(.count(count))).label)
      add("cases: \(count) unusable", CaseLogWords.unusable(Fact(.count(count)))?.label)
    }
  }

  private mutating func checks() {
    for (errors, warnings, notes) in [(0, 0, 0), (1, 0, 0), (0, 1, 1), (2, 3, 4)] {
      add(
        "check: \(errors), \(warnings), \(notes)", CheckReport.counts(errors, warnings, notes).label
      )
    }
    for (found, count) in [(0, 0), (0, 1), (1, 1), (0, 5), (1, 5), (5, 5)] {
      add("check: \(found) of \(count) known", CheckReport.known(found, of: count)?.label)
    }
    // A table without stated totals has no note.
    for (differing, count) in [(0, 1), (1, 1), (0, 4), (1, 4), (2, 4)] {
      add(
        "totals: \(differing) of \(count) differ",
        CrossTableSection.checked(Fact(.count(count)), differing: Fact(.count(differing))).label)
      add(
        "accounts: \(differing) of \(count) differ",
        AccountChecks(count: Fact(.count(count)), differing: Fact(.count(differing))).sentence)
    }
  }

  // MARK: Surveys

  private mutating func surveys() throws {
    for (invited, returned, substitutes) in [
      (0, 0, 0), (1, 0, 0), (1, 1, 0), (5, 0, 0), (5, 1, 0), (5, 3, 1), (5, 5, 2),
    ] {
      let people = (0..<invited).map { person in
        [
          "w1", "r\(person)", "alla", person < returned ? "complete" : "refusal",
          person < substitutes ? "true" : "false",
        ]
      }
      let cube = try SurveyFixture.cube(
        SurveyFixture.definition(questions: 1), invitations: people, answers: [])
      add(
        "survey: \(returned) of \(invited), \(substitutes) substitutes",
        SurveySection(cube, year: 2023).map { $0.responseSentence($0.responseTable) })
    }
    for unanswered in [0, 1, 2, 5] {
      add(
        "tipping point: reached, \(unanswered) missing",
        SurveyWords.tippingPoint(.reached, unanswered: unanswered))
      add(
        "tipping point: out of reach, \(unanswered) missing",
        SurveyWords.tippingPoint(.outOfReach, unanswered: unanswered))
    }
    for (needed, unanswered) in [(1, 1), (1, 2), (2, 2), (1, 5), (3, 5), (5, 5)] {
      add(
        "tipping point: needs \(needed) of \(unanswered)",
        SurveyWords.tippingPoint(.needs(needed), unanswered: unanswered))
    }
  }

  private mutating func changes() {
    typealias Counts = SurveyFixture.Counts
    typealias Row = (before: Counts, after: Counts)
    let up: Row = ((20, 15, 0), (20, 20, 20))
    let down: Row = ((20, 20, 20), (20, 15, 0))
    let same: Row = ((20, 10, 9), (20, 10, 9))
    let nearly: Row = ((20, 10, 9), (20, 9, 8))
    let few: Row = ((20, 4, 2), (20, 4, 3))
    for (name, rows) in [
      ("none comparable", [((0, 0, 0), (20, 10, 9))]), ("1 up", [up]), ("1 down", [down]),
      ("1 same", [same]), ("1 nearly", [nearly]), ("1 with few", [few]),
      ("1 of each", [up, down, same, nearly, few]),
      ("2 of each", [up, up, down, down, same, same, nearly, nearly, few, few]),
      ("2 same", [same, same]), ("2 nearly", [nearly, nearly]), ("2 with few", [few, few]),
    ] as [(String, [Row])] {
      let comparison = SurveyFixture.comparison(rows)
      add("change: \(name)", ChangeSentence(comparison).sentence)
      let group = RecipientGroup(id: "a", label: Label(same: "a"))
      let rows = comparison.questions.map { GroupComparison(group: group, comparison: $0) }
      add("change by group: \(name)", GroupChangeSentence(rows, table: "t").sentence)
      if name.hasPrefix("1 ") {
        for question in comparison.questions.suffix(1) {
          add("rate: \(name)", question.rate.map(ChangeWords().rate))
          add("answers: \(name)", question.share.map { ChangeWords().evidence($0, of: .one) })
        }
      }
    }
    for gained in [1, 7] {
      let comparison = SurveyFixture.comparison(
        [((12, 12, 3), (12, 12, 3 + gained))],
        pairs: ["q0": AnswerPairs(both: 3, gained: gained, neither: 9 - gained)])
      add(
        "pairs: \(gained) gained",
        comparison.questions[0].share.map { ChangeWords().evidence($0, of: .one) })
    }
    let lost = SurveyFixture.comparison(
      [((12, 12, 10), (12, 12, 9))], pairs: ["q0": AnswerPairs(both: 9, lost: 1, neither: 2)])
    add("pairs: 1 lost", lost.questions[0].share.map { ChangeWords().evidence($0, of: .one) })
  }

  // MARK: Analyses of a file

  private mutating func statistics() {
    for count in [1, 2] {
      add(
        "caution: \(count) of 4 cells",
        StatisticWords.caution(.smallExpectedCounts(cells: count, of: 4)).label)
      add("caution: \(count) equal pairs", StatisticWords.caution(.equalPairsLeftOut(count)).label)
      add("caution: \(count) people", StatisticWords.caution(.fewPeople(count, needed: 20)).label)
      add(
        "reason: \(count) values",
        StatisticWords.reason(.sampleTooSmall(StatisticName("mean"), needed: 4, given: count)).label
      )
      add(
        "reason: \(count) values of 2",
        StatisticWords.reason(.sampleTooSmall(StatisticName("mean"), needed: 2, given: count)).label
      )
    }
    for count in 0...2 {
      add(
        "reason: group of \(count)",
        StatisticWords.reason(
          .groupTooSmall(StatisticName("mean"), group: 0, needed: 3, given: count)
        ).label)
    }
  }

  private mutating func analyses() throws {
    for form in try AnalysisForms.all() {
      let name = form.name
      for block in form.blocks {
        switch block {
        case .note(let label): add("\(name): note", label.label)
        case .paragraph(let label): add("\(name): says", label.label)
        case .heading, .chart: continue
        case .table(let table):
          guard table.id == "groups" else { continue }
          for note in table.notes { add("\(name): pairs", note.label) }
        }
      }
    }
  }
}
