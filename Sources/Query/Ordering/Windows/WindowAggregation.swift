internal import Tables

/// Any aggregate over frames, row by row.
///
/// Rows are added while frames grow at their end. Where a frame loses rows the aggregate starts
/// again, so that the work is that of all frames together; but frames that only lose rows are
/// computed from the last one, where the order of rows does not matter.
struct WindowAggregation: WindowStep {
  private static let blockRows = 256

  private let output: WindowColumn
  private let call: AggregateCall
  private let columns: [JoinedColumn]
  private let types: [ColumnType]
  private let filter: WindowFilter
  private let frames: WindowFrames

  /// Without an output the values go to a new column.
  init(
    _ aggregate: AggregateCall, _ call: WindowCall, _ input: WindowInput,
    into output: WindowColumn? = nil
  ) throws {
    self.output =
      try output
      ?? {
        switch aggregate.type {
        case .integer: .integers(try WindowValues(input))
        case .real: .reals(try WindowValues(input))
        default: .cells(try WindowCells(input), aggregate.type)
        }
      }()
    columns = try aggregate.arguments.map { try input.column($0) }
    types = aggregate.arguments.map { input.types[$0] }
    var own = aggregate
    own.arguments = Array(0..<aggregate.arguments.count)
    own.filter = nil
    self.call = own
    filter = try WindowFilter(aggregate, input)
    frames = try WindowFrames(call, input)
  }

  var column: WindowColumn { output }

  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) throws {
    let (starts, ends) = try scratch.frames()
    frames.fill(partition, starts: starts, ends: ends)
    let rows = blocks(partition)
    let last = partition.count - 1
    if frames.exclusion != .none {
      try cut(partition, starts, ends, rows)
    } else if call.signature.order == .none, ends[0] == Int32(partition.count),
      starts[last] > starts[0], starts[last] <= ends[last]
    {
      try shrink(partition, starts, rows)
    } else {
      try grow(partition, starts, ends, rows)
    }
  }

  private func grow(
    _ partition: WindowPartition, _ starts: UnsafeMutablePointer<Int32>,
    _ ends: UnsafeMutablePointer<Int32>, _ rows: [Chunk]
  ) throws {
    var running = RunningAggregate(call, types: types)
    var added = 0..<0
    var value: Cell?
    for place in 0..<partition.count {
      let start = Int(starts[place])
      let frame = start..<max(start, Int(ends[place]))
      if let value, frame == added || (frame.isEmpty && added.isEmpty) {
        write(partition.row(place), value)
        continue
      }
      if frame.lowerBound != added.lowerBound || frame.upperBound < added.upperBound {
        running = RunningAggregate(call, types: types)
        added = start..<start
      }
      try add(added.upperBound..<frame.upperBound, partition, rows, to: &running)
      added = frame
      let new = try running.value()
      value = new
      write(partition.row(place), new)
    }
  }

  /// Frames that all end with the partition, from the last to the first.
  private func shrink(
    _ partition: WindowPartition, _ starts: UnsafeMutablePointer<Int32>, _ rows: [Chunk]
  ) throws {
    var running = RunningAggregate(call, types: types)
    var first = partition.count
    var value: Cell?
    for place in (0..<partition.count).reversed() {
      let start = Int(starts[place])
      if start < first || value == nil {
        try add(start..<first, partition, rows, to: &running)
        first = start
        value = try running.value()
      }
      if let value { write(partition.row(place), value) }
    }
  }

  private func cut(
    _ partition: WindowPartition, _ starts: UnsafeMutablePointer<Int32>,
    _ ends: UnsafeMutablePointer<Int32>, _ rows: [Chunk]
  ) throws {
    var previous: (parts: FrameParts, value: Cell)?
    for place in 0..<partition.count {
      let parts = FrameParts(
        Int(starts[place]), Int(ends[place]), place, frames.exclusion, partition)
      if let previous, previous.parts == parts {
        write(partition.row(place), previous.value)
        continue
      }
      var running = RunningAggregate(call, types: types)
      for part in [parts.first, parts.second, parts.third] {
        try add(part, partition, rows, to: &running)
      }
      let value = try running.value()
      previous = (parts, value)
      write(partition.row(place), value)
    }
  }

  private func add(
    _ places: Range<Int>, _ partition: WindowPartition, _ rows: [Chunk],
    to running: inout RunningAggregate
  ) throws {
    for place in places where filter.takes(partition.row(place)) {
      try running.add(rows[place / Self.blockRows], row: place % Self.blockRows)
    }
  }

  /// The arguments of a partition's rows in order, in small chunks, because an aggregate may
  /// do work for all rows of the chunk that it is given.
  private func blocks(_ partition: WindowPartition) -> [Chunk] {
    stride(from: 0, to: partition.count, by: Self.blockRows).map { start in
      let rows = (start..<min(start + Self.blockRows, partition.count)).map { partition.rows[$0] }
      return Chunk(columns: columns.map { $0.vector.gathered(rows) }, rowCount: rows.count)
    }
  }

  private func write(_ row: Int, _ cell: Cell) {
    switch output {
    case .integers(let values):
      if case .integer(let value) = cell {
        values.set(row, value)
      } else {
        values.setNull(row, holding: 0)
      }
    case .reals(let values):
      switch cell {
      case .real(let value): values.set(row, value)
      case .integer(let value): values.set(row, Double(value))
      default: values.setNull(row, holding: 0)
      }
    case .cells(let cells, _): cells.set(row, cell)
    case .rows: break
    }
  }
}
