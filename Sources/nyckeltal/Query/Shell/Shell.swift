internal import ArgumentParser
internal import Diagnostics
internal import Query
internal import Tables
internal import WorkspaceQuery

/// The interactive shell of `nyckeltal query`.
final class Shell {
  private let session: QuerySession
  private let completion: Completion
  private let editor: LineEditor
  /// The file that results go to. It is whole when it is closed.
  private var file: ResultOutput?
  private var isQuitting = false

  init(_ session: QuerySession) {
    self.session = session
    let completion = Completion(session.catalogue)
    self.completion = completion
    Interruption.shared.catchSignal()
    let history = HistoryFile.path(SystemFile.environment)
    if let history { HistoryFile.prepare(history) }
    editor = LineEditor(historyPath: history) { completion.matches($0) }
  }

  /// Reads and runs statements until the end of input.
  ///
  /// - Parameter output: The file that results go to instead of the terminal.
  /// - Throws: A diagnostic `output` when the file cannot be written.
  func run(output: String?) throws {
    if let output { try open(output) }
    SystemFile.complain(
      "Nyckeltal \(Nyckeltal.configuration.version). End statements with ';'. .help says more.\n")
    var text = ""
    while !isQuitting {
      let isContinued = !text.isEmpty
      let line: String
      switch editor.entry(prompt: isContinued ? "      ...> " : "nyckeltal> ") {
      case .end:
        SystemFile.complain("\n")
        isQuitting = true
        continue
      case .interrupted:
        text = ""
        continue
      case .line(let typed): line = typed
      }
      if !isContinued {
        let word = line.drop(while: \.isWhitespace)
        if word.isEmpty { continue }
        if MetaCommand.isMeant(String(word)) {
          editor.remember(String(word.trimmedEnd))
          perform(String(word))
          continue
        }
        if ["quit", "exit", "quit;", "exit;"].contains(word.lowercased()) { break }
      }
      text += isContinued ? "\n" + line : line
      if line.trimmedEnd.isEmpty && !isContinued { continue }
      guard Statements.isComplete(text) else { continue }
      editor.remember(text.replacingNewlines)
      run(SQLScript(text))
      text = ""
    }
    try file?.finish()
  }

  // MARK: - Statements

  private func run(_ script: SQLScript) {
    report {
      let output = try file ?? ResultOutput(.standardOutput)
      defer { try? output.flush() }
      try session.run(script, to: output, isInteractive: true)
      if file == nil { try output.finish() }
    }
    learn(script.text)
  }

  /// Completes the columns of the tables that a statement names.
  private func learn(_ sql: String) {
    for name in session.catalogue.tableNames where sql.contains(name) {
      if let source = try? session.catalogue.source(named: name) {
        completion.learn(source.schema.names)
      }
    }
  }

  /// Prints what goes wrong; the shell goes on.
  private func report(_ body: () throws -> Void) {
    do {
      try body()
    } catch is ExitCode {
      // It has been printed where it happened.
    } catch let error as QueryError {
      Terminal.complain(
        QueryComplaint(error, in: SQLScript(""), width: 80)
          .text(TerminalStyle(hasColor: session.settings.hasColor)))
    } catch let diagnostic as Diagnostic {
      Terminal.complain(diagnostic)
    } catch {
      Terminal.complain("\(error)")
    }
  }

  // MARK: - Commands

  private func perform(_ line: String) {
    report {
      switch try MetaCommand(line) {
      case .help: SystemFile.complain(MetaCommand.guide)
      case .tables: run(SQLScript("SHOW TABLES"))
      case .schema(let name):
        guard let name else {
          run(SQLScript("SHOW TABLES"))
          return
        }
        run(SQLScript("DESCRIBE " + Self.quoted(name)))
      case .format(let format): session.settings.format = format
      case .timing(let isOn):
        session.settings.showsTiming = isOn ?? !session.settings.showsTiming
        SystemFile.complain("timing is \(session.settings.showsTiming ? "on" : "off")\n")
      case .read(let path): run(SQLScript(try SystemFile.text(of: path), file: path))
      case .output(let path):
        try file?.finish()
        file = nil
        if let path { try open(path) }
      case .quit: isQuitting = true
      }
    }
  }

  private func open(_ path: String) throws {
    file = try ResultOutput(.file(path))
  }

  /// A name as SQL writes it, whatever is in it.
  private static func quoted(_ name: String) -> String {
    "\"" + name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }
}

extension StringProtocol {
  fileprivate var trimmedEnd: SubSequence {
    var rest = self[...]
    while rest.last?.isWhitespace ?? false { rest.removeLast() }
    return rest
  }

  /// A statement on one line, as the history keeps it; a comment that ends with its line would then
  /// swallow what follows.
  fileprivate var replacingNewlines: String {
    if contains("--") { return String(self) }
    return split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
