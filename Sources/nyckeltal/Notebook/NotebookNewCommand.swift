internal import ArgumentParser
internal import Diagnostics
internal import Labels
internal import Notebooks
internal import Tables
internal import Workspace

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
    guard NotebookFile.read(file) == nil else {
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
  /// The path of a folder as a file names it; absolute where the way back is not known.
  static func of(_ folder: String, seenFromFile file: String) -> String {
    let steps = file.split(separator: "/").dropLast()
    guard !folder.hasPrefix("/"), !file.hasPrefix("/"), !steps.contains("..") else { return folder }
    let back = steps.filter { $0 != "." }.map { _ in ".." }
    let there = folder.split(separator: "/").filter { $0 != "." }.map(String.init)
    let path = (back + there).joined(separator: "/")
    return path.isEmpty ? "." : path
  }
}
