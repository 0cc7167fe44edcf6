import Diagnostics
import Disclosure
import Surveys
import Testing

@testable import Workspace

/// Workspaces with `population.csv`.
@Suite struct GroupsByNumberTests {
  static let files: [String: String] = WorkspaceFolder.cases.merging(
    [
      "a/computed.yaml": "{}",
      "a/e/survey.yaml": """
      title: E
      scale: {answers: [{id: ja, positive: true}, {id: nej}]}
      groups: [{id: g, label: {sv: Navet, en: Navet}}, {id: h, label: {sv: Stödet, en: Support}}]
      waves: [{id: "1", date: 2026-01-01}]
      questions: [{id: q}]
      """,
      "a/e/population.csv": "wave,group,invited\n1,g,8\n1,h,15\n",
      "a/e/responses.csv":
        "wave,group,q\n1,g,ja\n1,g,nej\n1,h,ja\n1,h,ja\n1,h,ja\n1,h,ja\n1,h,nej\n",
    ], uniquingKeysWith: { $1 })

  @Test("a survey without a list is read, and what few answered is withheld") func read() throws {
    let workspace = try WorkspaceFolder.load(Self.files)
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let survey = try #require(workspace.survey("a/e"))
    let published = survey.published(workspace.disclosure)
    #expect(published.cube.dispositions(wave: "1").invited == 23)
    #expect(published.cube.dispositions(wave: "1", group: "h").returned == 5)
    #expect(
      published.disclosure.reason(wave: "1", question: "q", part: .group("g"), answer: "ja") == .few
    )
  }

  @Test("both files contradict each other; the list counts") func both() throws {
    var files = Self.files
    files["a/e/invitations.csv"] = "wave,respondent,group,disposition\n1,p,g,complete\n"
    files["a/e/responses.csv"] = "wave,respondent,q\n1,p,ja\n"
    let workspace = try WorkspaceFolder.load(files)
    let problem = try #require(workspace.diagnostics.first)
    #expect(workspace.diagnostics.count == 1)
    #expect(problem.message == "the survey has both a list of persons and groups by number")
    #expect(problem.location.file.hasSuffix("a/e/population.csv"))
    #expect(workspace.survey("a/e")?.cube().dispositions(wave: "1").invited == 1)
  }

  @Test("breakdowns need a list") func breakdowns() throws {
    var files = Self.files
    files["a/e/survey.yaml", default: ""] += "\nbreakdowns: [{column: kommun}]\n"
    let workspace = try WorkspaceFolder.load(files)
    #expect(workspace.diagnostics.map(\.message).contains("groups by number cannot be broken down"))
    #expect(workspace.survey("a/e")?.definition.breakdowns.isEmpty == true)
  }

  @Test("without either file it is said what can be written") func neither() throws {
    var files = Self.files
    files["a/e/population.csv"] = nil
    let workspace = try WorkspaceFolder.load(files)
    let problem = try #require(workspace.diagnostics.first { $0.code == "file-missing" })
    #expect(
      problem.fixes.last == "say how many each group is in population.csv:   wave,group,invited")
  }
}
