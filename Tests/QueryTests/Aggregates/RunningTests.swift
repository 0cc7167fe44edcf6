import Query
import Tables
import Testing

/// ``RunningAggregate`` after each row against an aggregation of the rows so far.
@Suite struct RunningTests {
  @Test func afterEachRowItIsTheAggregate() throws {
    let rows = TestRows(7, seed: 11)
    let chunk = TestRows.chunk(rows.rows)
    var running = everyCall.map { RunningAggregate($0, types: TestRows.types) }
    for row in rows.rows.indices {
      var values: [Cell] = []
      for place in running.indices {
        try running[place].add(chunk, row: row)
        values.append(try running[place].value())
      }
      let partial = PartialAggregation(
        Aggregate(input: TestRows.input, keys: [], sets: [[]], calls: everyCall),
        memory: MemoryBudget())
      try partial.add(TestRows.chunk(rows.rows[...row]), ordinal: 0)
      #expect(try cells(partial.finished())[0] == values)
    }
  }

  @Test func rowsOfSeveralChunksInAnyOrder() throws {
    let rows = TestRows(6, seed: 12).rows
    let chunks = [TestRows.chunk(rows[..<3]), TestRows.chunk(rows[3...])]
    var running = RunningAggregate(call("sum", [5]), types: TestRows.types)
    var sum: Int64 = 0
    for (chunk, row) in [(1, 2), (0, 0), (1, 0), (0, 2)] {
      try running.add(chunks[chunk], row: row)
      if case .integer(let value) = rows[chunk * 3 + row][5] { sum += value }
    }
    #expect(try running.value() == .integer(sum))
  }

  @Test func badOptionsAreRefused() {
    var running = RunningAggregate(
      call("mean_low", [3], options: ["level": .real(2)], at: 4), types: TestRows.types)
    #expect(
      throws: QueryError("the level of mean_low must lie strictly between 0 and 1", at: 4)
    ) {
      try running.add(TestRows.chunk(TestRows(1, seed: 1).rows), row: 0)
    }
  }
}
