internal import ArgumentParser
internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The root of `nyckeltal-web`: the page in a browser, and who may log in to it.
@main
struct NyckeltalWeb: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nyckeltal-web",
    abstract: "The workspace as pages in a browser.",
    discussion: """
      EXAMPLES
        nyckeltal-web user add anna --role unit-lead --unit navet
        nyckeltal-web serve --workspace datasets --port 8080
      """,
    subcommands: [ServeCommand.self, UserCommand.self])
}

extension Diagnostic {
  /// Says it on standard error, without a value of a file, which is for a terminal alone.
  ///
  /// - Returns: The code of a program that ends for what is wrong with its data.
  func told() -> ExitCode {
    let words = Array((formatted(showingValue: false) + "\n").utf8)
    _ = write(2, words, words.count)
    return ExitCode(3)
  }
}
