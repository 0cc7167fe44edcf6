import Labels
import Statistics
import TableFixtures
import Testing

@testable import Surveys

/// What may be said about a change, and from whose answers.
struct ChangeTests {
  struct Rate: Sendable {
    let before: (answered: Int, asked: Int)
    let after: (answered: Int, asked: Int)
    let persons: Int
  }

  /// Counted on the fingers: how many of those asked now need to have done otherwise for the rate
  /// not to have gone that way.
  static let rates = [
    Rate(before: (8, 19), after: (7, 19), persons: -1),
    Rate(before: (11, 19), after: (13, 19), persons: 2),
    Rate(before: (10, 20), after: (14, 20), persons: 4),
    // 16 of 22 is 17.45 of 24: with two fewer it would be 17.
    Rate(before: (16, 22), after: (19, 24), persons: 2),
    Rate(before: (17, 33), after: (17, 34), persons: -1),
    Rate(before: (1, 3), after: (2, 6), persons: 0),
    Rate(before: (0, 5), after: (0, 9), persons: 0),
    Rate(before: (5, 5), after: (0, 9), persons: -9),
  ]

  @Test(arguments: rates.indices)
  func ratesAreToldAsPersons(index: Int) throws {
    let row = Self.rates[index]
    func base(_ counts: (answered: Int, asked: Int)) -> QuestionBase {
      // Persons to whom the question does not apply change nothing.
      QuestionBase(
        answered: counts.answered, notApplicable: 7, missing: 0,
        notReturned: counts.asked - counts.answered)
    }
    let change = try #require(RateChange(base(row.after), base(row.before)))
    #expect(change.persons == row.persons)
    #expect(change.isOfFewPersons == (row.persons != 0 && abs(row.persons) <= 2))
    #expect((change.direction == .unchanged) == (row.persons == 0))
    #expect((change.points > 0) == (row.persons > 0))
    #expect(RateChange(QuestionBase(notApplicable: 3), base(row.before)) == nil)
  }

  // MARK: The same persons

  /// Two waves of one question: persons with an answer in each, empty where they did not answer.
  static func comparison(_ persons: [(before: String, after: String)]) throws -> WaveComparison {
    var definition = Narvard.definition(waves: [Narvard.wave("w0", year: 2020), Narvard.wave("w1")])
    definition.questions = [Question(id: "q", label: Label(same: "q"))]
    var invitations: [[String]] = []
    var answers: [[String]] = []
    for (index, person) in persons.enumerated() {
      for (wave, answer) in [("w0", person.before), ("w1", person.after)] {
        invitations.append(
          [wave, "r\(index)", "samrad", answer.isEmpty ? "refusal" : "complete", "", ""])
        if !answer.isEmpty { answers.append([wave, "r\(index)", "q", answer]) }
      }
    }
    let data = Narvard.data(
      definition, invitations: invitations, responses: Narvard.long(answers))
    return try data.cube().comparison(wave: "w1", with: "w0")
  }

  static func persons(
    _ before: String, _ after: String, _ count: Int
  ) -> [(before: String, after: String)] {
    Array(repeating: (before, after), count: count)
  }

  @Test("most answered both times: McNemar's exact test, 2 · ½⁷ for seven who became positive")
  func samePersons() throws {
    let comparison = try Self.comparison(
      Self.persons("nej", "ja", 7) + Self.persons("ja", "ja", 2) + Self.persons("delvis", "nej", 3)
        + Self.persons("ja", "", 1) + Self.persons("", "ja", 2))
    let share = try #require(comparison.questions[0].share)
    let test = try #require(share.test)
    #expect(test.method == .mcNemar)
    #expect(test.pairs == AnswerPairs(both: 2, gained: 7, lost: 0, neither: 3))
    #expect(abs(test.pValue - 2.0 / 128) < 1e-12)
    #expect(share.evidence == .rose)
    #expect(try #require(test.interval).lower > 0)
    // The counts are those of everyone, as in the table of questions.
    #expect(share.previous.positive == 3 && share.previous.answered == 13)
    #expect(share.current.positive == 11 && share.current.answered == 14)
  }

  @Test("half or fewer answered both times: different persons")
  func differentPersons() throws {
    let comparison = try Self.comparison(
      Self.persons("nej", "ja", 6) + Self.persons("ja", "", 6) + Self.persons("", "nej", 6))
    let test = try #require(comparison.questions[0].share?.test)
    #expect(test.method == .exact && test.pairs == nil)
    // 6 of 12 and 6 of 12.
    #expect(test.pValue == 1)
  }

  @Test("the same persons' answers and everyone's must go the same way")
  func noClaimAgainstTheCounts() throws {
    let comparison = try Self.comparison(
      Self.persons("nej", "ja", 6) + Self.persons("nej", "nej", 5) + Self.persons("ja", "", 9)
        + Self.persons("", "nej", 10))
    let share = try #require(comparison.questions[0].share)
    // 2 · ½⁶ is a rise among 11 of 21, but 9 of 20 have become 6 of 21.
    #expect(share.test?.isSignificant == true && share.points < 0)
    #expect(share.evidence == .noEvidence)
  }

  // MARK: All questions together

