package import Tables

/// What a partial step has found, as plain columns: how it travels to where it is merged.
///
/// The tables have the same form for every part of one ``Aggregate``, whoever computed it.
package struct PartialColumns: Sendable {
  /// A row a group: its keys, then the number of its first row. Without keys no columns.
  package var groups: Chunk
  /// The tables of each state; calls that remember the same share one.
  package var states: [[Chunk]]

  package init(groups: Chunk, states: [[Chunk]]) {
    self.groups = groups
    self.states = states
  }
}

extension PartialAggregation {
  /// The groups and states as columns.
  package func columns() throws -> PartialColumns {
    let states = try states.get()
    if aggregate.keys.isEmpty {
      return PartialColumns(
        groups: Chunk(columns: [], rowCount: 1), states: states.tables())
    }
    // Rows are numbered from 0, and no input has 2^63.
    let rows = Vector(.integer(ordinals.map { Int64(clamping: $0) }))
    return PartialColumns(
      groups: Chunk(columns: table.keys() + [rows], rowCount: table.count),
      states: states.tables())
  }

  /// Adds the groups of another part that came as columns.
  ///
  /// - Throws: ``QueryError`` for columns that are not those of this aggregate.
  package func merge(_ columns: PartialColumns) throws {
    let other = PartialAggregation(aggregate, memory: memory)
    try other.read(columns)
    try merge(other)
  }

  private func read(_ columns: PartialColumns) throws {
    let states = try states.get()
    if !aggregate.keys.isEmpty {
      let count = aggregate.keys.count
      let groups = columns.groups
      guard groups.columns.count == count + 1,
        groups.columns.prefix(count).map(\.type) == aggregate.keys.map({ types[$0] })
      else { throw StateColumns.malformed }
      let numbers = try table.numbers(
        adding: Array(groups.columns.prefix(count)), rowCount: groups.rowCount)
      let rows = try groups.integers(count)
      // Each group once, so that its number is its place.
      guard numbers.enumerated().allSatisfy({ $0.offset == Int($0.element) }),
        rows.allSatisfy({ $0 >= 0 })
      else { throw StateColumns.malformed }
      ordinals = rows.map(UInt64.init)
      states.grow(to: table.count)
    }
    try states.read(columns.states, groups: groupCount)
    try settle(states)
  }
}
