import Tables

/// The cases of a log judged against a limit, as rows that the engine counts: they are judged while they
/// are read, by all its workers, and nothing of them is kept.
struct JudgedCases: Sendable {
  private let log: CaseLog
  private let clock: CaseClock
  /// The classes of answer times.
  let classes: AnswerTimeClasses
  private let isCovered: [Bool]?
  /// The year, if only one counts, and what each day belongs to.
  private let year: Int?
  private let monthNumbers: DayValues<Int>
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
    classes = AnswerTimeClasses(limit.duration)
    isCovered = limit.condition?.holds(in: log.table)
    var next = 0
    firsts = log.table.chunks.map { chunk in
      defer { next += chunk.rowCount }
      return next
    }
    for state in CaseOutcome.State.allCases { states.append(state.rawValue) }
    let span = clock.starts.span
    monthNumbers = DayValues(span, Self.month)
    firstMonth = span.map { Self.month($0.lowerBound) } ?? 0
    // Pools must be whole before several workers read them.
    if let span {
      for month in firstMonth...Self.month(span.upperBound) { months.append(Self.label(month)) }
    }
  }

  @Sendable private static func month(_ day: CalendarDate) -> Int {
    let (year, month, _) = day.parts
    return year * 12 + month - 1
  }

  /// `2023-06`.
  private static func label(_ month: Int) -> String {
    let day = CalendarDate(year: month / 12, month: month % 12 + 1, day: 1)
    return String(day?.description.prefix(7) ?? "")
  }

  /// Columns `state`, `is_closed_unanswered`, `answer_time`, `open_time`, `time_class`, `month` and
  /// `category`.
  var source: ComputedSource {
    ComputedSource(
      schema: Schema([
        Field("state", .text), Field("is_closed_unanswered", .boolean),
        Field("answer_time", .real), Field("open_time", .real),
        Field("time_class", .integer), Field("month", .text), Field("category", .text),
      ]), rowCount: log.rowCount, parts: firsts.count, chunk: chunk)
  }

  private func chunk(_ part: Int) -> Chunk {
    let count = log.table.chunks[part].rowCount
    var kept: [Int32] = []
    var judgements: [CaseJudgement] = []
    kept.reserveCapacity(count)
    judgements.reserveCapacity(count)
    for row in 0..<count where isCovered?[firsts[part] + row] ?? true {
      let judgement = clock.judgement(of: firsts[part] + row)
      if let year, let started = judgement.started, monthNumbers[started] / 12 != year { continue }
      kept.append(Int32(truncatingIfNeeded: row))
      judgements.append(judgement)
    }
    func column<Value>(
      _ storage: ([Value]) -> Vector.Storage, _ placeholder: Value,
      _ value: (CaseJudgement) -> Value?
    ) -> Vector {
      var nulls = Nulls(count: judgements.count)
      let values = judgements.enumerated().map { row, judgement in
        guard let value = value(judgement) else {
          nulls.set(row)
          return placeholder
        }
        return value
      }
      return Vector(storage(values), nulls: nulls.isAny ? nulls : nil)
    }
    return Chunk(
      columns: [
        column({ .text($0, states) }, 0) { $0.state.position },
        column({ .boolean($0) }, false) { $0.isClosedUnanswered },
        column({ .real($0) }, 0) { $0.hasTime && $0.ended != nil ? $0.elapsed : nil },
        column({ .real($0) }, 0) { $0.hasTime && $0.ended == nil ? $0.elapsed : nil },
        column({ .integer($0) }, 0) { judgement in
          judgement.hasTime && judgement.ended != nil
            ? Int64(classes.place(of: judgement.elapsed, isWithin: judgement.state == .within))
            : nil
        },
        column({ .text($0, months) }, 0) { judgement in
          judgement.started.map { UInt32(truncatingIfNeeded: monthNumbers[$0] - firstMonth) }
        },
        category(part, kept),
      ], rowCount: kept.count)
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
