import TableFixtures
import Tables
import Testing

@testable import Query

@Suite struct WindowCaseTests {
  /// The constants that calls take as arguments follow the table's columns.
  private static let constants: [Int64] = [3, 20, -3]
  private static let types =
    WindowCase.types + constants.map { _ in ColumnType.integer } + [.boolean, .interval]

  private static func evaluate(_ calls: [WindowCall], rows: [[Cell]]) throws -> [[Cell]] {
    let rows = rows.map { row in
      row + constants.map { .integer($0) } + [.boolean(true), .interval(CalendarInterval())]
    }
    let chunks = try WindowEvaluation.columns(
      for: Window(input: .values([], types: types), calls: calls),
      over: SortingTests.chunks(rows, types, [3]), types: types, memory: MemoryBudget())
    return SortingTests.cells(chunks).map { Array($0.dropFirst(types.count)) }
  }

  @Test(arguments: WindowCase.all) func givesWhatPostgreSQLGives(_ each: WindowCase) throws {
    let values = try Self.evaluate([each.call], rows: WindowCase.rows).map { Self.text($0[0]) }
    #expect(values.joined(separator: " ") == each.expected)
  }

  /// Calls that share sorts and calls that do not, together.
  @Test func allAtOnce() throws {
    let values = try Self.evaluate(WindowCase.all.map(\.call), rows: WindowCase.rows)
    for (index, each) in WindowCase.all.enumerated() {
      #expect(
        values.map { Self.text($0[index]) }.joined(separator: " ") == each.expected, "\(each)")
    }
  }

  @Test func noRows() throws {
    #expect(try Self.evaluate(WindowCase.all.map(\.call), rows: []).isEmpty)
  }

  /// Values as PostgreSQL writes them.
  private static func text(_ cell: Cell) -> String {
    switch cell {
    case .null: "-"
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .real(let value): value == value.rounded() ? "\(Int(value))" : "\(value)"
    default: "?"
    }
  }

  static let refusals: [(WindowCall, String)] = {
    func call(
      _ function: WindowCall.Function, order: [Int] = [0], _ frame: WindowFrame = WindowFrame()
    ) -> WindowCall {
      WindowCall(
        function, partition: [], order: order.map { SortKey($0) }, frame: frame, at: 8)
    }
    func rows(_ start: WindowFrame.Bound, _ end: WindowFrame.Bound = .currentRow) -> WindowFrame {
      WindowFrame(mode: .rows, start: start, end: end)
    }
    let number = WindowCall.Function.ranking("row_number", arguments: [], type: .integer)
    var distinct = AggregateCall(
      AggregateSignature("sum", [.integer], .integer), arguments: [2], at: 8)
    distinct.isDistinct = true
    var ordered = distinct
    ordered.isDistinct = false
    let sum = ordered
    ordered.order = [SortKey(0)]
    let median = AggregateCall(
      AggregateSignature("percentile_cont", [.real], .real, order: .withinGroup),
      arguments: [3], at: 8)
    return [
      (
        call(.ranking("ntile", arguments: [8], type: .integer)),
        "argument of ntile must be greater than zero at character 8"
      ),
      (
        call(.ranking("nth_value", arguments: [0, 8], type: .integer)),
        "argument of nth_value must be greater than zero at character 8"
      ),
      (
        call(number, rows(.preceding(.integer(-1)))),
        "frame starting offset must not be negative at character 8"
      ),
      (
        call(number, rows(.currentRow, .following(.integer(-1)))),
        "frame ending offset must not be negative at character 8"
      ),
      (
        call(number, rows(.preceding(.null))),
        "frame starting offset must not be null at character 8"
      ),
      (
        call(number, WindowFrame(start: .currentRow, end: .following(.null))),
        "frame ending offset must not be null at character 8"
      ),
      (
        call(number, WindowFrame(start: .preceding(.integer(-1)))),
        "invalid preceding or following size in window function at character 8"
      ),
      (
        call(
          number, order: [4], WindowFrame(start: .preceding(.interval(CalendarInterval(days: -1))))),
        "invalid preceding or following size in window function at character 8"
      ),
      (
        call(number, order: [0, 2], WindowFrame(start: .preceding(.integer(1)))),
        "RANGE with offset PRECEDING/FOLLOWING requires exactly one ORDER BY column at character 8"
      ),
      (
        call(number, order: [1], WindowFrame(start: .preceding(.integer(1)))),
        "RANGE with offset PRECEDING/FOLLOWING is not supported for column type text at character 8"
      ),
      (
        call(number, WindowFrame(start: .preceding(.real(1.5)))),
        "RANGE with offset PRECEDING/FOLLOWING is not supported for column type integer and "
          + "offset type real at character 8; cast the offset value to an appropriate type"
      ),
      (
        call(number, order: [], WindowFrame(mode: .groups)),
        "GROUPS mode requires an ORDER BY clause at character 8"
      ),
      (
        call(.aggregate(distinct)),
        "DISTINCT is not implemented for window functions at character 8"
      ),
      (
        call(.aggregate(ordered)),
        "aggregate ORDER BY is not implemented for window functions at character 8"
      ),
      (
        call(.aggregate(median)),
        "OVER is not supported for ordered-set aggregate percentile_cont at character 8"
      ),
      (
        call(.ranking("row_count", arguments: [], type: .integer)),
        "window function row_count does not exist at character 8"
      ),
      (call(.aggregate(sum)), "bigint out of range at character 8"),
    ]
  }()

  @Test(arguments: refusals) func refuses(_ call: WindowCall, _ message: String) {
    var rows = WindowCase.rows
    // Two numbers whose sum has no room.
    rows[0][2] = .integer(.max)
    let error = #expect(throws: QueryError.self) { try Self.evaluate([call], rows: rows) }
    #expect(error?.description == message)
  }

  /// Added one by one in doubles, small values would be lost, and the order would matter.
  static let sums: [([Double], Double)] = [
    ([1e16, 1, -1e16], 1.0), ([1, 1e16, 1, -1e16, 0.5], 2.5), ([0.1, 0.2, 0.3], 0.6),
    ([0x1p53, 1, 0x1p-40], 0x1p53 + 2), ([0x1p53, 1], 0x1p53), ([-0.0, 0.0], 0),
  ]

  @Test(arguments: sums) func sumsOfRealsAreExact(_ values: [Double], _ expected: Double) throws {
    let sum = AggregateCall(AggregateSignature("sum", [.real], .real), arguments: [0])
    let whole = WindowFrame(mode: .rows, start: .unboundedPreceding, end: .unboundedFollowing)
    let result = try WindowEvaluation.columns(
      for: Window(
        input: .values([], types: [.real]),
        calls: [WindowCall(.aggregate(sum), partition: [], order: [], frame: whole)]),
      over: SortingTests.chunks(values.map { [Cell.real($0)] }, [.real], [3]), types: [.real],
      memory: MemoryBudget())
    for row in SortingTests.cells(result) { #expect(row[1] == .real(expected)) }
  }

  /// Quotients and sums of wide numbers, against the nearest double by another way.
  @Test func roundsToNearest() {
    var random = SeededGenerator(state: 21)
    for _ in 0..<2000 {
      let sum = Int128(truncatingIfNeeded: random.next()) << Int128(random.below(60))
      #expect(SumRounding.double(sum, exponent: 0) == Double(sum))
      #expect(SumRounding.double(-sum, exponent: 3) == -Double(sum) * 8)
      let count = random.below(1000) + 1
      // A quotient of whole numbers lies between the neighbours of its rounding.
      let quotient = SumRounding.quotient(sum, by: count, exponent: 0)
      let scaled = Int128(quotient) * Int128(count)
      let gap = Int128(quotient.ulp.rounded(.up)) * Int128(count)
      #expect((scaled - sum).magnitude <= gap.magnitude)
    }
    #expect(SumRounding.double(1, exponent: -1074) == .leastNonzeroMagnitude)
    #expect(SumRounding.quotient(1, by: 2, exponent: -1074) == 0)
    #expect(SumRounding.quotient(3, by: 2, exponent: -1074) == 2 * .leastNonzeroMagnitude)
    #expect(SumRounding.double(1 << 100, exponent: 924) == .infinity)
    #expect(SumRounding.quotient(1 << 60 + 1, by: 3, exponent: 0) == 0x1p60 / 3)
  }
}
