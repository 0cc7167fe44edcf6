import Synchronization
import Tables

@testable import Query

/// A source of whole numbers and texts for tests: rows in parts, read by workers whose text pools grow as those of a file do.
final class PartsSource: ChunkSource {
  let schema: Schema
  private let parts: [[[Cell]]]
  private let failures: [Int: any Error & Sendable]
  let rowCount: Int?
  let byteCount: Int?
  /// How many parts have been read.
  let taken = Atomic<Int>(0)
  /// How often it was opened.
  let opened = Atomic<Int>(0)

  /// Rows by part. `failures` stand instead of parts; `isCounted` tells the number of rows before.
  init(
    _ types: [ColumnType], _ parts: [[[Cell]]], failures: [Int: any Error & Sendable] = [:],
    isCounted: Bool = false, byteCount: Int? = nil
  ) {
    self.byteCount = byteCount
    schema = Schema(types.enumerated().map { Field("c\($0 + 1)", $1) })
    self.parts = parts
    self.failures = failures
    rowCount = isCounted ? parts.reduce(0) { $0 + $1.count } : nil
  }

  /// Whole numbers from 0, in parts of one size.
  static func numbers(_ count: Int, partSize: Int) -> PartsSource {
    let rows = (0..<count).map { [Cell.integer(Int64($0))] }
    let parts = stride(from: 0, to: count, by: partSize).map {
      Array(rows[$0..<min($0 + partSize, count)])
    }
    return PartsSource([.integer], parts)
  }

  /// All columns.
  var scan: Plan {
    .scan(Scan(name: "t", source: self, columns: Array(schema.fields.indices)))
  }

  /// The same rows kept in memory, coded.
  var kept: Plan {
    let types = schema.fields.map(\.type)
    let chunks = parts.filter { !$0.isEmpty }.map { rows in
      Chunk(
        columns: types.indices.map { column in
          Vector(rows.map { $0[column] }, type: types[column])
        }, rowCount: rows.count)
    }
    let table = MaterializedTable(
      columns: schema.fields.map { QueryColumn($0.name, $0.type) }, chunks: chunks, threads: 2)
    return .scan(Scan(name: "t", source: table, columns: Array(types.indices)))
  }

  func open(columns: [Int]) -> any ChunkScan {
    opened.add(1, ordering: .relaxed)
    return Pass(source: self, columns: columns)
  }

  private final class Pass: ChunkScan {
    let source: PartsSource
    let columns: [Int]
    let next = Atomic<Int>(0)
    var bytesRead: Int { 0 }

    init(source: PartsSource, columns: [Int]) {
      self.source = source
      self.columns = columns
    }

    func reader() -> any ChunkReader {
      Reader(pass: self, pools: columns.map { _ in TextPool() })
    }
  }

  private struct Reader: ChunkReader {
    let pass: Pass
    let pools: [TextPool]

    mutating func next() throws -> (part: Int, chunks: [Chunk])? {
      let part = pass.next.add(1, ordering: .relaxed).oldValue
      guard part < pass.source.parts.count else { return nil }
      if let failure = pass.source.failures[part] { throw failure }
      pass.source.taken.add(1, ordering: .relaxed)
      let rows = pass.source.parts[part]
      // Parts come in two chunks.
      let middle = rows.count / 3
      return (part, [chunk(rows[..<middle]), chunk(rows[middle...])])
    }

    private func chunk(_ rows: ArraySlice<[Cell]>) -> Chunk {
      let vectors = pass.columns.enumerated().map { index, column -> Vector in
        let cells = rows.map { $0[column] }
        let type = pass.source.schema.fields[column].type
        let nulls = Nulls(count: cells.count) { cells[$0] == .null }
        let mask = nulls.isAny ? nulls : nil
        if type == .integer {
          let values = cells.map { cell -> Int64 in
            if case .integer(let value) = cell { value } else { 0 }
          }
          return Vector(.integer(values), nulls: mask)
        }
        let codes = cells.map { cell -> UInt32 in
          if case .text(let value) = cell { pools[index].code(adding: value) } else { 0 }
        }
        return Vector(.text(codes, pools[index]), nulls: mask)
      }
      return Chunk(columns: vectors, rowCount: rows.count)
    }
  }
}

/// The rows of a chunk as cells.
func cells(_ chunk: Chunk) -> [[Cell]] {
  (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
}

/// An execution as tests want it: threads and preaggregation even for few rows.
func execution(_ plan: Plan, threads: Int = 1, memory: Int? = nil) -> Execution {
  var options = ExecutionOptions(
    threads: threads, memory: memory, now: Timestamp(secondsSince1970: 0))
  options.rowsForThreads = 2
  options.rowsPerCombination = 0.001
  return Execution(
    BoundQuery(plan: plan, names: plan.types.indices.map { "column\($0)" }), options: options)
}

/// All rows of a plan.
func rows(_ plan: Plan, threads: Int = 1, memory: Int? = nil) throws -> [[Cell]] {
  var all: [[Cell]] = []
  try execution(plan, threads: threads, memory: memory).run { all += cells($0) }
  return all
}
