internal import Synchronization

/// A table in memory as the source of a query. Each batch is a part.
package struct TableSource: ChunkSource {
  private let table: Table
  package let schema: Schema

  /// The rows of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - lineColumn: The name of one more column, the line of the file on which each row stands;
  ///     none if it is left out.
  package init(_ table: Table, lineColumn: String? = nil) {
    self.table = table
    schema = Self.named(table.schema.fields + (lineColumn.map { [Field($0, .integer)] } ?? []))
  }

  /// A query can name a column only if the name stands once: the second `group` is `group (2)`.
  private static func named(_ fields: [Field]) -> Schema {
    var counts: [String: Int] = [:]
    return Schema(
      fields.map { field in
        let count = counts[field.name, default: 0] + 1
        counts[field.name] = count
        return count == 1
          ? field : Field("\(field.name) (\(count))", field.type, isPercent: field.isPercent)
      })
  }

  package var rowCount: Int? { table.rowCount }
  package var byteCount: Int? { nil }

  package func open(columns: [Int]) -> any ChunkScan {
    var vectors = columns.map(vectors(of:))
    for column in vectors.indices { vectors[column].reverse() }
    return Pass(
      parts: table.batches.map { batch in
        Chunk(columns: vectors.indices.map { vectors[$0].removeLast() }, rowCount: batch.rowCount)
      })
  }

  /// A column, batch by batch. Batches of a column share a dictionary as a rule: its texts are
  /// copied once.
  private func vectors(of column: Int) -> [Vector] {
    guard column < table.schema.fields.count else { return table.batches.map(Self.lines) }
    var pool = TextPool(isDistinct: false)
    var texts: [String]?
    return table.batches.map { batch in
      let column = batch.columns[column]
      let nulls =
        column.nulls.nullCount == 0 ? nil : Nulls(count: column.count) { column.nulls[$0] }
      switch column.storage {
      case .boolean(let values): return Vector(.boolean(values), nulls: nulls)
      case .integer(let values): return Vector(.integer(values), nulls: nulls)
      case .real(let values): return Vector(.real(values), nulls: nulls)
      case .date(let values): return Vector(.date(values), nulls: nulls)
      case .timestamp(let values): return Vector(.timestamp(values), nulls: nulls)
      case .interval(let values): return Vector(.interval(values), nulls: nulls)
      case .text(let codes, let dictionary):
        // The same array answers at once; equal ones of another batch are as good.
        if dictionary.values != texts {
          pool = TextPool(isDistinct: false)
          for text in dictionary.values { pool.append(text) }
          texts = dictionary.values
        }
        return Vector(.text(codes, pool), nulls: nulls)
      }
    }
  }

  private static func lines(_ batch: Batch) -> Vector {
    batch.lines.isEmpty
      ? .constant(.null, .integer, count: batch.rowCount)
      : Vector(.integer(batch.lines.map(Int64.init)))
  }

  private final class Pass: ChunkScan {
    let parts: [Chunk]
    let next = Atomic<Int>(0)
    var bytesRead: Int { 0 }

    init(parts: [Chunk]) {
      self.parts = parts
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
