import TableFixtures
import Tables
import Testing

@testable import Query

/// Window functions over random tables against ``SlowWindow``.
@Suite struct WindowRandomTests {
  /// Partition, ordered whole number and real, small number, text, filter, number for offsets.
  static let types: [ColumnType] = [.integer, .integer, .real, .integer, .text, .boolean, .real]

  static func rows(_ count: Int, seed: UInt64) -> [[Cell]] {
    var random = SeededGenerator(state: seed)
    func maybe(_ cell: Cell) -> Cell { random.below(6) == 0 ? .null : cell }
    return (0..<count).map { _ in
      [
        maybe(.integer(Int64(random.below(3)))),
        maybe(.integer(Int64(random.below(7)))),
        maybe(.real(Double(random.below(20)) / 4)),
        random.below(10) == 0 ? .null : .integer(Int64(random.below(4)) + 1),
        maybe(.text(["a", "b", "c", "ä"][random.below(4)])),
        maybe(.boolean(random.below(2) == 0)),
        maybe(.real([0x1p500, 0x1p-500, 0][random.below(3)])),
      ]
    }
  }

  static let frames: [WindowFrame] = {
    var frames: [WindowFrame] = []
    let starts: [WindowFrame.Bound] = [
      .unboundedPreceding, .preceding(.integer(2)), .currentRow, .following(.integer(1)),
      .preceding(.integer(0)),
    ]
    let ends: [WindowFrame.Bound] = [
      .preceding(.integer(1)), .currentRow, .following(.integer(2)), .unboundedFollowing,
    ]
    for mode in [WindowFrame.Mode.rows, .range, .groups] {
      for start in starts {
        for end in ends {
          let exclusions: [WindowFrame.Exclusion] = [.none, .currentRow, .group, .ties]
          for exclusion in exclusions {
            frames.append(WindowFrame(mode: mode, start: start, end: end, exclusion: exclusion))
          }
        }
      }
    }
    return frames
  }()

  static let functions: [WindowCall.Function] = {
    func aggregate(
      _ name: String, _ parameter: ColumnType?, _ result: ColumnType, _ column: Int,
      filter: Int? = nil
    ) -> WindowCall.Function {
      .aggregate(
        AggregateCall(
          AggregateSignature(name, parameter.map { [$0] } ?? [], result),
          arguments: parameter == nil ? [] : [column], filter: filter))
    }
    return [
      aggregate("count", nil, .integer, 0), aggregate("count", nil, .integer, 0, filter: 5),
      aggregate("count", .text, .integer, 4), aggregate("sum", .integer, .integer, 3),
      aggregate("sum", .integer, .integer, 1, filter: 5), aggregate("avg", .integer, .real, 1),
      aggregate("sum", .real, .real, 2), aggregate("avg", .real, .real, 2, filter: 5),
      aggregate("sum", .real, .real, 6), aggregate("min", .text, .text, 4),
      aggregate("max", .real, .real, 2, filter: 5), aggregate("max", .integer, .integer, 1),
      .ranking("first_value", arguments: [4], type: .text),
      .ranking("last_value", arguments: [2], type: .real),
      .ranking("nth_value", arguments: [4, 3], type: .text),
    ]
  }()

  /// PARTITION BY and ORDER BY.
  static let sorts: [(partition: [Int], order: [SortKey])] = [
    ([], [SortKey(1)]), ([0], [SortKey(1, isDescending: true, nullsFirst: true)]),
    ([0], [SortKey(2)]), ([0, 4], [SortKey(2, isDescending: true)]),
    ([], [SortKey(4), SortKey(1)]), ([0], []),
  ]

  @Test(arguments: 0..<12) func framesAgree(_ number: Int) throws {
    let sort = Self.sorts[number % Self.sorts.count]
    let rows = Self.rows(number < 6 ? 14 : 7, seed: UInt64(number + 1))
    for (index, frame) in Self.frames.enumerated() where index % 19 == number {
      if frame.mode == .groups, sort.order.isEmpty { continue }
      if frame.mode == .range, sort.order.count != 1, frame.hasOffset { continue }
      try check(
        rows, Self.functions.map { ($0, sort.partition, sort.order, frame) },
        threads: index % 3 + 1)
    }
  }

