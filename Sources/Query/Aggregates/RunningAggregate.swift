package import Tables

/// One aggregate over rows that come one by one, asked for its value after any of them: for the
/// frames of window functions.
///
/// Sums, counts and extremes answer at once; quantiles, `mode`, `string_agg` and DISTINCT look at
/// all rows so far each time they are asked.
package struct RunningAggregate {
  private let call: AggregateCall
  private let selection: RowSelection
  private let state: Result<any AggregateState, any Error>
  private var zeros: [UInt32] = []
  private var count: UInt64 = 0

  /// An aggregate over no rows; `types` are those of the input's columns.
  package init(_ call: AggregateCall, types: [ColumnType]) {
    self.call = call
    selection = RowSelection(
      filter: call.filter,
      arguments: call.arguments.indices.filter { !call.signature.constants.contains($0) }
        .map { call.arguments[$0] })
    state = Result {
      try AggregateOptions.check(call)
      let state = try AggregateStates.state(call, types: types, memory: MemoryBudget())
      state.grow(to: 1)
      return state
    }
  }

  /// Adds a row.
  package mutating func add(_ chunk: Chunk, row: Int) throws {
    let state = try state.get()
    count += 1
    guard selection.contains(chunk, row) else { return }
    if zeros.count <= row { zeros = Array(repeating: 0, count: max(chunk.rowCount, row + 1)) }
    // Rows are numbered as they come, wherever they stand in their chunk.
    let ordinal = count &- UInt64(row)
    try withUnsafePointer(to: Int32(row)) { row in
      try zeros.withUnsafeBufferPointer { zeros in
        guard let zeros = zeros.baseAddress else { return }
        try state.add(
          AggregateBatch(
            chunk: chunk, groups: zeros, rows: UnsafeBufferPointer(start: row, count: 1),
            ordinal: ordinal))
      }
    }
  }

  /// The value over the rows so far.
  package func value() throws -> Cell { try state.get().result(call, groups: [0])[0] }
}
