internal import Tables

/// `first_value`, `last_value`, `nth_value`: the value of one row of the frame, NULL where it has
/// no such row.
struct WindowPick: WindowStep {
  private enum Which {
    case first, last
    case number(WindowIntegers)
  }

  private let rows: WorkArray<Int32>
  private let source: JoinedColumn
  private let type: ColumnType
  private let which: Which
  private let frames: WindowFrames
  private let at: Int

  init(
    _ name: String, _ arguments: [Int], _ type: ColumnType, _ call: WindowCall,
    _ input: WindowInput
  ) throws {
    rows = try WorkArray(count: input.count, memory: input.memory)
    source = try input.column(arguments[0])
    self.type = type
    which =
      switch name {
      case "first_value": .first
      case "last_value": .last
      default: .number(try WindowIntegers(arguments.dropFirst().first, input))
      }
    frames = try WindowFrames(call, input)
    at = call.at
  }

  var column: WindowColumn { .rows(rows, of: source, type) }

  func evaluate(_ partition: WindowPartition, _ scratch: WindowScratch) throws {
    let (starts, ends) = try scratch.frames()
    frames.fill(partition, starts: starts, ends: ends)
    for place in 0..<partition.count {
      let row = partition.row(place)
      let parts = FrameParts(
        Int(starts[place]), Int(ends[place]), place, frames.exclusion, partition)
      let found: Int?
      switch which {
      case .first: found = parts.place(0)
      case .last: found = parts.count > 0 ? parts.place(parts.count - 1) : nil
      case .number(let numbers):
        let number = numbers[row]
        if let number, number <= 0 {
          throw QueryError(
            "argument of nth_value must be greater than zero", at: at > 0 ? at : nil)
        }
        found = number.flatMap { Int(exactly: $0 - 1) }.flatMap { parts.place($0) }
      }
      rows.base[row] = found.map { partition.rows[$0] } ?? -1
    }
  }
}
