internal import ArgumentParser
internal import Diagnostics
internal import Notebooks

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// `nyckeltal notebook watch`
struct NotebookWatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Run a notebook whenever it is saved; Ctrl-C ends it.",
    discussion: """
      EXAMPLES
        nyckeltal notebook watch navet.md
      """)

  @OptionGroup var notebooks: NotebookOptions

  func run() throws {
    var known: [String: [UInt8]] = [:]
    // What cannot be watched is told now; later a file may be gone for a moment.
    for file in notebooks.files { _ = try NotebookSession(file, []).contents() }
    Terminal.complain("watching \(notebooks.files.joined(separator: ", ")); Ctrl-C ends it")
    while true {
      for file in notebooks.files {
        // An editor that replaces the file leaves none for a moment.
        guard let bytes = NotebookFile.read(file), known[file] != bytes else { continue }
        do {
          known[file] = try NotebookSession(file, notebooks.values).refresh().after
        } catch let problem as Diagnostic {
          Terminal.complain(problem)
          known[file] = bytes
        }
      }
      usleep(300_000)
    }
  }
}
