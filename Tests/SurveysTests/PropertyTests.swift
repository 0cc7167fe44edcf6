import Diagnostics
import Labels
import Statistics
import Surveys
import TableFixtures
import Tables
import Testing

/// Random surveys against a count by hand, and properties that hold for every survey.
struct PropertyTests {
  static let texts = ["ja", " JA ", "Partly", "nej", "", "vet ej", "Ej aktuellt"]

  /// Invitations in random groups with random dispositions; answers only from those who returned.
  static func rows(seed: UInt64) -> (invitations: [[String]], answers: [[String]]) {
    var random = SeededGenerator(state: seed)
    var invitations: [[String]] = []
    var answers: [[String]] = []
    for index in 0..<60 {
      let group = Narvard.groups[Int.random(in: 0..<5, using: &random)]
      let disposition = Disposition.allCases[Int.random(in: 0..<8, using: &random)]
      let city = ["borås", "mark", ""][Int.random(in: 0..<3, using: &random)]
      invitations.append([
        Narvard.wave, "r\(index)", group, disposition.rawValue,
        Bool.random(using: &random) ? "true" : "false", city,
      ])
      guard disposition.isReturned else { continue }
      for question in Narvard.questions
      where question.groups.isEmpty || question.groups.contains(group) {
        let text = texts[Int.random(in: 0..<texts.count, using: &random)]
        answers.append([Narvard.wave, "r\(index)", question.id, text])
      }
    }
    return (invitations, answers)
  }

  static let definition = Narvard.definition(
    breakdowns: [Breakdown(column: "municipality", label: Label("Kommun", "Municipality"))])

  static func result(_ invitations: [[String]], _ responses: Table) throws -> WaveResult {
    try Narvard.data(definition, invitations: invitations, responses: responses)
      .cube().result(wave: Narvard.wave)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func orderOfRowsAndFormDoNotMatter(seed: UInt64) throws {
    let (invitations, answers) = Self.rows(seed: seed)
    var random = SeededGenerator(state: seed + 1000)
    let expected = try Self.result(invitations, Narvard.wide(answers))
    let shuffled = try Self.result(
      invitations.shuffled(using: &random), Narvard.wide(answers.shuffled(using: &random)))
    let long = try Self.result(
      invitations.shuffled(using: &random), Narvard.long(answers.shuffled(using: &random)))
    #expect(shuffled == expected)
    #expect(long == expected)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func countsAreThoseOfACountByHand(seed: UInt64) throws {
    let (invitations, answers) = Self.rows(seed: seed)
    let result = try Self.result(invitations, Narvard.wide(answers))
    for question in result.questions {
      let asked = invitations.filter {
        question.question.isAsked(of: $0[2]) && $0[3] != "not-eligible"
      }
      let texts = asked.map { person in
        answers.first { $0[1] == person[1] && $0[2] == question.question.id }.map { $0[3] }
      }
      #expect(question.base.invited == asked.count)
      #expect(question.base.notReturned == texts.count { $0 == nil })
      #expect(question.count(of: "ja") == texts.count { $0 == "ja" || $0 == " JA " })
      #expect(question.count(of: "delvis") == texts.count { $0 == "Partly" })
      #expect(question.count(of: "nej") == texts.count { $0 == "nej" })
      #expect(question.base.notApplicable == texts.count { $0 == "Ej aktuellt" })
      #expect(question.base.missing == texts.count { $0 == "" || $0 == "vet ej" })
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func basesAddUp(seed: UInt64) throws {
    let (invitations, answers) = Self.rows(seed: seed)
    let result = try Self.result(invitations, Narvard.long(answers))
    for question in result.questions {
      let base = question.base
      #expect(
        base.answered + base.notApplicable + base.missing + base.notReturned == base.invited)
      #expect(question.counts.reduce(0) { $0 + $1.count } == base.answered)
      // The base is that of the dispositions of the groups that got the question.
      let groups = result.groups.filter { question.question.isAsked(of: $0.group.id) }
      #expect(base.invited == groups.reduce(0) { $0 + $1.outcome.counts.invited })
      #expect(base.returned == groups.reduce(0) { $0 + $1.outcome.counts.returned })
      // One base: those to whom it does not apply are neither asked nor non-response.
      #expect(base.concerned == base.answered + base.missing + base.notReturned)
      #expect(
        question.responseRate
          == (base.concerned == 0 ? nil : Double(base.answered) / Double(base.concerned)))
      #expect(question.nearCensus.map(\.invited) == (base.concerned == 0 ? nil : base.concerned))
      let ordinary = invitations.filter {
        question.question.isAsked(of: $0[2]) && $0[3] != "not-eligible" && $0[4] == "false"
      }
      #expect(question.withoutSubstitutes.map(\.base.invited) ?? base.invited == ordinary.count)
      for parts in [question.byGroup] + question.breakdowns.map(\.rows) {
        #expect(parts.reduce(0) { $0 + $1.base.invited } == base.invited)
        #expect(parts.reduce(0) { $0 + $1.positive } == question.positive)
      }
    }
    let all = result.groups.reduce(DispositionCounts()) { $0 + $1.outcome.counts }
    #expect(all == result.counts && all.total == invitations.count)
  }

  @Test func theCountedTableHasOneRowPerPersonAndQuestionAsked() throws {
    let data = Narvard.data()
    // 3 questions of 19, 2 of 34, 2 of 45, and 5, 2, 4 and 15.
    #expect(data.answersTable.rowCount == 3 * 19 + 2 * 34 + 2 * 45 + 5 + 2 + 4 + 15)
    #expect(
      data.answersTable.schema.names
        == ["wave", "respondent", "group", "substitute", "question", "code"])
    #expect(
      data.peopleTable.schema.names
        == ["wave", "respondent", "group", "disposition", "substitute"])
  }

  @Test func morePeopleThanABatchHoldsAreCounted() throws {
    let people = 70_000
    let invitations = (0..<people).map {
      [Narvard.wave, "r\($0)", "projektledare", "complete", "", ""]
    }
    let definition = SurveyDefinition(
      id: "one", title: Label(same: "One"), scale: Narvard.scale,
      groups: [RecipientGroup(id: "projektledare", label: Label(same: "P"))],
      waves: [Narvard.wave(Narvard.wave)],
      questions: [Question(id: "handledning", label: Label(same: "H"))],
      location: SourceLocation(file: "survey.yaml"))
    let responses = table(
      "responses", ["wave", "respondent", "handledning"],
      (0..<people).map { [Narvard.wave, "r\($0)", $0 % 2 == 0 ? "ja" : "nej"] })
    let result = try Narvard.data(definition, invitations: invitations, responses: responses)
      .cube().result(wave: Narvard.wave)
    #expect(result.question("handledning")?.positiveShare == 0.5)
    #expect(result.question("handledning")?.base.invited == people)
  }
}
