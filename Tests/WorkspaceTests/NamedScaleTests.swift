import Diagnostics
import Surveys
import Testing

@testable import Workspace

/// Scales by name in `survey.yaml`.
struct NamedScaleTests {
  static let survey = """
    title: {sv: Enkäten, en: The survey}
    scale: yes-partly-no
    scales:
      trivsel: {answers: [{id: bra, label: {sv: bra, en: good}, positive: true, score: 5}, {id: illa, score: 1}], missing: [nja]}
    groups: [{id: alla, label: {sv: Alla, en: All}}]
    waves: [{id: 2026-01, date: 2026-01-12}]
    questions:
      - {id: q1, label: Ett}
      - {id: q2, label: Två, scale: trivsel}
      - {id: q3, label: Tre, scale: agree-5}
      - {id: q4, label: Fyra, scale: {answers: [{id: a}, {id: b}]}}
    """

  static func load(_ survey: String, responses: String = "wave,respondent,q1,q2,q3,q4\n") throws
    -> LoadedWorkspace
  {
    try WorkspaceFolder.load([
      "nyckeltal.yaml": "title: A\nyear: 2026\nunits: [a]\n",
      "a/unit.yaml": "label: A\n",
      "a/survey/survey.yaml": survey,
      "a/survey/invitations.csv": "wave,respondent,group,disposition\n2026-01,r1,alla,complete\n",
      "a/survey/responses.csv": responses,
    ])
  }

  @Test("a question names an own or built-in scale, or writes one down")
  func named() throws {
    let workspace = try Self.load(
      Self.survey,
      responses: "wave,respondent,q1,q2,q3,q4\n2026-01,r1,partly,good,Instämmer helt.,b\n")
    #expect(workspace.diagnostics.map(\.message) == [])
    let survey = try #require(workspace.survey("a/survey"))
    #expect(
      survey.definition.questions.map { survey.definition.scale(of: $0).id }
        == ["yes-partly-no", "trivsel", "agree-5", "q4"])
    #expect(survey.definition.questions[1].scale?.answers.map(\.score) == [5, 1])
    let result = try survey.cube().result(wave: "2026-01")
    #expect(
      result.questions.map { $0.counts.first { $0.count == 1 }?.option.id }
        == ["delvis", "bra", "5", "b"])
  }

  @Test(
    "an unknown scale is told with the closest one, a missing one only where it is needed",
    arguments: [
      ("scale: trivsel}", "scale: trivse}", ["there is no scale 'trivse'"]),
      ("scale: yes-partly-no\n", "", ["the key 'scale' is missing"]),
      (
        "scales:\n  trivsel:", "scales:\n  ../x:",
        ["a scale has a name", "there is no scale 'trivsel'"]
      ),
      ("score: 5", "score: fem", ["expected a number"]),
    ])
  func faults(old: String, new: String, messages: [String]) throws {
    let workspace = try Self.load(Self.survey.replacing(old, with: new))
    let found = workspace.diagnostics.filter { $0.location.file.hasSuffix("survey.yaml") }
      .map(\.message).filter { !$0.contains("wave '2026-01'") }
    #expect(found.count == messages.count)
    #expect(zip(found, messages).allSatisfy { $0.hasPrefix($1) }, "\(found)")
  }
}
