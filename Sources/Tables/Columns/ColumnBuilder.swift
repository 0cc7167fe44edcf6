/// Builds a column value by value.
public struct ColumnBuilder {
  private let type: ColumnType
  private var codes: [UInt32] = []
  private var dictionary = TextDictionary()
  private var integers: [Int64] = []
  private var reals: [Double] = []
  private var booleans: [Bool] = []
  private var days: [Int32] = []
  private var intervals: [CalendarInterval] = []
  private var nulls = NullMask()

  /// An empty column of a type.
  public init(_ type: ColumnType) {
    self.type = type
  }

  /// Adds a value. A null, a value of another type, or a number that is NaN becomes a null.
  ///
  /// - Returns: `false` if a value was lost, so that the caller can say so.
  @discardableResult
  public mutating func append(_ cell: Cell) -> Bool {
    switch (type, cell) {
    case (.text, .text(let value)): codes.append(dictionary.code(adding: value))
    case (.integer, .integer(let value)): integers.append(value)
    case (.real, .real(let value)) where !value.isNaN: reals.append(value)
    case (.real, .integer(let value)): reals.append(Double(value))
    case (.boolean, .boolean(let value)): booleans.append(value)
    case (.date, .date(let value)): days.append(value.daysSince1970)
    case (.timestamp, .timestamp(let value)): integers.append(value.secondsSince1970)
    case (.interval, .interval(let value)): intervals.append(value)
    default:
      appendPlaceholder()
      return cell == .null
    }
    nulls.append(isNull: false)
    return true
  }

  /// The column so far.
  public var column: Column {
    let storage: Column.Storage =
      switch type {
      case .text: .text(codes: codes, dictionary: dictionary)
      case .integer: .integer(integers)
      case .real: .real(reals)
      case .boolean: .boolean(booleans)
      case .date: .date(days)
      case .timestamp: .timestamp(integers)
      case .interval: .interval(intervals)
      }
    return Column(storage: storage, nulls: nulls)
  }

  private mutating func appendPlaceholder() {
    switch type {
    case .text: codes.append(0)
    case .integer, .timestamp: integers.append(0)
    case .real: reals.append(0)
    case .boolean: booleans.append(false)
    case .date: days.append(0)
    case .interval: intervals.append(CalendarInterval())
    }
    nulls.append(isNull: true)
  }
}
