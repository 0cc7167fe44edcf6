import Query
import TableFixtures
import Tables
import Testing

/// The same rows give the same bits however they are split and merged.
@Suite struct SplitTests {
  private static let rows = TestRows(90, seed: 7)

  @Test(arguments: [1, 2, 3, 17])
  func anySplitAndAnyOrderOfMergingGivesTheSameBits(parts: Int) throws {
    for (aggregate, whole) in try Self.wholes.get() {
      for seed in 1...(parts == 1 ? 1 : 2) as ClosedRange<UInt64> {
        let split = try Self.bits(Self.parted(aggregate, parts: parts, seed: seed))
        #expect(split == whole, "keys \(aggregate.keys), \(parts) parts, seed \(seed)")
      }
    }
  }

  /// Every state survives the journey as plain cells, as another engine would send it.
  @Test(arguments: [1, 2, 3, 17])
  func partsThatTravelAsColumnsGiveTheSameBits(parts: Int) throws {
    for (aggregate, whole) in try Self.wholes.get() {
      let split = try Self.bits(
        Self.parted(aggregate, parts: parts, seed: 3, areSent: true))
      #expect(split == whole, "keys \(aggregate.keys), \(parts) parts")
    }
  }

  @Test func columnsOfAnotherFormAreRefused() throws {
    let (counts, sums) = (call("count", []), call("median", [TestRows.At.x]))
    let aggregate = { Aggregate(input: TestRows.input, keys: [0], sets: [[0]], calls: [$0]) }
    let memory = MemoryBudget()
    let sender = PartialAggregation(aggregate(counts), memory: memory)
    try sender.add(TestRows.chunk(Self.rows.rows), ordinal: 0)
    var columns = try sender.columns()
    let other = PartialAggregation(aggregate(sums), memory: memory)
    #expect(throws: QueryError.self) { try other.merge(columns) }
    // A group that stands twice, and a state of fewer groups.
    let receiver = PartialAggregation(aggregate(counts), memory: memory)
    columns.groups = columns.groups.gathered([0, 0, 1, 2, 3])
    #expect(throws: QueryError.self) { try receiver.merge(columns) }
    columns = try sender.columns()
    columns.states[0][0] = columns.states[0][0].gathered([0])
    #expect(throws: QueryError.self) { try receiver.merge(columns) }
    try receiver.merge(sender.columns())
    let (received, sent) = try (receiver.finished(), sender.finished())
    #expect(Self.bits(received) == Self.bits(sent))
  }

  /// Aggregations with their results over all rows at once.
  private static let wholes = Result {
    // Filters change what is added, not how it is merged: some calls with one are enough.
    let calls = everyCall.enumerated().filter { $1.filter == nil || $0 % 9 == 0 }.map(\.element)
    return try [([0, 2], [[0, 1], [0], []]), ([5, 10], [[1, 0]])].map { keys, sets in
      let aggregate = Aggregate(
        input: TestRows.input, keys: keys, sets: sets, calls: calls)
      return (aggregate, try bits(parted(aggregate, parts: 1, seed: 0)))
    }
  }

  /// Sums whose plain value depends on the order of the values.
  @Test(arguments: [2, 3, 17])
  func nastyDoublesToo(parts: Int) throws {
    let nasty: [Double] = [
      1e308, -1e308, 1e-308, .leastNonzeroMagnitude, 1, -1, 0.1, 1e16, -1e16, 3.3e-200, 7e120,
      -7e120, 0, -0.0,
    ]
    var random = SeededGenerator(state: 5)
    let rows = (0..<150).map { _ -> [Cell] in
      var row = [Cell](repeating: .null, count: TestRows.types.count)
      row[0] = .text("unit \(random.below(3))")
      row[3] = .real(nasty[random.below(nasty.count)])
      row[4] = .real(nasty[2 + random.below(nasty.count - 2)])
      return row
    }
    let calls = [
      call("avg", [4]), call("sum", [4]), call("stddev", [4]), call("avg", [3]),
      call("stddev", [3]), call("corr", [4, 3]), call("regr_slope", [4, 3]),
      call("regr_avgx", [4, 3]), call("median", [3]), call("min", [3]),
    ]
    let aggregate = Aggregate(input: TestRows.input, keys: [0], sets: [[0]], calls: calls)
    let whole = try Self.bits(Self.parted(aggregate, rows, parts: 1, seed: 0))
    for seed in 1...4 as ClosedRange<UInt64> {
      for areSent in [false, true] {
        let split = try Self.parted(
          aggregate, rows, parts: parts, seed: seed, areSent: areSent)
        #expect(Self.bits(split) == whole)
      }
    }
  }

  private static func parted(
    _ aggregate: Aggregate, _ rows: [[Cell]] = rows.rows, parts: Int, seed: UInt64,
    areSent: Bool = false
  ) throws -> [Chunk] {
    var random = SeededGenerator(state: seed)
    let memory = MemoryBudget()
    var partials = (0..<parts).map { _ in PartialAggregation(aggregate, memory: memory) }
    var start = 0
    while start < rows.count {
      let end = min(rows.count, start + (seed == 0 ? rows.count : 1 + random.below(20)))
      try partials[random.below(parts)]
        .add(TestRows.chunk(rows[start..<end]), ordinal: UInt64(start))
      start = end
    }
    if areSent {
      partials = try partials.map { partial in
        let received = PartialAggregation(aggregate, memory: memory)
        try received.merge(Self.asCells(partial.columns()))
        return received
      }
    }
    while partials.count > 1 {
      let other = partials.remove(at: random.below(partials.count))
      try partials[random.below(partials.count)].merge(other)
    }
    return try partials[0].finished()
  }

  /// The columns made anew from their cells, so that nothing but values travels.
  private static func asCells(_ columns: PartialColumns) -> PartialColumns {
    let copy = { (chunk: Chunk) in
      Chunk(
        columns: chunk.columns.map { column in
          Vector((0..<chunk.rowCount).map { column[$0] }, type: column.type)
        }, rowCount: chunk.rowCount)
    }
    return PartialColumns(
      groups: copy(columns.groups), states: columns.states.map { $0.map(copy) })
  }

  /// Cells with the bits of doubles.
  private static func bits(_ chunks: [Chunk]) -> [[String]] {
    cells(chunks).map { row in
      row.map { cell in
        switch cell {
        case .real(let value): "\(value.bitPattern)"
        case .interval(let value): "\(value.months) \(value.days) \(value.microseconds)"
        default: "\(cell)"
        }
      }
    }
  }
}
