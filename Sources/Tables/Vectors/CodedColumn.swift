/// A source in memory that knows the different values of its columns, each with a small code.
package protocol CodedSource: ChunkSource {
  /// The number of rows.
  var codedRowCount: Int { get }
  /// The codes of a column; `nil` where it has too many different values for that.
  func coded(_ column: Int) -> CodedColumn?
}

/// A column as codes of its different values: a byte or two a row, whatever the type.
package struct CodedColumn: Sendable {
  package enum Codes: Sendable {
    case bytes([UInt8])
    case words([UInt16])
  }

  /// One code a row.
  package let codes: Codes
  /// The value of each code; NULL has a code of its own where it occurs. Not all need occur.
  package let values: Vector

  private static let limit = 1 << 16

  /// Codes the column that chunks hold. Texts must have their codes in one distinct pool.
  ///
  /// - Returns: `nil` where there are more than 65 536 different values, or where whole numbers,
  ///   days and moments reach over a wider range.
  package init?(_ vectors: [Vector]) {
    guard let first = vectors.first else { return nil }
    let hasNulls = vectors.contains { $0.nulls?.isAny ?? false }
    switch first.storage {
    case .text(_, let pool):
      let isOnePool = vectors.allSatisfy {
        if case .text(_, let other) = $0.storage { other === pool } else { false }
      }
      guard pool.isDistinct, isOnePool, pool.count < Self.limit else { return nil }
      let count = pool.count
      self.init(vectors, count: count, hasNulls: hasNulls) { storage in
        if case .text(let codes, _) = storage { codes } else { [] }
      } code: {
        Int($0)
      } values: {
        .text((0..<UInt32(count)).map { $0 } + (hasNulls ? [0] : []), pool)
      }
    case .boolean:
      self.init(vectors, count: 2, hasNulls: hasNulls) { storage in
        if case .boolean(let values) = storage { values } else { [] }
      } code: {
        $0 ? 1 : 0
      } values: {
        .boolean([false, true] + (hasNulls ? [false] : []))
      }
    case .integer, .timestamp:
      let unit = vectors.lazy.map(\.timeUnit).min() ?? 1
      self.init(ranged: vectors, hasNulls: hasNulls, unit: unit) { storage in
        switch storage {
        case .integer(let values), .timestamp(let values): values
        default: []
        }
      } values: {
        first.type == .integer ? .integer($0) : .timestamp($0)
      }
    case .date:
      self.init(ranged: vectors, hasNulls: hasNulls, unit: 1) { storage in
        if case .date(let values) = storage { values } else { [] }
      } values: {
        .date($0)
      }
    case .real:
      guard let numbers = DifferentNumbers(vectors, limit: Self.limit - 1) else { return nil }
      let values = numbers.values
      self.init(vectors, count: values.count, hasNulls: hasNulls) { storage in
        if case .real(let values) = storage { values } else { [] }
      } code: {
        numbers.code($0)
      } values: {
        .real(values + (hasNulls ? [0] : []))
      }
    case .interval, .numeric: return nil
    }
  }

  /// Codes whole numbers by their distance from the least, of which all are multiples of a unit away.
  private init?<Value: FixedWidthInteger>(
    ranged vectors: [Vector], hasNulls: Bool, unit: Value, _ column: (Vector.Storage) -> [Value],
    values: ([Value]) -> Vector.Storage
  ) {
    var (least, most) = (Value.max, Value.min)
    for vector in vectors {
      let numbers = column(vector.storage)
      if let nulls = vector.nulls {
        for row in numbers.indices where !nulls[row] {
          (least, most) = (min(least, numbers[row]), max(most, numbers[row]))
        }
      } else {
        for number in numbers { (least, most) = (min(least, number), max(most, number)) }
      }
    }
    // Nothing but nulls.
    if least > most { (least, most) = (0, 0) }
    let distance = most.subtractingReportingOverflow(least)
    guard !distance.overflow, distance.partialValue / unit < Value(Self.limit - 1) else {
      return nil
    }
    self.init(
      vectors, count: Int(distance.partialValue / unit) + 1, hasNulls: hasNulls, column
    ) {
      Int(truncatingIfNeeded: ($0 &- least) / unit)
    } values: {
      let all = (0...Int(distance.partialValue / unit)).map { least + Value($0) * unit }
      return values(all + (hasNulls ? [least] : []))
    }
  }

  /// Codes `0..<count` of values, and one more of NULL.
  @inline(__always)
  private init<Value>(
    _ vectors: [Vector], count: Int, hasNulls: Bool, _ column: (Vector.Storage) -> [Value],
    code: (Value) -> Int, values: () -> Vector.Storage
  ) {
    let rows = vectors.reduce(0) { $0 + $1.count }
    func codes<Code: FixedWidthInteger>(_ type: Code.Type) -> [Code] {
      Array(unsafeUninitializedCapacity: rows) { codes, filled in
        for vector in vectors {
          let numbers = column(vector.storage)
          if let nulls = vector.nulls {
            for row in numbers.indices {
              codes[filled + row] = Code(
                truncatingIfNeeded: nulls[row] ? count : code(numbers[row]))
            }
          } else {
            for row in numbers.indices {
              codes[filled + row] = Code(truncatingIfNeeded: code(numbers[row]))
            }
          }
          filled += numbers.count
        }
      }
    }
    self.codes =
      count + (hasNulls ? 1 : 0) <= 1 << 8 ? .bytes(codes(UInt8.self)) : .words(codes(UInt16.self))
    var nulls: Nulls?
    if hasNulls {
      nulls = Nulls(count: count + 1)
      nulls?.set(count)
    }
    self.values = Vector(values(), nulls: nulls)
  }
}

/// The different doubles of a column by their bits, in a hash table.
private struct DifferentNumbers {
  private(set) var values: [Double] = []
  /// Codes plus one; 0 is free. The size is a power of two.
  private var slots: [UInt32]

  /// `nil` where there are more than `limit`.
  init?(_ vectors: [Vector], limit: Int) {
    slots = Array(repeating: 0, count: 256)
    for vector in vectors {
      guard case .real(let numbers) = vector.storage else { return nil }
      for (row, number) in numbers.enumerated() where !vector.isNull(row) {
        let slot = place(of: number)
        if slots[slot] != 0 { continue }
        if values.count == limit { return nil }
        values.append(number)
        slots[slot] = UInt32(values.count)
        if values.count * 2 > slots.count { enlarge() }
      }
    }
  }

  func code(_ number: Double) -> Int { Int(slots[place(of: number)]) - 1 }

  @inline(__always)
  private func place(of number: Double) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: TextPool.mix(number.bitPattern)) & mask
    while slots[slot] != 0, values[Int(slots[slot]) - 1].bitPattern != number.bitPattern {
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func enlarge() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for (code, value) in values.enumerated() { slots[place(of: value)] = UInt32(code + 1) }
  }
}
