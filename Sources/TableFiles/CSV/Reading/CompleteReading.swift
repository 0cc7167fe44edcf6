internal import Diagnostics
internal import Dispatch
internal import Synchronization
internal import Tables

/// Reads a whole text into a table, with everything that is wrong in it told: a small one at once, a
/// large one in parts by as many threads as there are processors.
///
/// A text whose quotes, bytes or rows are wrong is handed on to ``MendedReading``.
package struct CompleteReading {
  private let options: FileSourceOptions

  package init(options: FileSourceOptions) {
    self.options = options
  }

  /// Reads the bytes of a file.
  package func read(bytes: [UInt8], named name: String) throws -> CSVFile {
    try read(ByteStore(bytes, named: name))
  }

  /// Reads a text.
  ///
  /// - Throws: A ``Diagnostic`` if its bytes cannot be had.
  func read(_ store: ByteStore) throws -> CSVFile {
    // Anything that ends the reading is found again, with its words.
    if let file = try? wellFormed(store) { return file }
    var mended = MendedReading(named: store.name, options.csv)
    return try mended.read(store.all())
  }

  private func wellFormed(_ store: ByteStore) throws -> CSVFile {
    let source = try CSVSource([store], options: options, isThorough: true, faults: .told)
    let recordsLines = options.csv.recordsLines
    let scan = CSVScan(
      source, columns: Array(source.schema.fields.indices), recordsLines: recordsLines)
    let chunks = try chunks(of: scan, isSmall: source.members.allSatisfy(\.text.isOnePart))
    let table = Table(
      name: options.csv.tableName(for: store.name), schema: source.schema, chunks: chunks,
      lines: recordsLines ? scan.rowLines : .none, file: store.name)
    return CSVFile(table: table, diagnostics: source.problems, dialect: source.dialect)
  }

  private func chunks(of scan: CSVScan, isSmall: Bool) throws -> [Chunk] {
    let parts = Mutex<(chunks: [Int: [Chunk]], failure: (any Error)?)>(([:], nil))
    @Sendable func work() {
      var reader = scan.reader()
      do {
        while parts.withLock({ $0.failure == nil }), let part = try reader.next() {
          parts.withLock { $0.chunks[part.part] = part.chunks }
        }
      } catch {
        parts.withLock { $0.failure = error }
      }
    }
    // Threads would cost more than they save.
    if isSmall {
      work()
    } else {
      DispatchQueue.concurrentPerform(iterations: SystemCalls.processorCount) { _ in work() }
    }
    let (found, failure) = parts.withLock { $0 }
    if let failure { throw failure }
    return found.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}

extension CSVScan {
  /// The lines of all rows of the first text, once they have been read.
  fileprivate var rowLines: SourceLines {
    guard let member = source.members.first else { return .none }
    let parts = linesByPart.sorted { $0.key < $1.key }.map(\.value)
    let text = member.text
    return RowLines.joined(
      parts, from: member.hasHeader ? text.firstEndLine : text.firstLine)
  }
}

extension CSVOptions {
  /// The name of a table: the file without folder and extension, unless the caller gives one.
  func tableName(for file: String) -> String {
    if let tableName { return tableName }
    let base = file.split(separator: "/").last ?? "table"
    guard let point = base.lastIndex(of: "."), point != base.startIndex else {
      return String(base)
    }
    return String(base[..<point])
  }
}
