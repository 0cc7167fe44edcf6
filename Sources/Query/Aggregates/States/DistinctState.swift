internal import Tables

/// The distinct values of each group for a call with DISTINCT, which is computed from them at the
/// end.
final class DistinctState: AggregateState {
  private let call: AggregateCall
  private let types: [ColumnType]
  /// Groups and values.
  private let table: KeyTable
  private let arguments: [Int]
  private var groups = 0
  private let memory: MemoryBudget

  init(_ call: AggregateCall, types: [ColumnType], memory: MemoryBudget) {
    self.call = call
    self.types = types
    self.memory = memory
    arguments = call.arguments.indices.filter { !call.signature.constants.contains($0) }
      .map { call.arguments[$0] }
    table = KeyTable(types: [.integer] + arguments.map { types[$0] }, memory: memory)
  }

  func grow(to groups: Int) { self.groups = max(self.groups, groups) }

  /// The table counts its memory itself.
  var byteCount: Int { 0 }

  func add(_ batch: AggregateBatch) throws {
    var owners: [Int64] = []
    owners.reserveCapacity(batch.count)
    batch.forEach { owners.append(Int64($1)) }
    let rows = batch.rows.map { Array($0) }
    let values = arguments.map { column in
      let vector = batch.chunk.columns[column]
      return rows.map { vector.gathered($0) } ?? vector
    }
    _ = try table.numbers(adding: [Vector(.integer(owners))] + values, rowCount: owners.count)
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) throws {
    let other = like(other)
    var keys = other.table.keys()
    if case .integer(let owners) = keys[0].storage {
      keys[0] = Vector(.integer(owners.map { Int64(numbers[Int($0)]) }))
    }
    _ = try table.numbers(adding: keys, rowCount: other.table.count)
  }

  func tables() -> [Chunk] { [Chunk(columns: table.keys(), rowCount: table.count)] }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    let chunk = tables[0]
    let types = [ColumnType.integer] + arguments.map { self.types[$0] }
    guard chunk.columns.map(\.type) == types else { throw StateColumns.malformed }
    _ = try chunk.groupNumbers(0, below: groups)
    grow(to: groups)
    _ = try table.numbers(adding: chunk.columns, rowCount: chunk.rowCount)
  }

  func result(_ call: AggregateCall, groups wanted: [UInt32]) throws -> Vector {
    let keys = table.keys()
    guard case .integer(let owners) = keys[0].storage else { return keys[0] }
    var plain = call
    plain.isDistinct = false
    // Column 0 holds the groups, the arguments follow; constants are nowhere.
    var place = 0
    plain.arguments = call.arguments.indices.map { position in
      if call.signature.constants.contains(position) { return 0 }
      place += 1
      return place
    }
    plain.order = try call.order.map { key in
      guard let place = arguments.firstIndex(of: key.column) else {
        throw call.error(
          "in an aggregate with DISTINCT, ORDER BY expressions must appear in argument list")
      }
      var key = key
      key.column = place + 1
      return key
    }
    // Distinct values come in no order of their own.
    if call.signature.order == .optional, plain.order.isEmpty { plain.order = [SortKey(1)] }
    let state = try AggregateStates.state(
      plain, types: [.integer] + arguments.map { types[$0] }, memory: memory)
    state.grow(to: groups)
    let numbers = owners.map { UInt32(truncatingIfNeeded: $0) }
    try numbers.withUnsafeBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      try state.add(
        AggregateBatch(
          chunk: Chunk(columns: keys, rowCount: numbers.count), groups: base, rows: nil,
          ordinal: 0))
    }
    return try state.result(plain, groups: wanted)
  }
}
