internal import Tables

/// Keeps all rows of its worker's parts, with texts in the pools in which they came: these may go on
/// growing until the worker ends, and nobody else looks at the rows before.
final class CollectSink: SinkWorker {
  let step: PlanStep?
  private let reservation: RowReservation
  private(set) var parts: [(part: Int, chunk: Chunk)] = []

  init(_ step: PlanStep?, memory: MemoryBudget) {
    self.step = step
    reservation = RowReservation(memory)
  }

  func add(_ chunk: Chunk, part: Int) throws {
    step?.countIn(chunk.rowCount)
    try keep(chunk, part: part)
  }

  /// Keeps rows without counting them as input.
  func keep(_ chunk: Chunk, part: Int) throws {
    try reservation.add(chunk)
    parts.append((part, chunk))
  }

  /// The memory that the kept rows take.
  var memory: MemoryReservation { reservation.memory }

  /// The chunks of all workers in the order of the input. A part has one worker, which brings its
  /// chunks in order.
  static func ordered(_ sinks: [CollectSink]) -> [Chunk] {
    let all = sinks.flatMap(\.parts).enumerated().sorted {
      ($0.element.part, $0.offset) < ($1.element.part, $1.offset)
    }
    return all.map(\.element.chunk)
  }

  static func rows(of sinks: [CollectSink]) -> MaterializedRows {
    MaterializedRows(ordered(sinks), counted: sinks.map(\.memory))
  }
}
