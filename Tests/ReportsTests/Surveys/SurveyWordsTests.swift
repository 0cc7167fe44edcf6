import Labels
import Statistics
import Surveys
import Testing

@testable import Reports

/// The sentences of a survey, read aloud for 0, 1 and many.
struct SurveyWordsTests {
  typealias Counts = SurveyFixture.Counts

  struct Sentence: Sendable {
    let rows: [(before: Counts, after: Counts)]
    let swedish: String
    let english: String
  }

  static let all: Counts = (20, 20, 19)
  static let none: Counts = (20, 20, 0)
  static let few: Counts = (20, 4, 2)
  static let half: Counts = (20, 10, 9)
  static let nearlyHalf: Counts = (20, 9, 8)

  static let sentences = [
    Sentence(
      rows: [(half, half)],
      swedish:
        "Svarsfrekvensen är densamma som i förra året för 1 fråga. För den enda fråga som kan "
        + "prövas är skillnaden i svar inte större än slumpen kan ge.",
      english:
        "The response rate is the same as in last year for 1 question. For the only question "
        + "that can be tested the difference in answers is no larger than chance can give."),
    Sentence(
      rows: [(half, nearlyHalf), (half, half), (half, half)],
      swedish:
        "Jämfört med förra året skiljer svarsfrekvensen bara en eller två personer för 1 fråga. "
        + "För 2 frågor är den densamma. För ingen av de 3 frågor som kan prövas är skillnaden i svar "
        + "större än slumpen kan ge.",
      english: "Compared with last year the response rate differs by one or two persons only for 1 "
        + "question. For 2 questions it is the same. For none of the 3 questions that can be tested is "
        + "the difference in answers larger than chance can give."),
    Sentence(
      rows: [(none, all), (all, none), (none, all), (half, all), (all, half), (few, all)],
      swedish:
        "Jämfört med förra året har svarsfrekvensen stigit för 2 frågor och sjunkit för 1 fråga. "
        + "För 3 frågor är den densamma. Andelen positiva har ökat för 2 frågor och minskat för 1 "
        + "fråga, av 5 som kan prövas. För 1 fråga är svaren för få för att säga något (färre än 5 i "
        + "någon omgång); där står antalen.",
      english:
        "Compared with last year the response rate has risen for 2 questions and fallen for 1 "
        + "question. For 3 questions it is the same. The positive share has risen for 2 questions and "
        + "fallen for 1 question, of 5 that can be tested. For 1 question there are too few answers to "
        + "tell (fewer than 5 in a wave); the table gives the counts instead."),
    Sentence(
      rows: [(few, few), (few, (20, 3, 3))],
      swedish:
        "Jämfört med förra året skiljer svarsfrekvensen bara en eller två personer för 1 fråga. "
        + "För 1 fråga är den densamma. För 2 frågor är svaren för få för att säga något (färre än 5 i "
        + "någon omgång); där står antalen.",
      english: "Compared with last year the response rate differs by one or two persons only for 1 "
        + "question. For 1 question it is the same. For 2 questions there are too few answers to tell "
        + "(fewer than 5 in a wave); the table gives the counts instead."),
    Sentence(
      rows: [((0, 0, 0), half)], swedish: "Svaren går inte att jämföra.",
      english: "The answers cannot be compared."),
    Sentence(
      rows: [(all, (20, 16, 0))],
      swedish:
        "Jämfört med förra året har svarsfrekvensen sjunkit för 1 fråga. Andelen positiva har "
        + "minskat för 1 fråga, av 1 som kan prövas.",
      english:
        "Compared with last year the response rate has fallen for 1 question. The positive share "
        + "has fallen for 1 question, of 1 that can be tested."),
  ]

  @Test(arguments: sentences.indices)
  func changes(index: Int) {
    let sentence = Self.sentences[index]
    let label = ChangeSentence(SurveyFixture.comparison(sentence.rows)).sentence.label
    #expect(label.swedish == sentence.swedish)
    #expect(label.english == sentence.english)
  }

  struct Cell: Sendable {
    let before: Counts
    let after: Counts
    let rate: Label
    let evidence: Label
  }

