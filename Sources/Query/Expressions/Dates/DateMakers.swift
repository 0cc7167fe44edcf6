internal import Tables

extension ScalarCatalogue {
  /// Functions that make days and moments of numbers or of the clock.
  static let dateMakers: [ScalarFunction] =
    [
      moment("now", .timestamp), moment("current_timestamp", .timestamp),
      moment("localtimestamp", .timestamp), moment("transaction_timestamp", .timestamp),
      moment("statement_timestamp", .timestamp), moment("current_date", .date),
      .cells("make_date", [.integer, .integer, .integer], .date, canFail: true) { cells in
        .date(try day(cells))
      },
      .cells(
        "make_timestamp", [.integer, .integer, .integer, .integer, .integer, .real], .timestamp,
        canFail: true
      ) { cells in
        guard let hour = Integers.value(cells[3]), let minute = Integers.value(cells[4]),
          let second = Reals.value(cells[5])
        else { return .null }
        let day = try day(cells)
        guard (0...24).contains(hour), (0...59).contains(minute), second >= 0, second <= 60,
          hour < 24 || (minute == 0 && second == 0)
        else { throw QueryError("time field value out of range") }
        return try checked(
          Int64(day.daysSince1970) * Microseconds.day + hour * Microseconds.hour
            + minute * Microseconds.minute + Int64((second * 1e6).rounded(.toNearestOrEven)))
      },
      .cells("to_timestamp", [.real], .timestamp, canFail: true) { cells in
        guard let seconds = Reals.value(cells[0]),
          let all = Int64(exactly: (seconds * 1e6).rounded(.toNearestOrEven))
        else { throw QueryError(ValueProblem.timestamp) }
        return try checked(all)
      },
      .preparedCells("age", [.timestamp], .interval) { context in
        let today = Int64(context.now.date.daysSince1970) * Microseconds.day
        return { cells in
          guard let moment = Timestamps.value(cells[0]) else { return .null }
          return .interval(IntervalArithmetic.age(today, moment))
        }
      },
    ]
    + (1...7).map { count in
      let types = (0..<count).map { $0 == 6 ? ColumnType.real : .integer }
      return .cells("make_interval", types, .interval, canFail: true, interval)
    }

  private static func moment(_ name: String, _ type: ColumnType) -> ScalarFunction {
    .preparedCells(name, [], type) { context in
      let cell: Cell = type == .date ? .date(context.now.date) : .timestamp(context.now)
      return { _ in cell }
    }
  }

  private static func checked(_ moment: Int64) throws -> Cell {
    guard DayRange.microseconds.contains(moment) else { throw QueryError(ValueProblem.timestamp) }
    return Timestamps.cell(moment)
  }

  private static func day(_ cells: [Cell]) throws -> CalendarDate {
    guard let year = Integers.value(cells[0]), let month = Integers.value(cells[1]),
      let day = Integers.value(cells[2]),
      let date = CalendarDate(
        year: Int(clamping: year), month: Int(clamping: month), day: Int(clamping: day))
    else { throw QueryError("date field value out of range") }
    return date
  }

  @Sendable
  private static func interval(_ cells: [Cell]) throws -> Cell {
    func part(_ index: Int) -> Int64 {
      index < cells.count ? Integers.value(cells[index]) ?? 0 : 0
    }
    func sum(_ parts: [(Int64, Int64)]) throws -> Int64 {
      try parts.reduce(0) { sum, part in
        let (product, overflow) = part.0.multipliedReportingOverflow(by: part.1)
        let (total, tooLarge) = sum.addingReportingOverflow(product)
        guard !overflow, !tooLarge else { throw QueryError(ValueProblem.interval) }
        return total
      }
    }
    let seconds = cells.count > 6 ? Reals.value(cells[6]) ?? 0 : 0
    guard let months = Int32(exactly: try sum([(part(0), 12), (part(1), 1)])),
      let days = Int32(exactly: try sum([(part(2), 7), (part(3), 1)])),
      let rest = Int64(exactly: (seconds * 1e6).rounded(.toNearestOrEven))
    else { throw QueryError(ValueProblem.interval) }
    let time = try sum([(part(4), Microseconds.hour), (part(5), Microseconds.minute), (rest, 1)])
    return .interval(
      try IntervalArithmetic.checked(
        CalendarInterval(months: months, days: days, microseconds: time)))
  }

