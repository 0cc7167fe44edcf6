internal import Diagnostics
internal import Synchronization
internal import TableFiles
internal import Tables

/// The sources that one statement reads, each opened once, however often the statement names it.
///
/// A source whose rows contradict its types is replaced by the one that knows better, so that the
/// statement can be bound again.
final class StatementSources: Catalogue {
  private let catalogue: any Catalogue
  private let known = Mutex<[String: any ChunkSource]>([:])

  init(_ catalogue: any Catalogue) {
    self.catalogue = catalogue
  }

  var tableNames: [String] { catalogue.tableNames }

  func source(named name: String) throws -> (any ChunkSource)? {
    if let source = known.withLock({ $0[name] }) { return source }
    guard let source = try catalogue.source(named: name) else { return nil }
    return keep(source, as: name)
  }

  func source(ofFile path: String, written text: TextOptions) throws -> any ChunkSource {
    let name = text == TextOptions() ? path : "\(path) as \(text)"
    if let source = known.withLock({ $0[name] }) { return source }
    return keep(try catalogue.source(ofFile: path, written: text), as: name)
  }

  /// Warnings and notes about the files that were read, by the names that the statement gives them.
  var problems: [Diagnostic] {
    known.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { _, source in
      FileSource.problems(of: (source as? TrackedSource)?.source ?? source)
    }
  }

  /// Puts the better source into the place of the one that the contradiction comes from.
  ///
  /// - Returns: Whether the contradiction came from a source of this statement.
  func adopt(_ contradiction: TypeContradiction) throws -> Bool {
    guard let replaced = try contradiction.source() as? TrackedSource else { return false }
    keep(replaced.source, as: replaced.name)
    return true
  }

  @discardableResult
  private func keep(_ source: any ChunkSource, as name: String) -> any ChunkSource {
    // Coded rows are in memory, and their types are what they are.
    let tracked: any ChunkSource =
      source is any CodedSource ? source : TrackedSource(name: name, source: source)
    known.withLock { $0[name] = tracked }
    return tracked
  }
}

/// A source that knows by which name the statement calls it.
private struct TrackedSource: ChunkSource {
  let name: String
  let source: any ChunkSource

  var schema: Schema { source.schema }
  var rowCount: Int? { source.rowCount }
  var byteCount: Int? { source.byteCount }
  var emptyColumns: Set<Int> { source.emptyColumns }

  func open(columns: [Int]) throws -> any ChunkScan {
    do {
      return TrackedScan(name: name, scan: try source.open(columns: columns))
    } catch let contradiction as TypeContradiction {
      throw contradiction.named(name)
    }
  }
}

private struct TrackedScan: ChunkScan {
  let name: String
  let scan: any ChunkScan
  var bytesRead: Int { scan.bytesRead }
  func reader() -> any ChunkReader { TrackedReader(name: name, reader: scan.reader()) }
}

private struct TrackedReader: ChunkReader {
  let name: String
  var reader: any ChunkReader

  mutating func next() throws -> (part: Int, chunks: [Chunk])? {
    do {
      return try reader.next()
    } catch let contradiction as TypeContradiction {
      throw contradiction.named(name)
    }
  }
}

extension TypeContradiction {
  fileprivate func named(_ name: String) -> TypeContradiction {
    TypeContradiction { TrackedSource(name: name, source: try self.source()) }
  }
}
