internal import Diagnostics
package import Labels
internal import Query
internal import Reports
internal import Synchronization
internal import TableFiles
internal import Tables
internal import Workspace
internal import WorkspaceQuery

/// Runs the cells of a notebook whose outputs are not fresh.
package final class NotebookRun: Sendable {
  let notebook: Notebook
  let settings: RunSettings
  let graph: CellGraph
  let files: InputFiles
  let tables: NotebookTables
  let commands: any CommandRunning
  private let results: [OnceValue<CellResult, Never>]
  private let workspaces = OnceValues<CalendarDate, LoadedWorkspace, any Error>()
  private let published = OnceValue<PublishedStatements, Never>()
  private let done = Atomic<Int>(0)
  /// What the workspace's definition says of figures everywhere.
  let definition = OnceValue<WorkspaceSettings?, Never>()

  /// Prepares a run: what each cell depends on is known afterwards, and nothing has been read.
  package init(_ notebook: Notebook, settings: RunSettings, commands: any CommandRunning) {
    self.notebook = notebook
    self.settings = settings
    self.commands = commands
    let matter = notebook.frontMatter
    let workspace = WorkspaceCatalogue(
      folder: matter.workspace.map(settings.folder.path), readsStandardInput: false,
      today: matter.day)
    files = InputFiles(in: settings.folder, read: settings.hashing, list: settings.listing)
    graph = CellGraph(
      notebook, tables: workspace, folder: settings.folder, files: files, commands: commands)
    tables = NotebookTables(
      workspace, folder: settings.folder, plans: graph.plans, open: settings.opening)
    results = notebook.cells.map { _ in OnceValue() }
  }

  /// How many cells have been looked at, of how many.
  package var progress: (done: Int, total: Int) {
    (done.load(ordering: .relaxed), notebook.cells.count)
  }

  /// The language of the notebook.
  package var language: Language { notebook.language }

  func countCell() { done.add(1, ordering: .relaxed) }

  // MARK: Cells

  /// What a cell gives. It is run by the first who asks.
  func result(of index: Int) -> CellResult {
    results[index].value { execute(index) }
  }

  private func execute(_ index: Int) -> CellResult {
    let (cell, plan) = (notebook.cells[index], graph.plans[index])
    do {
      if let failure = plan.failure { throw failure }
      for needed in plan.cells where result(of: needed).failure != nil {
        throw CellFailure(
          message: "cell '\(notebook.cells[needed].label)', whose result is used here, has failed",
          line: cell.line, cause: needed)
      }
      return switch cell.kind {
      case .sql: try query(cell, plan)
      case .command: try command(cell, plan)
      }
    } catch {
      return CellResult(failure(error, cell), of: cell)
    }
  }

  private func failure(_ error: any Error, _ cell: NotebookCell) -> CellFailure {
    switch error {
    case let failure as CellFailure: failure
    case let error as QueryError: CellFailure(error, in: cell)
    case let problem as Diagnostic:
      CellFailure(
        message: problem.message, line: cell.line,
        reason: [
          place(problem.location), problem.reason,
        ].compactMap(\.self).joined(separator: ": "), fixes: problem.fixes)
    default: CellFailure(message: "\(error)", line: cell.line)
    }
  }

  /// A place as the notebook names the file.
  private func place(_ location: SourceLocation) -> String? {
    guard !location.file.isEmpty else { return nil }
    var location = location
    location.file = settings.folder.name(location.file)
    return location.description
  }

  private func query(_ cell: NotebookCell, _ plan: CellPlan) throws -> CellResult {
    if plan.isPublished {
      let result = try publications.result(of: cell.text)
      if let error = tables.workspace.errors.first { throw error }
      return try CellResult(result, of: cell)
    }
    let catalogue = CellCatalogue(
      tables: tables, cells: cellTables(plan), parameters: notebook.frontMatter.parameters)
    let result = try Database(catalogue: catalogue).query(cell.text, options)
    if plan.readsWorkspace, let error = tables.workspace.errors.first { throw error }
    return try CellResult(result, of: cell)
  }

  private var options: QueryOptions {
    let matter = notebook.frontMatter
    var options = QueryOptions(
      collation: .swedish, now: matter.day.flatMap { Timestamp($0) },
      parameters: matter.parameters.mapValues(\.cell))
    let workspace = tables.workspace
    options.workingDays = { workspace.workingDays(after: $0, through: $1) }
    return options
  }

  /// What cells publish of persons: decided in the order of the notebook, for each depends on those before
  /// it, whichever cell runs first.
  private var publications: PublishedStatements {
    published.value {
      let cells = zip(notebook.cells, graph.plans).filter {
        $0.1.isPublished && $0.1.failure == nil
      }
      return PublishedStatements(
        cells.map(\.0.text), in: tables.workspace, options: options,
        isRecorded: settings.isRecorded)
    }
  }

  private func cellTables(_ plan: CellPlan) -> [String: @Sendable () throws -> Table] {
    Dictionary(
      plan.cells.map { needed in
        let label = notebook.cells[needed].label
        return (label, { @Sendable [self] in try table(of: needed) })
      }, uniquingKeysWith: { first, _ in first })
  }

  private func table(of index: Int) throws -> Table {
    let result = result(of: index)
    if let table = result.table { return table }
    let names = result.document.dataTables.map(\.id)
    throw QueryError(
      "cell '\(notebook.cells[index].label)' gives \(names.count) tables",
      hint: names.isEmpty
        ? nil : "choose one with --table in that cell: \(names.joined(separator: ", "))")
  }

  private func command(_ cell: NotebookCell, _ plan: CellPlan) throws -> CellResult {
    let document = try commands.document(
      of: plan.words, from: CellSources(run: self, cells: cellTables(plan)))
    return CellResult(document, of: cell, language: notebook.language)
  }

  /// The workspace, read once for each day that commands ask for.
  func workspace(asOf: CalendarDate?) throws -> LoadedWorkspace {
    guard let folder = notebook.frontMatter.workspace else {
      throw QueryError("the notebook names no workspace")
    }
    guard let asOf else {
      guard let workspace = try tables.workspace.workspace() else {
        throw QueryError("the notebook names no workspace")
      }
      return workspace
    }
    return try workspaces.value(asOf) {
      try WorkspaceLoader.load(
        folder: settings.folder.path(folder),
        day: ReportingDay(today: notebook.frontMatter.day, asked: asOf))
    }
  }
}

/// What a command in a cell reads.
private struct CellSources: CommandSources {
  let run: NotebookRun
  let cells: [String: @Sendable () throws -> Table]

  func workspace(asOf: CalendarDate?) throws -> LoadedWorkspace { try run.workspace(asOf: asOf) }

  func table(_ name: String, options: TableOptions) throws -> Table {
    try read(name, options) { $0.severity == .error }
  }

  func cells(_ name: String, options: TableOptions) throws -> Table {
    var options = options
    options.missingWords = []
    // What a column holds is the analysis's own matter.
    return try read(name, options) {
      $0.severity == .error && $0.code != "csv-type"
    }
  }

  private func read(
    _ name: String, _ options: TableOptions, refusing isRefused: (Diagnostic) -> Bool
  ) throws -> Table {
    if let cell = cells[name] { return try cell() }
    let reading = try TableFile.read(
      run.settings.folder.path(name), named: name, options: options)
    if let error = reading.diagnostics.first(where: isRefused) { throw error }
    return reading.table
  }

  func refuseIfDamaged(_ workspace: LoadedWorkspace) throws {
    if let error = workspace.diagnostics.first(where: { $0.severity == .error }) { throw error }
  }
}
