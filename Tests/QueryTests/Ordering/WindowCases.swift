import Tables

@testable import Query

/// Window calls whose values come from PostgreSQL 15.
///
/// The table `t` has the columns `id`, `g`, `k`, `r`, `d`, `s`, in this order, and the rows of
/// ``WindowCase/rows``; `expected` holds the values in the order of `id`, NULL as `-`.
struct WindowCase: Sendable, CustomStringConvertible {
  /// What PostgreSQL was asked.
  var sql: String
  var call: WindowCall
  var expected: String

  init(_ sql: String, _ call: WindowCall, _ expected: String) {
    self.sql = sql
    self.call = call
    self.expected = expected
  }

  var description: String { sql }

  static let types: [ColumnType] = [.integer, .text, .integer, .real, .date, .timestamp]

  static let rows: [[Cell]] = [
    row(1, "a", 1, 0.5, "2024-01-31"), row(2, "b", 3, 1.25, "2024-02-29"),
    row(3, "a", 1, -2, "2024-03-01"), row(4, "a", nil, 3, "2024-03-31"),
    row(5, "b", 7, nil, nil), row(6, nil, 2, 4, "2024-02-01"),
    row(7, "a", 5, 0.5, "2024-02-29"), row(8, "b", 3, 8.5, "2024-04-30"),
    row(9, "a", 9, 2, "2023-12-31"), row(10, nil, nil, -1.5, "2024-02-15"),
  ]

  private static func row(
    _ id: Int64, _ group: String?, _ number: Int64?, _ real: Double?, _ day: String?
  ) -> [Cell] {
    let date = day.flatMap { CalendarDate(iso: $0) }
    return [
      .integer(id), group.map { .text($0) } ?? .null, number.map { .integer($0) } ?? .null,
      real.map { .real($0) } ?? .null, date.map { .date($0) } ?? .null,
      date.flatMap { Timestamp($0, hour: 12) }.map { .timestamp($0) } ?? .null,
    ]
  }

  private static func call(
    _ function: WindowCall.Function, _ partition: [Int], _ order: [SortKey],
    _ frame: WindowFrame = WindowFrame()
  ) -> WindowCall {
    WindowCall(function, partition: partition, order: order, frame: frame, at: 8)
  }

  private static func rank(_ name: String, _ arguments: [Int] = [], _ type: ColumnType = .integer)
    -> WindowCall.Function
  { .ranking(name, arguments: arguments, type: type) }

  private static func aggregate(
    _ name: String, _ column: Int, _ result: ColumnType
  ) -> WindowCall.Function {
    .aggregate(
      AggregateCall(
        AggregateSignature(name, [types[column]], result), arguments: [column], at: 8))
  }

  private static let byNumber = [SortKey(2), SortKey(0)]
  private static let byDay = [SortKey(4)]
  private static let month = Cell.interval(CalendarInterval(months: 1))
  private static let days10 = Cell.interval(CalendarInterval(days: 10))

