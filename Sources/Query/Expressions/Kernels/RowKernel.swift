internal import Tables

/// Applies a function to cells, as seldom as possible.
///
/// Once per text of a pool where one argument is a text column and the others are constant, once per
/// value met lately for other columns.
final class RowKernel: Kernel {
  typealias Body = ([Cell]) throws -> Cell

  private let result: ColumnType
  private let body: Body
  private let canFail: Bool
  private var texts = TextLimit()

  // What is known of the texts of the pool seen last.
  private var pool: TextPool?
  private var indices: [UInt32] = []
  private var results: ColumnBuilder
  private var isHandedOut = false
  private var hasNullResult = false
  private var nullIndex: UInt32 = 0

  private static let unknown = UInt32.max

  init(_ result: ColumnType, canFail: Bool, _ body: @escaping Body) {
    self.result = result
    self.canFail = canFail
    self.body = body
    results = ColumnBuilder(result)
  }

  func limit(_ texts: TextLimit) { self.texts = texts }

  /// The result for one row.
  @inline(__always)
  private func value(_ cells: [Cell]) throws -> Cell {
    let cell = try body(cells)
    if case .text(let text) = cell { try texts.add(text.utf8.count) }
    return cell
  }

  func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector {
    let vectors = arguments.indices.filter {
      if case .vector = arguments[$0] { true } else { false }
    }
    guard vectors.count == 1, case .vector(let vector) = arguments[vectors[0]] else {
      return try eachRow(arguments, rows)
    }
    var cells = arguments.map { if case .constant(let cell) = $0 { cell } else { Cell.null } }
    let place = vectors[0]
    switch vector.storage {
    case .text(let codes, let pool):
      if result == .text, pool.count > max(4096, codes.count * 2) {
        return try eachRow(arguments, rows)
      }
      return try byCode(codes, pool, vector.nulls, &cells, place, isStrict: rows.nulls != nil)
    case .interval, .numeric: return try eachRow(arguments, rows)
    case .boolean(let values):
      return try byValue(vector, &cells, place, rows) { values[$0] ? 1 : 0 }
    case .integer(let values), .timestamp(let values):
      return try byValue(vector, &cells, place, rows) { values[$0] }
    case .date(let values):
      return try byValue(vector, &cells, place, rows) { Int64(values[$0]) }
    case .real(let values):
      return try byValue(vector, &cells, place, rows) { Int64(bitPattern: values[$0].bitPattern) }
    }
  }

  private func eachRow(_ arguments: [Operand], _ rows: CallRows) throws -> Vector {
    texts.reset()
    var builder = ColumnBuilder(result, isDistinct: false)
    var cells = arguments.map { _ in Cell.null }
    for row in 0..<rows.count {
      if rows.isNull(row) {
        builder.append(.null)
        continue
      }
      for index in cells.indices { cells[index] = arguments[index][row] }
      builder.append(try value(cells))
    }
    return builder.column
  }

  /// Once per value met lately; the memory of them is as large as a small part of a chunk.
  private func byValue(
    _ vector: Vector, _ cells: inout [Cell], _ place: Int, _ rows: CallRows, _ key: (Int) -> Int64
  ) throws -> Vector {
    texts.reset()
    let mask = 4095
    var keys = Array(repeating: Int64(0), count: mask + 1)
    var found = Array(repeating: Self.unknown, count: mask + 1)
    var builder = ColumnBuilder(result)
    var indices: [Int32] = []
    indices.reserveCapacity(rows.count)
    var nullIndex: Int32?
    for row in 0..<rows.count {
      if vector.isNull(row) {
        if nullIndex == nil {
          nullIndex = Int32(builder.count)
          cells[place] = .null
          builder.append(rows.nulls != nil ? .null : try value(cells))
        }
        indices.append(nullIndex ?? 0)
        continue
      }
      let key = key(row)
      let slot = Int(truncatingIfNeeded: TextPool.mix(UInt64(bitPattern: key))) & mask
      if found[slot] == Self.unknown || keys[slot] != key {
        cells[place] = vector[row]
        keys[slot] = key
        found[slot] = UInt32(builder.count)
        builder.append(try value(cells))
      }
      indices.append(Int32(bitPattern: found[slot]))
    }
    return builder.column.gathered(indices).plain
  }

  private func byCode(
    _ codes: [UInt32], _ source: TextPool, _ mask: Nulls?, _ cells: inout [Cell], _ place: Int,
    isStrict: Bool
  ) throws -> Vector {
    if pool !== source {
      pool = source
      indices = []
      results = ColumnBuilder(result)
      texts.reset()
      isHandedOut = false
      hasNullResult = false
    }
    if indices.count < source.count {
      indices += Array(repeating: Self.unknown, count: source.count - indices.count)
    }
    var wanted: [Int32] = []
    wanted.reserveCapacity(codes.count)
    for row in codes.indices {
      if let mask, mask[row] {
        if !hasNullResult {
          cells[place] = .null
          let cell = isStrict ? Cell.null : try value(cells)
          nullIndex = add(cell)
          hasNullResult = true
        }
        wanted.append(Int32(bitPattern: nullIndex))
        continue
      }
      let code = Int(codes[row])
      if indices[code] == Self.unknown {
        cells[place] = .text(source.string(codes[row]))
        indices[code] = add(try value(cells))
      }
      wanted.append(Int32(bitPattern: indices[code]))
    }
    isHandedOut = true
    return results.column.gathered(wanted).plain
  }

  /// Adds a result. A pool that others may read already is not changed.
  private func add(_ cell: Cell) -> UInt32 {
    if isHandedOut {
      results = results.unshared
      isHandedOut = false
    }
    results.append(cell)
    return UInt32(results.count - 1)
  }
}
