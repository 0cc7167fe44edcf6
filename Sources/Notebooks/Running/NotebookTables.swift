internal import Query
internal import Synchronization
internal import Tables
internal import WorkspaceQuery

/// The files and tables of the workspace that the cells of a notebook read, each read once.
final class NotebookTables: Sendable {
  /// Opens a file; a seam for tests, which count.
  typealias Opening = @Sendable (_ path: String) throws -> any ChunkSource

  let workspace: WorkspaceCatalogue
  private let folder: NotebookFolder
  private let open: Opening
  /// The files that several cells read: their rows are kept, those of others flow by.
  private let shared: Set<String>
  private let kept = OnceValues<String, Table, any Error>()

  init(
    _ workspace: WorkspaceCatalogue, folder: NotebookFolder, plans: [CellPlan],
    open: @escaping Opening
  ) {
    self.workspace = workspace
    self.folder = folder
    self.open = open
    var counts: [String: Int] = [:]
    for name in plans.flatMap({ $0.files + $0.patterns }) { counts[name, default: 0] += 1 }
    shared = Set(counts.filter { $0.value > 1 }.keys)
  }

  /// The rows of a name that no cell has.
  func source(named name: String) throws -> (any ChunkSource)? {
    if DataFiles.isPath(name) { return try source(ofFile: name) }
    switch try workspace.place(named: name) {
    case .file(let path)?: return try source(ofFile: folder.name(path))
    case .workspace?: return try workspace.source(named: name)
    case nil: return nil
    }
  }

  private func source(ofFile name: String) throws -> any ChunkSource {
    guard shared.contains(name) else { return try open(folder.path(name)) }
    let table = try kept.value(name) {
      let file = SingleTable(name: name, source: try open(folder.path(name)))
      let quoted = name.replacing("\"", with: "\"\"")
      return try Database(catalogue: file).query("SELECT * FROM \"\(quoted)\"").table(named: name)
    }
    return TableSource(table)
  }

  /// Opens a file as a query does.
  static func file(_ path: String) throws -> any ChunkSource {
    guard let source = try FileCatalogue(readsStandardInput: false).source(named: path) else {
      throw QueryError("there is no file \"\(path)\"")
    }
    return source
  }
}

/// A catalogue of one table.
private struct SingleTable: Catalogue {
  let name: String
  let source: any ChunkSource

  var tableNames: [String] { [name] }
  func source(named name: String) -> (any ChunkSource)? { name == self.name ? source : nil }
}

/// What the query of a cell can name: the cells that its plan lists, then files and the workspace.
struct CellCatalogue: Catalogue {
  let tables: NotebookTables
  let cells: [String: @Sendable () throws -> Table]
  let parameters: [String: ParameterValue]

  var tableNames: [String] { cells.keys.sorted() + tables.workspace.tableNames }

  func source(named name: String) throws -> (any ChunkSource)? {
    let parameter = ParameterValue.parameter(ofTable: name)
    let name = parameter.flatMap { parameters[$0]?.text } ?? name
    if let cell = cells[name] { return TableSource(try cell()) }
    return try tables.source(named: name)
  }
}
