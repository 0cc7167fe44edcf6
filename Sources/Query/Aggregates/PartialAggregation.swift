package import Tables

/// The partial step of grouped aggregation, one a worker, and the final step, which merges and
/// finishes.
///
/// The result has the same bits for any split of the rows and any order of merging: sums are exact
/// until they are rounded once, and groups stand in the order of their first rows. Grouping sets
/// are made of the groups of all keys at the end.
package final class PartialAggregation {
  let aggregate: Aggregate
  let types: [ColumnType]
  let memory: MemoryBudget
  let table: KeyTable
  /// The first row of each group.
  var ordinals: [UInt64] = []
  /// A failure is kept until rows come or the result is wanted: making a sink cannot fail.
  let states: Result<CallStates, any Error>
  private var counted = 0
  private var numbers: [UInt32] = []
  private var fresh: [Int32] = []

  package init(_ aggregate: Aggregate, memory: MemoryBudget) {
    self.aggregate = aggregate
    self.memory = memory
    types = aggregate.input.types
    let types = types
    table = KeyTable(types: aggregate.keys.map { types[$0] }, memory: memory)
    states = Result { try CallStates(aggregate.calls, types: types, memory: memory) }
    if aggregate.keys.isEmpty { (try? states.get())?.grow(to: 1) }
  }

  deinit { memory.give(counted) }

  var groupCount: Int { aggregate.keys.isEmpty ? 1 : table.count }

  /// Adds rows. `ordinal` numbers the first of them in the whole input; it rises from call to call.
  package func add(_ chunk: Chunk, ordinal: UInt64) throws {
    let states = try states.get()
    if chunk.rowCount == 0 { return }
    if numbers.count < chunk.rowCount {
      numbers = Array(repeating: 0, count: chunk.rowCount)
    }
    if !aggregate.keys.isEmpty {
      fresh.removeAll(keepingCapacity: true)
      try numbers.withUnsafeMutableBufferPointer { numbers in
        guard let base = numbers.baseAddress else { return }
        try table.number(
          aggregate.keys.map { chunk.columns[$0] }, rowCount: chunk.rowCount, into: base,
          fresh: &fresh)
      }
      for row in fresh { ordinals.append(ordinal + UInt64(row)) }
      states.grow(to: table.count)
    }
    try numbers.withUnsafeBufferPointer { numbers in
      guard let base = numbers.baseAddress else { return }
      guard let copies = aggregate.copies,
        case .integer(let counts) = chunk.columns[copies].storage
      else { return try states.add(chunk, groups: base, ordinal: ordinal) }
      try counts.withUnsafeBufferPointer {
        try states.add(chunk, groups: base, ordinal: ordinal, copies: $0.baseAddress)
      }
    }
    try settle(states)
  }

  /// Adds the groups of another part.
  package func merge(_ other: PartialAggregation) throws {
    let (states, theirs) = (try states.get(), try other.states.get())
    if aggregate.keys.isEmpty {
      try states.merge(theirs, numbers: [0])
    } else {
      let numbers = try table.numbers(adding: other.table.keys(), rowCount: other.table.count)
      Self.note(other.ordinals, numbers: numbers, in: &ordinals, count: table.count)
      states.grow(to: table.count)
      try states.merge(theirs, numbers: numbers)
    }
    try settle(states)
  }

  /// Keeps the earlier of two first rows.
  private static func note(
    _ ordinals: [UInt64], numbers: [UInt32], in all: inout [UInt64], count: Int
  ) {
    all.append(contentsOf: repeatElement(.max, count: count - all.count))
    for (number, ordinal) in zip(numbers, ordinals) {
      all[Int(number)] = min(all[Int(number)], ordinal)
    }
  }

  /// Counts what states have grown by. After every chunk, so that a query is refused soon after it passes
  /// its budget.
  func settle(_ states: CallStates) throws {
    let bytes = states.byteCount + ordinals.capacity * 8
    let more = bytes - counted
    counted = bytes
    if more > 0 { try memory.take(more) } else { memory.give(-more) }
  }
}

extension PartialAggregation {
  private static let rowsPerChunk = 1 << 16

  /// The final step: groups in the order of their first rows, set by set.
  package func finished() throws -> [Chunk] {
    let states = try states.get()
    let all = Array(aggregate.keys.indices)
    let sets = aggregate.sets.isEmpty ? [all] : aggregate.sets
    var chunks: [Chunk] = []
    let keys = table.keys()
    for (number, set) in sets.enumerated() {
      let group: (keys: [Vector], states: CallStates, ordinals: [UInt64])
      if Set(set) == Set(all) {
        group = (keys, states, aggregate.keys.isEmpty ? [0] : ordinals)
      } else {
        group = try coarser(set, keys, states)
      }
      try append(
        group, set: set, number: sets.count > 1 ? number : nil, to: &chunks)
    }
    return chunks
  }

  /// The groups of a grouping set that leaves keys out.
  private func coarser(
    _ set: [Int], _ keys: [Vector], _ states: CallStates
  ) throws -> (keys: [Vector], states: CallStates, ordinals: [UInt64]) {
    let places = Array(Set(set)).sorted()
    let coarser = try states.empty()
    var first: [UInt64] = []
    if places.isEmpty {
      coarser.grow(to: 1)
      try coarser.merge(states, numbers: Array(repeating: 0, count: table.count))
      return (aggregate.keys.map { Self.missing(types[$0], 1) }, coarser, [0])
    }
    let table = KeyTable(types: places.map { types[aggregate.keys[$0]] }, memory: memory)
    let numbers = try table.numbers(
      adding: places.map { keys[$0] }, rowCount: self.table.count)
    Self.note(ordinals, numbers: numbers, in: &first, count: table.count)
    coarser.grow(to: table.count)
    try coarser.merge(states, numbers: numbers)
    let kept = table.keys()
    let columns = aggregate.keys.indices.map { key in
      places.firstIndex(of: key).map { kept[$0] }
        ?? Self.missing(types[aggregate.keys[key]], table.count)
    }
    return (columns, coarser, first)
  }

  private static func missing(_ type: ColumnType, _ count: Int) -> Vector {
    Vector.constant(.null, type, count: count)
  }

  /// Appends the groups of a set in the order of their first rows.
  private func append(
    _ group: (keys: [Vector], states: CallStates, ordinals: [UInt64]), set: [Int], number: Int?,
    to chunks: inout [Chunk]
  ) throws {
    let first = group.ordinals
    var order = Array(0..<UInt32(first.count))
    // One worker has its groups in order already.
    if zip(first, first.dropFirst()).contains(where: { $0 > $1 }) {
      order.sort { first[Int($0)] < first[Int($1)] }
    }
    var start = 0
    while start < order.count {
      let part = Array(order[start..<min(order.count, start + Self.rowsPerChunk)])
      start += part.count
      let rows = part.map { Int32(bitPattern: $0) }
      var columns = group.keys.map { $0.gathered(rows) }
      if let number {
        columns.append(Vector.constant(.integer(Int64(number)), .integer, count: part.count))
      }
      chunks.append(
        Chunk(columns: columns + (try group.states.results(part)), rowCount: part.count))
    }
  }
}
