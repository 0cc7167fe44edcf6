import Diagnostics
import Labels
import Surveys
import Testing

/// Questions with scales of their own.
struct ScaleTests {
  @Test(
    "an answer is known without its spaces and punctuation, as long as that means one thing",
    arguments: [
      ("Mycket bra!", AnswerCode.answer(0)), ("mycket  bra", .answer(0)), ("MycketBra", .answer(0)),
      ("very-good", .answer(0)), ("1,5", .answer(1)), ("15", nil), ("-1", .missing), ("1", nil),
      ("vet inte.", .missing), ("ej  aktuellt", .notApplicable), ("!", nil), ("inte bra", nil),
    ])
  func loose(text: String, code: AnswerCode?) {
    let scale = AnswerScale(
      answers: [
        AnswerOption(id: "bra", label: Label("mycket bra", "very good")),
        AnswerOption(id: "1,5", label: Label(same: "halv")),
        AnswerOption(id: "a", label: Label(same: "inte, bra")),
        AnswerOption(id: "b", label: Label(same: "inte; bra")),
      ], notApplicable: ["ej aktuellt"], missing: ["-1", "vet inte"])
    #expect(scale.meaning(of: text) == code)
  }

  /// Two questions whose scales differ in length, words and what counts as missing.
  private static func definition() -> SurveyDefinition {
    var definition = Narvard.definition()
    definition.questions = [
      Question(id: "konferens", label: Label(same: "k")),
      Question(
        id: "betyg", label: Label(same: "b"),
        scale: AnswerScale(
          id: "five",
          answers: (1...5).map {
            AnswerOption(id: "\($0)", label: Label(same: "steg \($0)"), isPositive: $0 > 3)
          }, missing: ["ja"])),
    ]
    return definition
  }

  private static let rows: [(respondent: String, konferens: String, betyg: String)] = [
    ("styrgrupp-0", "ja", "5"), ("styrgrupp-1", "nej", "4"), ("samrad-0", "delvis", "ja"),
    ("samrad-1", "5", "Steg 1"), ("presidium-0", "ej aktuellt", "ej aktuellt"),
  ]

  @Test("each question is counted on its own scale, wide and long alike", arguments: [true, false])
  func counted(isWide: Bool) throws {
    let responses =
      isWide
      ? table(
        "responses", ["wave", "respondent", "konferens", "betyg"],
        Self.rows.map { [Narvard.wave, $0.respondent, $0.konferens, $0.betyg] })
      : table(
        "responses", ["wave", "respondent", "question", "answer"],
        Self.rows.flatMap {
          [
            [Narvard.wave, $0.respondent, "konferens", $0.konferens],
            [Narvard.wave, $0.respondent, "betyg", $0.betyg],
          ]
        })
    let data = Narvard.data(Self.definition(), responses: responses)
    let result = try data.cube().result(wave: Narvard.wave)
    let (first, second) = (
      try #require(result.question("konferens")), try #require(result.question("betyg"))
    )
    #expect(first.counts.map(\.count) == [1, 1, 1])
    #expect(first.base.notApplicable == 1)
    #expect(second.counts.map(\.count) == [1, 0, 0, 1, 1])
    #expect(second.positive == 2)
    // "5" is no answer to the first question, "ej aktuellt" none to the second, "ja" is missing there.
    #expect(
      data.diagnostics.filter { $0.code == "survey-answer" }.map(\.location.line)
        == (isWide ? [5, 6] : [8, 11]))
    #expect(first.base.answered + first.base.missing + first.base.notApplicable == 27)
    #expect(second.base.answered + second.base.missing == 27)
  }

  @Test("scales are checked each by itself")
  func problems() {
    var definition = Self.definition()
    definition.questions[1].scale?.answers.append(
      AnswerOption(id: "5", label: Label(same: "mer än fem")))
    #expect(definition.problems.map(\.message) == ["answer '5' is defined twice"])
  }
}
