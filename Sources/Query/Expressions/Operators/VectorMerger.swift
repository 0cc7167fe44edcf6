internal import Tables

/// Puts values for some rows together to one vector.
struct VectorMerger {
  private var storage: Vector.Storage
  private var nulls: Nulls
  private let type: ColumnType
  private let count: Int
  /// Texts of several pools come together in one of their own.
  private var pool: TextPool?
  private var isOwnPool = false
  /// Codes of ``pool`` by code of the pool which they come from.
  private var known: [ObjectIdentifier: (source: TextPool, codes: [UInt32])] = [:]

  /// All rows are null at first.
  init(_ type: ColumnType, count: Int) {
    let start = Vector.constant(.null, type, count: count)
    storage = start.storage
    nulls = start.nulls ?? Nulls(count: count)
    self.type = type
    self.count = count
  }

  /// Starts from a vector.
  init(_ vector: Vector) {
    storage = vector.storage
    count = vector.count
    nulls = vector.nulls ?? Nulls(count: count)
    type = vector.type
    if case .text(_, let pool) = vector.storage { self.pool = pool }
  }

  func vector() -> Vector { Vector(storage, nulls: nulls.isAny ? nulls : nil) }

  /// Puts values, one a row of `rows`.
  mutating func put(_ operand: Operand, at rows: [Int32]) {
    switch operand {
    case .constant(.null): for row in rows { nulls.set(Int(row)) }
    case .constant(let cell):
      let one = Vector.constant(cell, type, count: 1)
      put(one, at: rows, isConstant: true) { _ in 0 }
    case .vector(let vector): put(vector, at: rows, isConstant: false) { $0 }
    }
  }

  @inline(__always)
  private mutating func put(
    _ vector: Vector, at rows: [Int32], isConstant: Bool, index: (Int) -> Int
  ) {
    // The old values are moved by the old mask.
    defer {
      if let mask = vector.nulls {
        for (number, row) in rows.enumerated() {
          if mask[index(number)] { nulls.set(Int(row)) } else { nulls.clear(Int(row)) }
        }
      } else {
        for row in rows { nulls.clear(Int(row)) }
      }
    }
    func copy<Value>(_ values: [Value], into target: inout [Value]) {
      for (number, row) in rows.enumerated() { target[Int(row)] = values[index(number)] }
    }
    switch (vector.storage, storage) {
    case (.boolean(let values), .boolean(var target)):
      storage = .boolean([])
      copy(values, into: &target)
      storage = .boolean(target)
    case (.integer(let values), .integer(var target)):
      storage = .integer([])
      copy(values, into: &target)
      storage = .integer(target)
    case (.real(let values), .real(var target)):
      storage = .real([])
      copy(values, into: &target)
      storage = .real(target)
    case (.numeric(let values), .numeric(var target)):
      storage = .numeric([])
      copy(values, into: &target)
      storage = .numeric(target)
    case (.date(let values), .date(var target)):
      storage = .date([])
      copy(values, into: &target)
      storage = .date(target)
    case (.timestamp(let values), .timestamp(var target)):
      storage = .timestamp([])
      copy(values, into: &target)
      storage = .timestamp(target)
    case (.interval(let values), .interval(var target)):
      storage = .interval([])
      copy(values, into: &target)
      storage = .interval(target)
    case (.text(let codes, let source), .text(var target, let empty)):
      let mapped = mapping(codes, of: source, vector.nulls, count: codes.count)
      if isOwnPool, case .text(let moved, _) = storage { target = moved }
      storage = .text([], empty)
      for (number, row) in rows.enumerated() { target[Int(row)] = mapped[index(number)] }
      storage = .text(target, pool ?? empty)
    default: break
    }
  }

  /// Codes for the texts in the pool of the result, which changes when a second pool comes.
  private mutating func mapping(
    _ codes: [UInt32], of source: TextPool, _ mask: Nulls?, count: Int
  ) -> [UInt32] {
    if pool == nil { pool = source }
    if pool === source { return codes }
    if !isOwnPool, case .text(let old, let first) = storage {
      let own = TextPool()
      pool = own
      isOwnPool = true
      storage = .text(translated(old, of: first, nulls, into: own), own)
    }
    guard let pool else { return codes }
    return translated(codes, of: source, mask, into: pool)
  }

  private mutating func translated(
    _ codes: [UInt32], of source: TextPool, _ mask: Nulls?, into pool: TextPool
  ) -> [UInt32] {
    let unknown = UInt32.max
    var map = known.removeValue(forKey: ObjectIdentifier(source))?.codes ?? []
    // A large pool is looked up text by text instead.
    let isMapped = source.count <= max(4096, codes.count * 2)
    if isMapped, map.count < source.count {
      map += Array(repeating: unknown, count: source.count - map.count)
    }
    var result = Array(repeating: UInt32(0), count: codes.count)
    for row in codes.indices {
      if let mask, mask[row] { continue }
      let code = codes[row]
      if isMapped, map[Int(code)] != unknown {
        result[row] = map[Int(code)]
      } else {
        result[row] = pool.code(adding: source[code])
        if isMapped { map[Int(code)] = result[row] }
      }
    }
    known[ObjectIdentifier(source)] = (source, map)
    return result
  }
}

extension Nulls {
  /// Makes a row not null.
  @inline(__always)
  mutating func clear(_ row: Int) { words[row >> 6] &= ~(1 << UInt64(row & 63)) }
}
