import Diagnostics
import Foundation
import Labels
import Surveys
import Testing

@testable import Workspace

/// Types of questions, conditions and indices in `survey.yaml`.
struct QuestionDefinitionTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("SurveyTypes")
    .path

  @Test("every type becomes the questions that are counted of it")
  func types() throws {
    let workspace = try WorkspaceLoader.load(folder: Self.folder)
    #expect(workspace.diagnostics.map { $0.formatted() } == [])
    let definition = try #require(workspace.survey("a/survey")).definition
    let kinds = Dictionary(grouping: definition.questions, by: \.kind).mapValues(\.count)
    #expect(
      kinds == [
        .one: 4 + 9, .rating: 1, .nps: 1, .several: 3, .ranking: 3, .number: 1, .date: 1, .text: 1,
        .index: 5,
      ])
    let item = try #require(definition.questions.first { $0.id == "hme-m1" })
    #expect(item.label.swedish == "Mitt arbete: känns meningsfullt")
    let asked = try #require(definition.questions.first { $0.id == "mote-langd" })
    #expect(asked.condition == [AnswerRequirement(["kanaler-mote": ["chosen"]])])
    let hme = try #require(definition.questions.first { $0.id == "hme" })
    #expect(hme.index?.items == ["hme-motivation", "hme-leadership", "hme-steering"])
    #expect(definition.leaves(of: hme).count == 9)
  }

  @Test(
    "what a question cannot be is told",
    arguments: [
      ("type: rating", "type: betyg", "there is no type of question 'betyg'"),
      ("type: rating", "type: rating, items: [a]", "the key 'items' means nothing here"),
      ("type: rating", "type: several", "expected at least two answers"),
      ("type: rating", "type: matrix", "expected items of the matrix"),
      ("type: rating", "only_if: ja", "expected answers by question"),
      ("items: [q1, q2]", "instrument: hmx", "expected an instrument: hme"),
      ("items: [q1, q2]", "instrument: hme", "the key 'items' is missing"),
      (
        "items: [q1, q2]", "instrument: hme, items: {motivation: [q1]}",
        "expected 3 items of motivation"
      ),
      ("items: [q1, q2]", "items: [q1, q3]", "index 'x' has an unknown item 'q3'"),
    ])
  func faults(old: String, new: String, message: String) throws {
    let survey = """
      title: {sv: Enkäten, en: The survey}
      scale: agree-5
      groups: [{id: alla, label: {sv: Alla, en: All}}]
      waves: [{id: 2026-01, date: 2026-01-12}]
      questions:
        - {id: q1, label: Ett}
        - {id: q2, label: Två, type: rating}
      indices:
        - {id: x, items: [q1, q2]}
      """
    let sound = try NamedScaleTests.load(
      survey, responses: "wave,respondent,q1,q2\n2026-01,r1,5,4\n")
    #expect(sound.diagnostics.map(\.message) == [])
    let workspace = try NamedScaleTests.load(
      survey.replacing(old, with: new), responses: "wave,respondent,q1,q2\n2026-01,r1,5,4\n")
    #expect(
      workspace.diagnostics.contains { $0.message.hasPrefix(message) },
      "\(workspace.diagnostics.map(\.message))")
  }
}
