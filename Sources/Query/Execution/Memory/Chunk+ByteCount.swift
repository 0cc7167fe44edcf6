internal import Tables

extension Vector {
  /// The bytes of the values and of the null mask; texts count with their codes only.
  var byteCount: Int {
    let stride =
      switch storage {
      case .boolean: 1
      case .integer, .real, .timestamp: 8
      case .text, .date: 4
      case .interval: 16
      case .numeric: 32
      }
    return count * stride + (nulls == nil ? 0 : count / 8)
  }

  /// The pool of texts.
  var pool: TextPool? { if case .text(_, let pool) = storage { pool } else { nil } }
}

extension Chunk {
  /// The bytes of the values, without pools.
  var byteCount: Int { columns.reduce(64) { $0 + 64 + $1.byteCount } }

  /// The bytes of the values and of all pools.
  var byteCountWithTexts: Int {
    columns.reduce(byteCount) { $0 + ($1.pool?.byteCount ?? 0) }
  }
}
