/// Rows that share a schema, column by column.
public struct Batch: Sendable {
  /// The most rows that a batch holds.
  public static let capacity = 65_536

  /// The columns, each with the same number of rows.
  public let columns: [Column]
  /// The number of rows.
  public let rowCount: Int
  /// The line of the source file on which each row starts; empty where there is no file.
  public let lines: [Int32]

  /// Joins columns of equal length.
  public init(columns: [Column], rowCount: Int, lines: [Int32] = []) {
    self.columns = columns
    self.rowCount = rowCount
    self.lines = lines
    precondition(columns.allSatisfy { $0.count == rowCount }, "columns differ in length")
    precondition(lines.isEmpty || lines.count == rowCount, "lines and rows differ")
  }
}

/// A table: a schema and its rows in batches. Copies share their rows.
public struct Table: Sendable {
  /// The fields sit behind one reference, so that a row can hold its table at the price of one.
  private final class Storage: Sendable {
    let name: String
    let schema: Schema
    let batches: [Batch]
    let file: String?

    init(name: String, schema: Schema, batches: [Batch], file: String?) {
      self.name = name
      self.schema = schema
      self.batches = batches
      self.file = file
    }
  }

  private let storage: Storage

  /// The name that queries and messages use.
  public var name: String { storage.name }
  /// The columns.
  public var schema: Schema { storage.schema }
  /// The rows.
  public var batches: [Batch] { storage.batches }
  /// The file the rows come from, as the user would type it.
  public var file: String? { storage.file }

  /// Joins a schema and its batches.
  public init(name: String, schema: Schema, batches: [Batch], file: String? = nil) {
    storage = Storage(name: name, schema: schema, batches: batches, file: file)
    precondition(
      batches.allSatisfy { $0.columns.count == schema.fields.count }, "batch and schema differ")
  }

  /// A table of columns of equal length that no file holds, cut into batches.
  package init(name: String, columns: [(name: String, column: Column)]) {
    let rowCount = columns.first?.column.count ?? 0
    self.init(
      name: name, schema: Schema(columns.map { Field($0.name, $0.column.type) }),
      batches: stride(from: 0, to: rowCount, by: Batch.capacity).map { start in
        let rows = start..<min(rowCount, start + Batch.capacity)
        return Batch(columns: columns.map { $0.column.part(rows) }, rowCount: rows.count)
      })
  }

  /// The number of rows.
  public var rowCount: Int { batches.reduce(0) { $0 + $1.rowCount } }

  /// All rows in order, for definitions and other small tables.
  public var rows: [Row] {
    batches.indices.flatMap { batch in
      (0..<batches[batch].rowCount).map { Row(table: self, batch: batch, index: $0) }
    }
  }
}
