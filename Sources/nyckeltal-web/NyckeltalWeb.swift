internal import ArgumentParser
internal import Diagnostics

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
  /// The diagnostic as an error of the command line. A value of a file is for a terminal alone, and left out.
  var commandError: ValidationError { ValidationError(formatted(showingValue: false)) }
}
