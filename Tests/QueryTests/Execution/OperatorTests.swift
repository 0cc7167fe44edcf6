import Synchronization
import Tables
import Testing

@testable import Query

/// Single steps where random plans do not look: refusals, what runs once, subqueries.
@Suite struct OperatorTests {
  private let numbers: Plan = .values((1...4).map { [.whole($0)] }, types: [.integer])

  @Test(arguments: [("LIMIT", true), ("OFFSET", false)])
  func limitsMustNotBeNegative(name: String, isCount: Bool) {
    let below = Expression.whole(-1)
    let plan = Plan.limit(numbers, count: isCount ? below : nil, offset: isCount ? nil : below)
    let error = #expect(throws: QueryError.self) { try rows(plan) }
    #expect(error == QueryError("\(name) must not be negative"))
  }

  @Test func nullLimitsNothing() throws {
    let null = Expression.literal(.null, .integer)
    #expect(try rows(.limit(numbers, count: null, offset: null)).count == 4)
    let most = Expression.literal(.integer(.max), .integer)
    #expect(try rows(.limit(numbers, count: most, offset: .whole(3))).count == 1)
    #expect(
      try rows(.limit(.sort(numbers, [SortKey(0)]), count: most, offset: most)).isEmpty)
  }

  @Test func selectWithoutFromHasOneRow() throws {
    #expect(try rows(.values([[]], types: [])) == [[]])
    #expect(try rows(.project(.values([[]], types: []), [.whole(7)])) == [[.integer(7)]])
  }

  @Test(arguments: [1, 2, 5])
  func sharedPlansRunOnce(threads: Int) throws {
    let source = PartsSource.numbers(20, partSize: 3)
    let shared = Plan.shared(SharedPlan(name: "s", plan: source.scan))
    let plan = Plan.combine(
      SetOperation(
        .union, keepsDuplicates: true, shared,
        .project(.join(Join(.inner, shared, shared, keys: [(0, 0)])), [.number(0)])))
    #expect(try rows(plan, threads: threads).count == 40)
    #expect(source.opened.load(ordering: .relaxed) == 1)
  }

  @Test(arguments: [1, 2, 5])
  func longChainsOfUnionsAreFlat(threads: Int) throws {
    var plan = numbers
    for _ in 0..<2000 {
      plan = .combine(SetOperation(.union, keepsDuplicates: true, plan, numbers))
    }
    #expect(try rows(plan, threads: threads).count == 8004)
    for _ in 0..<3 {
      plan = .combine(SetOperation(.union, keepsDuplicates: false, plan, numbers))
    }
    #expect(try rows(plan, threads: threads).count == 4)
  }

  @Test func deepPlansAreRefused() {
    var plan = numbers
    for _ in 0..<300 { plan = .distinct(plan, on: nil) }
    let error = #expect(throws: QueryError.self) { try rows(plan) }
    #expect(error == QueryError("the query is nested too deeply"))
  }

  @Test func recursionStreamsUnderALimit() throws {
    let endless = Plan.recursive(
      Recursive(
        number: 1, first: .values([[.whole(1)]], types: [.integer]),
        next: .project(
          .workingTable(1, types: [.integer]), [.call("+", .number(0), .whole(1))]),
        keepsDuplicates: true))
    #expect(
      try rows(.limit(endless, count: .whole(3), offset: .whole(100)), threads: 2)
        == [[.integer(101)], [.integer(102)], [.integer(103)]])
  }

  @Test(arguments: [1, 2, 5])
  func pairsOfManyRowsComeInChunks(threads: Int) throws {
    let side = PartsSource.numbers(300, partSize: 70).scan
    let all = Plan.project(side, [.whole(1), .number(0)])
    let plans: [Plan] = [
      .join(Join(.cross, side, side)), .join(Join(.left, all, all, keys: [(0, 0)])),
      .join(
        Join(.full, all, all, keys: [(0, 0)], condition: .call("<", .whole(0), .whole(1)))),
    ]
    for plan in plans {
      var count = 0
      var largest = 0
      var last: (Int64, Int64) = (-1, -1)
      var isOrdered = true
      let places = plan.types.count == 2 ? (0, 1) : (1, 3)
      try execution(plan, threads: threads).run { chunk in
        count += chunk.rowCount
        largest = max(largest, chunk.rowCount)
        guard case .integer(let left) = chunk.columns[places.0].storage,
          case .integer(let right) = chunk.columns[places.1].storage
        else { return }
        for row in 0..<chunk.rowCount {
          isOrdered = isOrdered && last < (left[row], right[row])
          last = (left[row], right[row])
        }
      }
      #expect(count == 90_000)
      #expect(largest <= 65_536)
      #expect(isOrdered)
    }
  }

  @Test(arguments: [1, 2, 5])
  func subqueriesSeeTheRowAround(threads: Int) throws {
    let outer = PartsSource.numbers(300, partSize: 20)
    let inner = PartsSource.numbers(40, partSize: 7)
    // How many of the inner numbers are smaller than a third column of the row around.
    let smaller = Plan.aggregate(
      Aggregate(
        input: .filter(inner.scan, .call("<", .number(0), .parameter(0, .integer))), keys: [],
        sets: [[]],
        calls: [AggregateCall(AggregateSignature("count", [], .integer), arguments: [])]))
    let correlated = Subquery(
      kind: .scalar, plan: smaller, parameters: [.call("+", .number(0), .whole(-100))],
      type: .integer)
    let nothing = Subquery(
      kind: .exists, plan: .filter(inner.scan, .call(">", .number(0), .whole(39))),
      parameters: [], type: .boolean)
    let plan = Plan.project(
      outer.scan, [.number(0), .subquery(correlated, at: 0), .subquery(nothing, at: 0)])
    let expected = try ReferenceExecutor(scalar: SmallEvaluator.scalar).rows(plan)
    inner.opened.store(0, ordering: .relaxed)
    #expect(try rows(plan, threads: threads) == expected)
    // Once for each subquery: what does not depend on the row around is kept.
    #expect(inner.opened.load(ordering: .relaxed) == 2)
  }

  @Test func errorsOfSubqueriesAreToldWhenARowAsks() throws {
    let failing = Subquery(
      kind: .scalar, plan: .project(numbers, [.call("/", .whole(1), .whole(0))]), parameters: [],
      type: .integer)
    let none = Plan.filter(
      PartsSource.numbers(9, partSize: 2).scan, .call("<", .number(0), .whole(0)))
    #expect(try rows(.project(none, [.subquery(failing, at: 0)]), threads: 2).isEmpty)
    let error = #expect(throws: QueryError.self) {
      try rows(.project(numbers, [.subquery(failing, at: 0)]), threads: 2)
    }
    #expect(error?.message == "division by zero")
  }
}
