import Labels
import Statistics
import Testing

@testable import Surveys

struct ComparisonTests {
  /// Two or three waves of one question in one group: invited, answered, positive.
  static func results(
    _ counts: [(invited: Int, answered: Int, positive: Int)], waves: [Wave]? = nil,
    questions: [Question] = [Question(id: "q", label: Label(same: "q"))],
    scale: AnswerScale = Narvard.scale
  ) throws -> [WaveResult] {
    var definition = Narvard.definition(
      waves: waves ?? counts.indices.map { Narvard.wave("w\($0)", year: 2020 + $0) })
    definition.questions = questions
    definition.scale = scale
    var invitations: [[String]] = []
    var responses: [[String]] = []
    for (wave, count) in zip(definition.waves, counts) {
      for index in 0..<count.invited {
        let isAnswered = index < count.answered
        invitations.append([
          wave.id, "r\(index)", "styrgrupp", isAnswered ? "complete" : "refusal", "", "",
        ])
        for question in questions where isAnswered && question.occurs(in: wave) {
          responses.append([
            wave.id, "r\(index)", question.id, index < count.positive ? "ja" : "nej",
          ])
        }
      }
    }
    let data = Narvard.data(
      definition, invitations: invitations,
      responses: table("responses", ["wave", "respondent", "question", "answer"], responses))
    #expect(data.diagnostics == [])
    return try definition.waves.map { try data.cube().result(wave: $0.id) }
  }

  struct Change: Sendable {
    let before: (Int, Int, Int)
    let after: (Int, Int, Int)
    let direction: Direction
    let points: Double
    let evidence: Evidence
  }

  static let changes = [
    Change(
      before: (20, 10, 5), after: (20, 14, 14), direction: .rose, points: 20, evidence: .rose),
    Change(
      before: (20, 14, 14), after: (20, 10, 5), direction: .fell, points: -20, evidence: .fell),
    Change(
      before: (3, 1, 1), after: (6, 2, 1), direction: .unchanged, points: 0, evidence: .tooFew),
    Change(
      before: (5, 5, 5), after: (9, 4, 0), direction: .fell, points: -500.0 / 9, evidence: .tooFew),
    // 5 of 5 against 0 of 5: 2 · ½¹⁰, Barnard's test.
    Change(before: (5, 5, 5), after: (5, 5, 0), direction: .unchanged, points: 0, evidence: .fell),
    // The survey of Medarbetarcentrum: 7 of 8, then 10 of 10, which used to be told as a rise.
    Change(
      before: (10, 8, 7), after: (12, 10, 10), direction: .rose, points: 10.0 / 3,
      evidence: .noEvidence),
    // Newcombe 1998, table II, case (a): 56/70 − 48/80 has the interval 0.0524 to 0.3339.
    Change(
      before: (160, 80, 48), after: (140, 70, 56), direction: .unchanged, points: 0,
      evidence: .rose),
  ]

  @Test(arguments: changes.indices)
  func changesAreToldApart(index: Int) throws {
    let change = Self.changes[index]
    let results = try Self.results([change.before, change.after])
    let comparison = WaveComparison(current: results[1], previous: results[0])
    let question = try #require(comparison.questions.first)
    #expect(comparison.notCompared == nil && question.notCompared == nil)
    #expect(question.rate?.direction == change.direction)
    #expect(abs(try #require(question.rate?.points) - change.points) < 1e-9)
    #expect(question.share?.evidence == change.evidence)
  }

