internal import Tables

/// A part of a compiled expression.
protocol Operator: AnyObject {
  var type: ColumnType { get }
  /// Whether a row can raise an error: then only rows that reach the operator may be given to it.
  var canFail: Bool { get }
  /// The columns of the chunk that it reads.
  var columns: Set<Int> { get }
  /// The values for a chunk of at least one row.
  func value(in chunk: Chunk) throws -> Operand
  /// The same as truth values; only for operators of type boolean.
  func truth(in chunk: Chunk) throws -> Truth
}

extension Operator {
  func truth(in chunk: Chunk) throws -> Truth {
    Truth(try value(in: chunk), count: chunk.rowCount)
  }

  /// The values in some of the rows.
  func value(in chunk: Chunk, rows: [Int32]) throws -> Operand {
    try value(in: chunk.gathered(rows, columns: columns))
  }

  /// The truth in some of the rows.
  func truth(in chunk: Chunk, rows: [Int32]) throws -> Truth {
    try truth(in: chunk.gathered(rows, columns: columns))
  }
}

extension Sequence where Element == any Operator {
  /// The columns that any of them reads.
  var allColumns: Set<Int> { reduce(into: []) { $0.formUnion($1.columns) } }
  /// Whether any of them can fail.
  var canAnyFail: Bool { contains(where: \.canFail) }
}

extension Chunk {
  /// Some rows of some columns; nobody may look at the others.
  func gathered(_ rows: [Int32], columns wanted: Set<Int>) -> Chunk {
    var chunk = self
    for column in wanted { chunk.columns[column] = columns[column].gathered(rows) }
    chunk.rowCount = rows.count
    return chunk
  }
}
