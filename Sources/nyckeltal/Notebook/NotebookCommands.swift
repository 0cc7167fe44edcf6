internal import ArgumentParser
internal import Diagnostics
internal import Notebooks
internal import Reports

/// The commands of this program that a notebook may run: those that tell something. What writes files, or
/// runs something else, is refused by name.
struct NotebookCommands: CommandRunning {
  func needs(of words: [String]) throws(Diagnostic) -> CommandNeeds {
    let command = try command(words)
    return CommandNeeds(readsWorkspace: command is any WorkspaceCommand, tables: command.tables)
  }

  func document(of words: [String], from sources: any CommandSources) throws -> ReportDocument {
    let command = try command(words)
    do {
      return try command.writing.narrowed(command.document(from: sources))
    } catch let error as ValidationError {
      throw Self.problem(error.message)
    }
  }

  private func command(_ words: [String]) throws(Diagnostic) -> any DocumentCommand {
    let names = Self.names
    guard let name = words.first else {
      throw Self.problem("the cell holds no command", fix: "write one such as   goals --unit navet")
    }
    guard
      let type = Nyckeltal.configuration.subcommands.first(where: { type in
        type.configuration.commandName == name
      })
    else {
      throw Self.problem(
        "there is no command '\(name)'",
        fix: suggestion(for: name, among: names).map { $0 }
          ?? "a notebook runs " + names.joined(separator: ", "))
    }
    guard type is any DocumentCommand.Type else {
      throw Self.problem(
        "'\(name)' is not run in a notebook", because: "it writes files or runs other commands",
        fix: "a notebook runs " + names.joined(separator: ", "))
    }
    let parsed: any ParsableCommand
    do {
      parsed = try Nyckeltal.parseAsRoot(words)
    } catch {
      throw Self.problem(
        Nyckeltal.message(for: error), fix: "see   nyckeltal \(name) --help")
    }
    guard let command = parsed as? any DocumentCommand else {
      throw Self.problem("'\(name)' asks for help, which a notebook does not show")
    }
    if let option = command.writing.namesOfWriting.first {
      throw Self.problem(
        "\(option) is the notebook's own matter",
        fix: option == "--language"
          ? "write   language: en   at the head of the notebook" : "leave it out")
    }
    if let command = command as? any WorkspaceCommand, command.place.workspace != nil {
      throw Self.problem(
        "--workspace is the notebook's own matter",
        fix: "write   workspace: ../datasets   at the head of the notebook")
    }
    return command
  }

  private static var names: [String] {
    Nyckeltal.configuration.subcommands.compactMap { type in
      type is any DocumentCommand.Type ? type.configuration.commandName : nil
    }
  }

  private static func problem(
    _ message: String, because reason: String? = nil, fix: String? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, "notebook-command", at: SourceLocation(file: ""), message, because: reason,
      fixes: [fix].compactMap(\.self))
  }
}
