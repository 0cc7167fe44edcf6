import Diagnostics
import Foundation
import Testing

@testable import Imports

/// A unit that the workspace does not have yet.
@Suite struct NewUnitTests {
  private func request(_ workspace: TestWorkspace, unit: String, label: String?) throws
    -> ImportRequest
  {
    var request = workspace.request(
      try workspace.file(
        "januari.csv", LeadersSurvey.names, LeadersSurvey.rows(month: 1, [8, 15, 22])),
      invited: LeadersSurvey.invited)
    (request.unit, request.newUnit, request.survey) = (unit, label, "enkat")
    return request
  }

  @Test("it is listed and has its answers; undo takes the answers")
  func made() throws {
    let workspace = try TestWorkspace()
    let request = try request(workspace, unit: "nytt", label: "Det \"nya\"")
    let plan = try ImportPlanner.plan(request, key: workspace.key)
    let store = try ImportStore(workspace.path)
    #expect(try store.makeUnit(of: request))
    #expect(try !store.makeUnit(of: request))
    try store.apply(plan, at: "2026-10-01T09:00:00")
    #expect(try WorkspaceFiles(workspace.path).units() == [workspace.unit, "nytt"])
    let folder = URL(fileURLWithPath: workspace.path + "/nytt")
    let definition = try String(
      contentsOf: folder.appendingPathComponent("unit.yaml"), encoding: .utf8)
    #expect(definition == "label: \"Det \\\"nya\\\"\"\n")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/enkat/responses.csv"))
    _ = try store.undo(unit: "nytt", survey: "enkat", at: "2026-10-01T10:00:00")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/enkat/responses.csv"))
    #expect(try WorkspaceFiles(workspace.path).units() == [workspace.unit, "nytt"])
  }

  @Test("a name that nobody said is to be new is none", arguments: [nil, "X"])
  func refused(label: String?) throws {
    let workspace = try TestWorkspace()
    for unit in label == nil ? ["nytt"] : ["../x", "a.b", "", "ett/två"] {
      let request = try request(workspace, unit: unit, label: label)
      #expect(throws: ImportProblem.self) { try ImportPlanner.plan(request, key: workspace.key) }
    }
  }
}
