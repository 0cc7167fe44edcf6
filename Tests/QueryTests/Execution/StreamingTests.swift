import Synchronization
import Tables
import Testing

@testable import Query

/// How rows flow: order, stops, errors, memory.
@Suite struct StreamingTests {
  @Test(arguments: [1, 2, 5])
  func limitReadsNoMoreThanItNeeds(threads: Int) throws {
    let source = PartsSource.numbers(100_000, partSize: 100)
    let plan = Plan.limit(source.scan, count: .whole(250), offset: .whole(20))
    #expect(try rows(plan, threads: threads) == (20..<270).map { [.integer($0)] })
    // Three parts suffice; each worker may be some parts ahead.
    #expect(source.taken.load(ordering: .relaxed) <= 3 + 6 * threads)
  }

  @Test(arguments: [1, 2, 5])
  func aSlowConsumerHoldsTheWorkersBack(threads: Int) throws {
    let source = PartsSource.numbers(20_000, partSize: 10)
    var handled = 0
    var ahead = 0
    try execution(source.scan, threads: threads).run { chunk in
      handled += chunk.rowCount
      ahead = max(ahead, source.taken.load(ordering: .relaxed) - handled / 10)
    }
    #expect(handled == 20_000)
    #expect(ahead <= 6 * threads + 2)
  }

  @Test(arguments: [1, 2, 5])
  func theFirstErrorInOrderIsTold(threads: Int) throws {
    let source = PartsSource.numbers(900, partSize: 10)
    func failing(at value: Int, _ place: Int) -> Expression {
      .call(
        ScalarSignature("/", [.integer, .integer], .integer, canFail: true),
        [.whole(1), .call("+", .number(0), .whole(-value))], at: place)
    }
    let plan = Plan.project(
      source.scan, [failing(at: 731, 1), failing(at: 402, 2), failing(at: 408, 3)])
    for plan in [plan, counted(plan), .sort(plan, [SortKey(0)]), .distinct(plan, on: nil)] {
      for _ in 0..<5 {
        let error = #expect(throws: QueryError.self) { try rows(plan, threads: threads) }
        #expect(error == QueryError("division by zero", at: 2))
      }
    }
    // Whatever comes before the error is handled.
    var handled = 0
    #expect(throws: QueryError.self) {
      try execution(plan, threads: threads).run { handled += $0.rowCount }
    }
    #expect(handled == 400)
  }

  @Test(arguments: [1, 2, 5])
  func theFirstPartThatCannotBeReadIsTold(threads: Int) throws {
    struct Broken: Error {}
    for failure in [Broken(), TypeContradiction { PartsSource.numbers(1, partSize: 1) }]
      as [any Error & Sendable]
    {
      let parts = (0..<50).map { part in [[Cell.integer(Int64(part))]] }
      let source = PartsSource([.integer], parts, failures: [20: failure])
      for plan in [source.scan, counted(source.scan)] {
        #expect { try rows(plan, threads: threads) } throws: { type(of: $0) == type(of: failure) }
      }
      // A limit that is reached before never sees it.
      #expect(
        try rows(.limit(source.scan, count: .whole(20), offset: nil), threads: threads).count == 20)
    }
  }

  @Test(arguments: [1, 2, 5])
  func cancellingEndsARun(threads: Int) throws {
    let many = PartsSource.numbers(3000, partSize: 10).scan
    let pairs = Plan.join(Join(.cross, .join(Join(.cross, many, many)), many))
    let endless = Plan.recursive(
      Recursive(
        number: 1, first: .values([[.whole(1)]], types: [.integer]),
        next: .workingTable(1, types: [.integer]), keepsDuplicates: true))
    for plan in [pairs, counted(pairs), counted(endless), .sort(endless, [SortKey(0)])] {
      let execution = execution(plan, threads: threads)
      let canceller = WorkerThreads(1) { _ in
        var start = Machine.nanoseconds
        while Machine.nanoseconds - start < 20_000_000 {}
        start = 0
        execution.cancel()
      }
      #expect(throws: QueryCancelled.self) { try execution.run { _ in } }
      canceller.join()
    }
  }

  @Test(arguments: [1, 2, 5])
  func whatTheHandlerThrowsEndsARun(threads: Int) throws {
    struct Full: Error {}
    let source = PartsSource.numbers(100_000, partSize: 100)
    var handled = 0
    #expect(throws: Full.self) {
      try execution(source.scan, threads: threads).run { _ in
        handled += 1
        if handled == 3 { throw Full() }
      }
    }
    #expect(source.taken.load(ordering: .relaxed) <= 3 + 6 * threads)
  }

  @Test(arguments: [1, 2, 5])
  func memoryIsCountedAndRefused(threads: Int) throws {
    let source = PartsSource.numbers(50_000, partSize: 500)
    let sorted = Plan.sort(source.scan, [SortKey(0, isDescending: true)])
    let refused = execution(sorted, threads: threads, memory: 300_000)
    let error = #expect(throws: QueryError.self) { try refused.run { _ in } }
    #expect(error?.message == "the query needs more than 0 MB of memory")
    // Streaming takes little, however many rows there are.
    let streaming = execution(source.scan, threads: threads, memory: 300_000)
    var handled = 0
    try streaming.run { handled += $0.rowCount }
    #expect(handled == 50_000)
    let run = execution(sorted, threads: threads)
    try run.run { _ in }
    #expect(run.peakMemory > 400_000)
  }

  @Test(arguments: [1, 2, 5])
  func aContradictionComesBeforeTheFirstChunk(threads: Int) throws {
    let contradiction = TypeContradiction { PartsSource.numbers(1, partSize: 1) }
    let parts = (0..<50).map { part in [[Cell.integer(Int64(part))]] }
    let source = PartsSource(
      [.integer], parts, failures: [40: contradiction], byteCount: 5_000_000)
    #expect(throws: TypeContradiction.self) {
      try execution(source.scan, threads: threads).run { _ in Issue.record("a chunk was handled") }
    }
    let limited = Plan.limit(source.scan, count: .whole(30), offset: nil)
    #expect(try rows(limited, threads: threads).count == 30)
    // Other errors come after the rows before them.
    let broken = PartsSource(
      [.integer], parts, failures: [40: QueryError("broken")], byteCount: 5_000_000)
    var handled = 0
    #expect(throws: QueryError("broken")) {
      try execution(broken.scan, threads: threads).run { handled += $0.rowCount }
    }
    #expect(handled == 40)
  }

  @Test func aRunCanBeRepeated() throws {
    let execution = execution(PartsSource.numbers(10, partSize: 3).scan, threads: 2)
    for _ in 0..<2 {
      var handled = 0
      try execution.run { handled += $0.rowCount }
      #expect(handled == 10)
      #expect(execution.progress.done == 10)
    }
  }

  private func counted(_ plan: Plan) -> Plan {
    .aggregate(
      Aggregate(
        input: plan, keys: [], sets: [[]],
        calls: [AggregateCall(AggregateSignature("count", [], .integer), arguments: [])]))
  }
}