  /// Newcombe 1998, Statistics in Medicine 17:873, table II, method 10, ten times the people: too many
  /// for the exact test.
  @Test func largeGroupsTakeNewcombesInterval() throws {
    let share = try #require(
      ShareChange(
        tally(invited: 30_000, answered: 700, positive: 560),
        tally(invited: 30_000, answered: 800, positive: 480), pairs: AnswerPairs()))
    let test = try #require(share.test)
    #expect(test.method == .newcombe && share.evidence == .rose)
    let expected = try ProportionInterval.difference((560, 700), minus: (480, 800))
    #expect(test.interval == expected)
  }

  @Test("when everybody answered the claim is still about more than these persons")
  func census() throws {
    let all = try #require(
      ShareChange(
        tally(invited: 8, answered: 8, positive: 8), tally(invited: 8, answered: 8, positive: 6),
        pairs: AnswerPairs()))
    let some = try #require(
      ShareChange(
        tally(invited: 40, answered: 8, positive: 8), tally(invited: 40, answered: 8, positive: 6),
        pairs: AnswerPairs()))
    #expect(all == some && all.evidence == .noEvidence)
    #expect(try #require(all.test?.interval).contains(0))
  }

  private func tally(invited: Int, answered: Int, positive: Int) -> AnswerTally {
    let yes = AnswerOption(
      id: "ja", label: Label("ja", "yes"), isPositive: true)
    let no = AnswerOption(
      id: "nej", label: Label("nej", "no"), isPositive: false)
    return AnswerTally(
      counts: [
        AnswerCount(option: yes, count: positive),
        AnswerCount(option: no, count: answered - positive),
      ], notReturned: invited - answered)
  }

  @Test func swappingTheAnswersSwapsTheVerdict() throws {
    for positive in 0...10 {
      let results = try Self.results([(10, 10, 5), (10, 10, positive), (10, 10, 5)])
      let up = try #require(
        WaveComparison(current: results[1], previous: results[0]).questions.first?.share)
      let down = try #require(
        WaveComparison(current: results[2], previous: results[1]).questions.first?.share)
      #expect(abs(up.points + down.points) < 1e-9)
      #expect((up.evidence == .rose) == (down.evidence == .fell))
    }
  }

  static let broken = Label("ny skala", "new scale")
  static let waves = [
    Narvard.wave("w0", year: 2020), Narvard.wave("w1", year: 2021, breakReason: broken),
    Narvard.wave("w2", year: 2022),
  ]

  @Test func aBreakStopsEveryQuestion() throws {
    let results = try Self.results([(5, 5, 5), (5, 5, 5), (5, 5, 5)], waves: Self.waves)
    let reason = NotCompared.broken(wave: Label(same: "w1"), reason: Self.broken)
    for current in 1...2 {
      let comparison = WaveComparison(current: results[current], previous: results[0])
      #expect(comparison.notCompared == reason)
      #expect(comparison.questions.map(\.notCompared) == [reason])
      #expect(comparison.questions.allSatisfy { $0.rate == nil && $0.share == nil })
    }
    #expect(reason.reason.swedish == "serien bryts vid w1: ny skala")
    #expect(reason.reason.english == "the series breaks at w1: new scale")
    // After the break the waves compare again, and across it when someone takes responsibility.
    #expect(WaveComparison(current: results[2], previous: results[1]).notCompared == nil)
    let acknowledged = WaveComparison(
      current: results[2], previous: results[0], acknowledgingBreak: true)
    #expect(acknowledged.notCompared == nil && acknowledged.questions[0].share != nil)
  }

  @Test func aQuestionOfOneInstrumentIsNotCompared() throws {
    let waves = [Narvard.wave("w0", year: 2020), Narvard.wave("w1", year: 2021, instrument: "v2")]
    let results = try Self.results(
      [(4, 4, 4), (4, 4, 4)], waves: waves,
      questions: [
        Question(id: "both", label: Label(same: "both")),
        Question(id: "new", label: Label(same: "new"), versions: ["v2"]),
        Question(id: "old", label: Label(same: "old"), versions: ["v1"]),
      ])
    let questions = WaveComparison(current: results[1], previous: results[0]).questions
    #expect(questions.map(\.question.id) == ["both", "new", "old"])
    #expect(
      questions.map(\.notCompared) == [
        nil, .notAsked(in: Label(same: "w0")), .notAsked(in: Label(same: "w1")),
      ])
    #expect(questions[1].notCompared?.reason.english == "the question was not asked in w0")
  }

  @Test func nobodyAnswering() throws {
    let results = try Self.results([(4, 0, 0), (4, 4, 4)])
    let question = try #require(
      WaveComparison(current: results[1], previous: results[0]).questions.first)
    #expect(question.notCompared == .nobodyAnswered(in: Label(same: "w0")))
    // The response rate itself did change.
    #expect(question.rate?.points == 100)
    #expect(question.share == nil)
    #expect(results[0].questions[0].positiveShare == nil)
    #expect(results[0].questions[0].share(of: "ja") == nil)
  }

  @Test func otherRefusals() throws {
    let results = try Self.results([(4, 4, 4), (4, 4, 4)])
    let backwards = WaveComparison(current: results[0], previous: results[1])
    #expect(backwards.notCompared == .notEarlier)
    #expect(WaveComparison(current: results[0], previous: results[0]).notCompared == .notEarlier)
    var definition = results[0].definition
    definition.id = "another"
    let another = WaveResult(
      definition: definition, wave: results[0].wave, people: results[0].people,
      groups: results[0].groups, questions: results[0].questions)
    #expect(
      WaveComparison(current: results[1], previous: another).notCompared == .differentSurveys)
    let neutral = AnswerScale(
      answers: ["ja", "nej"].map { AnswerOption(id: $0, label: Label(same: $0)) })
    let noPositive = try Self.results([(4, 4, 4), (4, 4, 4)], scale: neutral)
    let comparison = WaveComparison(current: noPositive[1], previous: noPositive[0])
    #expect(comparison.questions[0].notCompared == .noPositiveAnswer && comparison.tested == 0)
    #expect(noPositive[0].questions[0].nearCensus == nil)
  }
}
