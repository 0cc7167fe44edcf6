import Tables
import Testing

@testable import Query

/// Every aggregate against loops over the rows that know nothing of the engine.
@Suite struct AggregateReferenceTests {
  private struct Key: Hashable {
    var group: String?
    var wave: Int64?
  }

  static let results = [
    "count(*)", "count(antal)", "sum(antal)", "avg(antal)", "min(antal)", "max(antal)", "sum(tal)",
    "avg(tal)", "min(tal)", "max(tal)", "min(grupp)", "max(dag)", "min(ja)", "max(ja)",
    "count(*) FILTER (WHERE ja)", "sum(antal * 2) FILTER (WHERE antal > 0 AND NOT ja)",
    "100 * count(*) FILTER (WHERE antal >= 0) / count(*)",
  ]

  private func slow(_ rows: [RandomRows.Row]) -> [Cell] {
    let counts = rows.compactMap(\.count)
    let figures = rows.compactMap(\.figure)
    let (sum, total) = (counts.reduce(0, +), exactSum(figures))
    let flags = rows.compactMap(\.flag)
    let chosen = rows.filter { ($0.count ?? 0) > 0 && $0.flag == false }.compactMap(\.count)
    return [
      .integer(Int64(rows.count)), .integer(Int64(counts.count)),
      counts.isEmpty ? .null : .real(Double(sum)),
      counts.isEmpty ? .null : .real(Double(sum) / Double(counts.count)),
      counts.min().map(Cell.integer) ?? .null, counts.max().map(Cell.integer) ?? .null,
      figures.isEmpty ? .null : .real(total),
      figures.isEmpty ? .null : .real(total / Double(figures.count)),
      figures.min().map(Cell.real) ?? .null, figures.max().map(Cell.real) ?? .null,
      rows.compactMap(\.group).min().map(Cell.text) ?? .null,
      rows.compactMap(\.day).max().map(Cell.date) ?? .null,
      flags.isEmpty ? .null : .boolean(!flags.contains(false)),
      flags.isEmpty ? .null : .boolean(flags.contains(true)),
      .integer(Int64(flags.filter { $0 }.count)),
      chosen.isEmpty ? .null : .real(Double(2 * chosen.reduce(0, +))),
      .real(100 * Double(counts.filter { $0 >= 0 }.count) / Double(rows.count)),
    ]
  }

  @Test("grouped by two columns", arguments: [1, 2, 7, 60, 500, 1000], [1 as UInt64, 2, 3])
  func grouped(count: Int, seed: UInt64) throws {
    let random = RandomRows(count, seed: seed)
    let groups = try plan(Self.results, by: ["grupp", "omgang"]).run(on: random.table())
    let expected = Dictionary(grouping: random.rows) { Key(group: $0.group, wave: $0.wave) }
    #expect(groups.count == expected.count)
    for group in groups {
      let key = try #require(
        expected.keys.first {
          group.keys == [
            $0.group.map(Cell.text) ?? .null, $0.wave.map(Cell.integer) ?? .null,
          ]
        })
      let slow = slow(expected[key] ?? [])
      for (index, (fast, slow)) in zip(group.results, slow).enumerated() {
        #expect(near(fast, slow), "\(Self.results[index]) of \(group.keys): \(fast), not \(slow)")
      }
    }
  }

  @Test("filtered, without keys", arguments: [1, 30, 400], [4 as UInt64, 5])
  func filtered(count: Int, seed: UInt64) throws {
    let random = RandomRows(count, seed: seed)
    let plan = try plan(
      Array(Self.results.dropLast()), where: "antal < 20 AND grupp <> 'a' OR tal IS NULL")
    let rows = random.rows.filter {
      let small = $0.count.map { $0 < 20 }
      let other = $0.group.map { $0 != "a" }
      return small == true && other == true || $0.figure == nil
    }
    let groups = try plan.run(on: random.table())
    #expect(groups.count == 1)
    for (fast, slow) in zip(groups[0].results, slow(rows)) { #expect(near(fast, slow)) }
  }

  /// Naive summation gives 0 for both; the true sums are 2 and 1 (Neumaier 1974; Python's
  /// math.fsum agrees).
  @Test(
    "sums are compensated",
    arguments: [([1, 1e100, 1, -1e100], 2), ([1e16, 1, -1e16], 1)] as [([Double], Double)])
  func compensated(numbers: [Double], sum: Double) throws {
    let table = queryTable([("x", .real, numbers.map(Cell.real))])
    let groups = try plan(["sum(x)", "avg(x)"]).run(on: table)
    #expect(groups[0].results == [.real(sum), .real(sum / Double(numbers.count))])
  }

  @Test("a sum beyond the range is refused", arguments: ["sum", "avg"])
  func overflow(function: String) {
    let table = queryTable([("x", .real, [.real(1.5e308), .real(1.5e308)])])
    #expect(
      refusal { () throws(QueryError) in try plan(["\(function)(x)"]).run(on: table) }
        == "the result of '\(function)' is out of range")
  }

  @Test("whole numbers beyond 2^53 keep their order")
  func bigNumbers() throws {
    let cells = [9_007_199_254_740_992, 9_007_199_254_740_993].map { Cell.integer($0) }
    let table = queryTable([("x", .integer, cells)])
    #expect(try plan(["min(x)", "max(x)"]).run(on: table)[0].results == cells)
  }
}
