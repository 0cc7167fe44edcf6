package import Tables

extension Chunk {
  /// The same rows with texts in pools of their own, so that another thread may read them while the
  /// worker goes on filling its pools.
  package var detached: Chunk {
    Chunk(columns: columns.map(\.detached), rowCount: rowCount)
  }
}

extension Vector {
  fileprivate var detached: Vector {
    guard case .text(let codes, let pool) = storage else { return self }
    var own: [UInt32] = []
    own.reserveCapacity(codes.count)
    guard pool.count <= 4 * codes.count else {
      let copy = TextPool(isDistinct: false)
      for (row, code) in codes.enumerated() {
        own.append(isNull(row) ? 0 : copy.append(pool[code]))
      }
      return Vector(.text(own, copy), nulls: nulls)
    }
    let copy = TextPool(isDistinct: pool.isDistinct)
    var known = Array(repeating: UInt32.max, count: pool.count)
    for (row, code) in codes.enumerated() {
      if isNull(row) {
        own.append(0)
        continue
      }
      if known[Int(code)] == .max { known[Int(code)] = copy.append(pool[code]) }
      own.append(known[Int(code)])
    }
    return Vector(.text(own, copy), nulls: nulls)
  }
}
