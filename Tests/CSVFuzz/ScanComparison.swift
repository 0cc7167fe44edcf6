import Diagnostics
import Foundation
import Synchronization
import TableFiles
import Tables

/// What came out of a file: a table, or the first error.
enum Outcome: Equatable, CustomStringConvertible {
  case rows([Field], [[Cell]])
  case refused(Diagnostic)

  var description: String {
    switch self {
    case .rows(let fields, let rows):
      "\(fields.map { "\($0.name) \($0.type)" }): \(rows.prefix(50).map { "\($0)" })"
    case .refused(let diagnostic): diagnostic.formatted(showingValue: true)
    }
  }
}

enum ScanComparison {
  /// The reading byte by byte, which is the reference.
  static func mended(_ path: String, _ options: CSVOptions = CSVOptions()) throws -> CSVFile {
    var reading = MendedReading(named: path, options)
    return try reading.read(Array(Data(contentsOf: URL(fileURLWithPath: path))))
  }

  /// What the reference gives. Faults of the structure come before values that are not of the type
  /// given, because the scan looks for types first.
  static func reference(_ path: String, _ options: CSVOptions = CSVOptions()) throws -> Outcome {
    let file = try mended(path, options)
    let errors = file.diagnostics.filter { $0.severity == .error }
    if let error = errors.first(where: { $0.code != "csv-type" }) ?? errors.first {
      return .refused(error)
    }
    return .rows(file.table.schema.fields, cells(of: file.table))
  }

  /// All values of a table, row by row.
  static func cells(of table: Table) -> [[Cell]] {
    table.chunks.flatMap { chunk in
      (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
    }
  }

  /// The scan, with so many threads and bytes a part.
  static func scan(
    _ path: String, _ options: CSVOptions = CSVOptions(), partSize: Int = 1 << 20,
    threads: Int = 1, sample: FileSourceOptions.Sample = FileSourceOptions.Sample()
  ) throws -> Outcome {
    var sourceOptions = FileSourceOptions(csv: options)
    sourceOptions.partSize = partSize
    sourceOptions.sample = sample
    do {
      return try rows(of: FileSource.open(path, options: sourceOptions), threads: threads)
    } catch let diagnostic as Diagnostic {
      return .refused(diagnostic)
    }
  }

  /// What both note about columns and names, once they have looked at all of the file.
  private static let noted = ["csv-type-mixed", "csv-title"]

  /// What the reference notes about a file that a query can read.
  static func referenceNotes(_ path: String, _ options: CSVOptions) throws -> [Diagnostic] {
    let file = try mended(path, options)
    return file.hasErrors ? [] : file.diagnostics.filter { noted.contains($0.code) }
  }

  /// What the scan notes, once it has read the file.
  static func notes(
    _ path: String, _ options: CSVOptions, partSize: Int
  ) throws -> [Diagnostic] {
    var sourceOptions = FileSourceOptions(csv: options)
    sourceOptions.partSize = partSize
    do {
      let source = try FileSource.open(path, options: sourceOptions)
      _ = try chunks(of: source, columns: Array(source.schema.fields.indices))
      return FileSource.problems(of: source).filter { noted.contains($0.code) }
    } catch is Diagnostic {
      return []
    }
  }

  /// All rows of a source, which starts again when it has to.
  static func rows(of source: any ChunkSource, threads: Int = 1) throws -> Outcome {
    do {
      let columns = Array(source.schema.fields.indices)
      let chunks = try chunks(of: source, columns: columns, threads: threads)
      let rows = chunks.flatMap { chunk in
        (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
      }
      return .rows(source.schema.fields, rows)
    } catch let contradiction as TypeContradiction {
      return try rows(of: contradiction.source(), threads: threads)
    }
  }

  /// The chunks in order of their parts.
  static func chunks(
    of source: any ChunkSource, columns: [Int], threads: Int = 1
  ) throws -> [Chunk] {
    let scan = try source.open(columns: columns)
    let found = Mutex<(parts: [Int: [Chunk]], failure: (any Error)?)>(([:], nil))
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var reader = scan.reader()
      do {
        while let (part, chunks) = try reader.next() {
          let types = columns.map { source.schema.fields[$0].type }
          // Pools grow: what is kept has to be read now.
          let kept = chunks.map { chunk in
            Chunk(
              columns: zip(chunk.columns, types).map { vector, type in
                Vector((0..<chunk.rowCount).map { vector[$0] }, type: type)
              }, rowCount: chunk.rowCount)
          }
          found.withLock { $0.parts[part] = kept }
        }
      } catch {
        found.withLock { $0.failure = $0.failure ?? error }
      }
    }
    let (parts, failure) = found.withLock { $0 }
    if let failure { throw failure }
    return parts.sorted { $0.key < $1.key }.flatMap(\.value)
  }
}
