internal import Tables

/// The texts of each group with what orders them: `string_agg`.
final class StringAggregationState: AggregateState {
  /// The columns that are kept: the texts, then those of ORDER BY.
  private let columns: [Int]
  private let types: [ColumnType]
  private var chunks: [Chunk] = []
  private var groups: [UInt32] = []
  private var ordinals: [UInt64] = []
  /// Copies of the texts, for pools of the input may hold much else.
  private var copies: [TextPool?]
  private var bytes = 0

  init(_ call: AggregateCall, types: [ColumnType]) {
    columns = [call.arguments[0]] + call.order.map(\.column)
    self.types = columns.map { types[$0] }
    copies = self.types.map { $0 == .text ? TextPool() : nil }
  }

  func grow(to groups: Int) {}

  var byteCount: Int {
    bytes + groups.capacity * 12 + copies.reduce(0) { $0 + ($1?.byteCount ?? 0) }
  }

  func add(_ batch: AggregateBatch) {
    var rows: [Int32] = []
    rows.reserveCapacity(batch.count)
    batch.forEach { row, group in
      rows.append(Int32(row))
      groups.append(UInt32(group))
      ordinals.append(batch.ordinal + UInt64(row))
    }
    if rows.isEmpty { return }
    keep(
      Chunk(columns: columns.map { batch.chunk.columns[$0].gathered(rows) }, rowCount: rows.count))
  }

  private func keep(_ chunk: Chunk) {
    var chunk = chunk
    for (place, copy) in copies.enumerated() {
      guard let copy, case .text(let codes, let pool) = chunk.columns[place].storage else {
        continue
      }
      let nulls = chunk.columns[place].nulls
      let own = codes.enumerated().map { row, code in
        nulls?[row] == true ? 0 : copy.code(adding: pool[code])
      }
      chunk.columns[place].storage = .text(own, copy)
    }
    bytes += chunk.rowCount * columns.count * 8
    chunks.append(chunk)
  }

  func tables() -> [Chunk] {
    let owners = [groups.map { Int64($0) }, ordinals.map { Int64(clamping: $0) }]
    let rows = Chunk.joined(chunks, types: types)
    return [
      Chunk(
        columns: owners.map { Vector(.integer($0)) } + rows.columns, rowCount: groups.count)
    ]
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    let chunk = tables[0]
    let (owners, rows) = try (chunk.groupNumbers(0, below: groups), chunk.integers(1))
    guard chunk.columns.dropFirst(2).map(\.type) == types,
      rows.allSatisfy({ $0 >= 0 })
    else { throw StateColumns.malformed }
    if owners.isEmpty { return }
    (self.groups, ordinals) = (owners, rows.map(UInt64.init))
    keep(Chunk(columns: Array(chunk.columns.dropFirst(2)), rowCount: chunk.rowCount))
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for chunk in other.chunks { keep(chunk) }
    groups += other.groups.map { numbers[Int($0)] }
    ordinals += other.ordinals
  }

  func result(_ call: AggregateCall, groups wanted: [UInt32]) -> Vector {
    let separator =
      if case .text(let text)? = call.constants[1] { text } else { "" }
    let all = Chunk.joined(chunks, types: types)
    let pool = TextPool()
    var nulls = Nulls(count: wanted.count)
    guard !chunks.isEmpty, case .text(let codes, let texts) = all.columns[0].storage else {
      return Vector.constant(.null, .text, count: wanted.count)
    }
    let keys = call.order.enumerated().map { place, key in
      var key = key
      key.column = place + 1
      return key
    }
    let order = RowOrder(keys, of: all)
    let sorted = groups.indices.sorted { a, b in
      if groups[a] != groups[b] { return groups[a] < groups[b] }
      if order.precedes(a, b) { return true }
      return order.precedes(b, a) ? false : ordinals[a] < ordinals[b]
    }
    var joined: [UInt32: [UInt8]] = [:]
    let between = Array(separator.utf8)
    for row in sorted {
      if joined[groups[row]] == nil {
        joined[groups[row]] = Array(texts[codes[row]])
      } else {
        joined[groups[row], default: []].append(contentsOf: between)
        joined[groups[row], default: []].append(contentsOf: texts[codes[row]])
      }
    }
    let result = wanted.enumerated().map { row, group -> UInt32 in
      guard let text = joined[group] else {
        nulls.set(row)
        return 0
      }
      return text.withUnsafeBufferPointer { pool.code(adding: $0) }
    }
    return Vector(.text(result, pool), nulls: nulls.isAny ? nulls : nil)
  }
}
