import Diagnostics
import Surveys
import Tables
import Testing

/// Data that several threads read: what is told of it stands in the order in which one thread would meet
/// it, and nothing is counted twice.
@Suite("Surveys of many people")
struct LargeDataTests {
  static let count = 70_000
  static let questions = ["tillganglig", "professionell"]
  /// Rows that hold a text of their own, which the scale does not know, at the borders of the pieces.
  static let oddRows = [0, 16_383, 16_384, 40_000, 65_535, 65_536, 69_999]

  static let invitations = table(
    "invitations", ["wave", "respondent", "group", "disposition"],
    (0..<count).map { ["2024-01", "p\($0)", $0 % 3 == 0 ? "styrgrupp" : "samrad", "complete"] })

  /// The answers in another order than the invitations; each row says yes and no by turns.
  static let responses = table(
    "responses", ["wave", "respondent"] + questions,
    (0..<count).map { row in
      let isOdd = oddRows.contains(row)
      return [
        "2024-01", "p\(row * 7919 % count)", isOdd ? "x\(row)" : row % 2 == 0 ? "ja" : "nej",
        isOdd ? "y\(row)" : "ja",
      ]
    })

  @Test("what is wrong is told by question and then by row")
  func order() throws {
    let data = SurveyData(
      definition: Narvard.definition(), invitations: Self.invitations, responses: Self.responses)
    let told = data.diagnostics.filter { $0.code == "survey-answer" }
    #expect(
      told.map(\.value) == ["y", "x"].flatMap { text in Self.oddRows.map { "\(text)\($0)" } })
    #expect(told.map(\.location.line) == (Self.oddRows + Self.oddRows).map { $0 + 2 })

    let answers = data.answersTable
    let questions = try #require(TextColumn("question", of: answers))
    let codes = try #require(TextColumn("code", of: answers))
    var counts: [String: [String: Int]] = [:]
    for row in 0..<answers.rowCount {
      counts[questions[row] ?? "", default: [:]][codes[row] ?? "", default: 0] += 1
    }
    let odd = Self.oddRows.count
    let yes = (0..<Self.count).count { $0 % 2 == 0 && !Self.oddRows.contains($0) }
    #expect(counts["professionell"] == ["ja": Self.count - odd, "missing": odd])
    #expect(
      counts["tillganglig"] == ["ja": yes, "nej": Self.count - odd - yes, "missing": odd])
  }

  @Test("a respondent of a later row of the same id counts once")
  func duplicates() {
    let twice = table(
      "responses", ["wave", "respondent"] + Self.questions,
      (0..<Self.count + 3).map { ["2024-01", "p\($0 % Self.count)", "ja", "nej"] })
    let data = SurveyData(
      definition: Narvard.definition(), invitations: Self.invitations, responses: twice)
    let told = data.diagnostics.filter { $0.code == "survey-duplicate" }
    #expect(told.map(\.value) == ["p0", "p1", "p2"])
    #expect(told.map(\.location.line) == [2, 3, 4].map { Self.count + $0 })
  }
}
