import Diagnostics
import Foundation
import Testing

@testable import Workspace

/// Workspaces of older and later versions.
@Suite struct UpgradeTests {
  private static func folder<Result>(
    _ files: [String: String], _ body: (String) throws -> Result
  ) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nyckeltal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    return try body(folder.path)
  }

  /// The older form that the key had until commit 467a12b7, with comments, an anchor and an alias.
  private static let old = [
    "nyckeltal.yaml": "# What it is called.\ntitle: {sv: Mål, en: Goals}\nyear: 2026\nunits: [a]\n",
    "a/unit.yaml": """
    label: A
    tables:
      one:
        title: {sv: En, en: One}
        reconstructed: &counts   # as counted
          sv: Raderna är rekonstruerade.
          # the same in English
          en: The rows are reconstructed.
        value: antal
      two:
        title: {sv: Två, en: Two}
        reconstructed: *counts
        value: antal
    """,
    "a/e/survey.yaml":
      "title: E\r\nreconstructed: {sv: påhittat, en: made up}\r\nscale: yes-no\r\nwaves: []\r\n",
  ]

  @Test("an older workspace is brought along, with its comments and the ends of its lines")
  func old() throws {
    let written = try Self.folder(Self.old) { folder in
      let upgrade = try WorkspaceUpgrade(folder: folder)
      #expect(upgrade.stated == nil)
      #expect(upgrade.remaining.isEmpty)
      #expect(upgrade.changes.count == 4)
      return Dictionary(
        uniqueKeysWithValues: upgrade.files.map {
          ($0.path, String(decoding: $0.content, as: UTF8.self))
        })
    }
    #expect(
      written["nyckeltal.yaml"]?.hasPrefix("# What it is called.\nversion: 1\ntitle:") == true)
    #expect(
      written["a/unit.yaml"] == """
        label: A
        tables:
          one:
            title: {sv: En, en: One}
            provenance:
              stated: {sv: framgår inte av den äldre definitionen, en: not told by the older definition}
              matched: &counts   # as counted
                sv: Raderna är rekonstruerade.
                # the same in English
                en: The rows are reconstructed.
            value: antal
          two:
            title: {sv: Två, en: Two}
            provenance:
              stated: {sv: framgår inte av den äldre definitionen, en: not told by the older definition}
              matched: *counts
            value: antal
        """)
    #expect(
      written["a/e/survey.yaml"]?.contains(
        "provenance:\r\n  stated: {sv: framgår inte av den äldre definitionen, en: not told by the older "
          + "definition}\r\n  matched: {sv: påhittat, en: made up}\r\nscale: yes-no\r\n") == true)
    // What was brought along is of the form of now.
    let files = Self.old.merging(written, uniquingKeysWith: { $1 })
    try Self.folder(files) { folder in
      #expect(try WorkspaceUpgrade(folder: folder).changes.isEmpty)
      let problems = try WorkspaceLoader.load(folder: folder).diagnostics
      #expect(
        !problems.contains { $0.message.contains("reconstructed") || $0.code == "provenance" })
    }
  }

  @Test("a mark of the byte order stays in front, so that the file can be read") func byteOrder()
    throws
  {
    var files = Self.old
    let rest = "title: {sv: Mål, en: Goals}\nyear: 2026\nunits: [a]\n"
    files["nyckeltal.yaml"] = "\u{FEFF}" + rest
    let written = try Self.folder(files) { try WorkspaceUpgrade(folder: $0).files }
    let definition = try #require(written.first { $0.path == "nyckeltal.yaml" })
    let text = String(decoding: definition.content, as: UTF8.self)
    #expect(Array(text.utf8) == Array("\u{FEFF}version: 1\n\(rest)".utf8))
    files["nyckeltal.yaml"] = text
    #expect(try Self.folder(files) { try WorkspaceUpgrade(folder: $0).stated } == 1)
  }

  @Test("the old key within a line is left to its owner") func byHand() throws {
    var files = Self.old
    files["a/unit.yaml"] =
      "label: A\nbefore_after: [{id: b, reconstructed: {sv: a, en: a}}]\n# reconstructed: no\n"
    try Self.folder(files) { folder in
      let upgrade = try WorkspaceUpgrade(folder: folder)
      #expect(upgrade.remaining.map(\.location.line) == [2])
      #expect(!upgrade.files.contains { $0.path == "a/unit.yaml" })
    }
  }

  @Test(
    "a later version, and what is none, is refused in words",
    arguments: [
      ("2", "the workspace has version 2, and this program reads no later one than 1"),
      ("ett", "the version of the workspace is no number"),
      ("0", "the version of the workspace is no number"),
    ])
  func refused(version: String, message: String) throws {
    var files = Self.old
    files["nyckeltal.yaml"] = "title: T\nversion: \(version)\nunits: []\n"
    try Self.folder(files) { folder in
      for load in [
        { _ = try WorkspaceLoader.load(folder: folder) },
        { _ = try WorkspaceUpgrade(folder: folder) },
      ] as [() throws -> Void] {
        let error = #expect(throws: Diagnostic.self) { try load() }
        #expect(error?.message == message)
        #expect(error?.location.line == 2)
      }
    }
    files["nyckeltal.yaml"] = "title: T\nversion: 1\nyear: 2023\nunits: []\n"
    try Self.folder(files) { folder in
      let problems = try WorkspaceLoader.load(folder: folder).diagnostics
      #expect(!problems.contains { $0.message.contains("version") })
    }
  }
}
