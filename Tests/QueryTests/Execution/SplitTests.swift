import Tables
import Testing

@testable import Query

/// The partial step runs on any part of a table; parts merge in any order.
@Suite struct SplitTests {
  static let exact = [
    "count(*)", "count(tal)", "count(*) FILTER (WHERE ja)", "min(antal)", "max(antal)", "min(tal)",
    "max(tal)", "min(grupp)", "max(grupp)", "min(dag)", "max(dag)", "min(ja)", "max(ja)",
  ]
  static let sums = ["sum(antal)", "avg(antal)", "sum(tal)", "avg(tal) FILTER (WHERE NOT ja)"]

  /// So many parts of whole batches, some of them empty, each with its own state, in random order.
  private func merged(
    _ plan: Aggregation, _ table: Table, parts: Int, _ random: inout SeededGenerator
  ) throws -> [AggregatedGroup] {
    var partials = (0..<parts).map { _ in PartialAggregation(plan: plan) }
    for batch in table.batches {
      try partials[Int.random(in: 0..<parts, using: &random)].add(batch, schema: table.schema)
    }
    partials.shuffle(using: &random)
    while partials.count > 1 {
      // As a tree, not a chain: merged states merge again.
      let last = partials.removeLast()
      try partials[Int.random(in: 0..<partials.count, using: &random)].merge(last)
    }
    return try partials[0].finished()
  }

  @Test("any split, any order", arguments: [1, 2, 3, 17], [[], ["grupp"], ["omgang", "ja"]])
  func splits(parts: Int, keys: [String]) throws {
    for seed in 1...8 {
      var random = SeededGenerator(seed: UInt64(seed))
      let table = RandomRows(40 * seed, seed: UInt64(seed)).table(batchSize: 9)
      let plan = try plan(Self.exact + Self.sums, by: keys)
      let whole = try plan.run(on: table)
      let merged = try merged(plan, table, parts: parts, &random)
      #expect(merged.count == whole.count)
      for group in whole {
        let other = try #require(merged.first { $0.keys == group.keys })
        let count = Self.exact.count
        #expect(other.results.prefix(count) == group.results.prefix(count))
        for (a, b) in zip(other.results.dropFirst(count), group.results.dropFirst(count)) {
          #expect(near(a, b), "\(a) and \(b) of \(group.keys)")
        }
        #expect(other.lines == group.lines)
      }
    }
  }

  @Test("parts in their order keep the order of the groups", arguments: [2, 3, 17])
  func order(parts: Int) throws {
    let table = RandomRows(200, seed: 9).table(batchSize: 10)
    let plan = try plan(["count(*)"], by: ["grupp", "omgang"])
    var all = PartialAggregation(plan: plan)
    for part in 0..<parts {
      var partial = PartialAggregation(plan: plan)
      for (index, batch) in table.batches.enumerated()
      where index * parts / table.batches.count == part {
        try partial.add(batch, schema: table.schema)
      }
      try all.merge(partial)
    }
    #expect(try all.finished() == plan.run(on: table))
  }

  @Test("parts without rows change nothing")
  func empty() throws {
    let plan = try plan(Self.exact + Self.sums)
    var empty = PartialAggregation(plan: plan)
    try empty.merge(PartialAggregation(plan: plan))
    let none = try empty.finished()
    #expect(none.count == 1)
    #expect(
      none[0].results == Array(repeating: .integer(0), count: 3)
        + Array(repeating: .null, count: 14))
    let table = RandomRows(30, seed: 10).table()
    for batch in table.batches { try empty.add(batch, schema: table.schema) }
    try empty.merge(PartialAggregation(plan: plan))
    #expect(try empty.finished() == plan.run(on: table))
  }
}
