internal import Tables

/// Values put together one by one.
struct VectorBuilder {
  private var storage: Vector.Storage
  private var nullRows: [Int] = []
  private(set) var count = 0

  init(_ type: ColumnType, isDistinct: Bool = true) {
    storage =
      switch type {
      case .boolean: .boolean([])
      case .integer: .integer([])
      case .real: .real([])
      case .text: .text([], TextPool(isDistinct: isDistinct))
      case .date: .date([])
      case .timestamp: .timestamp([])
      case .interval: .interval([])
      }
  }

  /// The same values with texts in a pool that nobody else has.
  var unshared: VectorBuilder {
    guard case .text(let codes, let pool) = storage else { return self }
    let copy = TextPool(isDistinct: pool.isDistinct)
    for code in 0..<UInt32(pool.count) { copy.append(pool[code]) }
    var builder = self
    builder.storage = .text(codes, copy)
    return builder
  }

  mutating func append(_ cell: Cell) {
    switch storage {
    case .boolean(var values):
      storage = .boolean([])
      values.append(Booleans.value(cell)?.truth ?? false)
      storage = .boolean(values)
    case .integer(var values):
      storage = .integer([])
      values.append(Integers.value(cell) ?? 0)
      storage = .integer(values)
    case .real(var values):
      storage = .real([])
      values.append(Reals.value(cell) ?? 0)
      storage = .real(values)
    case .date(var values):
      storage = .date([])
      values.append(Dates.value(cell) ?? 0)
      storage = .date(values)
    case .timestamp(var values):
      storage = .timestamp([])
      values.append(Timestamps.value(cell) ?? 0)
      storage = .timestamp(values)
    case .interval(var values):
      storage = .interval([])
      values.append(Intervals.value(cell) ?? CalendarInterval())
      storage = .interval(values)
    case .text(var codes, let pool):
      storage = .text([], pool)
      if case .text(let text) = cell {
        codes.append(pool.isDistinct ? pool.code(adding: text) : pool.append(text))
      } else {
        codes.append(0)
      }
      storage = .text(codes, pool)
    }
    if cell.isNull { nullRows.append(count) }
    count += 1
  }

  func vector() -> Vector {
    guard !nullRows.isEmpty else { return Vector(storage) }
    var nulls = Nulls(count: count)
    for row in nullRows { nulls.set(row) }
    return Vector(storage, nulls: nulls)
  }
}
