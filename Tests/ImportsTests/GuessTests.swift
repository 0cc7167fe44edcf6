internal import Labels
internal import Tables
internal import Testing

@testable import Imports

/// What values are taken for.
struct GuessTests {
  @Test(
    arguments: [
      (["Ja", "nej", "JA"], "one yes-no"), (["Ja", "Delvis", "Nej"], "one yes-partly-no"),
      (["Stämmer helt", "stämmer inte alls"], "one agree-5"),
      (["5 - Stämmer helt", "1 Stämmer inte alls"], "one agree-5"),
      (["Strongly agree", "Neutral"], "one agree-5"),
      (["Mycket nöjd", "Nöjd"], "one satisfaction-5"),
      (["1", "5", "3"], "rating 1...5"), (["0", "4"], "rating 0...4"),
      (["7", "2"], "rating 1...7"),
      (["23", "41"], "number"), (["1,5", "2,25"], "number"),
      (["2019-05-01", "2020-01-31"], "date"),
      (["Röd", "Blå", "Röd", "Blå"], "one"), (["Det var bra", "Mer tid"], "text"),
      (["Mer tid", "Mer tid"], "text"), ([], "text"),
    ] as [([String], String)])
  func types(texts: [String], expected: String) {
    let (type, scale) = QuestionGuess.type(of: texts, wording: "Fråga")
    var found = type.rawValue
    if let name = scale?.name { found += " \(name)" }
    if type == .rating, let answers = scale?.answers {
      found += " \(answers[0].id)...\(answers[answers.count - 1].id)"
    }
    #expect(found == expected)
  }

  @Test func recommendationsAreMarks() {
    #expect(
      QuestionGuess.type(of: ["3", "10"], wording: "Hur gärna rekommenderar du oss?").0 == .nps)
    #expect(
      QuestionGuess.type(of: ["11", "10"], wording: "Hur många rekommenderar du?").0 == .number)
  }

  /// Words for no answer are none, and no part of a scale.
  @Test func wordsForNoAnswer() {
    let question = QuestionGuess.question(
      WrittenQuestion(wording: "Trivs du?"), column: "Trivs du?", ["Ja", "Vet ej", "Nej"],
      separator: ";")
    #expect(question.scale?.name == "yes-no")
    #expect(question.texts == ["Ja", "Nej"])
  }

  @Test(
    arguments: [
      ("2026-01-15 10:32:11", "2026-01-15T10:32:11"), ("1/15/26 10:32:11", "2026-01-15T10:32:11"),
      ("15/1/2026 10:32", "2026-01-15T10:32:00"), ("15.01.2026 10:32", "2026-01-15T10:32:00"),
      ("2026/01/15 3:32:11 em CET", "2026-01-15T15:32:11"),
      ("01/15/2026 12:05:00 AM", "2026-01-15T00:05:00"),
      ("2026-01-15T10:00:00.000+01:00", "2026-01-15T10:00:00"),
    ])
  func moments(text: String, expected: String) {
    #expect(WrittenMoments.read([text], monthFirst: true)[0]?.description == expected)
  }

  /// The column tells whether days or months stand first; the tool's habit only where nothing does.
  @Test(
    arguments: [
      (["3/4/2026", "13/4/2026"], true, ["2026-04-03", "2026-04-13"]),
      (["3/4/2026", "4/13/2026"], false, ["2026-03-04", "2026-04-13"]),
      (["3/4/2026"], true, ["2026-03-04"]), (["3/4/2026"], false, ["2026-04-03"]),
    ] as [([String], Bool, [String])])
  func turnedDays(texts: [String], monthFirst: Bool, expected: [String]) {
    let found = WrittenMoments.read(texts, monthFirst: monthFirst).map { $0?.date.description }
    #expect(found == expected)
  }

  @Test(arguments: ["", "hej", "12", "1 av 3 personer, 4 dagar", "2026-13-45"])
  func noMoment(text: String) {
    #expect(WrittenMoments.read([text], monthFirst: true) == [nil])
  }

  @Test(
    arguments: [
      ("Handläggare", "handlaggare"), ("  Hr & Ekonomi ", "hr-ekonomi"),
      ("Ledning (stab)", "ledning-stab"),
    ])
  func identifiers(text: String, expected: String) { #expect(text.asIdentifier == expected) }

  /// Signs between digits, and those of less and more, are part of an answer.
  @Test(
    arguments: [
      ("Stämmer  helt!", "stämmer helt", true), ("1–2 gånger", "1-2 gånger", true),
      ("1,5", "1.5", true), ("5 – Stämmer helt", "5. stämmer helt", true),
      ("1 000", "1000", true), ("1–2 gånger", "12 gånger", false), ("<5 år", ">5 år", false),
      ("Enhet 1.1", "Enhet 11", false), ("", "–", true),
    ])
  func folding(one: String, other: String, isSame: Bool) {
    #expect((one.foldedForMatching == other.foldedForMatching) == isSame)
  }

  @Test("answers that begin alike have ids of their own, quickly however many there are")
  func manyAnswers() {
    let start = String(repeating: "a", count: 60)
    let texts = ["x y", "x–y?", "X  Y!", "ja-2", "Ja", "ja!"] + (0..<3000).map { "\(start) \($0)" }
    let answers = FoundScale.seen(texts).answers
    #expect(answers.count == 3003)
    #expect(Set(answers.map(\.id)).count == 3003)
    #expect(answers.prefix(3).map(\.id) == ["x-y", "ja-2", "ja"])
  }

  /// A form that is used again keeps its first answers: a gap of weeks parts the rounds.
  @Test func wavesOfOneFile() throws {
    var fixture = ExportFixture.formsSwedish
    fixture = ExportFixture(
      tool: fixture.tool, names: fixture.names,
      rows: fixture.rows
        + ExportFixture.rows(3) { n in
          ["\(n + 6)", "2026-09-0\(n) 09:00", "2026-09-0\(n) 09:05", "anonymous", "", "Ja"]
        })
    let waves = WaveGuess.waves(of: try Export(fixture.raw))
    #expect(waves.map(\.id) == ["2026-01", "2026-09"])
    #expect(waves.map(\.rows.count) == [6, 3])
    #expect(waves[1].label.swedish == "september 2026")
    #expect(waves[1].label.english == "September 2026")
  }
}