  @Test(arguments: [0, 1, 2, 30]) func ranksAgree(count: Int) throws {
    let ranks = ["row_number", "rank", "dense_rank", "percent_rank", "cume_dist"]
    var functions = ranks.map { name in
      WindowCall.Function.ranking(
        name, arguments: [],
        type: name.contains("_rank") && name != "dense_rank" || name == "cume_dist"
          ? .real : .integer)
    }
    for name in ["lag", "lead"] {
      functions.append(.ranking(name, arguments: [4], type: .text))
      functions.append(.ranking(name, arguments: [2, 3], type: .real))
      functions.append(.ranking(name, arguments: [4, 1, 4], type: .text))
    }
    let rows = Self.rows(count, seed: 99)
    var calls: [(WindowCall.Function, [Int], [SortKey], WindowFrame)] = []
    for sort in Self.sorts {
      calls += functions.map { ($0, sort.partition, sort.order, WindowFrame()) }
    }
    try check(rows, calls, threads: 2)
  }

  @Test(arguments: 1...12) func tilesAgree(tiles: Int) throws {
    var rows = Self.rows(13, seed: 3)
    for row in rows.indices { rows[row][3] = .integer(Int64(tiles)) }
    try check(
      rows,
      Self.sorts.map {
        (.ranking("ntile", arguments: [3], type: .integer), $0.partition, $0.order, WindowFrame())
      }, threads: 2)
  }

  /// Enough rows for several tasks; every number of threads gives the same.
  @Test func threadsAgree() throws {
    var random = SeededGenerator(state: 11)
    let count = 40_000
    let keys = (0..<count).map { _ in Int64(random.below(900)) }
    let values = (0..<count).map { _ in Double(random.below(1_000_000)) / 1000 }
    let chunks = stride(from: 0, to: count, by: 10_000).map { start in
      Chunk(
        columns: [
          Vector(.integer(Array(keys[start..<(start + 10_000)]))),
          Vector(.real(Array(values[start..<(start + 10_000)]))),
        ], rowCount: 10_000)
    }
    let sum = AggregateCall(AggregateSignature("sum", [.real], .real), arguments: [1])
    let window = Window(
      input: .values([], types: [.integer, .real]),
      calls: [
        WindowCall(.aggregate(sum), partition: [0], order: [SortKey(1)], frame: WindowFrame()),
        WindowCall(
          .ranking("row_number", arguments: [], type: .integer), partition: [],
          order: [SortKey(1)], frame: WindowFrame()),
      ])
    let results = try [1, 2, 7].map { threads in
      let memory = MemoryBudget()
      let result = try WindowEvaluation.columns(
        for: window, over: chunks, types: [.integer, .real], memory: memory, threads: threads)
      #expect(memory.inUse == 0)
      #expect(result.map(\.rowCount) == chunks.map(\.rowCount))
      return result.map { chunk -> ([Double], [Int64]) in
        guard case .real(let sums) = chunk.columns[2].storage,
          case .integer(let numbers) = chunk.columns[3].storage
        else { return ([], []) }
        return (sums, numbers)
      }
    }
    for result in results {
      #expect(result.flatMap(\.0) == results[0].flatMap(\.0))
      #expect(result.flatMap(\.1) == results[0].flatMap(\.1))
    }
    #expect(Set(results[0].flatMap(\.1)).count == count)
  }

  private func check(
    _ rows: [[Cell]], _ calls: [(WindowCall.Function, [Int], [SortKey], WindowFrame)],
    threads: Int
  ) throws {
    let calls = calls.map { WindowCall($0.0, partition: $0.1, order: $0.2, frame: $0.3) }
    let chunks = SortingTests.chunks(rows, Self.types, [4, 10, 7])
    let result = try WindowEvaluation.columns(
      for: Window(input: .values([], types: Self.types), calls: calls), over: chunks,
      types: Self.types, memory: MemoryBudget(), threads: threads)
    #expect(result.map(\.rowCount) == chunks.map(\.rowCount))
    let cells = SortingTests.cells(result)
    for (index, call) in calls.enumerated() {
      let expected = SlowWindow(rows: rows, call: call).values()
      let values = cells.map { $0[Self.types.count + index] }
      if values != expected {
        Issue.record(
          "\(call.function) \(call.partition) \(call.order) \(call.frame): \(values) \(expected)")
      }
    }
  }
}

extension WindowFrame {
  fileprivate var hasOffset: Bool {
    [start, end].contains { bound in
      switch bound {
      case .preceding, .following: true
      default: false
      }
    }
  }
}
