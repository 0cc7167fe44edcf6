internal import Tables

extension ScalarCatalogue {
  /// `+ - * /` of days, moments and lengths of time.
  static let dateArithmetic: [ScalarFunction] = [
    .rule("+", AddDays.self, canFail: true), .rule("-", SubtractDays.self, canFail: true),
    .rule("-", DaysBetween.self),
    .pair("+", Integers.self, Dates.self, Dates.self, canFail: true) { days, date in
      if let problem = AddDays.problem(date, days) { throw QueryError(problem) }
      return date + Int32(days)
    },
    .pair("+", Dates.self, Intervals.self, Timestamps.self, canFail: true) { day, interval in
      try IntervalArithmetic.sum(Int64(day) * Microseconds.day, interval)
    },
    .pair("+", Intervals.self, Dates.self, Timestamps.self, canFail: true) { interval, day in
      try IntervalArithmetic.sum(Int64(day) * Microseconds.day, interval)
    },
    .pair("-", Dates.self, Intervals.self, Timestamps.self, canFail: true) { day, interval in
      try IntervalArithmetic.sum(
        Int64(day) * Microseconds.day, IntervalArithmetic.negated(interval))
    },
    .pair("+", Timestamps.self, Intervals.self, Timestamps.self, canFail: true) {
      try IntervalArithmetic.sum($0, $1)
    },
    .pair("+", Intervals.self, Timestamps.self, Timestamps.self, canFail: true) {
      try IntervalArithmetic.sum($1, $0)
    },
    .pair("-", Timestamps.self, Intervals.self, Timestamps.self, canFail: true) {
      try IntervalArithmetic.sum($0, IntervalArithmetic.negated($1))
    },
    .pair("-", Timestamps.self, Timestamps.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.difference($0, $1)
    },
    .pair("+", Intervals.self, Intervals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.sum($0, $1)
    },
    .pair("-", Intervals.self, Intervals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.sum($0, IntervalArithmetic.negated($1))
    },
    .pair("*", Intervals.self, Reals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.product($0, $1)
    },
    .pair("*", Reals.self, Intervals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.product($1, $0)
    },
    .pair("/", Intervals.self, Reals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.quotient($0, $1)
    },
    .unary("-", Intervals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.negated($0)
    },
    .unary("+", Intervals.self, Intervals.self) { $0 },
    .unary("justify_hours", Intervals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.justifiedHours($0)
    },
    .unary("justify_days", Intervals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.justifiedDays($0)
    },
    .unary("justify_interval", Intervals.self, Intervals.self, canFail: true) {
      try IntervalArithmetic.justified($0)
    },
    .pair("age", Timestamps.self, Timestamps.self, Intervals.self) {
      IntervalArithmetic.age($0, $1)
    },
    .pair("age", Dates.self, Dates.self, Intervals.self) {
      IntervalArithmetic.age(Int64($0) * Microseconds.day, Int64($1) * Microseconds.day)
    },
    .cells("date_bin", [.interval, .timestamp, .timestamp], .timestamp, canFail: true, binned),
  ]

  @Sendable
  private static func binned(_ cells: [Cell]) throws -> Cell {
    guard case .interval(let stride) = cells[0], let moment = Timestamps.value(cells[1]),
      let origin = Timestamps.value(cells[2])
    else { return .null }
    guard stride.months == 0 else {
      throw QueryError("timestamps cannot be binned into intervals containing months or years")
    }
    let size = stride.comparableMicroseconds
    guard size > 0 else { throw QueryError("stride must be greater than zero") }
    let difference = moment - origin
    let rest = difference % size
    let start = moment - rest - (rest < 0 ? size : 0)
    guard DayRange.microseconds.contains(start) else { throw QueryError(ValueProblem.timestamp) }
    return Timestamps.cell(start)
  }

  /// `extract`, `date_part`, `date_trunc`.
  static let dateParts: [ScalarFunction] = [
    ofDays("extract", Decimals.self) { try $0.value(ofDay: $1).decimal },
    fields("extract", Timestamps.self, Decimals.self) { try $0.value(ofMoment: $1).decimal },
    fields("extract", Intervals.self, Decimals.self) { try $0.value(of: $1).decimal },
    ofDays("date_part", Reals.self) {
      $0.isTime ? 0 : try $0.value(ofDay: $1).real
    },
    fields("date_part", Timestamps.self, Reals.self) { try $0.value(ofMoment: $1).real },
    fields("date_part", Intervals.self, Reals.self) { try $0.value(of: $1).real },
    ofDays("date_trunc", Timestamps.self) { Int64(try $0.start(ofDay: $1)) * Microseconds.day },
    fields("date_trunc", Timestamps.self, Timestamps.self) { try $0.start(ofMoment: $1) },
    fields("date_trunc", Intervals.self, Intervals.self) { try $0.start(of: $1) },
  ]

  /// A function of a field and a day, computed once a day.
  private static func ofDays<Result: VectorValues>(
    _ name: String, _ result: Result.Type,
    _ body: @escaping @Sendable (DateField, Int32) throws -> Result.Value
  ) -> ScalarFunction {
    fields(name, Dates.self, result, body) {
      var known: (field: DateField, days: DayTable<Result.Value>)?
      return { field, days, rows in
        if known?.field != field { known = (field, DayTable(zero: Result.zero)) }
        return try known?.days.map(days, rows) { try body(field, $0) } ?? []
      }
    }
  }

  private static func fields<Argument: VectorValues, Result: VectorValues>(
    _ name: String, _ argument: Argument.Type, _ result: Result.Type,
    _ body: @escaping @Sendable (DateField, Argument.Value) throws -> Result.Value
  ) -> ScalarFunction {
    fields(name, argument, result, body) {
      { field, values, rows in
        try UnaryLoop<Argument, Result>.results(values, rows) { try body(field, $0) }
      }
    }
  }

  /// `loop` makes what applies a field to all values of a chunk.
  @inline(__always)
  private static func fields<Argument: VectorValues, Result: VectorValues>(
    _ name: String, _: Argument.Type, _: Result.Type,
    _ body: @escaping @Sendable (DateField, Argument.Value) throws -> Result.Value,
    loop: @escaping @Sendable () -> (DateField, [Argument.Value], CallRows) throws -> [Result.Value]
  ) -> ScalarFunction {
    let signature = ScalarSignature(name, [.text, Argument.type], Result.type, canFail: true)
    return ScalarFunction(signature) { _ in
      let byCell = RowKernel(Result.type, canFail: true) { cells in
        guard case .text(let name) = cells[0], let value = Argument.value(cells[1]) else {
          return .null
        }
        return Result.cell(try body(DateField(named: name), value))
      }
      let each = loop()
      return FunctionKernel { arguments, rows in
        // The name of the field is mostly constant, and read once.
        guard case .constant(.text(let name)) = arguments[0],
          case .vector(let vector) = arguments[1]
        else { return try byCell.run(arguments, rows) }
        if let nulls = rows.nulls, !nulls.inverted.isAny {
          return Vector(Result.storage(Array(repeating: Result.zero, count: rows.count)))
        }
        let field = try DateField(named: name)
        return Vector(Result.storage(try each(field, Argument.values(vector), rows)))
      }
    }
  }
}