  static let cells = [
    Cell(
      before: (19, 8, 8), after: (19, 7, 7),
      rate: Label("8 av 19 → 7 av 19, en person färre", "8 of 19 → 7 of 19, one person fewer"),
      evidence: Label("nej", "no")),
    Cell(
      before: (2, 2, 1), after: (2, 2, 2), rate: Label("samma", "same"),
      evidence: Label("för få svar: 1 av 2 → 2 av 2", "too few answers: 1 of 2 → 2 of 2")),
    Cell(
      before: (22, 16, 15), after: (24, 19, 19),
      rate: Label(
        "16 av 22 → 19 av 24, motsvarar två personer fler",
        "16 of 22 → 19 of 24, equal to two persons more"),
      evidence: Label("nej", "no")),
    Cell(
      before: (20, 10, 0), after: (20, 15, 15), rate: Label("+25 pe, stigit", "+25 pp, risen"),
      evidence: Label("har ökat", "has risen")),
    Cell(
      before: (20, 15, 15), after: (20, 10, 0), rate: Label("−25 pe, sjunkit", "−25 pp, fallen"),
      evidence: Label("har minskat", "has fallen")),
  ]

  @Test(arguments: cells.indices)
  func cellsOfChanges(index: Int) throws {
    let cell = Self.cells[index]
    let question = SurveyFixture.comparison([(cell.before, cell.after)]).questions[0]
    #expect(ChangeWords().rate(try #require(question.rate)).label == cell.rate)
    #expect(ChangeWords().evidence(try #require(question.share), of: .one).label == cell.evidence)
  }

