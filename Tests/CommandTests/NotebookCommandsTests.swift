import ArgumentParser
import Diagnostics
import Foundation
import Notebooks
import Testing

@testable import nyckeltal

struct NotebookCommandsTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The notebooks that are shipped.
  private static var shipped: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: root + "/notebooks-md")
        .filter { $0.hasSuffix(".md") }.sorted()
    }
  }

  @Test func `The notebooks are fresh and none has failed`() throws {
    let folder = Self.root + "/notebooks-md"
    let names = try Self.shipped
    // Eight questions, one twin, and the list of them.
    #expect(names.count == 10)
    for name in names {
      let bytes = try #require(NotebookFile.read(folder + "/" + name))
      let outcome = NotebookRun(
        Notebook(bytes, named: name), settings: RunSettings(folder: NotebookFolder(folder)),
        commands: NotebookCommands()
      ).outcome()
      let reasons = outcome.cells.filter { !$0.reasons.isEmpty }.map { cell in
        "\(name):\(cell.line): \(cell.label): \(cell.reasons.map(\.text).joined(separator: "; "))"
      }
      #expect(reasons.isEmpty, "run 'make notebooks'")
      #expect(!outcome.hasFailed, "\(name)")
    }
  }

  @Test(
    arguments: [
      ([], "the cell holds no command"), (["gaols"], "there is no command 'gaols'"),
      (["report", "--output", "x"], "'report' is not run in a notebook"),
      (["query", "SELECT 1"], "'query' is not run in a notebook"),
      (["notebook", "run", "x"], "'notebook' is not run in a notebook"),
      (["goals", "--output", "x"], "--output is the notebook's own matter"),
      (["goals", "--format", "csv"], "--format is the notebook's own matter"),
      (["goals", "--language", "en"], "--language is the notebook's own matter"),
      (["goals", "--workspace", "x"], "--workspace is the notebook's own matter"),
      (["goals", "--help"], "'goals' asks for help, which a notebook does not show"),
    ] as [([String], String)])
  func `What a notebook does not run is refused by name`(
    _ words: [String], _ message: String
  ) throws {
    let problem = #expect(throws: Diagnostic.self) { try NotebookCommands().needs(of: words) }
    #expect(problem?.message == message)
  }

  @Test func `A command says what it reads`() throws {
    let commands = NotebookCommands()
    #expect(
      try commands.needs(of: ["goals", "--unit", "navet"])
        == CommandNeeds(readsWorkspace: true, tables: []))
    #expect(
      try commands.needs(of: ["trend", "a.csv", "--time", "t"])
        == CommandNeeds(readsWorkspace: false, tables: ["a.csv"]))
    #expect(
      try commands.needs(of: ["weight", "a.csv", "--margins", "m.csv"])
        == CommandNeeds(readsWorkspace: false, tables: ["a.csv", "m.csv"]))
  }

  @Test(arguments: [
    ("datasets", "notebooks-md/a.md", "../datasets"), (".", "a.md", "."),
    (".", "books/2023/a.md", "../.."), ("datasets", "a.md", "datasets"),
    ("/data", "books/a.md", "/data"), ("datasets", "../nb/x.md", "\(here)/datasets"),
    ("..", "a.md", ".."), ("../x", "../nb/y.md", "../x"), ("./a/../b", "./c/d.md", "../b"),
  ])
  func `A new notebook names its workspace from its own folder`(
    _ folder: String, _ file: String, _ path: String
  ) {
    let seen = RelativePath.of(folder, seenFromFile: file)
    #expect(seen == (file == "../nb/x.md" ? "../" + path : path))
  }

  private static let here = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    .lastPathComponent

  @Test func `A page never replaces its notebook, nor bears the ending of another format`() throws {
    let folder = NSTemporaryDirectory() + "render-\(UUID().uuidString)"
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(atPath: folder) }
    let program = try #require(BuiltProgram.path)
    let notebook = folder + "/z.md"
    let text = "# Z\n\n```sql\nSELECT 1 AS one\n```\n"
    try Data(text.utf8).write(to: URL(fileURLWithPath: notebook))
    try files.createSymbolicLink(atPath: folder + "/s.html", withDestinationPath: notebook)
    try files.linkItem(atPath: notebook, toPath: folder + "/h")
    let refused = [
      ["--output", notebook], ["--output", folder + "/./z.md", "--format", "markdown"],
      ["--output", folder + "/s.html"], ["--output", folder + "/h"],
      ["--output", folder, "--format", "markdown,html"],
    ]
    for words in refused {
      #expect(
        try BuiltProgram.run(program, ["notebook", "render", notebook] + words) != 0, "\(words)")
    }
    let other = [
      "notebook", "render", notebook, "--output", folder + "/y.html", "--format", "json",
    ]
    #expect(try BuiltProgram.run(program, other) == 2)
    #expect(try String(contentsOfFile: notebook, encoding: .utf8) == text)
    #expect(try files.contentsOfDirectory(atPath: folder).sorted() == ["h", "s.html", "z.md"])
    let right = ["notebook", "render", notebook, "--output", folder + "/z.html"]
    #expect(try BuiltProgram.run(program, right) == 0)
    #expect(files.fileExists(atPath: folder + "/z.html"))
  }

  @Test(arguments: [["--language", "en"], ["--set", "language=en"]])
  func `A page is in the language that is asked for`(_ words: [String]) throws {
    let folder = NSTemporaryDirectory() + "render-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let program = try #require(BuiltProgram.path)
    for head in ["", "---\nlanguage: sv\n---\n"] {
      let text = head + "```sql\nSELECT 1 AS one\n```\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/z.md"))
      let command = ["notebook", "render", folder + "/z.md", "--output", folder + "/z.html"]
      #expect(try BuiltProgram.run(program, command + words) == 0)
      let page = try String(contentsOfFile: folder + "/z.html", encoding: .utf8)
      #expect(page.contains("How it was found"))
      #expect(page.contains("lang=\"en\""))
    }
  }
}
