internal import ArgumentParser
internal import Diagnostics
internal import Labels
internal import Notebooks
internal import Tables
internal import Workspace

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// `nyckeltal notebook new`
struct NotebookNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start a notebook from a question.",
    discussion: """
      EXAMPLES
        nyckeltal notebook new navet.md --question 'Hur många besök fick Navet?'
      """)

  @Argument(help: "The file to write; it must not be there.")
  var file: String
  @Option(name: .long, help: "What the notebook is to answer.")
  var question: String
  @Option(name: [.short, .long], help: "The folder of the workspace.", completion: .directory)
  var workspace: String?
  @Option(name: [.short, .long], help: "sv or en.")
  var language: Language = .swedish
  @Option(name: [.short, .long], help: "The year that it asks about.")
  var year: Int?

  func run() throws {
    guard RegularFile.Identity(of: file) == nil else {
      throw Diagnostic(
        .error, "output", at: SourceLocation(file: file), "the file is there already",
        because: "a new notebook would overwrite it", fixes: ["name another file"])
    }
    let folder = try WorkspaceFolder.find(named: workspace)
    let usual = try folder.map { try WorkspaceLoader.load(folder: $0).year }
    let skeleton = NotebookSkeleton(
      question: question, language: language,
      workspace: folder.map { RelativePath.of($0, seenFromFile: file) }, path: folder,
      year: year ?? usual ?? CalendarDate.today.year)
    try NotebookFile.write(Array(skeleton.text.utf8), to: file)
    _ = try NotebookSession(file, []).refresh()
  }
}

/// A path from another place.
enum RelativePath {
  /// The path of a folder as a file names it; a path from the root stays one.
  static func of(_ folder: String, seenFromFile file: String) -> String {
    guard !folder.hasPrefix("/") else { return folder }
    let slash = file.lastIndex(of: "/")
    // The way back from a notebook leads up from where its folder lies; a link on the way to the
    // workspace is kept, unless a step goes back from it.
    let named = folder.split(separator: "/").drop { $0 == ".." || $0 == "." }
    let here = steps(to: slash.map { String(file[...$0]) } ?? ".", followsLinks: true)
    let there = steps(to: folder, followsLinks: named.contains(".."))
    let shared = zip(here, there).prefix { $0 == $1 }.count
    let path = here.dropFirst(shared).map { _ in ".." } + there.dropFirst(shared)
    return path.isEmpty ? "." : path.joined(separator: "/")
  }

  /// The folders on the way from the root to a folder, links followed where asked for and it is there.
  private static func steps(to folder: String, followsLinks: Bool) -> [String] {
    let path =
      (followsLinks ? RegularFile.resolved(folder) : nil)
      ?? (folder.hasPrefix("/")
        ? folder : FileManager.default.currentDirectoryPath + "/" + folder)
    var steps: [String] = []
    for step in path.split(separator: "/") where step != "." {
      if step == ".." { _ = steps.popLast() } else { steps.append(String(step)) }
    }
    return steps
  }
}