  @Test func samePersons() throws {
    let comparison = SurveyFixture.comparison(
      [((12, 12, 3), (12, 12, 10))], pairs: ["q0": AnswerPairs(both: 3, gained: 7, neither: 2)])
    let share = try #require(comparison.questions[0].share)
    #expect(
      ChangeWords().evidence(share, of: .one).label
        == Label(
          "har ökat (samma 12 personer: 7 blev positiva, 0 slutade vara det)",
          "has risen (the same 12 persons: 7 became positive, 0 ceased to be)"))
    #expect(
      ChangeWords().evidence(share, of: .several).label
        == Label(
          "har ökat (samma 12 personer: 7 valde det nu, 0 inte längre)",
          "has risen (the same 12 persons: 7 chose it now, 0 no longer)"))
  }

  /// An end beside 0 never prints as 0.
  @Test(arguments: [
    (-0.314, 0.642, "−31\u{A0}–\u{A0}+64"), (0.0032, 0.5, "+0,3\u{A0}–\u{A0}+50"),
    (-0.5, -0.0004, "−50\u{A0}–\u{A0}−0,04"), (0, 0.2, "±0\u{A0}–\u{A0}+20"),
  ])
  func intervals(_ row: (lower: Double, upper: Double, text: String)) throws {
    let interval = FactInterval(lower: row.lower, upper: row.upper, confidence: 0.95)
    #expect(FactWords(.swedish).text(Fact(.points(0), interval: interval), .interval) == row.text)
  }

  static let tippingPoints: [(TippingPoint, Int, Label)] = [
    (
      .needs(3), 5,
      Label(
        "målet nås om minst 3 av de 5 som inte svarat är positiva",
        "the goal is reached if at least 3 of the 5 who did not answer are positive")
    ),
    (
      .needs(1), 5,
      Label(
        "målet nås om minst 1 av de 5 som inte svarat är positiv",
        "the goal is reached if at least 1 of the 5 who did not answer is positive")
    ),
    (
      .needs(5), 5,
      Label(
        "målet nås bara om alla 5 som inte svarat är positiva",
        "the goal is reached only if all 5 who did not answer are positive")
    ),
    (
      .needs(1), 1,
      Label(
        "målet nås bara om den som inte svarat är positiv",
        "the goal is reached only if the one who did not answer is positive")
    ),
    (
      .reached, 1,
      Label(
        "målet nås oavsett hur den som inte svarat är",
        "the goal is reached whatever the one who did not answer thinks")
    ),
    (
      .reached, 5,
      Label(
        "målet nås oavsett hur de 5 som inte svarat är",
        "the goal is reached whatever the 5 who did not answer think")
    ),
    (
      .outOfReach, 5,
      Label(
        "målet kan inte nås ens om alla 5 som inte svarat är positiva",
        "the goal cannot be reached even if all 5 who did not answer are positive")
    ),
    (
      .outOfReach, 1,
      Label(
        "målet kan inte nås ens om den som inte svarat är positiv",
        "the goal cannot be reached even if the one who did not answer is positive")
    ),
    (
      .reached, 0,
      Label("alla har svarat, och målet nås", "everybody answered, and the goal is reached")
    ),
    (
      .outOfReach, 0,
      Label(
        "alla har svarat, och målet nås inte", "everybody answered, and the goal is not reached")
    ),
  ]

  @Test(arguments: tippingPoints.indices)
  func tippingPoint(index: Int) {
    let (point, unanswered, words) = Self.tippingPoints[index]
    #expect(SurveyWords.tippingPoint(point, unanswered: unanswered).label == words)
  }

  /// Asked, answered, substitutes who were asked, substitutes who answered.
  static let responses: [(asked: Int, answered: Int, substitutes: Int, their: Int, Label)] = [
    (0, 0, 0, 0, Label("Ingen tillfrågades.", "Nobody was asked.")),
    (
      1, 0, 0, 0,
      Label("Den enda som tillfrågades svarade inte.", "The only person asked did not answer.")
    ),
    (
      5, 0, 0, 0,
      Label("Ingen av de 5 tillfrågade svarade.", "None of the 5 persons asked answered.")
    ),
    (
      1, 1, 0, 0,
      Label(
        "1 av 1 tillfrågad svarade, en svarsfrekvens på 100\u{A0}% (AAPOR RR2).",
        "1 of 1 person asked answered, a response rate of 100% (AAPOR RR2).")
    ),
    (
      8, 5, 1, 1,
      Label(
        "5 av 8 tillfrågade svarade, en svarsfrekvens på 63\u{A0}% (AAPOR RR2). 1 av de tillfrågade var "
          + "ersättare; utan ersättare svarade 4 av 7, 57\u{A0}%.",
        "5 of 8 persons asked answered, a response rate of 63% (AAPOR RR2). 1 of those asked was a "
          + "substitute; without substitutes 4 of 7 answered, 57%.")
    ),
    (
      8, 5, 3, 1,
      Label(
        "5 av 8 tillfrågade svarade, en svarsfrekvens på 63\u{A0}% (AAPOR RR2). 3 av de tillfrågade var "
          + "ersättare; utan ersättare svarade 4 av 5, 80\u{A0}%.",
        "5 of 8 persons asked answered, a response rate of 63% (AAPOR RR2). 3 of those asked were "
          + "substitutes; without substitutes 4 of 5 answered, 80%.")
    ),
  ]

  @Test(arguments: responses.indices)
  func response(index: Int) throws {
    let row = Self.responses[index]
    let definition = SurveyFixture.definition(questions: 1)
    var invitations: [[String]] = []
    for person in 0..<row.asked {
      let isSubstitute = person < row.substitutes
      let place = isSubstitute ? person : person - row.substitutes
      let answers = place < (isSubstitute ? row.their : row.answered - row.their)
      invitations.append([
        "w1", "r\(person)", "alla", answers ? "complete" : "refusal",
        isSubstitute ? "true" : "false",
      ])
    }
    let cube = try SurveyFixture.cube(definition, invitations: invitations, answers: [])
    let section = try #require(SurveySection(cube, year: 2023))
    #expect(section.responseSentence(section.responseTable).label == row.4)
  }

  /// An empty row says why.
  @Test func emptyRows() {
    #expect(
      SurveyWords.emptiness(QuestionBase())?.swedish == "ingen fick frågan")
    #expect(
      SurveyWords.emptiness(QuestionBase(notApplicable: 2))?.english
        == "applies to nobody who was asked")
    #expect(SurveyWords.emptiness(QuestionBase(notReturned: 2))?.swedish == "ingen svarade")
    #expect(SurveyWords.emptiness(QuestionBase(answered: 1)) == nil)
  }
}
