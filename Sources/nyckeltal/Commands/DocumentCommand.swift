internal import ArgumentParser
internal import Diagnostics
internal import Notebooks
internal import Reports
internal import TableFiles
internal import Tables
internal import Workspace

/// A command that tells something, wherever it finds what it reads: the command line writes it, and a
/// notebook shows it below the command.
protocol DocumentCommand: ParsableCommand {
  var writing: WritingOptions { get }
  /// The files that it reads.
  var tables: [String] { get }

  /// What it tells.
  func document(from sources: any CommandSources) throws -> ReportDocument
}

/// A command that tells of a workspace.
protocol WorkspaceCommand: DocumentCommand {
  var place: WorkspaceOptions { get }
}

extension WorkspaceCommand {
  var tables: [String] { [] }

  func run() throws { try tell() }

  /// Writes what it tells.
  func tell() throws {
    let sources = TerminalSources(place)
    try writing.write(document(from: sources))
    try sources.leaveIfDamaged()
  }
}

/// Files and the workspace as the command line names them.
final class TerminalSources: CommandSources {
  private let place: WorkspaceOptions?
  private var loaded: LoadedWorkspace?

  init(_ place: WorkspaceOptions? = nil) { self.place = place }

  func workspace(asOf: CalendarDate?) throws -> LoadedWorkspace {
    guard let place else { throw ValidationError("This command reads no workspace") }
    let workspace = try place.load(asOf: asOf)
    loaded = workspace
    return workspace
  }

  func table(_ name: String, options: TableOptions) throws -> Table {
    try InputFile.table(name, options: options)
  }

  func cells(_ name: String, options: TableOptions) throws -> Table {
    try InputFile.cells(name, options: options)
  }

  func refuseIfDamaged(_ workspace: LoadedWorkspace) throws { try workspace.leaveIfDamaged() }

  /// Ends with the code for errors in the files that were read, if there are any.
  func leaveIfDamaged() throws { try loaded?.leaveIfDamaged() }
}
