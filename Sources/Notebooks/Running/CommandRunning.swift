package import Diagnostics
package import Reports
package import TableFiles
package import Tables
package import Workspace

/// Runs the commands that cells name. The host of notebooks knows its commands; a notebook knows none.
package protocol CommandRunning: Sendable {
  /// What a command reads, known before it runs.
  ///
  /// - Throws: A `Diagnostic` for words that are no command, or one that a notebook may not run. Its place
  ///   is the notebook's matter.
  func needs(of words: [String]) throws(Diagnostic) -> CommandNeeds

  /// What a command says.
  ///
  /// - Throws: A `Diagnostic`, or what the sources throw.
  func document(of words: [String], from sources: any CommandSources) throws -> ReportDocument
}

/// What a command reads.
package struct CommandNeeds: Hashable, Sendable {
  /// Whether it reads the workspace.
  package var readsWorkspace: Bool
  /// The files, or the tables, that it names.
  package var tables: [String]

  /// What is read.
  package init(readsWorkspace: Bool, tables: [String]) {
    self.readsWorkspace = readsWorkspace
    self.tables = tables
  }
}

/// Where a command finds what it reads: on the command line's paths, or in a notebook.
package protocol CommandSources {
  /// The workspace, told of as of a day where one is asked for.
  func workspace(asOf: CalendarDate?) throws -> LoadedWorkspace

  /// The table of a name.
  func table(_ name: String, options: TableOptions) throws -> Table

  /// The table of a name as its cells are written, words for missing values too.
  func cells(_ name: String, options: TableOptions) throws -> Table

  /// Ends the command where the workspace cannot be trusted.
  func refuseIfDamaged(_ workspace: LoadedWorkspace) throws
}
