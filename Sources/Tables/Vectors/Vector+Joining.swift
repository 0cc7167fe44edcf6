extension Vector {
  /// The rows of all vectors in order. Texts get codes into one pool, distinct if all pools are.
  package static func joined(_ vectors: [Vector], type: ColumnType) -> Vector {
    if vectors.count == 1 { return vectors[0] }
    let count = vectors.reduce(0) { $0 + $1.count }
    var nulls: Nulls?
    if vectors.contains(where: { $0.nulls != nil }) {
      var joined = Nulls(count: count)
      var start = 0
      for vector in vectors {
        if let mask = vector.nulls {
          for row in 0..<vector.count where mask[row] { joined.set(start + row) }
        }
        start += vector.count
      }
      nulls = joined
    }
    func collect<Value>(_ values: (Storage) -> [Value]?) -> [Value] {
      var all: [Value] = []
      all.reserveCapacity(count)
      for vector in vectors { all += values(vector.storage) ?? [] }
      return all
    }
    let storage: Storage =
      switch type {
      case .boolean: .boolean(collect { if case .boolean(let v) = $0 { v } else { nil } })
      case .integer: .integer(collect { if case .integer(let v) = $0 { v } else { nil } })
      case .real: .real(collect { if case .real(let v) = $0 { v } else { nil } })
      case .numeric: .numeric(collect { if case .numeric(let v) = $0 { v } else { nil } })
      case .date: .date(collect { if case .date(let v) = $0 { v } else { nil } })
      case .timestamp: .timestamp(collect { if case .timestamp(let v) = $0 { v } else { nil } })
      case .interval: .interval(collect { if case .interval(let v) = $0 { v } else { nil } })
      case .text: joinedTexts(vectors, count: count)
      }
    return Vector(storage, nulls: nulls)
  }

  private static func joinedTexts(_ vectors: [Vector], count: Int) -> Storage {
    if case .text(_, let first)? = vectors.first?.storage,
      vectors.allSatisfy({
        if case .text(_, let pool) = $0.storage { pool === first } else { false }
      })
    {
      let codes = vectors.flatMap { vector -> [UInt32] in
        if case .text(let codes, _) = vector.storage { codes } else { [] }
      }
      return .text(codes, first)
    }
    let pool = TextPool()
    var known: [ObjectIdentifier: [UInt32]] = [:]
    var joined: [UInt32] = []
    joined.reserveCapacity(count)
    for vector in vectors {
      guard case .text(let codes, let source) = vector.storage else { continue }
      // A pool that has more texts than this vector has rows is read row by row.
      var map = known.removeValue(forKey: ObjectIdentifier(source)) ?? []
      let unknown = UInt32.max
      while map.count < source.count { map.append(unknown) }
      for (row, code) in codes.enumerated() {
        if vector.isNull(row) {
          joined.append(0)
          continue
        }
        if map[Int(code)] == unknown { map[Int(code)] = pool.code(adding: source[code]) }
        joined.append(map[Int(code)])
      }
      known[ObjectIdentifier(source)] = map
    }
    return .text(joined, pool)
  }
}

extension Chunk {
  /// The rows of all chunks in order, as one chunk.
  package static func joined(_ chunks: [Chunk], types: [ColumnType]) -> Chunk {
    if chunks.count == 1 { return chunks[0] }
    return Chunk(
      columns: types.indices.map { column in
        Vector.joined(chunks.map { $0.columns[column] }, type: types[column])
      },
      rowCount: chunks.reduce(0) { $0 + $1.rowCount })
  }
}
