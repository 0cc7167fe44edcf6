import Query
import TableFixtures
import Tables

/// Rows of all types made from a seed, with nulls, ties and texts in several pools.
struct TestRows {
  static let types: [ColumnType] = [
    .text, .integer, .boolean, .real, .real, .integer, .boolean, .text, .date, .timestamp,
    .interval, .real, .boolean, .real,
  ]
  /// What the columns are for.
  enum At {
    static let unit = 0
    static let year = 1
    static let gender = 2
    static let x = 3
    static let y = 4
    static let days = 5
    static let condition = 6
    static let name = 7
    static let date = 8
    static let time = 9
    static let length = 10
    static let weight = 11
    static let filter = 12
    static let positive = 13
  }

  static let input = Plan.values([], types: types)
  let rows: [[Cell]]

  init(_ count: Int, seed: UInt64) {
    var random = SeededGenerator(state: seed)
    rows = (0..<count).map { row in
      func maybe(_ cell: Cell) -> Cell { random.below(8) == 0 ? .null : cell }
      return [
        maybe(.text("unit \(random.below(4))")), maybe(.integer(Int64(2020 + random.below(3)))),
        maybe(.boolean(random.below(2) == 0)),
        maybe(.real(Double(random.below(2000)) / 7 - 100)),
        maybe(.real(Double(random.below(100)) * 0.1)),
        maybe(.integer(Int64(random.below(30) - 5))), maybe(.boolean(random.below(3) > 0)),
        maybe(.text(["Åsa", "Örjan", "", "Ann", "Bo"][random.below(5)])),
        maybe(.date(CalendarDate(daysSince1970: Int32(19_000 + random.below(40))))),
        maybe(.timestamp(Timestamp(secondsSince1970: Int64(random.below(1_000_000_000))))),
        maybe(.interval(CalendarInterval(days: Int32(random.below(9)), microseconds: Int64(row)))),
        maybe(.real(Double(random.below(5)) / 3)), maybe(.boolean(random.below(3) > 0)),
        maybe(.real(Double(1 + random.below(9)) / 4)),
      ]
    }
  }

  /// Some rows as a chunk, each with pools of its own.
  static func chunk(_ rows: some Collection<[Cell]>) -> Chunk {
    Chunk(
      columns: types.indices.map { column in
        Vector(rows.map { $0[column] }, type: types[column])
      }, rowCount: rows.count)
  }

  /// Aggregates all rows at once.
  func aggregated(
    keys: [Int], sets: [[Int]]? = nil, _ calls: [AggregateCall]
  ) throws -> [[Cell]] {
    let aggregate = Aggregate(
      input: Self.input, keys: keys, sets: sets ?? [Array(keys.indices)], calls: calls)
    let partial = PartialAggregation(aggregate, memory: MemoryBudget())
    try partial.add(Self.chunk(rows), ordinal: 0)
    return try cells(partial.finished())
  }
}

/// All rows of chunks, cell by cell; -0.0 and 0.0 stay apart.
func cells(_ chunks: [Chunk]) -> [[Cell]] {
  chunks.flatMap { chunk in (0..<chunk.rowCount).map { row in chunk.columns.map { $0[row] } } }
}

/// A call of the signature whose parameters are the columns' types.
func call(
  _ name: String, _ arguments: [Int], constants: [Int: Cell] = [:], filter: Int? = nil,
  distinct: Bool = false, order: [SortKey] = [], options: [String: Cell] = [:],
  within: Bool = false, at: Int = 0
) -> AggregateCall {
  let found = AggregateCatalogue.signatures.first { signature in
    signature.name == name && signature.parameters.count == arguments.count
      && (signature.order == .withinGroup) == within
      && signature.parameters.indices.allSatisfy {
        signature.constants.contains($0)
          || signature.parameters[$0] == TestRows.types[arguments[$0]]
      }
  }
  guard let signature = found else { fatalError("no aggregate \(name) for \(arguments)") }
  var all = options
  for option in signature.options where all[option.name] == nil {
    all[option.name] = option.standard
  }
  return AggregateCall(
    signature, arguments: arguments, constants: constants, filter: filter, isDistinct: distinct,
    order: order, options: all, at: at)
}

/// One call of each kind, over the columns of ``TestRows``.
let everyCall: [AggregateCall] = {
  typealias At = TestRows.At
  var calls = [call("count", [])]
  for column in TestRows.types.indices where column < 11 {
    for name in ["count", "min", "max", "any_value"] { calls.append(call(name, [column])) }
  }
  for name in ["variance", "var_pop", "stddev", "stddev_pop", "sum", "avg", "median", "mad"] {
    for column in [At.x, At.days] { calls.append(call(name, [column])) }
  }
  for name in [
    "covar_pop", "covar_samp", "corr", "regr_slope", "regr_intercept", "regr_r2", "regr_avgx",
    "regr_avgy", "regr_sxx", "regr_syy", "regr_sxy", "regr_count",
  ] {
    calls.append(call(name, [At.y, At.x]))
  }
  for name in ["bool_and", "bool_or", "every", "share", "share_low", "share_high"] {
    calls.append(call(name, [At.condition]))
  }
  calls.append(call("bit_and", [At.days]))
  calls.append(call("bit_or", [At.days]))
  for fraction in [0, 0.25, 0.9, 1] {
    for column in [At.x, At.days] {
      for isDescending in [false, true] {
        for name in ["percentile_cont", "percentile_disc"] {
          calls.append(
            call(
              name, [At.x, column], constants: [0: .real(fraction)],
              order: [SortKey(column, isDescending: isDescending)], within: true))
        }
      }
    }
    calls.append(
      call("percentile_disc", [At.x, At.date], constants: [0: .real(fraction)], within: true))
  }
  for column in [At.name, At.days, At.x, At.condition, At.date, At.time] {
    calls.append(call("mode", [column]))
    calls.append(
      call("mode", [column], order: [SortKey(column, isDescending: true)], within: true))
  }
  for order in [
    [], [SortKey(At.name)], [SortKey(At.days, isDescending: true, nullsFirst: true)],
  ] {
    calls.append(
      call("string_agg", [At.name, At.name], constants: [1: .text(", ")], order: order))
  }
  calls.append(
    call("string_agg", [At.name, At.name], constants: [1: .text("|")], distinct: true))
  for column in [At.name, At.x, At.days, At.date] {
    calls.append(call("count", [column], distinct: true))
  }
  for name in ["sum", "avg", "stddev", "median", "max"] {
    calls.append(call(name, [At.days], distinct: true))
    calls.append(call(name, [At.y], distinct: true))
  }
  calls.append(call("goal_probability", [At.condition], options: ["goal": .real(0.6)]))
  calls.append(
    call(
      "goal_probability", [At.condition], options: ["goal": .real(0.6), "invited": .integer(200)]))
  calls.append(
    call(
      "share_low", [At.condition],
      options: ["method": .text("hypergeometric"), "population": .integer(200)]))
  calls.append(call("weighted_mean", [At.x, At.weight]))
  calls.append(call("weighted_share", [At.condition, At.weight]))
  calls.append(call("effective_n", [At.weight]))
  calls.append(call("design_effect", [At.weight]))
  for name in ["mean_low", "mean_high", "trimmed_mean"] { calls.append(call(name, [At.x])) }
  calls.append(call("geometric_mean", [At.positive]))
  calls.append(call("nps", [At.y]))
  let plain = calls
  for call in plain where !call.isDistinct {
    var filtered = call
    filtered.filter = At.filter
    calls.append(filtered)
  }
  return calls
}()
