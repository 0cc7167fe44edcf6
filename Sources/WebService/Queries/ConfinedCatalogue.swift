internal import Query
internal import Tables
internal import Workspace
internal import WorkspaceQuery

/// The tables of a workspace for somebody in a browser: its own tables by their names, and no path of any file.
/// Rows of persons are here only for who may see answers; for others they are published.
struct ConfinedCatalogue: DescribedCatalogue {
  let tables: WorkspaceCatalogue
  let showsPersons: Bool

  func source(named name: String) throws -> (any ChunkSource)? {
    switch try tables.place(named: name) {
    case .workspace:
      if !showsPersons, WorkspaceCatalogue.holdsPersons(name) { throw Self.refusal(name) }
      return try tables.source(named: name)
    case .file(let path):
      if !showsPersons, PersonFile(path: path) != nil { throw Self.refusal(name) }
      // The path is that of the workspace's own file, whatever a path of that name would be elsewhere.
      return try tables.source(named: path)
    case nil:
      guard DataFiles.isPath(name) else { return nil }
      throw QueryError(
        "files are not read here, only tables of the workspace",
        hint: "SHOW TABLES lists them")
    }
  }

  var tableNames: [String] {
    tables.tableNames.filter { name in
      if showsPersons { return true }
      switch try? tables.place(named: name) {
      case .workspace: return true
      case .file(let path): return PersonFile(path: path) == nil
      case nil: return false
      }
    }
  }

  func origin(of table: String) -> String? { nil }

  private static func refusal(_ name: String) -> QueryError {
    QueryError(
      "\"\(name)\" holds rows of persons, which are only counted here",
      hint: "SELECT count(*) … FROM responses, invitations or cases by itself")
  }
}
