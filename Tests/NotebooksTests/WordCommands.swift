import Diagnostics
import Labels
import Notebooks
import Reports
import Tables
import Workspace

/// A host with two commands: `words` says its words in a table, `goals` counts the goals of the workspace.
struct WordCommands: CommandRunning {
  func needs(of words: [String]) throws(Diagnostic) -> CommandNeeds {
    guard let first = words.first, ["words", "goals"].contains(first) else {
      throw Diagnostic(
        .error, "command", at: SourceLocation(file: ""),
        "there is no command '\(words.first ?? "")'")
    }
    return CommandNeeds(readsWorkspace: first == "goals", tables: [])
  }

  func document(of words: [String], from sources: any CommandSources) throws -> ReportDocument {
    let cells =
      words.first == "goals"
      ? ["\(try sources.workspace(asOf: nil).goals.count)"] : Array(words.dropFirst())
    return ReportDocument(
      id: "words", title: Label(same: "Words"),
      blocks: [
        .table(
          ReportTable(
            id: "words", title: Label(same: ""),
            columns: [ReportColumn("word", Label(same: "word"))],
            rows: cells.map { ReportRow([.code($0)]) }))
      ])
  }
}
