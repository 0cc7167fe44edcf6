import Diagnostics
import Labels
import Surveys
import TableFixtures
import Tables

@testable import Reports
@testable import Workspace

/// Small surveys for the tests of their sections.
enum SurveyFixture {
  static let scale = AnswerScale(
    answers: [
      AnswerOption(id: "ja", label: Label("ja", "yes"), isPositive: true),
      AnswerOption(id: "nej", label: Label("nej", "no")),
    ], notApplicable: ["ej aktuellt"])

  static func definition(questions: Int, groups: [String] = ["alla"]) -> SurveyDefinition {
    SurveyDefinition(
      id: "enhet/enkat", title: Label("Enkäten", "The survey"), scale: scale,
      groups: groups.map { RecipientGroup(id: $0, label: Label(same: $0)) },
      waves: [wave("w0", "förra året", "last year", 2022), wave("w1", "i år", "this year", 2023)],
      questions: (0..<questions).map { Question(id: "q\($0)", label: Label(same: "q\($0)")) },
      location: SourceLocation(file: "survey.yaml"))
  }

  private static func wave(
    _ id: String, _ swedish: String, _ english: String, _ year: Int
  ) -> Wave {
    Wave(
      id: id, label: Label(swedish, english),
      date: CalendarDate(year: year, month: 5, day: 2) ?? CalendarDate(daysSince1970: 0),
      instrument: "1")
  }

  /// How many were asked, answered and were positive.
  typealias Counts = (asked: Int, answered: Int, positive: Int)

  /// A comparison of questions with such counts, different persons unless pairs are given.
  static func comparison(
    _ rows: [(before: Counts, after: Counts)], pairs: [String: AnswerPairs] = [:]
  ) -> WaveComparison {
    let definition = definition(questions: rows.count)
    func result(_ wave: Wave, _ counts: [Counts]) -> WaveResult {
      let nobody = GroupOutcome(
        counts: .init(), countsWithoutSubstitutes: .init(), rates: OutcomeRates(.init()),
        ratesWithoutSubstitutes: OutcomeRates(.init()))
      return WaveResult(
        definition: definition, wave: wave, people: nobody, groups: [],
        questions: zip(definition.questions, counts).map { question, counts in
          QuestionResult(
            question: question,
            tally: AnswerTally(
              counts: [
                AnswerCount(option: scale.answers[0], count: counts.positive),
                AnswerCount(option: scale.answers[1], count: counts.answered - counts.positive),
              ], notReturned: counts.asked - counts.answered))
        })
    }
    return WaveComparison(
      current: result(definition.waves[1], rows.map(\.after)),
      previous: result(definition.waves[0], rows.map(\.before)), pairs: pairs)
  }

  /// A survey of which everything is shown that at least so many have answered: one, unless told.
  static func published(_ cube: SurveyCube, minimum: Int = 1) -> PublishedSurvey {
    var rules = DisclosureRules()
    rules.minimumAnswers = minimum
    return PublishedSurvey(cube: cube, disclosure: SurveyDisclosure(cube, rules: rules))
  }

  /// Counts rows of `wave, respondent, group, disposition, substitute` and of `wave, respondent,
  /// question, answer`.
  static func cube(
    _ definition: SurveyDefinition, invitations: [[String]], answers: [[String]]
  ) throws -> SurveyCube {
    SurveyData(
      definition: definition,
      invitations: table(
        "invitations", ["wave", "respondent", "group", "disposition", "substitute"], invitations),
      responses: table("responses", ["wave", "respondent", "question", "answer"], answers)
    ).cube()
  }

  /// A wave of one question, broken down by a column of many values, each of one to eight people, all of
  /// whom answer.
  static func brokenDown(parts: Int) throws -> SurveyCube {
    var definition = definition(questions: 1)
    definition.breakdowns = [Breakdown(column: "part", label: Label("Del", "Part"))]
    let people = (0..<parts).flatMap { part in
      (0...part % 8).map { (id: "\(part)-\($0)", part: "p\(part)", says: $0 % 2) }
    }
    return SurveyData(
      definition: definition,
      invitations: table(
        "invitations", ["wave", "respondent", "group", "disposition", "part"],
        people.map { ["w1", $0.id, "alla", "complete", $0.part] }),
      responses: table(
        "responses", ["wave", "respondent", "question", "answer"],
        people.map { ["w1", $0.id, "q0", scale.answers[$0.says].id] })
    ).cube()
  }

  private static func table(_ name: String, _ columns: [String], _ rows: [[String]]) -> Table {
    textTable(
      name, columns: columns, rows: rows.map { row in row.map { $0.isEmpty ? nil : $0 } },
      file: "\(name).csv")
  }

  /// A random survey of one to eight questions; sometimes the same persons in both waves.
  static func random(seed: UInt64) throws -> SurveyCube {
    var random = SeededGenerator(state: seed)
    let definition = definition(
      questions: Int.random(in: 1...8, using: &random), groups: ["a", "b", "tom"])
    let areSame = Bool.random(using: &random)
    let people = Int.random(in: 1...24, using: &random)
    let rates: [Double] = [0, 0.5, 0.8, 1]
    let response = rates[Int.random(in: 0..<4, using: &random)]
    var invitations: [[String]] = []
    var answers: [[String]] = []
    for wave in definition.waves {
      // Shares far apart now and then, so that there is something to claim.
      let share = Double.random(in: 0...1, using: &random) < 0.5 ? 0.05 : 0.97
      for person in 0..<(people + Int.random(in: 0...2, using: &random)) {
        let respondent = areSame ? "r\(person)" : "\(wave.id)-\(person)"
        let isReturned = Double.random(in: 0..<1, using: &random) < response
        invitations.append([
          wave.id, respondent, Bool.random(using: &random) ? "a" : "b",
          isReturned ? "complete" : "refusal",
          Int.random(in: 0..<6, using: &random) == 0 ? "true" : "false",
        ])
        guard isReturned else { continue }
        for question in definition.questions {
          let isPositive = Double.random(in: 0..<1, using: &random) < share
          let answer =
            switch Int.random(in: 0..<12, using: &random) {
            case 0: "ej aktuellt"
            case 1: ""
            default: isPositive ? "ja" : "nej"
            }
          answers.append([wave.id, respondent, question.id, answer])
        }
      }
    }
    return try cube(definition, invitations: invitations, answers: answers)
  }
}
