internal import Synchronization

/// A table in memory as the source of a query. Each chunk is a part.
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
    var row = 0
    return Pass(
      parts: table.chunks.map { chunk in
        defer { row += chunk.rowCount }
        return Chunk(
          columns: columns.map { column in
            column < chunk.columns.count
              ? chunk.columns[column] : lines(row..<row + chunk.rowCount)
          }, rowCount: chunk.rowCount)
      })
  }

  private func lines(_ rows: Range<Int>) -> Vector {
    if case .none = table.lines {
      return .constant(.null, .integer, count: rows.count)
    }
    return Vector(.integer(rows.map { Int64(table.lines[$0] ?? 0) }))
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
