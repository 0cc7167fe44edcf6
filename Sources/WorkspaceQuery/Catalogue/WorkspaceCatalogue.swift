package import Diagnostics
internal import Indicators
internal import Query
internal import Surveys
internal import Synchronization
package import TableFiles
package import Tables
package import Workspace

/// The tables of a workspace, and files by their paths. Nothing is read before a query names it.
///
/// A name is looked for in this order: a path, the tables that unite all units, a CSV file of the
/// workspace by its name or by folder and name, a file of that very name.
package final class WorkspaceCatalogue: DescribedCatalogue {
  private let folder: String?
  private let files: FileCatalogue
  private let today: CalendarDate?
  private let state = Mutex(State())

  private struct State {
    var loaded: (workspace: LoadedWorkspace, rows: WorkspaceRows)?
    var dataFiles: WorkspaceFiles?
    var united: [UnitedTable: Table] = [:]
  }

  /// A catalogue.
  ///
  /// - Parameters:
  ///   - folder: The folder of the workspace, if there is one.
  ///   - readsStandardInput: Whether `"-"` may be asked for.
  ///   - today: The day on which the workspace is looked at; without one every year is over.
  package init(folder: String?, readsStandardInput: Bool, today: CalendarDate?) {
    self.folder = folder
    self.today = today
    files = FileCatalogue(readsStandardInput: readsStandardInput)
  }

  package func source(named name: String) throws -> (any ChunkSource)? {
    if DataFiles.isPath(name) { return try files.source(named: name) }
    if folder != nil {
      if let united = UnitedTable(rawValue: name) {
        return try table(united).map { TableSource($0) }
      }
      if let path = try dataFiles.path(named: name) { return try files.source(named: path) }
    }
    return try files.source(named: name)
  }

  package func source(ofFile path: String, written text: TextOptions) throws -> any ChunkSource {
    guard folder != nil, !DataFiles.isPath(path), let file = try dataFiles.path(named: path) else {
      return try files.source(ofFile: path, written: text)
    }
    return try files.source(ofFile: file, written: text)
  }

  /// Where the rows of a name of the workspace come from: of all that units have, or of one file; `nil`
  /// where the workspace has no such name.
  ///
  /// - Throws: ``QueryError`` when several files bear the name.
  package func place(named name: String) throws -> TablePlace? {
    guard folder != nil else { return nil }
    if UnitedTable(rawValue: name) != nil { return .workspace }
    return try dataFiles.path(named: name).map(TablePlace.file)
  }

  /// The workspace as it was read for its tables; `nil` where there is none.
  package func workspace() throws -> LoadedWorkspace? { try loaded()?.workspace }

  package var tableNames: [String] {
    guard folder != nil else { return [] }
    return UnitedTable.allCases.map(\.rawValue) + dataFiles.names
  }

  package func origin(of table: String) -> String? {
    if let united = UnitedTable(rawValue: table) { return united.origin }
    return try? dataFiles.path(named: table)
  }

  /// The errors in the files of the workspace, if it was read.
  package var errors: [Diagnostic] {
    state.withLock { $0.loaded }?.workspace.diagnostics.filter { $0.severity == .error } ?? []
  }

  /// Working days by the calendar of the workspace; by the Swedish one without a workspace.
  package func workingDays(after first: CalendarDate, through last: CalendarDate) -> Int {
    let calendar = (try? loaded())?.workspace.calendar ?? .sverige
    return calendar.workingDays(after: first, through: last)
  }

  // MARK: - Publishing

  /// The record of what was published of the workspace; `nil` without one.
  var ledger: PublicationLedger? { folder.map { PublicationLedger(folder: $0) } }

  /// Whether a table that all units share holds rows of persons.
  package static func holdsPersons(_ name: String) -> Bool {
    UnitedTable(rawValue: name)?.holdsPersons ?? false
  }

  /// What a table of persons' rows may be counted by; `nil` for other tables.
  func publishable(_ name: String) throws -> PublishableQuery.Source? {
    guard let table = UnitedTable(rawValue: name), let (workspace, _) = try loaded() else {
      return nil
    }
    let breakdowns = workspace.units.flatMap(\.surveys).flatMap(\.definition.breakdowns)
      .map(\.column)
    switch table {
    case .responses:
      let fixed = ["unit", "survey", "wave", "question"]
      return PublishableQuery.Source(
        name: name, dimensions: Set(fixed + ["group", "substitute", "code"] + breakdowns),
        fixed: fixed)
    case .invitations:
      let fixed = ["unit", "survey", "wave"]
      return PublishableQuery.Source(
        name: name, dimensions: Set(fixed + ["group", "substitute", "disposition"] + breakdowns),
        fixed: fixed)
    case .cases:
      let logs = workspace.units.flatMap(\.caseLogs).map(\.definition)
      let conditions = logs.flatMap { log in
        (log.subsets.map(\.condition) + log.limits.compactMap(\.condition))
          .map { log.columns.meanings[$0.column] ?? $0.column }
      }
      return PublishableQuery.Source(
        name: name, dimensions: Set(["unit", "log", "category"] + conditions),
        fixed: ["unit", "log"])
    case .population, .goals, .targets, .outcomes, .activities, .controls: return nil
    }
  }

  /// Why a file cannot be published; `nil` for one that holds no rows of persons.
  func refusalToPublish(_ name: String) throws -> QueryError? {
    guard folder != nil, UnitedTable(rawValue: name) == nil else { return nil }
    let path = DataFiles.isPath(name) ? name : try dataFiles.path(named: name) ?? name
    let files = DataFiles.isPattern(path) ? (try? FileSource.files(path)) ?? [] : [path]
    guard let kind = files.lazy.compactMap(PersonFile.init).first else { return nil }
    let hint =
      switch kind {
      case .survey: "count in the tables responses and invitations"
      case .caseLog: "count in the table cases"
      case .study: "its results are published by the section before_after of a report"
      }
    return QueryError("\"\(name)\" holds rows of persons, which are not published", hint: hint)
  }

  // MARK: - Reading on demand

  private var dataFiles: WorkspaceFiles {
    state.withLock { state in
      let files = state.dataFiles ?? WorkspaceFiles(folder: folder ?? ".")
      state.dataFiles = files
      return files
    }
  }

  private func loaded() throws -> (workspace: LoadedWorkspace, rows: WorkspaceRows)? {
    guard let folder else { return nil }
    return try state.withLock { state in
      if let loaded = state.loaded { return loaded }
      let loaded = try WorkspaceLoader.loadWithRows(
        folder: folder, day: ReportingDay(today: today))
      state.loaded = loaded
      return loaded
    }
  }

  private func table(_ united: UnitedTable) throws -> Table? {
    if let table = state.withLock({ $0.united[united] }) { return table }
    guard let (workspace, rows) = try loaded() else { return nil }
    let table = united.table(of: workspace, rows)
    state.withLock { $0.united[united] = table }
    return table
  }
}

/// Where the rows of a table of a workspace come from.
package enum TablePlace: Hashable, Sendable {
  /// All that units have of a kind.
  case workspace
  /// A file, by its path.
  case file(String)
}
