/// Builds a column value by value. Copies of a builder share their texts: go on with one of them.
public struct ColumnBuilder {
  private let type: ColumnType
  private var codes: [UInt32] = []
  private var pool: TextPool
  private var integers: [Int64] = []
  private var reals: [Double] = []
  private var decimals: [DecimalNumber] = []
  private var booleans: [Bool] = []
  private var days: [Int32] = []
  private var intervals: [CalendarInterval] = []
  private var nullRows: [Int] = []
  /// The number of values so far.
  public private(set) var count = 0

  /// An empty column of a type.
  public init(_ type: ColumnType) {
    self.init(type, isDistinct: true)
  }

  /// An empty column of a type. Equal texts get one code if `isDistinct`, which may be left out
  /// where all are different.
  package init(_ type: ColumnType, isDistinct: Bool) {
    self.type = type
    pool = TextPool(isDistinct: isDistinct)
  }

  /// The same values with texts in a pool that nobody else has.
  package var unshared: ColumnBuilder {
    guard type == .text else { return self }
    var copy = self
    copy.pool = TextPool(isDistinct: pool.isDistinct)
    for code in 0..<UInt32(pool.count) { copy.pool.append(pool[code]) }
    return copy
  }

  /// Adds a value. A null, a value of another type, or a number that is NaN becomes a null.
  ///
  /// - Returns: `false` if a value was lost, so that the caller can say so.
  @discardableResult
  public mutating func append(_ cell: Cell) -> Bool {
    switch (type, cell) {
    case (.text, .text(let value)):
      codes.append(pool.isDistinct ? pool.code(adding: value) : pool.append(value))
    case (.integer, .integer(let value)): integers.append(value)
    case (.real, .real(let value)) where !value.isNaN: reals.append(value)
    case (.real, .integer(let value)): reals.append(Double(value))
    case (.real, .numeric(let value)) where value.double.isFinite: reals.append(value.double)
    case (.numeric, .numeric(let value)): decimals.append(value)
    case (.numeric, .integer(let value)): decimals.append(DecimalNumber(Int128(value)))
    case (.boolean, .boolean(let value)): booleans.append(value)
    case (.date, .date(let value)): days.append(value.daysSince1970)
    case (.timestamp, .timestamp(let value)): integers.append(value.microsecondsSince1970)
    case (.interval, .interval(let value)): intervals.append(value)
    default:
      appendPlaceholder()
      return cell == .null
    }
    count += 1
    return true
  }

  /// The column so far. Its texts lie in a pool that grows with the builder.
  public var column: Vector {
    let storage: Vector.Storage =
      switch type {
      case .text: .text(codes, pool)
      case .integer: .integer(integers)
      case .real: .real(reals)
      case .numeric: .numeric(decimals)
      case .boolean: .boolean(booleans)
      case .date: .date(days)
      case .timestamp: .timestamp(integers)
      case .interval: .interval(intervals)
      }
    guard !nullRows.isEmpty else { return Vector(storage) }
    var nulls = Nulls(count: count)
    for row in nullRows { nulls.set(row) }
    return Vector(storage, nulls: nulls)
  }

  private mutating func appendPlaceholder() {
    switch type {
    case .text: codes.append(0)
    case .integer, .timestamp: integers.append(0)
    case .real: reals.append(0)
    case .numeric: decimals.append(DecimalNumber(0))
    case .boolean: booleans.append(false)
    case .date: days.append(0)
    case .interval: intervals.append(CalendarInterval())
    }
    nullRows.append(count)
    count += 1
  }
}
