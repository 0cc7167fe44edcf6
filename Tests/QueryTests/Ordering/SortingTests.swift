import TableFixtures
import Tables
import Testing

@testable import Query

/// Sorts against Swift's own sort of cells.
@Suite struct SortingTests {
  /// Values of each type, with ties, ends of the range and what is easily sorted wrongly.
  private static func cell(_ type: ColumnType, _ random: inout SeededGenerator) -> Cell {
    if random.below(8) == 0 { return .null }
    switch type {
    case .boolean: return .boolean(random.below(2) == 0)
    case .integer:
      let wide: [Int64] = [.min, .max, 0, -1, 1, .max - 1]
      return .integer(
        random.below(4) == 0 ? wide[random.below(wide.count)] : Int64(random.below(9)) - 4)
    case .real:
      let wide = [
        -0.0, 0.0, 1e300, -1e300, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 0.1, -0.1,
      ]
      return .real(random.below(2) == 0 ? wide[random.below(wide.count)] : Double(random.below(7)))
    case .numeric:
      let wide = ["1.5", "1.50", "-0.01", "-0.011", "1e40", "-1e40", "10", "100.0", "0.00"]
      return .numeric(DecimalNumber(wide[random.below(wide.count)]) ?? DecimalNumber(0))
    case .text:
      let texts = [
        "", "a", "a\0", "aa", "aaaaaaaab", "aaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", "b",
        "å",
        "ä", "ö", "Å", "z",
      ]
      return .text(texts[random.below(texts.count)])
    case .date: return .date(CalendarDate(daysSince1970: Int32(random.below(9)) - 4))
    case .timestamp: return .timestamp(Timestamp(secondsSince1970: Int64(random.below(5)) - 2))
    case .interval:
      return .interval(
        CalendarInterval(months: Int32(random.below(3)), days: Int32(random.below(3)) * 30 - 30))
    }
  }

  static let keyLists: [[SortKey]] = {
    var lists: [[SortKey]] = [[]]
    for column in 0..<8 {
      for descending in [false, true] {
        for first in [false, true] {
          lists.append([SortKey(column, isDescending: descending, nullsFirst: first)])
          lists.append([
            SortKey((column + 3) % 8, isDescending: first),
            SortKey(column, isDescending: descending, nullsFirst: first),
          ])
          lists.append(
            [1, 2, column, 3, (column + 1) % 8].map {
              SortKey($0, isDescending: ($0 & 1 == 0) == descending, nullsFirst: first)
            })
        }
      }
    }
    lists.append([SortKey(3, collation: .swedish), SortKey(1)])
    return lists
  }()

  @Test(arguments: keyLists) func sortsLikeSwift(_ keys: [SortKey]) throws {
    let types: [ColumnType] = [
      .boolean, .integer, .real, .text, .date, .timestamp, .interval, .numeric,
    ]
    var random = SeededGenerator(state: UInt64(keys.count * 100 + (keys.first?.column ?? 0)))
    for rows in [0, 1, 90] {
      let cells = (0..<rows).map { row in
        types.map { Self.cell($0, &random) } + [.integer(Int64(row))]
      }
      let chunks = Self.chunks(cells, types + [.integer], [7, 50])
      let expected = cells.enumerated().sorted { a, b in
        let order = CellOrder.compare(a.element, b.element, keys)
        return order != 0 ? order < 0 : a.offset < b.offset
      }.map(\.element)
      for (limit, threads) in [(nil, 1), (nil, 3), (0, 2), (10, 2), (.max, 2)] {
        let memory = MemoryBudget()
        let sorted = try Sorting.sorted(
          chunks, types: types + [.integer], by: keys, limit: limit, memory: memory,
          threads: threads)
        #expect(Self.cells(sorted) == Array(expected.prefix(limit ?? rows)))
        #expect(memory.inUse == 0)
      }
    }
  }

