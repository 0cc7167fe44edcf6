/// A table: a schema and its rows, column by column in chunks. Copies share their rows.
public struct Table: Sendable {
  /// The fields sit behind one reference, so that a row can hold its table at the price of one.
  private final class Storage: Sendable {
    let name: String
    let schema: Schema
    let chunks: [Chunk]
    let lines: SourceLines
    let file: String?
    let rowCount: Int

    init(name: String, schema: Schema, chunks: [Chunk], lines: SourceLines, file: String?) {
      self.name = name
      self.schema = schema
      self.chunks = chunks
      self.lines = lines
      self.file = file
      rowCount = chunks.reduce(0) { $0 + $1.rowCount }
    }
  }

  private let storage: Storage

  /// The name that queries and messages use.
  public var name: String { storage.name }
  /// The columns.
  public var schema: Schema { storage.schema }
  /// The rows.
  package var chunks: [Chunk] { storage.chunks }
  /// Where the rows start in the file.
  package var lines: SourceLines { storage.lines }
  /// The file the rows come from, as the user would type it.
  public var file: String? { storage.file }

  /// Joins a schema and its rows.
  package init(
    name: String, schema: Schema, chunks: [Chunk], lines: SourceLines = .none,
    file: String? = nil
  ) {
    storage = Storage(name: name, schema: schema, chunks: chunks, lines: lines, file: file)
    precondition(
      chunks.allSatisfy { chunk in
        chunk.columns.count == schema.fields.count
          && chunk.columns.allSatisfy { $0.count == chunk.rowCount }
      }, "chunks and schema differ")
  }

  /// A table of columns of equal length. `lines` are those of the file on which each row starts; none
  /// for a table that no file holds.
  public init(
    name: String, schema: Schema, columns: [Vector], lines: [Int32] = [], file: String? = nil
  ) {
    let rowCount = columns.first?.count ?? 0
    precondition(lines.isEmpty || lines.count == rowCount, "lines and rows differ")
    self.init(
      name: name, schema: schema,
      chunks: stride(from: 0, to: rowCount, by: Chunk.capacity).map { start in
        let rows = start..<min(rowCount, start + Chunk.capacity)
        return Chunk(columns: columns.map { $0.part(rows) }, rowCount: rows.count)
      }, lines: SourceLines(lines), file: file)
  }

  /// A table of named columns of equal length that no file holds.
  package init(name: String, columns: [(name: String, column: Vector)]) {
    self.init(
      name: name, schema: Schema(columns.map { Field($0.name, $0.column.type) }),
      columns: columns.map(\.column))
  }

  /// The number of rows.
  public var rowCount: Int { storage.rowCount }

  /// All rows in order, for definitions and other small tables.
  public var rows: [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(rowCount)
    for (position, chunk) in chunks.enumerated() {
      for index in 0..<chunk.rowCount {
        rows.append(Row(table: self, chunk: position, index: index, number: rows.count))
      }
    }
    return rows
  }
}
