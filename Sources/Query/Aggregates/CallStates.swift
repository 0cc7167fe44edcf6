internal import Tables

/// The states of all calls of an aggregation, shared where calls remember the same.
final class CallStates {
  private let calls: [AggregateCall]
  private let types: [ColumnType]
  private let memory: MemoryBudget
  /// The state of each call.
  private var places: [Int] = []
  private var states: [any AggregateState] = []
  private var selections: [RowSelection] = []

  /// - Throws: ``QueryError`` for options that do not make sense.
  init(_ calls: [AggregateCall], types: [ColumnType], memory: MemoryBudget) throws {
    self.calls = calls
    self.types = types
    self.memory = memory
    let keys = try calls.map { call in
      try AggregateOptions.check(call)
      return try StateKey(call, types: types)
    }
    let all = Set(keys)
    var known: [StateKey: Int] = [:]
    for (call, key) in zip(calls, keys) {
      let key = all.contains(key.wider) ? key.wider : key
      if let place = known[key] {
        places.append(place)
        continue
      }
      known[key] = states.count
      places.append(states.count)
      states.append(try AggregateStates.state(key, call, types: types, memory: memory))
      selections.append(RowSelection(filter: key.filter, arguments: key.arguments))
    }
  }

  /// Empty states for the same calls.
  func empty() throws -> CallStates { try CallStates(calls, types: types, memory: memory) }

  var byteCount: Int { states.reduce(0) { $0 + $1.byteCount } }

  func grow(to groups: Int) {
    for state in states { state.grow(to: groups) }
  }

  func add(
    _ chunk: Chunk, groups: UnsafePointer<UInt32>, ordinal: UInt64,
    copies: UnsafePointer<Int64>? = nil
  ) throws {
    var selected: [RowSelection: [Int32]?] = [:]
    for (state, selection) in zip(states, selections) {
      let rows: [Int32]?
      if let known = selected[selection] {
        rows = known
      } else {
        rows = selection.rows(chunk)
        selected[selection] = .some(rows)
      }
      guard let rows else {
        try state.add(
          AggregateBatch(
            chunk: chunk, groups: groups, rows: nil, ordinal: ordinal, copies: copies))
        continue
      }
      try rows.withUnsafeBufferPointer {
        try state.add(
          AggregateBatch(
            chunk: chunk, groups: groups, rows: $0, ordinal: ordinal, copies: copies))
      }
    }
  }

  func merge(_ other: CallStates, numbers: [UInt32]) throws {
    for (state, theirs) in zip(states, other.states) {
      try state.merge(theirs, numbers: numbers)
    }
  }

  /// The tables of each state.
  func tables() -> [[Chunk]] { states.map { $0.tables() } }

  /// Takes the tables of ``tables()``; the states must be empty.
  func read(_ tables: [[Chunk]], groups: Int) throws {
    guard tables.count == states.count else { throw StateColumns.malformed }
    for (state, tables) in zip(states, tables) { try state.read(tables, groups: groups) }
  }

  /// The calls' columns for some groups, in that order.
  func results(_ groups: [UInt32]) throws -> [Vector] {
    try zip(calls, places).map { try states[$1].result($0, groups: groups) }
  }
}
