import Diagnostics
import Foundation
import Labels
import Testing
import Workspace

@testable import Reports

/// Units that were renamed or became one.
@Suite struct UnitHistoryTests {
  private static func load(_ units: [String: String]) throws -> LoadedWorkspace {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    var files = [
      "nyckeltal.yaml":
        "title: T\nyear: 2026\nunits: [\(units.keys.sorted().joined(separator: ", "))]\n"
    ]
    for (unit, more) in units {
      files["\(unit)/unit.yaml"] = "label: {sv: Enhet \(unit), en: Unit \(unit)}\n\(more)\n"
      files["\(unit)/targets.csv"] = "id,year,label_sv\n\(unit)1,2026,mål\n"
    }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try WorkspaceLoader.load(folder: folder.path)
  }

  private static func page(_ workspace: LoadedWorkspace, _ unit: String) throws -> String {
    let contents = try #require(workspace.unit(unit))
    let document = try #require(
      UnitReport.document(workspace, unit: contents, year: 2026, findings: []))
    return TextRenderer(language: .english, style: .plain).render(document)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("each report says what became of its unit") func words() throws {
    let workspace = try Self.load([
      "a": "merged_into: c", "b": "merged_into: c",
      "c": "renamed_from: [Noden, {sv: Knuten, en: The knot}]",
    ])
    #expect(workspace.diagnostics.isEmpty, "\(workspace.diagnostics)")
    #expect(try Self.page(workspace, "a").contains("Unit a is part of Unit c now"))
    let whole = try Self.page(workspace, "c")
    #expect(whole.contains("Unit c was called Noden and The knot"))
    #expect(whole.contains("Unit a and Unit b are part of Unit c now"))
  }

  @Test("a unit that is not there is no whole", arguments: ["d", "a"])
  func unknown(whole: String) throws {
    let workspace = try Self.load(["a": "merged_into: \(whole)", "b": ""])
    let problem = try #require(workspace.diagnostics.first)
    #expect(problem.code == "unit-merged")
    #expect(problem.location.file.hasSuffix("a/unit.yaml"))
    #expect(problem.message == "unit 'a' is merged into '\(whole)', which is no other unit")
  }
}
