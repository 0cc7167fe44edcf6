internal import Tables

/// Arithmetic of moments and lengths of time, checked.
enum IntervalArithmetic {
  static func sum(_ a: CalendarInterval, _ b: CalendarInterval) throws -> CalendarInterval {
    let months = a.months.addingReportingOverflow(b.months)
    let days = a.days.addingReportingOverflow(b.days)
    let time = a.microseconds.addingReportingOverflow(b.microseconds)
    guard !months.overflow, !days.overflow, !time.overflow else {
      throw QueryError(ValueProblem.interval)
    }
    return try checked(
      CalendarInterval(
        months: months.partialValue, days: days.partialValue, microseconds: time.partialValue))
  }

  static func negated(_ value: CalendarInterval) throws -> CalendarInterval {
    guard value.months != .min, value.days != .min, value.microseconds != .min
    else { throw QueryError(ValueProblem.interval) }
    return CalendarInterval(
      months: -value.months, days: -value.days, microseconds: -value.microseconds)
  }

  /// A moment and a length of time: first the months, then the days, then the time.
  static func sum(_ moment: Int64, _ interval: CalendarInterval) throws -> Int64 {
    var clock = Clock(moment)
    if interval.months != 0 {
      let (year, month, day) = clock.date.parts
      let index = year * 12 + month - 1 + Int(interval.months)
      let (newYear, newMonth) = (index / 12, index % 12 + 1)
      guard index >= 12, (1...9999).contains(newYear),
        let date = CalendarDate(
          year: newYear, month: newMonth,
          day: min(day, CalendarDate.days(inMonth: newMonth, year: newYear)))
      else { throw QueryError(ValueProblem.timestamp) }
      clock.day = Int64(date.daysSince1970)
    }
    let days = clock.day + Int64(interval.days)
    let (start, isFar) = days.multipliedReportingOverflow(by: Microseconds.day)
    let (end, overflow) = start.addingReportingOverflow(clock.timeOfDay)
    let (all, isBeyond) = end.addingReportingOverflow(interval.microseconds)
    guard !isFar, !overflow, !isBeyond, DayRange.microseconds.contains(all) else {
      throw QueryError(ValueProblem.timestamp)
    }
    return all
  }

  /// The time between two moments in days and what is left.
  static func difference(_ a: Int64, _ b: Int64) throws -> CalendarInterval {
    let (time, overflow) = a.subtractingReportingOverflow(b)
    guard !overflow, let days = Int32(exactly: time / Microseconds.day) else {
      throw QueryError(ValueProblem.interval)
    }
    return CalendarInterval(days: days, microseconds: time % Microseconds.day)
  }

  /// A multiple. Parts of a month become days of 1/30, parts of a day a time.
  static func product(_ a: CalendarInterval, _ factor: Double) throws -> CalendarInterval {
    try scaled(a) { $0 * factor }
  }

  /// A fraction, like ``product(_:_:)``.
  static func quotient(_ a: CalendarInterval, _ divisor: Double) throws -> CalendarInterval {
    guard divisor != 0 else { throw QueryError(ValueProblem.zero) }
    return try scaled(a) { $0 / divisor }
  }

  private static func scaled(
    _ a: CalendarInterval, _ scale: (Double) -> Double
  ) throws -> CalendarInterval {
    func whole(_ value: Double) throws -> Int32 {
      guard let result = Int32(exactly: value.rounded(.towardZero)) else {
        throw QueryError(ValueProblem.interval)
      }
      return result
    }
    /// To a millionth, so that errors of binary numbers do not cut a day off.
    func tidy(_ value: Double) -> Double { (value * 1e6).rounded(.toNearestOrEven) / 1e6 }
    let (months, days) = (scale(Double(a.months)), scale(Double(a.days)))
    var result = CalendarInterval(months: try whole(months), days: try whole(days))
    let restOfMonths = tidy((months - Double(result.months)) * 30)
    let wholeDays = restOfMonths.rounded(.towardZero)
    var seconds = tidy((days - Double(result.days) + restOfMonths - wholeDays) * 86_400)
    if abs(seconds) >= 86_400 {
      let more = (seconds / 86_400).rounded(.towardZero)
      result.days = try whole(Double(result.days) + more)
      seconds -= more * 86_400
    }
    result.days = try whole(Double(result.days) + wholeDays)
    let all = (scale(Double(a.microseconds)) + seconds * 1e6).rounded(.toNearestOrEven)
    guard let exact = Int64(exactly: all) else { throw QueryError(ValueProblem.interval) }
    result.microseconds = exact
    return try checked(result)
  }

  /// A length that can be compared, or an error.
  static func checked(_ interval: CalendarInterval) throws -> CalendarInterval {
    guard interval.isComparable else { throw QueryError(ValueProblem.interval) }
    return interval
  }

  /// Years, months, days and time between two moments as a calendar counts them.
  static func age(_ a: Int64, _ b: Int64) -> CalendarInterval {
    if a < b {
      let result = age(b, a)
      return CalendarInterval(
        months: -result.months, days: -result.days, microseconds: -result.microseconds)
    }
    let (later, earlier) = (Clock(a), Clock(b))
    let (y1, m1, d1) = later.date.parts
    let (y2, m2, d2) = earlier.date.parts
    var months = (y1 - y2) * 12 + m1 - m2
    var days = d1 - d2
    var time = later.timeOfDay - earlier.timeOfDay
    if time < 0 {
      time += Microseconds.day
      days -= 1
    }
    while days < 0 {
      // PostgreSQL takes the length of the earlier moment's month.
      days += CalendarDate.days(inMonth: m2, year: y2)
      months -= 1
    }
    return CalendarInterval(months: Int32(months), days: Int32(days), microseconds: time)
  }

  /// 24 hours become a day.
  static func justifiedHours(_ value: CalendarInterval) throws -> CalendarInterval {
    guard let more = Int32(exactly: value.microseconds / Microseconds.day) else {
      throw QueryError(ValueProblem.interval)
    }
    var result = try sum(
      CalendarInterval(
        months: value.months, days: value.days,
        microseconds: value.microseconds % Microseconds.day),
      CalendarInterval(days: more))
    if result.days > 0, result.microseconds < 0 {
      result.microseconds += Microseconds.day
      result.days -= 1
    } else if result.days < 0, result.microseconds > 0 {
      result.microseconds -= Microseconds.day
      result.days += 1
    }
    return result
  }

  /// 30 days become a month.
  static func justifiedDays(_ value: CalendarInterval) throws -> CalendarInterval {
    var result = try sum(
      CalendarInterval(
        months: value.months, days: value.days % 30, microseconds: value.microseconds),
      CalendarInterval(months: value.days / 30))
    if result.months > 0, result.days < 0 {
      result.days += 30
      result.months -= 1
    } else if result.months < 0, result.days > 0 {
      result.days -= 30
      result.months += 1
    }
    return result
  }

  /// Both, with one sign for all parts.
  static func justified(_ value: CalendarInterval) throws -> CalendarInterval {
    var result = try justifiedDays(justifiedHours(value))
    if result.months > 0, result.days < 0 || (result.days == 0 && result.microseconds < 0) {
      result.days += 30
      result.months -= 1
    } else if result.months < 0, result.days > 0 || (result.days == 0 && result.microseconds > 0) {
      result.days -= 30
      result.months += 1
    }
    if result.days > 0, result.microseconds < 0 {
      result.microseconds += Microseconds.day
      result.days -= 1
    } else if result.days < 0, result.microseconds > 0 {
      result.microseconds -= Microseconds.day
      result.days += 1
    }
    return result
  }
}
