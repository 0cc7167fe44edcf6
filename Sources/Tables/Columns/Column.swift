/// The type of a column's values.
public enum ColumnType: String, Sendable, CaseIterable, Hashable {
  /// Text, coded by a dictionary.
  case text
  /// Whole numbers of 64 bits.
  case integer
  /// Numbers of double precision, never NaN.
  case real
  /// True or false.
  case boolean
  /// Days.
  case date
  /// Wall-clock moments.
  case timestamp
  /// Lengths of time, which only queries make; no file holds them.
  case interval
}

extension ColumnType {
  /// The types that the values of a file can have.
  package static let ofFiles = allCases.filter { $0 != .interval }
}

/// One value of a table.
public enum Cell: Hashable, Sendable {
  /// No value.
  case null
  /// A text.
  case text(String)
  /// A whole number.
  case integer(Int64)
  /// A number.
  case real(Double)
  /// True or false.
  case boolean(Bool)
  /// A day.
  case date(CalendarDate)
  /// A moment.
  case timestamp(Timestamp)
  /// A length of time.
  case interval(CalendarInterval)
}

/// The values of one column in one batch.
///
/// A row that is null in `nulls` holds a placeholder (0, false, code 0) in `storage`.
public struct Column: Sendable {
  /// Values by type, one array entry a row.
  public enum Storage: Sendable {
    /// Codes into a dictionary that all batches of the column share.
    case text(codes: [UInt32], dictionary: TextDictionary)
    /// Whole numbers.
    case integer([Int64])
    /// Numbers.
    case real([Double])
    /// Truth values.
    case boolean([Bool])
    /// Days since 1970-01-01.
    case date([Int32])
    /// Seconds since 1970-01-01 00:00.
    case timestamp([Int64])
    /// Lengths of time.
    case interval([CalendarInterval])
  }

  /// The values.
  public let storage: Storage
  /// Which of them are missing.
  public let nulls: NullMask

  /// Joins values and mask, which must have the same number of rows.
  public init(storage: Storage, nulls: NullMask) {
    self.storage = storage
    self.nulls = nulls
    precondition(storage.count == nulls.count, "\(storage.count) values, \(nulls.count) mask bits")
  }

  /// The number of rows.
  public var count: Int { nulls.count }

  /// The type of the values.
  public var type: ColumnType { storage.type }

  /// One value.
  public subscript(row: Int) -> Cell {
    if nulls[row] { return .null }
    return switch storage {
    case .text(let codes, let dictionary): .text(dictionary.values[Int(codes[row])])
    case .integer(let values): .integer(values[row])
    case .real(let values): .real(values[row])
    case .boolean(let values): .boolean(values[row])
    case .date(let values): .date(CalendarDate(daysSince1970: values[row]))
    case .timestamp(let values): .timestamp(Timestamp(secondsSince1970: values[row]))
    case .interval(let values): .interval(values[row])
    }
  }
}

extension Column.Storage {
  fileprivate var count: Int {
    switch self {
    case .text(let codes, _): codes.count
    case .integer(let values): values.count
    case .real(let values): values.count
    case .boolean(let values): values.count
    case .date(let values): values.count
    case .timestamp(let values): values.count
    case .interval(let values): values.count
    }
  }

  fileprivate var type: ColumnType {
    switch self {
    case .text: .text
    case .integer: .integer
    case .real: .real
    case .boolean: .boolean
    case .date: .date
    case .timestamp: .timestamp
    case .interval: .interval
    }
  }
}