  /// `working_days`.
  static let calendarFunctions: [ScalarFunction] = [
    ScalarFunction(ScalarSignature("working_days", [.date, .date], .integer)) { context in
      WorkingDaysKernel(context.workingDays)
    }
  ]
}

/// Working days after the first day and through the last, from a table of the days met so far.
final class WorkingDaysKernel: Kernel {
  private let count: (CalendarDate, CalendarDate) -> Int
  /// Days beyond these are counted without a table.
  private static let greatestSpan = 200_000
  private var first: Int32 = 0
  /// Working days after ``first`` and through the day, by its distance from ``first``.
  private var table: [Int64] = []

  init(_ count: @escaping (CalendarDate, CalendarDate) -> Int) { self.count = count }

  func run(_ arguments: [Operand], _ rows: CallRows) throws -> Vector {
    switch (arguments[0], arguments[1]) {
    case (.vector(let a), .vector(let b)):
      let (a, b) = (Dates.values(a), Dates.values(b))
      return counted(rows, grows: include(a, rows) && include(b, rows)) {
        a[$0]
      } _: {
        b[$0]
      }
    case (.vector(let a), .constant(let b)):
      let (a, b) = (Dates.values(a), Dates.value(b) ?? 0)
      return counted(rows, grows: include(a, rows) && include(b, b)) {
        a[$0]
      } _: { _ in
        b
      }
    case (.constant(let a), .vector(let b)):
      let (a, b) = (Dates.value(a) ?? 0, Dates.values(b))
      return counted(rows, grows: include(a, a) && include(b, rows)) { _ in
        a
      } _: {
        b[$0]
      }
    case (.constant, .constant): return Vector(.integer([]))
    }
  }

  @inline(__always)
  private func counted(
    _ rows: CallRows, grows isInTable: Bool, _ a: (Int) -> Int32, _ b: (Int) -> Int32
  ) -> Vector {
    guard isInTable else {
      return Vector(
        .integer(
          filled(count: rows.count) { row in
            if rows.isNull(row) { return 0 }
            return Int64(
              count(
                CalendarDate(daysSince1970: a(row)), CalendarDate(daysSince1970: b(row))))
          }))
    }
    let first = first
    return table.withUnsafeBufferPointer { table in
      if rows.nulls == nil {
        return Vector(
          .integer(
            filled(count: rows.count) { table[Int(b($0) - first)] - table[Int(a($0) - first)] }))
      }
      // Rows that are null may hold days that are not in the table.
      let size = UInt(table.count)
      return Vector(
        .integer(
          filled(count: rows.count) { row in
            let (to, from) = (Int(b(row)) - Int(first), Int(a(row)) - Int(first))
            guard UInt(bitPattern: to) < size, UInt(bitPattern: from) < size else { return 0 }
            return table[to] - table[from]
          }))
    }
  }

  private func include(_ days: [Int32], _ rows: CallRows) -> Bool {
    var (low, high) = (Int32.max, Int32.min)
    if rows.nulls == nil {
      for day in days { (low, high) = (min(low, day), max(high, day)) }
    } else {
      for row in days.indices where !rows.isNull(row) {
        (low, high) = (min(low, days[row]), max(high, days[row]))
      }
    }
    return low > high || include(low, high)
  }

  /// Lets the table reach over some days; `false` when it would become too large.
  private func include(_ low: Int32, _ high: Int32) -> Bool {
    if table.isEmpty {
      first = low
      table = [0]
    }
    let end = Int(first) + table.count - 1
    let (newFirst, newEnd) = (min(Int(first), Int(low)), max(end, Int(high)))
    if newFirst == Int(first), newEnd == end { return true }
    guard newEnd - newFirst < Self.greatestSpan else { return false }
    func between(_ a: Int, _ b: Int) -> Int64 {
      Int64(
        count(
          CalendarDate(daysSince1970: Int32(a)), CalendarDate(daysSince1970: Int32(b))))
    }
    var larger: [Int64] = [0]
    larger.reserveCapacity(newEnd - newFirst + 1)
    for day in stride(from: newFirst + 1, through: Int(first), by: 1) {
      larger.append((larger.last ?? 0) + between(day - 1, day))
    }
    let start = larger.last ?? 0
    larger += table.dropFirst().map { start + $0 }
    for day in stride(from: end + 1, through: newEnd, by: 1) {
      larger.append((larger.last ?? 0) + between(day - 1, day))
    }
    (first, table) = (Int32(newFirst), larger)
    return true
  }
}
