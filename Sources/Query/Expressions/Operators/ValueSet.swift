internal import Tables

/// Constants of one type, to look values up in: an IN list, or the rows of a subquery.
final class ValueSet {
  let type: ColumnType
  private(set) var hasNull = false
  private var numbers: Set<Int64> = []
  private var texts: Set<[UInt8]> = []
  private let states = TruthByCode()

  init(_ cells: some Sequence<Cell>, type: ColumnType) {
    self.type = type
    for cell in cells {
      switch cell {
      case .null: hasNull = true
      case .text(let text): texts.insert(Array(text.utf8))
      case _ where type == .numeric:
        if let value = Decimals.value(cell) { texts.insert(OrderedTexts.bytes(value)) }
      default: if let key = Self.key(cell, type) { numbers.insert(key) }
      }
    }
  }

  /// Whether it holds nothing, not even NULL.
  var isEmpty: Bool { !hasNull && numbers.isEmpty && texts.isEmpty }

  /// A number that is the same for equal values.
  private static func key(_ cell: Cell, _ type: ColumnType) -> Int64? {
    switch cell {
    case .boolean(let value): value ? 1 : 0
    case .integer(let value): type == .real ? key(Double(value)) : value
    case .real(let value): key(value)
    case .date(let value): Int64(value.daysSince1970)
    case .timestamp(let value): value.microsecondsSince1970
    case .interval(let value): value.comparableMicroseconds
    case .null, .text, .numeric: nil
    }
  }

  private static func key(_ value: Double) -> Int64 {
    // Both zeros are one.
    Int64(bitPattern: (value == 0 ? 0 : value).bitPattern)
  }

  /// Whether each row's value is in the set: unknown for NULL, and where a NULL in the set leaves
  /// it open.
  func truth(_ operand: Operand, count: Int) -> Truth {
    if isEmpty { return Truth(repeating: Truth.no, count: count) }
    let absent = hasNull ? Truth.unknown : Truth.no
    var truth: Truth
    switch operand.vector(type, count: count).keyed {
    case let vector:
      let rows = CallRows(count: count, nulls: vector.nulls)
      switch vector.storage {
      case .text(let codes, let pool):
        truth = states.truth(codes, pool, rows) { self.texts.contains(Array($0)) }
        if hasNull {
          for row in 0..<count where truth.states[row] == Truth.no {
            truth.states[row] = Truth.unknown
          }
        }
        return truth
      case .boolean(let values): truth = found(values, absent) { $0 ? 1 : 0 }
      case .integer(let values), .timestamp(let values): truth = found(values, absent) { $0 }
      case .real(let values): truth = found(values, absent) { Self.key($0) }
      case .date(let values): truth = found(values, absent) { Int64($0) }
      case .interval(let values): truth = found(values, absent) { $0.comparableMicroseconds }
      case .numeric: truth = Truth(repeating: absent, count: count)
      }
      rows.nulls?.forEach { truth.states[$0] = Truth.unknown }
      return truth
    }
  }

  @inline(__always)
  private func found<Value>(
    _ values: [Value], _ absent: UInt8, _ key: (Value) -> Int64
  ) -> Truth {
    // Few values are compared one by one.
    if numbers.count <= 8 {
      let few = Array(numbers)
      return Truth(
        states: values.map { value in
          let key = key(value)
          var isIn = false
          for other in few { isIn = isIn || other == key }
          return isIn ? Truth.yes : absent
        })
    }
    return Truth(states: values.map { numbers.contains(key($0)) ? Truth.yes : absent })
  }
}

/// `operand IN (constants)`.
final class MembershipOperator: Operator {
  let type = ColumnType.boolean
  var canFail: Bool { operand.canFail }
  var columns: Set<Int> { operand.columns }
  private let operand: any Operator
  private let set: ValueSet

  init(_ operand: any Operator, _ set: ValueSet) {
    self.operand = operand
    self.set = set
  }

  func value(in chunk: Chunk) throws -> Operand { .vector(try truth(in: chunk).vector) }

  func truth(in chunk: Chunk) throws -> Truth {
    set.truth(try operand.value(in: chunk), count: chunk.rowCount)
  }
}
