public import Tables

extension CaseLog {
  /// How each case that the limit covers stands at the end of a day.
  ///
  /// Elapsed working days are the working days `d` with `start < d <= end`, without those of the
  /// pause, `pausedFrom < d <= pausedTo`. So a case that starts on a day off starts to count on the
  /// next working day, and the first working day after the start is day 1. Elapsed hours are those
  /// that pass in Sweden between the moments, summer time minded, without the hours of the pause; a
  /// bare day stands for the midnight that begins it. Only the part of a pause between start and end
  /// counts; an open pause runs to `asOf`. What happened after `asOf` has not happened yet.
  ///
  /// - Parameters:
  ///   - limit: The limit. Columns that the log lacks make every case unusable.
  ///   - asOf: The day at whose end the log is read.
  ///   - calendar: Which days are working days. Limits in hours run on days off as well.
  ///   - year: Keep cases whose clock started in the year, and those whose start is not known.
  /// - Returns: One outcome a case, in the order of the file.
  public func outcomes(
    limit: CaseLimit, asOf: CalendarDate, calendar: WorkingCalendar, year: Int? = nil
  ) -> [CaseOutcome] {
    let (columns, clock) = (definition.columns, clock(limit, asOf, calendar))
    let isCovered = limit.condition?.holds(in: table)
    return (0..<rowCount).compactMap { row in
      if isCovered?[row] == false { return nil }
      let judgement = clock.judgement(of: row)
      if let year, let started = judgement.started, started.year != year { return nil }
      return CaseOutcome(
        id: columns.id.flatMap { table.text($0, ofRow: row) },
        location: table.location(ofRow: row),
        category: columns.category.flatMap { table.text($0, ofRow: row) },
        state: judgement.state, started: judgement.started, ended: judgement.ended,
        due: clock.due(row, judgement),
        elapsed: judgement.hasTime ? judgement.elapsed : nil,
        isClosedUnanswered: judgement.isClosedUnanswered)
    }
  }

  /// Judges the cases of the log against a limit.
  func clock(
    _ limit: CaseLimit, _ asOf: CalendarDate, _ calendar: WorkingCalendar
  ) -> CaseClock {
    let (columns, starts) = (definition.columns, readings(of: limit.from))
    // No day after `asOf` counts.
    let days = starts.span.flatMap { $0.lowerBound <= asOf ? $0.lowerBound...asOf : nil }
    return CaseClock(
      limit: limit, asOf: asOf, calendar: calendar,
      workingDays: DayValues(days) { calendar.workingDays(after: asOf, through: $0) },
      starts: starts, ends: readings(of: limit.to),
      pauseStarts: columns.pausedFrom.map(readings(of:)),
      pauseEnds: columns.pausedTo.map(readings(of:)), closed: columns.closed.map(readings(of:)))
  }
}

/// How one case stands, without what only a list of cases shows.
struct CaseJudgement {
  var state = CaseOutcome.State.unusable
  var started: CalendarDate?
  var ended: CalendarDate?
  var elapsed = 0.0
  var isClosedUnanswered = false

  /// Whether the clock has run.
  var hasTime: Bool { state != .unusable && state != .notYetReceived }
}

/// Judges one row at a time against a limit.
struct CaseClock: Sendable {
  let limit: CaseLimit
  let asOf: CalendarDate
  let calendar: WorkingCalendar
  /// Working days from `asOf` through a day, below zero before it.
  let workingDays: DayValues<Int>
  let starts: MomentColumn
  let ends: MomentColumn
  let pauseStarts: MomentColumn?
  let pauseEnds: MomentColumn?
  let closed: MomentColumn?

  func judgement(of row: Int) -> CaseJudgement {
    var outcome = CaseJudgement()
    let (startReading, endReading) = (starts[row], ends[row])
    guard let start = startReading.timestamp else { return outcome }
    outcome.started = start.date
    guard start.date <= asOf else {
      outcome.state = .notYetReceived
      return outcome
    }
    if endReading == .unreadable || endReading.isBefore(startReading) { return outcome }
    let end = endReading.timestamp.flatMap { $0.date <= asOf ? $0 : nil }
    outcome.ended = end?.date
    let isWithin: Bool
    switch limit.duration {
    case .hours(let most):
      // The day is over at its end: an open case has run to midnight.
      let stop = end ?? Timestamp(asOf.adding(days: 1)) ?? start
      let passed = SwedishTime.hours(from: start, to: stop)
      let elapsed = max(0, passed - pausedHours(row, from: start, to: stop))
      (outcome.elapsed, isWithin) = (elapsed, elapsed <= most)
    case .workingDays(let most):
      let pause = pause(row, from: start.date, to: end?.date ?? asOf)
      let stop = end?.date ?? asOf
      var elapsed = workingDays[stop] - workingDays[start.date]
      if let pause { elapsed -= workingDays[pause.to] - workingDays[pause.from] }
      (outcome.elapsed, isWithin) = (Double(elapsed), elapsed <= most)
    }
    outcome.state =
      switch (end != nil, isWithin) {
      case (true, true): .within
      case (true, false): .late
      case (false, true): .pending
      case (false, false): .overdue
      }
    if end == nil, let day = closed?[row].date, day <= asOf { outcome.isClosedUnanswered = true }
    return outcome
  }

  private typealias Pause = (from: CalendarDate, to: CalendarDate, isOpen: Bool)

  /// The hours of the pause between start and stop.
  private func pausedHours(_ row: Int, from start: Timestamp, to stop: Timestamp) -> Double {
    guard pause(row, from: start.date, to: stop.date) != nil,
      let from = pauseStarts?[row].timestamp
    else { return 0 }
    let stated = pauseEnds?[row].timestamp.flatMap { $0.date <= asOf ? $0 : nil }
    let (first, last) = (max(from, start), min(stated ?? stop, stop))
    return first < last ? SwedishTime.hours(from: first, to: last) : 0
  }

  /// The part of the pause between start and stop; an impossible pause is no pause.
  private func pause(_ row: Int, from start: CalendarDate, to stop: CalendarDate) -> Pause? {
    guard let from = pauseStarts?[row].date, from <= stop else { return nil }
    let stated = pauseEnds?[row]
    if stated == .unreadable { return nil }
    let to = stated?.date
    if let stated, let start = pauseStarts?[row], stated.isBefore(start) { return nil }
    let isOpen = to.map { $0 > asOf } ?? true
    let part = (from: max(from, start), to: min(to ?? stop, stop), isOpen: isOpen)
    return part.from <= part.to ? part : nil
  }

  /// The last day in time of a case with a limit of working days; `nil` for others.
  func due(_ row: Int, _ judgement: CaseJudgement) -> CalendarDate? {
    guard case .workingDays(let most) = limit.duration, let start = judgement.started,
      judgement.hasTime
    else { return nil }
    let pause = pause(row, from: start, to: judgement.ended ?? asOf)
    return due(most, start: start, pause: pause, isOpen: judgement.ended == nil)
  }

  /// The last day in time. A pause that starts after it does not move it.
  private func due(_ most: Int, start: CalendarDate, pause: Pause?, isOpen: Bool) -> CalendarDate? {
    guard let pause, calendar.workingDays(after: start, through: pause.from) <= most else {
      return calendar.date(adding: most, to: start)
    }
    if isOpen, pause.isOpen { return nil }
    let paused = calendar.workingDays(after: pause.from, through: pause.to)
    return calendar.date(adding: most + paused, to: start)
  }
}
