import Diagnostics
import Labels
import Surveys
import Tables
import Testing

/// When people answered, and who has not yet.
@Suite struct AnswerDaysTests {
  private static let invitations = [
    [Narvard.wave, "p1", "styrgrupp", "complete"], [Narvard.wave, "p2", "samrad", "complete"],
    [Narvard.wave, "p3", "samrad", "non-contact"], [Narvard.wave, "p4", "samrad", "refusal"],
    [Narvard.wave, "p5", "presidium", "not-eligible"], [Narvard.wave, "p6", "presidium", "other"],
  ]

  private static func read(_ days: [String]) -> SurveyData {
    SurveyData(
      definition: Narvard.definition(),
      invitations: table(
        "invitations", ["wave", "respondent", "group", "disposition"], invitations),
      responses: table(
        "responses", ["wave", "respondent", "answered"] + Narvard.questions.map(\.id),
        zip(["p1", "p2"], days).map { person, day in
          [Narvard.wave, person, day] + Narvard.questions.map { $0.groups.isEmpty ? "ja" : "" }
        }))
  }

  @Test("those who returned the survey are counted by day") func days() {
    let data = Self.read(["2024-01-20", "2024-01-16 08:30"])
    #expect(data.diagnostics.isEmpty, "\(data.diagnostics)")
    let days = data.cube().returnsByDay(wave: Narvard.wave)
    #expect(
      days.map { ($0.key.description, $0.value) }.sorted { $0.0 < $1.0 }.map(\.0) == [
        "2024-01-16", "2024-01-20",
      ])
    #expect(days.values.reduce(0, +) == 2)
    #expect(data.cube().returnsByDay(wave: "2030-01").isEmpty)
  }

  @Test(
    "days that cannot be",
    arguments: [
      ("2024-01-03", "a respondent answered before wave '2024-01' went out", 2),
      ("igår", "column 'answered' holds a text that is no day", 1),
    ])
  func faults(day: String, message: String, counted: Int) {
    let data = Self.read(["2024-01-20", day])
    #expect(data.diagnostics.map(\.message) == [message])
    #expect(data.diagnostics.first?.location.line == 3)
    #expect(data.cube().returnsByDay(wave: Narvard.wave).values.reduce(0, +) == counted)
  }

  @Test("whom to remind: neither those who declined nor those who are not concerned")
  func reminders() throws {
    let data = Self.read(["2024-01-20", "2024-01-20"])
    let table = try #require(data.notAnswered(wave: Narvard.wave))
    #expect(table.schema.names == ["wave", "respondent", "group"])
    #expect(table.rows.map { $0.text("respondent") } == ["p3", "p6"])
    #expect(table.rows.map { $0.text("group") } == ["samrad", "presidium"])
    #expect(data.notAnswered(wave: "2030-01") == nil)
  }

  @Test("who is not listed cannot be reminded") func numbered() {
    let data = SurveyData(
      definition: Narvard.definition(),
      population: [
        table("population", ["wave", "group", "invited"], [[Narvard.wave, "samrad", "4"]])
      ],
      responses: [
        table(
          "responses", ["wave", "group", "professionell"], [[Narvard.wave, "samrad", "ja"]])
      ])
    #expect(data.notAnswered(wave: Narvard.wave) == nil)
  }
}
