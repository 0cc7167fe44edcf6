import Diagnostics
import Labels
import Surveys
import Testing

@testable import Workspace

/// `renamed_from`, `merged_into`, `split_from` and `weights` of survey.yaml.
@Suite struct FormerGroupReadingTests {
  private static func load(groups: String, more: String = "") throws -> LoadedWorkspace {
    var files = GroupsByNumberTests.files
    files["a/e/survey.yaml"] = """
      title: E
      scale: {answers: [{id: ja, positive: true}, {id: nej}]}
      waves: [{id: "1", date: 2026-01-01}]
      questions: [{id: q}]
      groups: \(groups)
      \(more)
      """
    return try WorkspaceFolder.load(files)
  }

  @Test("old names are read as the groups that they are now") func names() throws {
    let workspace = try Self.load(
      groups: "[{id: ny, renamed_from: {id: g, label: {sv: Navet, en: Hub}}}, {id: h}]",
      more: "weights: population")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let survey = try #require(workspace.survey("a/e"))
    #expect(survey.cube().dispositions(wave: "1", group: "ny").invited == 8)
    #expect(survey.definition.groups[0].former.map(\.label.english) == ["Hub"])
    #expect(survey.definition.weights == .population)
  }

  @Test("groups that became one are one") func merged() throws {
    let workspace = try Self.load(
      groups: "[{id: gh}, {id: g, merged_into: gh}, {id: h, merged_into: gh}]")
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    let survey = try #require(workspace.survey("a/e"))
    #expect(survey.definition.groups.map(\.id) == ["gh"])
    #expect(survey.cube().dispositions(wave: "1", group: "gh").invited == 23)
  }

  @Test(
    "names that do not fit together",
    arguments: [
      ("[{id: g, merged_into: i}, {id: h}]", "group 'g' is merged into an unknown group 'i'"),
      (
        "[{id: g, renamed_from: h}, {id: h}]",
        "'h' is the old name of group 'g', and a name of group 'h'"
      ),
      ("[{id: g, split_from: i}, {id: h}]", "group 'g' is split from an unknown group 'i'"),
    ])
  func faults(groups: String, message: String) throws {
    let workspace = try Self.load(groups: groups)
    let problem = try #require(workspace.diagnostics.first { $0.message == message })
    #expect(problem.location.line == 5)
    #expect(!problem.fixes.isEmpty)
  }

  @Test("weights that there are none of") func weights() throws {
    let workspace = try Self.load(groups: "[{id: g}, {id: h}]", more: "weights: ålder")
    #expect(workspace.diagnostics.map(\.message) == ["expected population"])
  }
}
