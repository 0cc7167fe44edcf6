import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// Files and columns that are nearly what they were meant to be.
@Suite struct FolderCheckTests {
  private static func problems(_ files: [String: String]) throws -> [String] {
    try FaultyWorkspaceTests.load(files).diagnostics.map {
      let file = $0.location.file.split(separator: "/").suffix(2).joined(separator: "/")
      return "\($0.code) \(file) \($0.fixes.first ?? "")"
    }
  }

  @Test(
    "a name that is nearly one with a meaning",
    arguments: [
      ("b/rule.csv", "file-name b/rule.csv call it rules.csv, if that is what it is"),
      ("b/Targets.csv", "file-name b/Targets.csv call it targets.csv, if that is what it is"),
      ("b/controls.yml", nil), ("b/computed.yml", "file-name b/computed.yml call it computed.yaml"),
      ("b/computd.yaml", "file-name b/computd.yaml call it computed.yaml"),
      ("b/sizes.csv", nil), ("a/outcome.csv", nil),
    ] as [(String, String?)])
  func names(file: String, problem: String?) throws {
    let text = file.hasSuffix(".csv") ? "x\n1\n" : "x: 1\n"
    #expect(try Self.problems([file: text]) == [problem].compactMap(\.self))
  }

  @Test("a table that the unit's definition names is meant, whatever it is called")
  func used() throws {
    #expect(
      try Self.problems([
        "b/rule.csv": "x\n1\n", "b/unit.yaml": "label: B\ntables: {rule: {title: T}}\n",
      ]).isEmpty)
  }

  @Test(
    "data whose definition is missing",
    arguments: [
      (
        ["b/enkat/responses.csv": "x\n1\n"],
        "definition-missing enkat/responses.csv write survey.yaml beside it"
      ),
      (
        ["b/enkat/invitations.csv": "x\n1\n", "b/enkat/survey.yml": "title: T"],
        "definition-missing enkat/invitations.csv call survey.yml survey.yaml"
      ),
      (
        ["b/log/cases.csv": "x\n1\n"], "definition-missing log/cases.csv write cases.yaml beside it"
      ),
      (["b/log/other.csv": "x\n1\n"], nil),
    ] as [([String: String], String?)])
  func undefined(files: [String: String], problem: String?) throws {
    #expect(try Self.problems(files) == [problem].compactMap(\.self))
  }

  @Test("a misspelt column of a plan is told; others may stand there")
  func columns() throws {
    let problems = try Self.problems([
      "b/controls.csv":
        "area,control_points_count,per_year,result,resultnote_sv,agare\nx,1,1,ok,a,b\n"
    ])
    #expect(problems == ["column-unknown b/controls.csv did you mean 'result_note_sv'?"])
  }

  @Test("an area of a control plan, a rule and a unit of measure that stand twice")
  func twice() throws {
    let problems = try FaultyWorkspaceTests.load([
      "b/controls.csv":
        "area,control_points_count,per_year,result\nx,1,1,ok\ny,1,1,ok\nx,1,1,ok\n",
      "a/rules.csv": "id,label_sv,label_en,left,right\nr,r,r,o1,o1\nr,r,r,o1,o1\n",
      "measurement-units.csv":
        "unit,label_en,dimension,factor\nbesök,visits,besök,1\nprocent,per cent,share,1\nbesök,visits,besök,10\n",
    ]).diagnostics
    #expect(
      Set(problems.map { "\($0.severity.rawValue) \($0.code) \($0.location.line ?? 0)" }) == [
        "error id-duplicate 4", "warning id-duplicate 3", "warning control-duplicate 4",
      ])
  }

  @Test("columns of the workspace's own tables mean something")
  func workspaceColumns() throws {
    #expect(
      try Self.problems(["codes.csv": "column,code,lable_sv,label_en\nkind,x,a,b\n"]).map {
        $0.split(separator: " ").prefix(1).joined()
      } == ["column-unknown"])
  }

  @Test("a link to nothing") func links() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let unit = folder.appendingPathComponent("a")
    try FileManager.default.createDirectory(at: unit, withIntermediateDirectories: true)
    try "title: T\nyear: 2024\nunits: [a]\n".write(
      to: folder.appendingPathComponent("nyckeltal.yaml"), atomically: true, encoding: .utf8)
    try "label: A\n".write(
      to: unit.appendingPathComponent("unit.yaml"), atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: unit.path + "/targets.csv", withDestinationPath: "gone.csv")
    let problems = try WorkspaceLoader.load(folder: folder.path).diagnostics
    #expect(
      problems.contains { $0.code == "file-link" && $0.location.file.hasSuffix("a/targets.csv") })
  }
}