  /// Enough rows for the parts that several threads sort together.
  @Test(arguments: [1, 3]) func sortsManyRows(threads: Int) throws {
    var random = SeededGenerator(state: 7)
    let count = 40_000
    let skewed = (0..<count).map { _ in
      random.below(3) == 0 ? Int64(truncatingIfNeeded: random.next()) : Int64(random.below(3))
    }
    let texts = (0..<count).map { _ in
      random.below(2) == 0 ? "common beginning" : "common beginning \(random.below(40_000))"
    }
    let pools = [TextPool(), TextPool(isDistinct: false)]
    var chunks: [Chunk] = []
    for start in stride(from: 0, to: count, by: 10_000) {
      let rows = start..<(start + 10_000)
      let pool = pools[start / 10_000 % 2]
      chunks.append(
        Chunk(
          columns: [
            Vector(.integer(Array(skewed[rows]))),
            Vector(
              .text(
                rows.map {
                  pool.isDistinct ? pool.code(adding: texts[$0]) : pool.append(texts[$0])
                }, pool)),
          ], rowCount: 10_000))
    }
    let byNumber = try Sorting.sorted(
      chunks, types: [.integer, .text], by: [SortKey(0)], limit: nil, memory: MemoryBudget(),
      threads: threads)
    let expected = skewed.enumerated().sorted {
      ($0.element, $0.offset) < ($1.element, $1.offset)
    }.map(\.offset)
    #expect(Self.integers(byNumber, 0) == expected.map { skewed[$0] })
    #expect(Self.hashes(byNumber, 1) == expected.map { Self.hash(texts[$0]) })
    let byText = try Sorting.sorted(
      chunks, types: [.integer, .text], by: [SortKey(1)], limit: nil, memory: MemoryBudget(),
      threads: threads)
    let textOrder = texts.indices.sorted { (texts[$0], $0) < (texts[$1], $1) }
    #expect(Self.integers(byText, 0) == textOrder.map { skewed[$0] })
    for (column, order) in [(0, expected), (1, textOrder)] {
      let first = try Sorting.sorted(
        chunks, types: [.integer, .text], by: [SortKey(column)], limit: 7000,
        memory: MemoryBudget(), threads: threads)
      #expect(first.map(\.rowCount) == [7000])
      #expect(Self.integers(first, 0) == order.prefix(7000).map { skewed[$0] })
    }
  }

  @Test func refusesWithoutMemory() throws {
    let chunk = Chunk(columns: [Vector(.integer([3, 1, 2]))], rowCount: 3)
    let memory = MemoryBudget(limit: 8)
    let error = #expect(throws: QueryError.self) {
      try Sorting.sorted(
        [chunk], types: [.integer], by: [SortKey(0)], limit: nil, memory: memory)
    }
    #expect(error?.message == "the query needs more than 0 MB of memory")
    #expect(memory.inUse == 0)
  }

  @Test(arguments: keyLists) func rowOrderAgrees(_ keys: [SortKey]) {
    let types: [ColumnType] = [
      .boolean, .integer, .real, .text, .date, .timestamp, .interval, .numeric,
    ]
    var random = SeededGenerator(state: 5)
    let cells = (0..<12).map { _ in types.map { Self.cell($0, &random) } }
    let order = RowOrder(keys, of: Self.chunks(cells, types, [12])[0])
    for a in 0..<12 {
      for b in 0..<12 {
        let expected = CellOrder.compare(cells[a], cells[b], keys)
        #expect(order.precedes(a, b) == (expected < 0))
        #expect(order.areEqual(a, b) == (expected == 0))
      }
    }
  }

  static func chunks(_ rows: [[Cell]], _ types: [ColumnType], _ sizes: [Int]) -> [Chunk] {
    var chunks: [Chunk] = []
    var start = 0
    var size = 0
    while start < rows.count {
      let part = rows[start..<min(rows.count, start + sizes[size % sizes.count])]
      chunks.append(
        Chunk(
          columns: types.enumerated().map { column, type in
            Vector(part.map { $0[column] }, type: type)
          }, rowCount: part.count))
      start += part.count
      size += 1
    }
    return chunks
  }

  static func cells(_ chunks: [Chunk]) -> [[Cell]] {
    chunks.flatMap { chunk in
      (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } }
    }
  }

  private static func integers(_ chunks: [Chunk], _ column: Int) -> [Int64] {
    chunks.flatMap { chunk -> [Int64] in
      if case .integer(let values) = chunk.columns[column].storage { values } else { [] }
    }
  }

  private static func hash(_ text: String) -> UInt64 {
    Array(text.utf8).withUnsafeBufferPointer { TextPool.hash($0) }
  }

  private static func hashes(_ chunks: [Chunk], _ column: Int) -> [UInt64] {
    chunks.flatMap { chunk -> [UInt64] in
      guard case .text(let codes, let pool) = chunk.columns[column].storage else { return [] }
      return codes.map { TextPool.hash(pool[$0]) }
    }
  }
}
