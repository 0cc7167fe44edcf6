/// The values of one column, of a table or on their way through a query. Texts are codes into a pool,
/// so that each distinct text of a column is kept, and looked at, once.
///
/// A row that is null holds any value in `storage`; text rows that are null hold code 0, which need
/// not be in the pool.
public struct Vector: Sendable {
  /// Values by type, one array entry a row.
  package enum Storage: Sendable {
    case boolean([Bool])
    case integer([Int64])
    /// Never NaN and never infinite.
    case real([Double])
    case numeric([DecimalNumber])
    case text([UInt32], TextPool)
    /// Days since 1970-01-01.
    case date([Int32])
    /// Seconds since 1970-01-01 00:00.
    case timestamp([Int64])
    case interval([CalendarInterval])
  }

  package var storage: Storage
  /// Which rows are null; `nil` when none is.
  package var nulls: Nulls?

  package init(_ storage: Storage, nulls: Nulls? = nil) {
    self.storage = storage
    self.nulls = nulls
  }

  /// The number of rows.
  public var count: Int {
    switch storage {
    case .boolean(let values): values.count
    case .integer(let values): values.count
    case .real(let values): values.count
    case .numeric(let values): values.count
    case .text(let codes, _): codes.count
    case .date(let values): values.count
    case .timestamp(let values): values.count
    case .interval(let values): values.count
    }
  }

  /// The type of the values.
  public var type: ColumnType {
    switch storage {
    case .boolean: .boolean
    case .integer: .integer
    case .real: .real
    case .numeric: .numeric
    case .text: .text
    case .date: .date
    case .timestamp: .timestamp
    case .interval: .interval
    }
  }

  /// Whether a row is null.
  @inline(__always)
  package func isNull(_ row: Int) -> Bool { nulls.map { $0[row] } ?? false }

  /// One value.
  public subscript(row: Int) -> Cell {
    if isNull(row) { return .null }
    return switch storage {
    case .boolean(let values): .boolean(values[row])
    case .integer(let values): .integer(values[row])
    case .real(let values): .real(values[row])
    case .numeric(let values): .numeric(values[row])
    case .text(let codes, let pool): .text(pool.string(codes[row]))
    case .date(let values): .date(CalendarDate(daysSince1970: values[row]))
    case .timestamp(let values): .timestamp(Timestamp(microsecondsSince1970: values[row]))
    case .interval(let values): .interval(values[row])
    }
  }

  /// The number of rows that are null.
  package var nullCount: Int { nulls?.words.reduce(0) { $0 + $1.nonzeroBitCount } ?? 0 }

  /// Some of the rows.
  package func part(_ rows: Range<Int>) -> Vector {
    if rows == 0..<count { return self }
    let nulls = nulls.map { nulls in Nulls(count: rows.count) { nulls[rows.lowerBound + $0] } }
    let part: Storage =
      switch storage {
      case .text(let codes, let pool): .text(Array(codes[rows]), pool)
      case .integer(let values): .integer(Array(values[rows]))
      case .real(let values): .real(Array(values[rows]))
      case .numeric(let values): .numeric(Array(values[rows]))
      case .boolean(let values): .boolean(Array(values[rows]))
      case .date(let values): .date(Array(values[rows]))
      case .timestamp(let values): .timestamp(Array(values[rows]))
      case .interval(let values): .interval(Array(values[rows]))
      }
    return Vector(part, nulls: nulls)
  }

  /// Rows by number, in that order; a number may stand several times.
  package func gathered(_ rows: [Int32]) -> Vector {
    let nulls = nulls.map { nulls in Nulls(count: rows.count) { nulls[Int(rows[$0])] } }
    func pick<Value>(_ values: [Value]) -> [Value] {
      values.withUnsafeBufferPointer { values in rows.map { values[Int($0)] } }
    }
    let storage: Storage =
      switch storage {
      case .boolean(let values): .boolean(pick(values))
      case .integer(let values): .integer(pick(values))
      case .real(let values): .real(pick(values))
      case .numeric(let values): .numeric(pick(values))
      case .text(let codes, let pool): .text(pick(codes), pool)
      case .date(let values): .date(pick(values))
      case .timestamp(let values): .timestamp(pick(values))
      case .interval(let values): .interval(pick(values))
      }
    return Vector(storage, nulls: nulls)
  }

  /// The same value in every row. A null needs a type.
  package static func constant(_ cell: Cell, _ type: ColumnType, count: Int) -> Vector {
    func all<Value>(_ value: Value) -> [Value] { Array(repeating: value, count: count) }
    switch cell {
    case .null:
      let nulls = Nulls(count: count) { _ in true }
      let storage: Storage =
        switch type {
        case .boolean: .boolean(all(false))
        case .integer: .integer(all(0))
        case .real: .real(all(0))
        case .numeric: .numeric(all(DecimalNumber(0)))
        case .text: .text(all(0), TextPool())
        case .date: .date(all(0))
        case .timestamp: .timestamp(all(0))
        case .interval: .interval(all(CalendarInterval()))
        }
      return Vector(storage, nulls: nulls)
    case .boolean(let value): return Vector(.boolean(all(value)))
    case .integer(let value):
      switch type {
      case .real: return Vector(.real(all(Double(value))))
      case .numeric: return Vector(.numeric(all(DecimalNumber(Int128(value)))))
      default: return Vector(.integer(all(value)))
      }
    case .real(let value): return Vector(.real(all(value)))
    case .numeric(let value):
      return type == .real
        ? Vector(.real(all(value.double))) : Vector(.numeric(all(value)))
    case .text(let value):
      let pool = TextPool()
      let code = pool.code(adding: value)
      return Vector(.text(all(code), pool))
    case .date(let value): return Vector(.date(all(value.daysSince1970)))
    case .timestamp(let value): return Vector(.timestamp(all(value.microsecondsSince1970)))
    case .interval(let value): return Vector(.interval(all(value)))
    }
  }
}

/// Which rows of a vector are null: a bit a row. A vector without nulls has no such mask as a rule.
package struct Nulls: Sendable {
  /// 64 rows a word; bits beyond the last row are 0.
  package var words: [UInt64]
  package let count: Int

  /// A mask of so many rows, none of them null.
  package init(count: Int) {
    self.count = count
    words = Array(repeating: 0, count: (count + 63) / 64)
  }

  /// A mask by a question for each row.
  @inline(__always)
  package init(count: Int, isNull: (Int) -> Bool) {
    self.init(count: count)
    for row in 0..<count where isNull(row) { self.set(row) }
  }

  @inline(__always)
  package subscript(row: Int) -> Bool { words[row >> 6] >> UInt64(row & 63) & 1 == 1 }

  @inline(__always)
  package mutating func set(_ row: Int) { words[row >> 6] |= 1 << UInt64(row & 63) }

  /// Whether any row is null.
  package var isAny: Bool { words.contains { $0 != 0 } }

  /// Rows that are null in either.
  package static func union(_ a: Nulls?, _ b: Nulls?) -> Nulls? {
    guard let a else { return b }
    guard let b else { return a }
    var union = a
    for word in union.words.indices { union.words[word] |= b.words[word] }
    return union
  }
}
