import Diagnostics
import Labels
import Statistics
import Surveys
import Testing

/// The eleven pairs of share and response rate in the annexes to the 2023 accounts (document 004,
/// the lines of `facts/narvard_survey_2023.csv`), printed as whole per cent.
struct PublishedResultTests {
  struct Published: Sendable, CustomTestStringConvertible {
    let question: String
    let invited: Int
    let answered: Int
    let responseRate: Int
    let yes: Int
    let partly: Int
    var testDescription: String { question }
  }

  static let published = [
    Published(
      question: "konferens", invited: 19, answered: 11, responseRate: 58, yes: 100, partly: 0),
    Published(
      question: "kallelse-i-tid", invited: 34, answered: 17, responseRate: 50, yes: 100, partly: 0),
    Published(
      question: "protokoll-justering", invited: 19, answered: 11, responseRate: 58, yes: 100,
      partly: 0),
    Published(
      question: "informationsbrev", invited: 19, answered: 11, responseRate: 58, yes: 100,
      partly: 0),
    Published(
      question: "professionell", invited: 45, answered: 22, responseRate: 49, yes: 95, partly: 5),
    Published(
      question: "tillganglig", invited: 45, answered: 22, responseRate: 49, yes: 95, partly: 5),
    Published(
      question: "arenden-beredda", invited: 34, answered: 17, responseRate: 50, yes: 100,
      partly: 0),
    Published(
      question: "stod-uppdragsgrupper", invited: 5, answered: 5, responseRate: 100, yes: 60,
      partly: 40),
    Published(
      question: "handledning-projektledare", invited: 2, answered: 2, responseRate: 100, yes: 100,
      partly: 0),
    Published(
      question: "motesanteckningar", invited: 4, answered: 3, responseRate: 75, yes: 100,
      partly: 0),
    Published(
      question: "protokoll", invited: 15, answered: 6, responseRate: 40, yes: 100, partly: 0),
  ]

  @Test(arguments: published)
  func wide(_ expected: Published) throws {
    try check(expected, Narvard.data())
  }

  @Test(arguments: published)
  func long(_ expected: Published) throws {
    try check(expected, Narvard.data(responses: Narvard.long()))
  }

  private func check(_ expected: Published, _ data: SurveyData) throws {
    #expect(data.diagnostics == [])
    let result = try #require(data.cube().result(wave: Narvard.wave).question(expected.question))
    #expect(result.base.invited == expected.invited)
    #expect(result.base.answered == expected.answered)
    #expect(printedPercent(try #require(result.responseRate)) == expected.responseRate)
    #expect(printedPercent(try #require(result.share(of: "ja"))) == expected.yes)
    #expect(printedPercent(try #require(result.share(of: "delvis"))) == expected.partly)
    #expect(result.share(of: "nej") == 0)
    #expect(result.positiveShare == result.share(of: "ja"))
    let census = try #require(result.nearCensus)
    #expect(census.invited == expected.invited && census.answered == expected.answered)
  }

  @Test func questionsStandInTheOrderOfTheInstrument() throws {
    let questions = try Narvard.data().cube().result(wave: Narvard.wave).questions
    #expect(questions.map(\.question.id) == Self.published.map(\.question))
  }

  @Test func wideAndLongGiveTheSame() throws {
    let wide = try Narvard.data().cube().result(wave: Narvard.wave)
    let long = try Narvard.data(responses: Narvard.long()).cube().result(wave: Narvard.wave)
    #expect(wide == long)
  }

  @Test func itemNonResponseIsApartFromUnitNonResponse() throws {
    let result = try #require(
      Narvard.data().cube().result(wave: Narvard.wave).question("professionell"))
    // 27 of 45 sent the survey back, 5 of them without an answer to this question.
    #expect(
      result.base == QuestionBase(answered: 22, notApplicable: 0, missing: 5, notReturned: 18))
    #expect(result.itemNonResponse == 5.0 / 27)
  }

  @Test func substitutesCountAsInvited() throws {
    let result = try Narvard.data().cube().result(wave: Narvard.wave)
    let council = try #require(result.groups.first { $0.group.id == "samrad" }).outcome
    #expect(council.counts.invited == 15 && council.counts.returned == 6)
    #expect(council.substitutes == 7)
    #expect(council.countsWithoutSubstitutes.invited == 8)
    #expect(council.rates.rr2 == 6.0 / 15)
    #expect(council.ratesWithoutSubstitutes.rr2 == 6.0 / 8)
    #expect(result.counts.invited == 45 && result.counts.returned == 27)
    #expect(result.rates.rr1 == 0.6)
  }

  @Test func theShareOfTheEligibleIsPassedOn() throws {
    var invitations = Narvard.invitations()
    invitations[18][3] = "unknown-other"
    invitations[17][3] = "not-eligible"
    let data = Narvard.data(invitations: invitations)
    #expect(data.diagnostics == [])
    let given = try data.cube().result(wave: Narvard.wave, e: 0.5)
    // 27 returned of 43 known to be eligible, one unknown, one not eligible.
    #expect(given.rates.e == 0.5 && given.rates.rr4 == 27 / 43.5)
    #expect(given.groups.allSatisfy { $0.outcome.rates.e == 0.5 })
    #expect(try data.cube().result(wave: Narvard.wave).rates.e == 43.0 / 44)
    #expect(given.question("konferens")?.base.invited == 18)
    #expect(throws: Diagnostic.self) { try data.cube().result(wave: Narvard.wave, e: 2) }
  }

  @Test func groupsAndBreakdownsAddUp() throws {
    let definition = Narvard.definition(
      breakdowns: [Breakdown(column: "municipality", label: Label("Kommun", "Municipality"))])
    let result = try Narvard.data(definition).cube().result(wave: Narvard.wave)
    let question = try #require(result.question("kallelse-i-tid"))
    #expect(question.byGroup.map(\.key) == ["styrgrupp", "samrad"])
    #expect(question.byGroup.map(\.base.invited) == [19, 15])
    #expect(question.byGroup.map(\.positiveShare) == [1, 1])
    let rows = try #require(question.breakdowns.first).rows
    #expect(rows.map(\.key) == ["borås", "mark"])
    // Every second person of 19 and 15 is from Borås: 10 + 8; of those who answered 6 + 3.
    #expect(rows.map(\.base.invited) == [18, 16])
    #expect(rows.map(\.base.answered) == [9, 8])
  }
}
