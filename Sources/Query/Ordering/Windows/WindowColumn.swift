internal import Tables

/// The values of one window call, which several threads fill, each the rows of its own partitions.
///
/// Every row is written once before ``vector(_:)`` is asked for it.
enum WindowColumn: Sendable {
  case integers(WindowValues<Int64>)
  case reals(WindowValues<Double>)
  /// Numbers of rows of a vector; -1 for NULL.
  case rows(WorkArray<Int32>, of: JoinedColumn, ColumnType)
  case cells(WindowCells, ColumnType)

  /// The values of some rows of the input.
  func vector(_ range: Range<Int>) -> Vector {
    switch self {
    case .integers(let values):
      return Vector(.integer(values.values.copied(range)), nulls: values.nulls(range))
    case .reals(let values):
      return Vector(.real(values.values.copied(range)), nulls: values.nulls(range))
    case .rows(let rows, let source, let type):
      return Self.picked(rows.copied(range), source.vector).converted(to: type)
    case .cells(let cells, let type): return Vector(window: cells.cells(range), type: type)
    }
  }

  private static func picked(_ rows: [Int32], _ source: Vector) -> Vector {
    guard rows.contains(where: { $0 < 0 }) else { return source.gathered(rows) }
    var nulls = Nulls(count: rows.count) { rows[$0] < 0 || source.isNull(Int(rows[$0])) }
    if source.count == 0 { nulls = Nulls(count: rows.count) { _ in true } }
    // A row that is there stands in for those that are not.
    var picked = source.gathered(rows.map { max(0, $0) })
    picked.nulls = nulls
    return picked
  }
}

/// Numbers, some of which may be NULL.
final class WindowValues<Value: BitwiseCopyable>: Sendable {
  let values: WorkArray<Value>
  private let isNull: WorkArray<Bool>

  init(_ input: WindowInput) throws {
    values = try WorkArray(count: input.count, memory: input.memory)
    isNull = try WorkArray(count: input.count, memory: input.memory)
  }

  @inline(__always)
  func set(_ row: Int, _ value: Value) {
    values.base[row] = value
    isNull.base[row] = false
  }

  @inline(__always)
  func setNull(_ row: Int, holding value: Value) {
    values.base[row] = value
    isNull.base[row] = true
  }

  fileprivate func nulls(_ range: Range<Int>) -> Nulls? {
    let nulls = Nulls(count: range.count) { isNull.base[range.lowerBound + $0] }
    return nulls.isAny ? nulls : nil
  }
}

/// Values of any type, for aggregates that are rarely windowed.
///
/// Threads write different rows, and read none before all are done: so it is safe although
/// unchecked.
final class WindowCells: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Cell>
  private let count: Int
  private let memory: MemoryBudget

  init(_ input: WindowInput) throws {
    count = input.count
    memory = input.memory
    do {
      try memory.take(count * MemoryLayout<Cell>.stride)
    } catch {
      memory.give(count * MemoryLayout<Cell>.stride)
      throw error
    }
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: .null, count: count)
  }

  deinit {
    base.deinitialize(count: count)
    base.deallocate()
    memory.give(count * MemoryLayout<Cell>.stride)
  }

  func set(_ row: Int, _ cell: Cell) { base[row] = cell }

  fileprivate func cells(_ range: Range<Int>) -> [Cell] {
    Array(UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
  }
}

extension Vector {
  /// Integers as reals where reals are wanted.
  fileprivate func converted(to type: ColumnType) -> Vector {
    if type == .numeric, case .integer(let values) = storage {
      return Vector(.numeric(values.map { DecimalNumber(Int128($0)) }), nulls: nulls)
    }
    if type == .real, case .integer(let values) = storage {
      return Vector(.real(values.map { Double($0) }), nulls: nulls)
    }
    return self
  }

  fileprivate init(window cells: [Cell], type: ColumnType) {
    let nulls = Nulls(count: cells.count) { cells[$0] == .null }
    func values<Value>(_ empty: Value, _ value: (Cell) -> Value?) -> [Value] {
      cells.map { value($0) ?? empty }
    }
    let storage: Storage
    switch type {
    case .boolean:
      storage = .boolean(values(false) { if case .boolean(let v) = $0 { v } else { nil } })
    case .integer: storage = .integer(values(0) { if case .integer(let v) = $0 { v } else { nil } })
    case .real:
      storage = .real(
        values(0) {
          switch $0 {
          case .real(let value): value
          case .integer(let value): Double(value)
          default: nil
          }
        })
    case .numeric:
      storage = .numeric(
        values(DecimalNumber(0)) { if case .numeric(let v) = $0 { v } else { nil } })
    case .date:
      storage = .date(values(0) { if case .date(let v) = $0 { v.daysSince1970 } else { nil } })
    case .timestamp:
      storage = .timestamp(
        values(0) { if case .timestamp(let v) = $0 { v.microsecondsSince1970 } else { nil } })
    case .interval:
      storage = .interval(
        values(CalendarInterval()) { if case .interval(let v) = $0 { v } else { nil } })
    case .text:
      let pool = TextPool()
      storage = .text(
        values(0) { if case .text(let text) = $0 { pool.code(adding: text) } else { nil } }, pool)
    }
    self.init(storage, nulls: nulls.isAny ? nulls : nil)
  }
}
