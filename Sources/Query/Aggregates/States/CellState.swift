internal import Tables

/// One value a group, kept as a cell: `any_value`, which takes the group's first, and `min` and
/// `max` of lengths of time and decimal numbers.
final class CellState: AggregateState {
  enum Choice { case first, least, largest }

  /// The row of each group's value, for `first`; the cell is null where there is none.
  private var ordinals: [UInt64] = []
  private var cells: [Cell] = []
  private let argument: Int
  private let type: ColumnType
  private let choice: Choice

  init(argument: Int, type: ColumnType, choice: Choice) {
    self.argument = argument
    self.type = type
    self.choice = choice
  }

  func grow(to groups: Int) {
    if groups <= cells.count { return }
    cells += repeatElement(.null, count: groups - cells.count)
    ordinals += repeatElement(.max, count: groups - ordinals.count)
  }

  var byteCount: Int {
    cells.capacity * MemoryLayout<Cell>.stride + ordinals.capacity * 8
  }

  func add(_ batch: AggregateBatch) {
    let vector = batch.chunk.columns[argument]
    batch.forEach { row, group in
      // Rows rise, so that a group that has its first value keeps it.
      if choice == .first, ordinals[group] < batch.ordinal { return }
      offer(vector[row], batch.ordinal + UInt64(row), to: group)
    }
  }

  private func offer(_ cell: Cell, _ ordinal: UInt64, to group: Int) {
    let isBetter: Bool
    switch (choice, cell, cells[group]) {
    case (.first, _, _): isBetter = ordinal < ordinals[group]
    case (.least, .interval(let new), .interval(let old)):
      isBetter =
        new < old || (new == old && KeyColumn.shown(new, old).months != old.months)
        || (new == old && KeyColumn.shown(new, old).days != old.days)
    case (.largest, .interval(let new), .interval(let old)):
      isBetter =
        new > old || (new == old && KeyColumn.shown(new, old).months != old.months)
        || (new == old && KeyColumn.shown(new, old).days != old.days)
    case (.least, .numeric(let new), .numeric(let old)):
      isBetter = new < old || (new == old && new.scale < old.scale)
    case (.largest, .numeric(let new), .numeric(let old)):
      isBetter = new > old || (new == old && new.scale < old.scale)
    default: isBetter = true
    }
    if isBetter { (cells[group], ordinals[group]) = (cell, ordinal) }
  }

  func tables() -> [Chunk] {
    // Groups without a value have no first row either; -1 stands for it.
    let rows = ordinals.map { Int64(exactly: $0) ?? -1 }
    return [
      Chunk(columns: [Vector(.integer(rows)), Vector(cells, type: type)], rowCount: cells.count)
    ]
  }

  func read(_ tables: [Chunk], groups: Int) throws {
    try StateColumns.check(tables, count: 1)
    let rows = try tables[0].integers(0)
    guard rows.count == groups, tables[0].columns.count == 2, tables[0].columns[1].type == type
    else {
      throw StateColumns.malformed
    }
    ordinals = rows.map { UInt64(exactly: $0) ?? .max }
    cells = rows.indices.map { tables[0].columns[1][$0] }
  }

  func merge(_ other: any AggregateState, numbers: [UInt32]) {
    let other = like(other)
    for (group, number) in numbers.enumerated() where other.cells[group] != .null {
      offer(other.cells[group], other.ordinals[group], to: Int(number))
    }
  }

  func result(_ call: AggregateCall, groups: [UInt32]) -> Vector {
    Vector(groups.map { cells[Int($0)] }, type: call.type)
  }
}