  static let all: [WindowCase] = [
    WindowCase(
      "row_number() OVER (PARTITION BY g ORDER BY k, id)", call(rank("row_number"), [1], byNumber),
      "1 1 2 5 3 1 3 2 4 2"),
    WindowCase(
      "rank() OVER (PARTITION BY g ORDER BY k)", call(rank("rank"), [1], [SortKey(2)]),
      "1 1 1 5 3 1 3 1 4 2"),
    WindowCase(
      "dense_rank() OVER (ORDER BY k DESC)",
      call(rank("dense_rank"), [], [SortKey(2, isDescending: true, nullsFirst: true)]),
      "7 5 7 1 3 6 4 5 2 1"),
    WindowCase("rank() OVER (PARTITION BY g)", call(rank("rank"), [1], []), "1 1 1 1 1 1 1 1 1 1"),
    WindowCase(
      "percent_rank() OVER (PARTITION BY g ORDER BY k NULLS FIRST)",
      call(rank("percent_rank", [], .real), [1], [SortKey(2, nullsFirst: true)]),
      "0.25 0 0.25 0 1 1 0.75 0 1 0"),
    WindowCase(
      "percent_rank() OVER (PARTITION BY id ORDER BY k)",
      call(rank("percent_rank", [], .real), [0], [SortKey(2)]), "0 0 0 0 0 0 0 0 0 0"),
    WindowCase(
      "cume_dist() OVER (ORDER BY k)", call(rank("cume_dist", [], .real), [], [SortKey(2)]),
      "0.2 0.5 0.2 1 0.7 0.3 0.6 0.5 0.8 1"),
    WindowCase(
      "ntile(3) OVER (ORDER BY id)", call(rank("ntile", [6]), [], [SortKey(0)]),
      "1 1 1 1 2 2 2 3 3 3"),
    WindowCase(
      "ntile(20) OVER (ORDER BY id)", call(rank("ntile", [7]), [], [SortKey(0)]),
      "1 2 3 4 5 6 7 8 9 10"),
    WindowCase(
      "ntile(k::int) OVER (ORDER BY k NULLS FIRST, id)",
      call(rank("ntile", [2]), [], [SortKey(2, nullsFirst: true), SortKey(0)]),
      "1 1 1 - 1 1 1 1 1 -"),
    WindowCase(
      "lag(k) OVER (PARTITION BY g ORDER BY id)", call(rank("lag", [2]), [1], [SortKey(0)]),
      "- - 1 1 3 - - 7 5 2"),
    WindowCase(
      "lead(k, 3, 20) OVER (ORDER BY id)", call(rank("lead", [2, 6, 7]), [], [SortKey(0)]),
      "- 7 2 5 3 9 - 20 20 20"),
    WindowCase(
      "lag(id, k::int, 20::bigint) OVER (ORDER BY id)",
      call(rank("lag", [0, 2, 7]), [], [SortKey(0)]), "20 20 2 - 20 4 2 5 20 -"),
    WindowCase(
      "lag(id, -3) OVER (ORDER BY id)", call(rank("lag", [0, 8]), [], [SortKey(0)]),
      "4 5 6 7 8 9 10 - - -"),
    WindowCase(
      "first_value(id) OVER (PARTITION BY g ORDER BY k, id)",
      call(rank("first_value", [0]), [1], byNumber), "1 2 1 1 2 6 1 2 1 6"),
    WindowCase(
      "last_value(id) OVER (PARTITION BY g ORDER BY k, id)",
      call(rank("last_value", [0]), [1], byNumber), "1 2 3 4 5 6 7 8 9 10"),
    WindowCase(
      "nth_value(id, 3) OVER (ORDER BY k, id ROWS BETWEEN 1 PRECEDING AND 2 FOLLOWING "
        + "EXCLUDE CURRENT ROW)",
      call(
        rank("nth_value", [0, 6]), [], byNumber,
        WindowFrame(
          mode: .rows, start: .preceding(.integer(1)), end: .following(.integer(2)),
          exclusion: .currentRow)), "- 7 2 - 4 8 9 5 10 -"),
    WindowCase(
      "last_value(k) OVER (ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW "
        + "EXCLUDE GROUP)",
      call(rank("last_value", [2]), [], [SortKey(2)], WindowFrame(mode: .rows, exclusion: .group)),
      "- 2 - 9 5 1 3 2 7 9"),
    WindowCase(
      "first_value(id) OVER (ORDER BY k GROUPS BETWEEN 1 FOLLOWING AND 1 FOLLOWING)",
      call(
        rank("first_value", [0]), [], [SortKey(2)],
        WindowFrame(mode: .groups, start: .following(.integer(1)), end: .following(.integer(1)))),
      "6 7 6 - 9 2 5 7 4 -"),
    WindowCase(
      "sum(k) OVER (ORDER BY k)", call(aggregate("sum", 2, .integer), [], [SortKey(2)]),
      "2 10 2 31 22 4 15 10 31 31"),
    WindowCase(
      "sum(k) OVER (ORDER BY k RANGE BETWEEN 2 PRECEDING AND 1 FOLLOWING)",
      call(
        aggregate("sum", 2, .integer), [], [SortKey(2)],
        WindowFrame(start: .preceding(.integer(2)), end: .following(.integer(1)))),
      "4 10 4 - 12 10 11 10 16 -"),
    WindowCase(
      "count(id) OVER (ORDER BY k RANGE BETWEEN 2 PRECEDING AND 1 FOLLOWING)",
      call(
        aggregate("count", 0, .integer), [], [SortKey(2)],
        WindowFrame(start: .preceding(.integer(2)), end: .following(.integer(1)))),
      "3 5 3 2 2 5 3 5 2 2"),
    WindowCase(
      "count(id) OVER (ORDER BY k DESC RANGE BETWEEN 2 PRECEDING AND UNBOUNDED FOLLOWING)",
      call(
        aggregate("count", 0, .integer), [], [SortKey(2, isDescending: true, nullsFirst: true)],
        WindowFrame(start: .preceding(.integer(2)), end: .unboundedFollowing)),
      "5 6 5 10 8 5 7 6 8 10"),
    WindowCase(
      "count(id) OVER (ORDER BY k NULLS FIRST RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)",
      call(
        aggregate("count", 0, .integer), [], [SortKey(2, nullsFirst: true)],
        WindowFrame(start: .unboundedPreceding, end: .preceding(.integer(1)))),
      "2 5 2 2 8 4 7 5 9 2"),
    WindowCase(
      "count(id) OVER (ORDER BY k RANGE BETWEEN 9223372036854775807 FOLLOWING AND "
        + "UNBOUNDED FOLLOWING)",
      call(
        aggregate("count", 0, .integer), [], [SortKey(2)],
        WindowFrame(start: .following(.integer(.max)), end: .unboundedFollowing)),
      "2 2 2 2 2 2 2 2 2 2"),
    WindowCase(
      "count(id) OVER (ORDER BY k RANGE BETWEEN 5 FOLLOWING AND 2 FOLLOWING)",
      call(
        aggregate("count", 0, .integer), [], [SortKey(2)],
        WindowFrame(start: .following(.integer(5)), end: .following(.integer(2)))),
      "0 0 0 2 0 0 0 0 0 2"),
    WindowCase(
      "sum(r) OVER (ORDER BY r RANGE BETWEEN 1.5 PRECEDING AND 1.5 FOLLOWING EXCLUDE TIES)",
      call(
        aggregate("sum", 3, .real), [], [SortKey(3)],
        WindowFrame(start: .preceding(.real(1.5)), end: .following(.real(1.5)), exclusion: .ties)),
      "3.75 4.25 -3.5 9 - 7 3.75 8.5 7.25 -3.5"),
    WindowCase(
      "avg(r) OVER (PARTITION BY g ORDER BY id ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)",
      call(
        aggregate("avg", 3, .real), [1], [SortKey(0)],
        WindowFrame(mode: .rows, start: .preceding(.integer(1)), end: .following(.integer(1)))),
      "-0.75 1.25 0.5 0.5 4.875 1.25 1.8333333333333333 8.5 1.25 1.25"),
    WindowCase(
      "min(r) OVER (ORDER BY id ROWS BETWEEN 2 FOLLOWING AND 4 FOLLOWING)",
      call(
        aggregate("min", 3, .real), [], [SortKey(0)],
        WindowFrame(mode: .rows, start: .following(.integer(2)), end: .following(.integer(4)))),
      "-2 3 0.5 0.5 0.5 -1.5 -1.5 -1.5 - -"),
    WindowCase(
      "max(g) OVER (ORDER BY id ROWS 2 PRECEDING)",
      call(
        aggregate("max", 1, .text), [], [SortKey(0)],
        WindowFrame(mode: .rows, start: .preceding(.integer(2)))), "a b b b b b b b b b"),
    WindowCase(
      "count(id) OVER (ORDER BY d RANGE BETWEEN '1 month' PRECEDING AND CURRENT ROW)",
      call(aggregate("count", 0, .integer), [], byDay, WindowFrame(start: .preceding(month))),
      "2 5 5 4 1 2 5 2 1 3"),
    WindowCase(
      "count(id) OVER (ORDER BY d RANGE BETWEEN CURRENT ROW AND '1 month' FOLLOWING)",
      call(
        aggregate("count", 0, .integer), [], byDay,
        WindowFrame(start: .currentRow, end: .following(month))), "5 3 2 2 1 5 3 1 2 4"),
    WindowCase(
      "count(id) OVER (ORDER BY d DESC RANGE BETWEEN '10 days' PRECEDING AND '1 month' FOLLOWING)",
      call(
        aggregate("count", 0, .integer), [], [SortKey(4, isDescending: true, nullsFirst: true)],
        WindowFrame(start: .preceding(days10), end: .following(month))), "3 6 5 4 1 2 6 2 1 3"),
    WindowCase(
      "count(id) OVER (ORDER BY s RANGE BETWEEN '10 days' PRECEDING AND '1 month' "
        + "FOLLOWING EXCLUDE CURRENT ROW)",
      call(
        aggregate("count", 0, .integer), [], [SortKey(5)],
        WindowFrame(start: .preceding(days10), end: .following(month), exclusion: .currentRow)),
      "4 2 3 1 0 5 2 0 1 3"),
    WindowCase(
      "sum(id) OVER (ORDER BY k GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE GROUP)",
      call(
        aggregate("sum", 0, .integer), [], [SortKey(2)],
        WindowFrame(
          mode: .groups, start: .preceding(.integer(1)), end: .following(.integer(1)),
          exclusion: .group)), "6 13 6 9 16 14 15 13 19 9"),
    WindowCase(
      "sum(id) OVER (ORDER BY k GROUPS BETWEEN 1 PRECEDING AND 1 FOLLOWING EXCLUDE TIES)",
      call(
        aggregate("sum", 0, .integer), [], [SortKey(2)],
        WindowFrame(
          mode: .groups, start: .preceding(.integer(1)), end: .following(.integer(1)),
          exclusion: .ties)), "7 15 9 13 21 20 22 21 28 19"),
  ]
}
