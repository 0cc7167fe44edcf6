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
      ("codes.CSV", "file-name /codes.CSV save it as codes.csv"),
      ("code.csv", "file-name /code.csv call it codes.csv, if that is what it is"),
      ("b/targets.tsv", "file-name b/targets.tsv save it as targets.csv"),
      ("b/targets.csv.gz", "file-name b/targets.csv.gz save it as targets.csv"),
      ("a/targets.xls", nil), ("b/notes.txt", nil),
      ("c/unit.yaml", "folder-unread /c add 'c' to units: in nyckeltal.yaml"),
      ("b/old.survey/survey.yaml", "folder-unread b/old.survey call it old"),
    ] as [(String, String?)])
  func names(file: String, problem: String?) throws {
    let text = file.hasSuffix(".yaml") || file.hasSuffix(".yml") ? "x: 1\n" : "x\n1\n"
    let problems = try Self.problems([file: text]).map {
      // The folder of the workspace has another name each time.
      $0.replacing(/nyckeltal-[^\/ ]*/, with: "")
    }
    #expect(problems == [problem].compactMap(\.self))
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

  @Test("what stands twice where both count, or the last one")
  func bothCount() throws {
    let problems = try FaultyWorkspaceTests.load([
      "codes.csv": "column,code,label_sv,label_en\nk,x,a,a\nk,y,b,b\nk,x,c,c\n",
      "contradictions.csv": "id,kind,unit\nc1,figure,a\nc1,figure,b\n",
      "b/projects.csv": "id,project,kind\nm,p,status\nn,p,status\nm,p,status\n",
      "nyckeltal.yaml": "title: T\nyear: 2024\nunits: [a, b, a]\n",
    ]).diagnostics.filter { $0.code.hasSuffix("duplicate") }
    #expect(
      Set(problems.map { "\($0.severity.rawValue) \($0.message)" }) == [
        "warning the code 'x' of 'k' stands twice", "warning contradiction 'c1' stands twice",
        "warning 'm' stands twice", "error unit 'a' stands twice",
      ])
  }

  @Test("a table in two files is read from one of them, and the other is told")
  func twoFiles() throws {
    let problems = try Self.problems(["b/sizes.csv": "x\n1\n", "b/sizes.xlsx": "x\n1\n"])
    #expect(problems == ["table-twice b/sizes.xlsx take one of them away, or give it another name"])
  }

  @Test(
    "a definition that holds no keys", arguments: ["b/unit.yaml", "a/computed.yaml"],
    ["word\n", "- a\n", "~\n"])
  func noKeys(file: String, text: String) throws {
    let problems = try Self.problems([file: text])
    #expect(problems == ["definition-value \(file) "], "\(problems)")
  }

  @Test("of many of a kind twenty are told, and the others are counted")
  func many() throws {
    let keys = (1...50).map { "nyckel\($0): 1\n" }.joined()
    let problems = try FaultyWorkspaceTests.load(["b/unit.yaml": "label: B\n" + keys]).diagnostics
    #expect(problems.count == 21)
    #expect(problems.last?.message == "30 more of this kind are not listed")
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
