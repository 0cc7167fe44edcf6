internal import ArgumentParser
internal import Diagnostics
internal import TableFiles

/// The root of the command line.
struct Nyckeltal: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nyckeltal",
    abstract: "Goals, surveys and case logs of an organisation, from files to the annual report.",
    discussion: """
      A workspace is a folder with nyckeltal.yaml and a folder for each unit. Without --workspace
      the current folder is used, or its folder 'datasets'.

      EXAMPLES
        nyckeltal survey forms.csv                  what everybody answered, from any tool's export
        nyckeltal init kansliet --from forms.csv    a workspace with that survey
        nyckeltal report                            the director's page of the workspace's year
        nyckeltal report --unit navet --year 2012   the report of one unit
        nyckeltal report --output reports           everything, as text and CSV, into a folder
        nyckeltal goals --format csv --csv-dialect excel-sv --output goals.csv
        nyckeltal check                             every problem at once, with file and line
        nyckeltal query 'SELECT unit, count(*) FROM targets GROUP BY unit'
        nyckeltal notebook run notebooks-md/*.md    notebooks in Markdown, only what is not fresh
        nyckeltal serve --workspace datasets        the same as pages in a browser

      EXIT CODES
        0  fine
        1  'check' found something, or an output of a notebook is stale or failed
        2  wrong usage
        3  the data has errors, or cannot be read
        70 the program had to stop: no memory is left, or it has a fault of its own

      SHELL COMPLETION
        nyckeltal --generate-completion-script bash|zsh|fish
      """,
    version: "0.1.0",
    subcommands: [
      ReportCommand.self, GoalsCommand.self, SurveyCommand.self, SLACommand.self,
      TrendCommand.self, CompareCommand.self, WeightCommand.self, QueryCommand.self,
      PlansCommand.self, CheckCommand.self, NotebookCommand.self, InitCommand.self,
      ImportCommand.self, UndoCommand.self, ForgetCommand.self, PurgeCommand.self,
      PseudonymsCommand.self, ServeCommand.self, UpgradeCommand.self,
    ])
}

/// What the process ends with.
enum Exit {
  static let findings = ExitCode(1)
  static let usage = ExitCode(2)
  static let dataError = ExitCode(3)
}

@main
enum Main {
  static func main() {
    SystemFile.openStandardStreams()
    SystemFile.hearSignals()
    SystemFile.shareAddressSpace()
    UnfinishedFile.endsInWords()
    SystemFile.allowManyFiles()
    do {
      var command = try Nyckeltal.parseAsRoot()
      try command.run()
    } catch let diagnostic as Diagnostic {
      Terminal.complain(diagnostic)
      Nyckeltal.exit(withError: Exit.dataError)
    } catch let code as ExitCode {
      Nyckeltal.exit(withError: code)
    } catch let error as ValidationError {
      // A command that ran was used right, but for a value: how it is used helps nobody.
      Terminal.complain("Error: \(error.message)")
      Nyckeltal.exit(withError: Exit.usage)
    } catch {
      leave(error)
    }
  }

  /// Help and version go to standard output and end well; anything else is wrong usage.
  private static func leave(_ error: any Error) -> Never {
    guard Nyckeltal.exitCode(for: error) != .success else { leave(printing: error) }
    let words = Nyckeltal.fullMessage(for: error)
    Terminal.complain(isMisuse(Nyckeltal.message(for: error)) ? words : withoutUsage(words))
    if let hint = unknownCommandHint() { Terminal.complain(hint) }
    Nyckeltal.exit(withError: Exit.usage)
  }

  /// Whether options or arguments do not fit, so that it helps to see them all; else a value is wrong.
  private static func isMisuse(_ message: String) -> Bool {
    ["Unknown option", "Missing", "Unexpected"].contains { message.hasPrefix($0) }
      || message.contains("unexpected argument")
  }

  /// A message without the lines of usage that the library sets at its end.
  private static func withoutUsage(_ words: String) -> String {
    guard let usage = words.firstRange(of: "\nUsage: ") else { return words }
    return String(words[..<usage.lowerBound])
  }

  private static func leave(printing answer: any Error) -> Never {
    do {
      try Terminal.print(Nyckeltal.fullMessage(for: answer) + "\n")
      Nyckeltal.exit(withError: nil)
    } catch {
      Terminal.complain(error)
      Nyckeltal.exit(withError: Exit.dataError)
    }
  }

  /// The library suggests options, but not commands.
  private static func unknownCommandHint() -> String? {
    guard let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-") else {
      return nil
    }
    let names = Nyckeltal.configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !names.contains(first), first != "help" else { return nil }
    return suggestion(for: first, among: names).map {
      "There is no command '\(first)'; \($0)"
    }
  }
}
