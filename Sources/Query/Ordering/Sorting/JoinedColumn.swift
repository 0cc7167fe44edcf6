internal import Tables

/// All rows of a column in one vector, counted in the query's memory while it lives.
final class JoinedColumn: Sendable {
  let vector: Vector
  private let memory: MemoryBudget
  private let bytes: Int

  init(_ vectors: [Vector], type: ColumnType, memory: MemoryBudget) throws {
    let rows = vectors.reduce(0) { $0 + $1.count }
    bytes = vectors.count < 2 ? 0 : rows * Self.stride(of: type)
    self.memory = memory
    do {
      try memory.take(bytes)
    } catch {
      memory.give(bytes)
      throw error
    }
    vector = vectors.isEmpty ? Vector([], type: type) : Self.joined(vectors, type, rows)
  }

  deinit { memory.give(bytes) }

  private static func joined(_ vectors: [Vector], _ type: ColumnType, _ rows: Int) -> Vector {
    guard type == .text else { return Vector.joined(vectors, type: type) }
    var pools: [TextPool] = []
    var firsts: [ObjectIdentifier: UInt32] = [:]
    var texts = 0
    for case .text(_, let pool) in vectors.lazy.map(\.storage)
    where firsts[ObjectIdentifier(pool)] == nil {
      firsts[ObjectIdentifier(pool)] = UInt32(clamping: texts)
      pools.append(pool)
      texts += pool.count
    }
    // Looking up every text pays where there are few; else the pools are put behind each other.
    if pools.count == 1 || texts < 65_536 || texts > 8 * rows || texts > Int(UInt32.max) {
      return Vector.joined(vectors, type: type)
    }
    let joined = TextPool(isDistinct: false)
    for pool in pools {
      for code in 0..<UInt32(pool.count) { joined.append(pool[code]) }
    }
    var all: [UInt32] = []
    all.reserveCapacity(rows)
    for case .text(let codes, let pool) in vectors.lazy.map(\.storage) {
      // Rows that are null may hold a code that is in no pool; they stay null.
      let first = firsts[ObjectIdentifier(pool)] ?? 0
      for code in codes { all.append(code &+ first) }
    }
    let nulls = Vector.joined(
      vectors.map { Vector(.boolean(Array(repeating: false, count: $0.count)), nulls: $0.nulls) },
      type: .boolean
    ).nulls
    return Vector(.text(all, joined), nulls: nulls)
  }

  private static func stride(of type: ColumnType) -> Int {
    switch type {
    case .boolean: 1
    case .text, .date: 4
    case .integer, .real, .timestamp: 8
    case .interval: 16
    case .numeric: 32
    }
  }
}
