package import Diagnostics
internal import Dispatch
internal import Synchronization
package import Tables

/// Reads whole files into tables that know their lines, with everything that is wrong told.
///
/// One meaning, two speeds: a large file is scanned in parallel. Where the scan finds nothing to tell,
/// its columns are the table; in all other cases, and for small files, ``CSVReader`` reads the file
/// and words its problems. Both give the same cells (`Tests/CSVFuzz` compares them).
package enum TableReader {
  /// A table, and what is wrong in its file, by line.
  package struct Reading: Sendable {
    package let table: Table
    package let diagnostics: [Diagnostic]
  }

  /// Files below this size are read at once: threads would cost more than they save.
  static let smallFile = 1 << 20

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file to open.
  ///   - displayPath: The file as messages name it.
  ///   - options: What is known about the file.
  /// - Returns: The table and its problems.
  /// - Throws: A diagnostic `csv-file` if there is no such file, it is a folder, or it may not be
  ///   read. Whatever is wrong inside the file is in ``Reading/diagnostics``.
  package static func read(
    file path: String, named displayPath: String, options: CSVOptions = CSVOptions()
  ) throws(Diagnostic) -> Reading {
    if let table = scanned(path, displayPath, options, from: smallFile) {
      return Reading(table: table, diagnostics: [])
    }
    let file = try CSVReader.read(file: path, named: displayPath, options: options)
    return Reading(table: file.table, diagnostics: file.diagnostics)
  }

  /// The table of a file of which there is nothing to tell; `nil` for all others.
  static func scanned(
    _ path: String, _ name: String, _ options: CSVOptions, from size: Int
  ) -> Table? {
    guard let descriptor = try? SystemCalls.open(path, named: name) else { return nil }
    guard let found = try? SystemCalls.size(descriptor, named: name), found >= size else {
      SystemCalls.close(descriptor)
      return nil
    }
    let store = ByteStore(file: descriptor, size: found, named: name)
    do {
      let source = try CSVSource(
        [store], options: FileSourceOptions(csv: options), isThorough: true)
      guard source.problems.isEmpty else { return nil }
      let chunks = try chunks(of: source)
      guard source.problems.isEmpty else { return nil }
      var lines = SourceLines.none
      if options.recordsLines {
        let rows = chunks.reduce(0) { $0 + $1.rowCount }
        guard let known = try self.lines(of: source, rows: rows) else { return nil }
        lines = known
      }
      return Table(
        name: options.tableName ?? CSVParse.tableName(of: name), schema: source.schema,
        chunks: chunks, lines: lines, file: name)
    } catch {
      // Whatever it is, the other reader finds it again, with its words.
      return nil
    }
  }

  /// All columns, read with as many threads as there are processors.
  private static func chunks(of source: CSVSource) throws -> [Chunk] {
    let scan = try source.open(columns: Array(source.schema.fields.indices))
    let parts = Mutex<(chunks: [Int: [Chunk]], failure: (any Error)?)>(([:], nil))
    DispatchQueue.concurrentPerform(iterations: SystemCalls.processorCount) { _ in
      var reader = scan.reader()
      do {
        while parts.withLock({ $0.failure == nil }), let part = try reader.next() {
          parts.withLock { $0.chunks[part.part] = part.chunks }
        }
      } catch {
        parts.withLock { $0.failure = error }
      }
    }
    let (found, failure) = parts.withLock { $0 }
    if let failure { throw failure }
    return found.sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// The lines of the rows, if each takes one: every record ends in one line feed, so that blank
  /// lines and line ends inside of values would make more of them.
  private static func lines(of source: CSVSource, rows: Int) throws -> SourceLines? {
    guard let member = source.members.first else { return nil }
    let text = member.text
    var (position, feeds, last) = (text.start, 0, UInt8.lf)
    while true {
      let block = try text.store.bytes(position..<position + 1 << 20)
      guard let end = block.last else { break }
      position += block.count
      last = end
      block.withUnsafeBufferPointer { bytes in
        for byte in bytes where byte == .lf { feeds += 1 }
      }
    }
    let records = rows + (member.hasHeader ? 1 : 0)
    guard feeds + (last == .lf ? 0 : 1) == records else { return nil }
    return .consecutive(from: text.firstLine + (member.hasHeader ? 1 : 0))
  }
}
