import Tables

/// The cases of a log judged against a limit, as rows that the engine counts: they are judged while they
/// are read, by all its workers, and nothing of them is kept.
struct JudgedCases: Sendable {
  private let log: CaseLog
  private let clock: CaseClock
  private let isCovered: [Bool]?
  private let year: Int?
  /// The row with which each chunk of the log begins.
  private let firsts: [Int]
  private let states = TextPool()
  private let months = TextPool()
  private let firstMonth: Int

  init(
    _ log: CaseLog, limit: CaseLimit, asOf: CalendarDate, calendar: WorkingCalendar, year: Int?
  ) {
    self.log = log
    self.year = year
    clock = log.clock(limit, asOf, calendar)
    isCovered = limit.condition?.holds(in: log.table)
    var next = 0
    firsts = log.table.chunks.map { chunk in
      defer { next += chunk.rowCount }
      return next
    }
    for state in CaseOutcome.State.allCases { states.append(state.rawValue) }
    // Pools must be whole before several workers read them.
    var (least, most) = (Int.max, Int.min)
    for reading in clock.starts {
      guard let month = reading.date.map(Self.month) else { continue }
      (least, most) = (min(least, month), max(most, month))
    }
    firstMonth = least
    if least <= most { for month in least...most { months.append(Self.label(month)) } }
  }

  private static func month(_ day: CalendarDate) -> Int {
    let (year, month, _) = day.parts
    return year * 12 + month - 1
  }

  /// `2023-06`.
  private static func label(_ month: Int) -> String {
    String(CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)?.description.prefix(7) ?? "")
  }

  /// Columns `state`, `is_closed_unanswered`, `answer_time`, `open_time`, `month` and `category`.
  var source: ComputedSource {
    ComputedSource(
      schema: Schema([
        Field("state", .text), Field("is_closed_unanswered", .boolean),
        Field("answer_time", .real), Field("open_time", .real), Field("month", .text),
        Field("category", .text),
      ]), rowCount: log.rowCount, parts: firsts.count, chunk: chunk)
  }

  private func chunk(_ part: Int) -> Chunk {
    let count = log.table.chunks[part].rowCount
    var kept: [Int32] = []
    var (stateCodes, closed): ([UInt32], [Bool]) = ([], [])
    var (times, monthCodes): ([Double], [UInt32]) = ([], [])
    kept.reserveCapacity(count)
    stateCodes.reserveCapacity(count)
    closed.reserveCapacity(count)
    times.reserveCapacity(count)
    monthCodes.reserveCapacity(count)
    for row in 0..<count {
      let number = firsts[part] + row
      if isCovered?[number] == false { continue }
      let judgement = clock.judgement(of: number)
      let started = judgement.started
      if let year, let started, started.year != year { continue }
      kept.append(Int32(truncatingIfNeeded: row))
      stateCodes.append(judgement.state.position)
      closed.append(judgement.isClosedUnanswered)
      times.append(judgement.elapsed)
      monthCodes.append(
        started.map { UInt32(truncatingIfNeeded: Self.month($0) - firstMonth) }
          ?? TextRegister.none)
      if judgement.ended == nil {
        times[times.count - 1] = judgement.hasTime ? -1 - judgement.elapsed : -.infinity
      }
    }
    let rows = kept.count
    // An open case has its time as a number below 0 up to here, one without a time -∞.
    let isOpen = Nulls(count: rows) { times[$0] < 0 }
    let isAnswered = Nulls(count: rows) { times[$0] >= 0 || times[$0].isInfinite }
    let noMonth = Nulls(count: rows) { monthCodes[$0] == TextRegister.none }
    return Chunk(
      columns: [
        Vector(.text(stateCodes, states)), Vector(.boolean(closed)),
        Vector(.real(times.map { max(0, $0) }), nulls: isOpen.isAny ? isOpen : nil),
        Vector(.real(times.map { $0.isInfinite ? 0 : max(0, -1 - $0) }), nulls: isAnswered.isAny ? isAnswered : nil),
        Vector(
          .text(monthCodes.map { $0 == TextRegister.none ? 0 : $0 }, months),
          nulls: noMonth.isAny ? noMonth : nil),
        category(part, kept),
      ], rowCount: rows)
  }

  /// The categories of some rows, as text.
  private func category(_ part: Int, _ rows: [Int32]) -> Vector {
    let chunk = log.table.chunks[part]
    guard let name = log.definition.columns.category,
      let position = log.table.schema.position(of: name)
    else { return .constant(.null, .text, count: rows.count) }
    let column = chunk.columns[position].gathered(rows)
    if case .text(let codes, let pool) = column.storage {
      let nulls = Nulls(count: rows.count) { column.isNull($0) || pool[codes[$0]].isEmpty }
      return Vector(.text(codes, pool), nulls: nulls.isAny ? nulls : nil)
    }
    return Vector((0..<rows.count).map { TextColumn.text(of: column[$0]) })
  }
}

extension CaseOutcome.State {
  /// The place among all states.
  fileprivate var position: UInt32 { UInt32(Self.allCases.firstIndex(of: self) ?? 0) }
}
