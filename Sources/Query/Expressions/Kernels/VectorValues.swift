internal import Tables

/// A column type whose values are numbers in an array: all but text.
protocol VectorValues: SendableMetatype {
  associatedtype Value: Comparable, Sendable
  static var type: ColumnType { get }
  static var zero: Value { get }
  static func values(_ vector: Vector) -> [Value]
  static func storage(_ values: [Value]) -> Vector.Storage
  static func value(_ cell: Cell) -> Value?
  static func cell(_ value: Value) -> Cell
}

enum Booleans: VectorValues {
  /// A truth value that can be compared: false comes before true.
  struct Value: Comparable, Sendable {
    var truth: Bool
    @inline(__always)
    static func < (a: Self, b: Self) -> Bool { !a.truth && b.truth }
  }
  static let type = ColumnType.boolean
  static var zero: Value { Value(truth: false) }
  static func values(_ vector: Vector) -> [Value] {
    if case .boolean(let values) = vector.storage { values.map(Value.init) } else { [] }
  }
  static func storage(_ values: [Value]) -> Vector.Storage { .boolean(values.map(\.truth)) }
  static func value(_ cell: Cell) -> Value? {
    if case .boolean(let value) = cell { Value(truth: value) } else { nil }
  }
  static func cell(_ value: Value) -> Cell { .boolean(value.truth) }
}

enum Integers: VectorValues {
  static let type = ColumnType.integer
  static var zero: Int64 { 0 }
  static func values(_ vector: Vector) -> [Int64] {
    if case .integer(let values) = vector.storage { values } else { [] }
  }
  static func storage(_ values: [Int64]) -> Vector.Storage { .integer(values) }
  static func value(_ cell: Cell) -> Int64? {
    if case .integer(let value) = cell { value } else { nil }
  }
  static func cell(_ value: Int64) -> Cell { .integer(value) }
}

enum Reals: VectorValues {
  static let type = ColumnType.real
  static var zero: Double { 0 }
  static func values(_ vector: Vector) -> [Double] {
    if case .real(let values) = vector.storage { values } else { [] }
  }
  static func storage(_ values: [Double]) -> Vector.Storage { .real(values) }
  static func value(_ cell: Cell) -> Double? {
    switch cell {
    case .real(let value): value
    case .integer(let value): Double(value)
    case .numeric(let value): value.double
    default: nil
    }
  }
  static func cell(_ value: Double) -> Cell { .real(value) }
}

enum Decimals: VectorValues {
  static let type = ColumnType.numeric
  static var zero: DecimalNumber { DecimalNumber(0) }
  static func values(_ vector: Vector) -> [DecimalNumber] {
    if case .numeric(let values) = vector.storage { values } else { [] }
  }
  static func storage(_ values: [DecimalNumber]) -> Vector.Storage { .numeric(values) }
  static func value(_ cell: Cell) -> DecimalNumber? {
    switch cell {
    case .numeric(let value): value
    case .integer(let value): DecimalNumber(Int128(value))
    default: nil
    }
  }
  static func cell(_ value: DecimalNumber) -> Cell { .numeric(value) }
}

enum Dates: VectorValues {
  static let type = ColumnType.date
  static var zero: Int32 { 0 }
  static func values(_ vector: Vector) -> [Int32] {
    if case .date(let values) = vector.storage { values } else { [] }
  }
  static func storage(_ values: [Int32]) -> Vector.Storage { .date(values) }
  static func value(_ cell: Cell) -> Int32? {
    if case .date(let value) = cell { value.daysSince1970 } else { nil }
  }
  static func cell(_ value: Int32) -> Cell { .date(CalendarDate(daysSince1970: value)) }
}

enum Timestamps: VectorValues {
  static let type = ColumnType.timestamp
  static var zero: Int64 { 0 }
  static func values(_ vector: Vector) -> [Int64] {
    if case .timestamp(let values) = vector.storage { values } else { [] }
  }
  static func storage(_ values: [Int64]) -> Vector.Storage { .timestamp(values) }
  static func value(_ cell: Cell) -> Int64? {
    if case .timestamp(let value) = cell { value.microsecondsSince1970 } else { nil }
  }
  static func cell(_ value: Int64) -> Cell { .timestamp(Timestamp(microsecondsSince1970: value)) }
}

enum Intervals: VectorValues {
  static let type = ColumnType.interval
  static var zero: CalendarInterval { CalendarInterval() }
  static func values(_ vector: Vector) -> [CalendarInterval] {
    if case .interval(let values) = vector.storage { values } else { [] }
  }
  static func storage(_ values: [CalendarInterval]) -> Vector.Storage { .interval(values) }
  static func value(_ cell: Cell) -> CalendarInterval? {
    if case .interval(let value) = cell { value } else { nil }
  }
  static func cell(_ value: CalendarInterval) -> Cell { .interval(value) }
}