  /// 5 of 5 against 0 of 5 has p = 2 · ½¹⁰; Holm's method claims it for 25 questions (0.0488), not for
  /// 26 (0.0508).
  @Test(arguments: [(1, true), (25, true), (26, false)])
  func holm(_ row: (questions: Int, isClaimed: Bool)) throws {
    let results = try ComparisonTests.results(
      [(5, 5, 5), (5, 5, 0)],
      questions: (0..<row.questions).map { Question(id: "q\($0)", label: Label(same: "q\($0)")) })
    let comparison = WaveComparison(current: results[1], previous: results[0])
    #expect(comparison.tested == row.questions)
    for question in comparison.questions {
      let share = try #require(question.share)
      let test = try #require(share.test)
      #expect(abs(test.pValue - 1.0 / 512) < 1e-9)
      #expect(share.evidence == (row.isClaimed ? .fell : .noEvidence))
      #expect(try #require(test.interval).contains(0) == !row.isClaimed)
    }
    let adjusted = comparison.questions.compactMap { $0.share?.test?.adjustedPValue }
    #expect(abs((adjusted.max() ?? 0) - Double(row.questions) / 512) < 1e-7)
  }

  /// Questions below the least number of answers are neither tested nor counted.
  @Test func fewAnswersCostNothing() throws {
    let results = try ComparisonTests.results([(5, 4, 4), (5, 4, 0)])
    let comparison = WaveComparison(current: results[1], previous: results[0])
    #expect(comparison.tested == 0)
    #expect(comparison.questions[0].share?.test == nil)
    #expect(comparison.questions[0].share?.evidence == .tooFew)
  }

  /// With true shares unchanged at most 5 % of comparisons may claim anything.
  /// `Benchmarks/COVERAGE.md` has thousands of rounds of the shipped surveys.
  @Test(arguments: [0.5, 0.95])
  func falseClaims(share: Double) throws {
    var random = SeededGenerator(state: 20_261_130)
    let questions = (0..<6).map { Question(id: "q\($0)", label: Label(same: "q\($0)")) }
    let waves = [Narvard.wave("w0", year: 2020), Narvard.wave("w1")]
    let definition = Narvard.definition(waves: waves)
    let people = GroupOutcome(
      counts: .init(), countsWithoutSubstitutes: .init(), rates: OutcomeRates(.init()),
      ratesWithoutSubstitutes: OutcomeRates(.init()))
    var claims = 0
    for _ in 0..<120 {
      let results = waves.map { wave in
        WaveResult(
          definition: definition, wave: wave, people: people, groups: [],
          questions: questions.map { question in
            let answered = Int.random(in: 5...20, using: &random)
            let positive = (0..<answered).count { _ in
              Double.random(in: 0..<1, using: &random) < share
            }
            return QuestionResult(
              question: question,
              tally: AnswerTally(counts: [
                AnswerCount(option: Narvard.scale.answers[0], count: positive),
                AnswerCount(option: Narvard.scale.answers[2], count: answered - positive),
              ]))
          })
      }
      let comparison = WaveComparison(current: results[1], previous: results[0])
      let claimed = comparison.questions.filter {
        $0.share?.evidence == .rose || $0.share?.evidence == .fell
      }
      claims += claimed.isEmpty ? 0 : 1
      for question in comparison.questions {
        let test = try #require(question.share?.test)
        #expect(try #require(test.interval).contains(0) == !test.isSignificant)
      }
    }
    #expect(claims <= 6)
  }

  // MARK: One base

  /// 20 asked, 4 to whom it does not apply, 10 answers, 6 without: 10 of 16 everywhere.
  @Test func thoseToWhomAQuestionDoesNotApplyAreNotAsked() throws {
    var definition = Narvard.definition(waves: [Narvard.wave("w0", year: 2020), Narvard.wave("w1")])
    definition.questions = [Question(id: "q", label: Label(same: "q"))]
    var invitations: [[String]] = []
    var answers: [[String]] = []
    for wave in ["w0", "w1"] {
      for index in 0..<20 {
        let isSubstitute = index >= 18
        invitations.append([
          wave, "\(wave)-\(index)", "samrad", index < 14 || isSubstitute ? "complete" : "refusal",
          isSubstitute ? "true" : "false", "",
        ])
        if index < 4 { answers.append([wave, "\(wave)-\(index)", "q", "ej aktuellt"]) }
        if (4..<12).contains(index) { answers.append([wave, "\(wave)-\(index)", "q", "ja"]) }
        if isSubstitute { answers.append([wave, "\(wave)-\(index)", "q", "nej"]) }
      }
    }
    let data = Narvard.data(
      definition, invitations: invitations, responses: Narvard.long(answers))
    let result = try data.cube().result(wave: "w1")
    let question = result.questions[0]
    let rows: [any Tallied] =
      [question] + question.byGroup.filter { $0.key == "samrad" }.map { $0 as any Tallied }
    for row in rows {
      #expect(row.base.invited == 20 && row.base.concerned == 16 && row.base.answered == 10)
      #expect(row.responseRate == 10.0 / 16 && row.positiveShare == 0.8)
      #expect(row.nearCensus?.invited == 16 && row.nearCensus?.bounds == 0.5...0.875)
      // 2 of the 12 who returned it and whom it concerns left it out.
      #expect(row.itemNonResponse == 2.0 / 12)
    }
    let rate = try #require(data.cube().comparison(wave: "w1", with: "w0").questions[0].rate)
    #expect(rate.currentRate == 10.0 / 16)
    // Without the two substitutes, rate and shares are of the same 14.
    let without = try #require(question.withoutSubstitutes)
    #expect(without.base.concerned == 14 && without.base.answered == 8)
    #expect(without.responseRate == 8.0 / 14 && without.positiveShare == 1)
    #expect(
      try Narvard.data().cube().result(wave: Narvard.wave).question("konferens")?
        .withoutSubstitutes == nil)
  }
}
