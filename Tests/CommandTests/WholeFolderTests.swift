import Diagnostics
import Foundation
import Testing

@testable import nyckeltal

/// A folder of reports that is replaced whole.
@Suite struct WholeFolderTests {
  private static func content(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func write(_ files: [String: String], to path: String) throws(Diagnostic) {
    try Terminal.save(
      files.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) }, toFolder: path)
  }

  /// A folder with some files.
  private static func folder(_ files: [String: String]) throws -> TestFolder {
    let folder = try TestFolder()
    for (name, text) in files {
      try Terminal.save(Array(text.utf8), to: folder.path + "/" + name, makesFolders: true)
    }
    return folder
  }

  /// What stands in a folder, hidden names too.
  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  @Test("new files replace old ones, and what else stands there stays") func replaced() throws {
    let folder = try Self.folder([
      "out/2023/navet.txt": "old", "out/2023/navet/goals.csv": "old", "out/2023/notes.md": "mine",
      "out/2023/navet/mine.txt": "mine", "out/2022/navet.txt": "before",
    ])
    let path = folder.path + "/out/2023"
    chmod(path + "/navet.txt", 0o600)
    symlink("notes.md", path + "/link")
    try Self.write(
      ["navet.txt": "new", "navet/goals.csv": "new", "kansli/a/b.csv": "new"], to: path)
    #expect(Self.content(path + "/navet.txt") == "new")
    #expect(Self.content(path + "/navet/goals.csv") == "new")
    #expect(Self.content(path + "/kansli/a/b.csv") == "new")
    #expect(Self.content(path + "/notes.md") == "mine")
    #expect(Self.content(path + "/navet/mine.txt") == "mine")
    #expect(Self.content(folder.path + "/out/2022/navet.txt") == "before")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path + "/link") == "notes.md")
    let mode =
      try FileManager.default.attributesOfItem(atPath: path + "/navet.txt")[
        .posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try Self.names(folder.path + "/out") == ["2022", "2023"])
    #expect(try Self.names(path) == ["kansli", "link", "navet", "navet.txt", "notes.md"])
  }

  @Test("a folder that is not there is made with those above it") func made() throws {
    let folder = try Self.folder([:])
    defer { folder.remove() }
    try Self.write(["a/b.txt": "new"], to: folder.path + "/x/y/2023")
    #expect(Self.content(folder.path + "/x/y/2023/a/b.txt") == "new")
    #expect(try Self.names(folder.path + "/x/y") == ["2023"])
  }

  @Test("what links point at is written, and the links stay") func links() throws {
    let folder = try Self.folder([
      "real/one.txt": "old", "elsewhere/a.csv": "old", "elsewhere.txt": "old",
    ])
    symlink("real", folder.path + "/2023")
    symlink(folder.path + "/elsewhere", folder.path + "/real/sub")
    symlink(folder.path + "/elsewhere.txt", folder.path + "/real/two.txt")
    try Self.write(
      ["one.txt": "new", "sub/a.csv": "new", "two.txt": "new"], to: folder.path + "/2023")
    for path in ["real/one.txt", "elsewhere/a.csv", "elsewhere.txt"] {
      #expect(Self.content(folder.path + "/" + path) == "new", "\(path)")
    }
    for (link, place) in [
      ("2023", "real"), ("real/sub", folder.path + "/elsewhere"),
      ("real/two.txt", folder.path + "/elsewhere.txt"),
    ] {
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/" + link) == place
      )
    }
    #expect(!(try Self.names(folder.path).contains { $0.hasSuffix(".part") }))
  }

  @Test("what cannot be written leaves the old folder as it was") func refused() throws {
    let folder = try Self.folder(["2023/a.txt": "old", "2023/b.txt/c": "a folder"])
    #expect(throws: Diagnostic.self) {
      try Self.write(["b.txt": "new"], to: folder.path + "/2023")
    }
    #expect(Self.content(folder.path + "/2023/a.txt") == "old")
    #expect(try Self.names(folder.path) == ["2023"])
  }

  @Test("what a killed process has left goes, what a living one or a moment ago has made stays")
  func leftovers() throws {
    // No process has a number beyond the largest.
    let gone = Int32.max
    let old = ".2023.\(gone).part"
    let folder = try Self.folder([
      "\(old)/x": "", ".2023.\(gone - 1).part/x": "", ".2023.\(getppid()).part/x": "",
      "2023/a.txt": "old",
    ])
    for name in [old, ".2023.\(getppid()).part"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -3600)],
        ofItemAtPath: folder.path + "/" + name)
    }
    try Self.write(["a.txt": "new"], to: folder.path + "/2023")
    #expect(
      Set(try Self.names(folder.path))
        == ["2023", ".2023.\(gone - 1).part", ".2023.\(getppid()).part"])
  }
}
