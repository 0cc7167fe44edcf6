import Diagnostics
import Labels
import Surveys
import Tables
import Testing

struct DefinitionTests {
  struct Problem: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout SurveyDefinition) -> Void
    let message: String
  }

  static let problems = [
    Problem(
      testDescription: "twice",
      change: { $0.groups.append(RecipientGroup(id: "samrad", label: Label(same: "S"))) },
      message: """
        survey.yaml: error[survey-definition]: group 'samrad' is defined twice
          fix: rename or remove one of the two
        """),
    Problem(
      testDescription: "reserved",
      change: { $0.breakdowns = [Breakdown(column: "group", label: Label(same: "G"))] },
      message: """
        survey.yaml: error[survey-definition]: breakdown 'group' has a reserved name
          the tables of a survey use wave, respondent, group, disposition, substitute, question, code \
        themselves
          fix: rename it
        """),
    Problem(
      testDescription: "unknown group",
      change: { $0.questions[0].groups = ["styrgrup"] },
      message: """
        survey.yaml: error[survey-definition]: question 'konferens' goes to an unknown group 'styrgrup'
          fix: did you mean 'styrgrupp'?
        """),
    Problem(
      testDescription: "unknown version",
      change: { $0.questions[0].versions = ["v2"] },
      message: """
        survey.yaml: error[survey-definition]: question 'konferens' belongs to version 'v2', which no \
        wave uses
          fix: did you mean 'v1'?
        """),
    Problem(
      testDescription: "order of waves",
      change: { $0.waves.append(Narvard.wave("2023-01", year: 2023)) },
      message: """
        survey.yaml: error[survey-definition]: wave '2023-01' stands after '2024-01' but is not later
          '2024-01' is of 2024-01-15, '2023-01' of 2023-01-15
          fix: list the waves in the order of time
        """),
    Problem(
      testDescription: "two meanings",
      change: { $0.scale.missing.insert(" PARTLY ") },
      message: """
        survey.yaml: error[survey-definition]: the text 'partly' means both answer 'delvis' and missing
          case and surrounding space do not matter
          fix: keep one of the two
        """),
    Problem(
      testDescription: "reserved answer",
      change: { $0.scale.answers[2].id = "missing" },
      message: """
        survey.yaml: error[survey-definition]: answer 'missing' has a reserved name
          the tables of a survey use not-applicable, missing, not-returned themselves
          fix: rename it
        """),
  ]

  @Test(arguments: problems)
  func problemsAreReported(_ problem: Problem) throws {
    var definition = Narvard.definition()
    #expect(definition.problems == [])
    problem.change(&definition)
    #expect(definition.problems.map { $0.formatted() } == [problem.message])
    // A faulty definition is told, never a trap.
    let data = Narvard.data(definition)
    #expect(data.diagnostics.contains { $0.code == "survey-definition" })
    _ = try data.cube().result(wave: Narvard.wave)
  }

  @Test func everythingTwiceIsCountedOnce() throws {
    var definition = Narvard.definition()
    let sound = try Narvard.data(definition).cube().result(wave: Narvard.wave)
    definition.groups.insert(definition.groups[0], at: 1)
    definition.questions.insert(definition.questions[4], at: 0)
    definition.scale.answers.append(definition.scale.answers[0])
    let result = try Narvard.data(definition).cube().result(wave: Narvard.wave)
    #expect(result.counts == sound.counts)
    #expect(result.question("professionell")?.base == sound.question("professionell")?.base)
  }

  @Test(arguments: [
    ("ja", AnswerCode.answer(0)), (" JA\t", .answer(0)), ("Yes", .answer(0)),
    ("delvis", .answer(1)), ("PARTLY", .answer(1)), ("Nej", .answer(2)),
    ("ej aktuellt", .notApplicable), ("Vet Ej", .missing), ("", .missing), (" \u{a0}", .missing),
    ("jaa", nil), ("j", nil),
  ])
  func meaningOfATextOnTheScale(text: String, code: AnswerCode?) {
    #expect(Narvard.scale.meaning(of: text) == code)
  }

  @Test func numbersAndDatesAreReadAsText() throws {
    var definition = Narvard.definition()
    definition.scale = AnswerScale(
      answers: (1...5).map {
        AnswerOption(id: "\($0)", label: Label(same: "\($0)"), isPositive: $0 >= 4)
      })
    definition.questions = [Question(id: "betyg", label: Label(same: "Betyg"))]
    var (people, grades) = (ColumnBuilder(.integer), ColumnBuilder(.real))
    var waves = ColumnBuilder(.text)
    for (person, grade) in [(1, 4.0), (2, 5), (3, 2)] {
      people.append(.integer(Int64(person)))
      grades.append(.real(grade))
      waves.append(.text(Narvard.wave))
    }
    let responses = Table(
      name: "responses",
      schema: Schema([
        Field("wave", .text), Field("respondent", .integer), Field("betyg", .real),
      ]),
      columns: [waves, people, grades].map(\.column))
    let data = Narvard.data(
      definition,
      invitations: (1...3).map { [Narvard.wave, "\($0)", "samrad", "complete", "", ""] },
      responses: responses)
    #expect(data.diagnostics == [])
    #expect(try data.cube().result(wave: Narvard.wave).question("betyg")?.positiveShare == 2.0 / 3)
  }

  @Test func wavesAreFoundByTheirNeighbours() {
    let definition = Narvard.definition(
      waves: [Narvard.wave("a", year: 2020), Narvard.wave("b", year: 2021)])
    #expect(definition.wave(before: "b")?.id == "a")
    #expect(definition.wave(before: "a") == nil && definition.wave(before: "x") == nil)
  }
}
