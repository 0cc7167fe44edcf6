internal import Synchronization
package import TableFiles
package import Tables

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Tables in memory, the CSV files of a folder by their names, and any file by its path.
package final class FileCatalogue: DescribedCatalogue {
  private let tables: [String: Table]
  private let order: [String]
  /// The paths of the folder's files by name.
  private let files: [String: String]
  private let readsStandardInput: Bool
  /// Standard input can be read once; its source keeps what it has read.
  private let standardInput = Mutex<(any ChunkSource)?>(nil)

  /// A catalogue.
  ///
  /// - Parameters:
  ///   - tables: Tables in memory; of those of one name the first counts.
  ///   - folder: A folder whose CSV files are named as themselves without extension.
  ///   - readsStandardInput: Whether `-` is standard input; not where the query came from there.
  package init(tables: [Table] = [], folder: String? = nil, readsStandardInput: Bool = true) {
    self.tables = Dictionary(tables.map { ($0.name, $0) }, uniquingKeysWith: { a, _ in a })
    var order: [String] = []
    for table in tables where !order.contains(table.name) { order.append(table.name) }
    var files: [String: String] = [:]
    for file in folder.map(DataFiles.names(in:)) ?? [] {
      let name = DataFiles.stem(file)
      guard self.tables[name] == nil, files[name] == nil else { continue }
      files[name] = (folder.map { $0 + "/" } ?? "") + file
      order.append(name)
    }
    self.files = files
    self.order = order
    self.readsStandardInput = readsStandardInput
  }

  package var tableNames: [String] { order }

  package func origin(of table: String) -> String? {
    tables[table] != nil ? tables[table]?.file ?? "memory" : files[table]
  }

  package func source(named name: String) throws -> (any ChunkSource)? {
    if let table = tables[name] { return TableSource(table) }
    if let path = files[name] { return try FileSource.open(path) }
    if name == "-" { return try standardInputSource() }
    if DataFiles.isFile(name) || DataFiles.isPattern(name) { return try FileSource.open(name) }
    guard DataFiles.isPath(name) || DataFiles.hasEnding(name) else { return nil }
    throw Self.noFile(name)
  }

  package func source(ofFile path: String, written text: TextOptions) throws -> any ChunkSource {
    let file = files[path] ?? path
    if file == "-" {
      guard readsStandardInput else { throw Self.queryOnStandardInput }
      return try FileSource.open(file, written: text)
    }
    guard DataFiles.isFile(file) || DataFiles.isPattern(file) else { throw Self.noFile(path) }
    return try FileSource.open(file, written: text)
  }

  private static func noFile(_ name: String) -> QueryError {
    QueryError(
      DataFiles.isFolder(name)
        ? "\"\(name)\" is a folder" : "there is no file \"\(name)\"",
      hint: DataFiles.nearest(to: name).map { "did you mean \"\($0)\"?" })
  }

  private static let queryOnStandardInput = QueryError(
    "standard input holds the query, so it cannot hold its data too",
    hint: "give the query as an argument or with --file")

  private func standardInputSource() throws -> any ChunkSource {
    guard readsStandardInput else { throw Self.queryOnStandardInput }
    return try standardInput.withLock { source in
      if let source { return source }
      let opened = try FileSource.open("-")
      source = opened
      return opened
    }
  }
}
