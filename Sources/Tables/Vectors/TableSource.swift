internal import Synchronization

/// A table in memory as the source of a query. Each batch is a part.
package struct TableSource: ChunkSource {
  private let table: Table

  package init(_ table: Table) {
    self.table = table
  }

  package var schema: Schema { table.schema }
  package var rowCount: Int? { table.rowCount }
  package var byteCount: Int? { nil }

  package func open(columns: [Int]) -> any ChunkScan {
    // Batches of a column share a dictionary as a rule: its texts are copied once.
    Pass(table: table, columns: columns)
  }

  private final class Pass: ChunkScan {
    let parts: [Chunk]
    let next = Atomic<Int>(0)
    var bytesRead: Int { 0 }

    init(table: Table, columns: [Int]) {
      let whole = columns.map { column -> [Vector] in
        var pool = TextPool(isDistinct: false)
        var size = -1
        return table.batches.map { batch in
          let column = batch.columns[column]
          let nulls =
            column.nulls.nullCount == 0
            ? nil : Nulls(count: column.count) { column.nulls[$0] }
          switch column.storage {
          case .boolean(let values): return Vector(.boolean(values), nulls: nulls)
          case .integer(let values): return Vector(.integer(values), nulls: nulls)
          case .real(let values): return Vector(.real(values), nulls: nulls)
          case .date(let values): return Vector(.date(values), nulls: nulls)
          case .timestamp(let values): return Vector(.timestamp(values), nulls: nulls)
          case .interval(let values): return Vector(.interval(values), nulls: nulls)
          case .text(let codes, let dictionary):
            if dictionary.values.count != size {
              pool = TextPool(isDistinct: false)
              for text in dictionary.values { pool.append(text) }
              size = dictionary.values.count
            }
            return Vector(.text(codes, pool), nulls: nulls)
          }
        }
      }
      parts = table.batches.indices.map { batch in
        Chunk(columns: whole.map { $0[batch] }, rowCount: table.batches[batch].rowCount)
      }
    }

    func reader() -> any ChunkReader { Reader(pass: self) }

    struct Reader: ChunkReader {
      let pass: Pass
      mutating func next() -> (part: Int, chunks: [Chunk])? {
        let part = pass.next.add(1, ordering: .relaxed).oldValue
        return part < pass.parts.count ? (part, [pass.parts[part]]) : nil
      }
    }
  }
}
