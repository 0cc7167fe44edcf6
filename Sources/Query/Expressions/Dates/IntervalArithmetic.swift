internal import Tables

/// Arithmetic of moments and lengths of time, checked.
enum IntervalArithmetic {
  static func sum(_ a: CalendarInterval, _ b: CalendarInterval) throws -> CalendarInterval {
    let months = a.months.addingReportingOverflow(b.months)
    let days = a.days.addingReportingOverflow(b.days)
    let seconds = a.seconds.addingReportingOverflow(b.seconds)
    guard !months.overflow, !days.overflow, !seconds.overflow else {
      throw QueryError(ValueProblem.interval)
    }
    return CalendarInterval(
      months: months.partialValue, days: days.partialValue, seconds: seconds.partialValue)
  }

  static func negated(_ value: CalendarInterval) throws -> CalendarInterval {
    guard value.months != .min, value.days != .min, value.seconds != .min else {
      throw QueryError(ValueProblem.interval)
    }
    return CalendarInterval(months: -value.months, days: -value.days, seconds: -value.seconds)
  }

  /// A moment and a length of time: first the months, then the days, then the time.
  static func sum(_ moment: Int64, _ interval: CalendarInterval) throws -> Int64 {
    var clock = Clock(secondsSince1970: moment)
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
    let start = days * 86_400 + Int64(clock.secondOfDay)
    let (end, overflow) = start.addingReportingOverflow(interval.seconds)
    guard !overflow, DayRange.seconds.contains(end) else {
      throw QueryError(ValueProblem.timestamp)
    }
    return end
  }

  /// The time between two moments in days and seconds.
  static func difference(_ a: Int64, _ b: Int64) throws -> CalendarInterval {
    let (seconds, overflow) = a.subtractingReportingOverflow(b)
    guard !overflow, let days = Int32(exactly: seconds / 86_400) else {
      throw QueryError(ValueProblem.interval)
    }
    return CalendarInterval(days: days, seconds: seconds % 86_400)
  }

  /// A multiple. Parts of a month become days of 1/30, parts of a day seconds.
  static func product(_ a: CalendarInterval, _ factor: Double) throws -> CalendarInterval {
    func whole(_ value: Double) throws -> Int32 {
      guard let result = Int32(exactly: value.rounded(.towardZero)) else {
        throw QueryError(ValueProblem.interval)
      }
      return result
    }
    /// To a millionth, so that errors of binary numbers do not cut a day off.
    func tidy(_ value: Double) -> Double { (value * 1e6).rounded(.toNearestOrEven) / 1e6 }
    var result = CalendarInterval(
      months: try whole(Double(a.months) * factor), days: try whole(Double(a.days) * factor))
    let restOfMonths = tidy((Double(a.months) * factor - Double(result.months)) * 30)
    let wholeDays = restOfMonths.rounded(.towardZero)
    var seconds = tidy(
      (Double(a.days) * factor - Double(result.days) + restOfMonths - wholeDays) * 86_400)
    if abs(seconds) >= 86_400 {
      let days = (seconds / 86_400).rounded(.towardZero)
      result.days = try whole(Double(result.days) + days)
      seconds -= days * 86_400
    }
    result.days = try whole(Double(result.days) + wholeDays)
    let all = (Double(a.seconds) * factor + seconds).rounded(.toNearestOrEven)
    guard let exact = Int64(exactly: all) else { throw QueryError(ValueProblem.interval) }
    result.seconds = exact
    return result
  }

  /// A fraction, like ``product(_:_:)``.
  static func quotient(_ a: CalendarInterval, _ divisor: Double) throws -> CalendarInterval {
    guard divisor != 0 else { throw QueryError(ValueProblem.zero) }
    return try product(a, 1 / divisor)
  }

  /// Years, months, days and time between two moments as a calendar counts them.
  static func age(_ a: Int64, _ b: Int64) -> CalendarInterval {
    if a < b {
      let result = age(b, a)
      return CalendarInterval(months: -result.months, days: -result.days, seconds: -result.seconds)
    }
    let (later, earlier) = (Clock(secondsSince1970: a), Clock(secondsSince1970: b))
    let (y1, m1, d1) = later.date.parts
    let (y2, m2, d2) = earlier.date.parts
    var months = (y1 - y2) * 12 + m1 - m2
    var days = d1 - d2
    var seconds = later.secondOfDay - earlier.secondOfDay
    if seconds < 0 {
      seconds += 86_400
      days -= 1
    }
    while days < 0 {
      // PostgreSQL takes the length of the earlier moment's month.
      days += CalendarDate.days(inMonth: m2, year: y2)
      months -= 1
    }
    return CalendarInterval(months: Int32(months), days: Int32(days), seconds: Int64(seconds))
  }

  /// 24 hours become a day.
  static func justifiedHours(_ value: CalendarInterval) throws -> CalendarInterval {
    guard let more = Int32(exactly: value.seconds / 86_400) else {
      throw QueryError(ValueProblem.interval)
    }
    var result = try sum(
      CalendarInterval(months: value.months, days: value.days, seconds: value.seconds % 86_400),
      CalendarInterval(days: more))
    if result.days > 0, result.seconds < 0 {
      result.seconds += 86_400
      result.days -= 1
    } else if result.days < 0, result.seconds > 0 {
      result.seconds -= 86_400
      result.days += 1
    }
    return result
  }

  /// 30 days become a month.
  static func justifiedDays(_ value: CalendarInterval) throws -> CalendarInterval {
    var result = try sum(
      CalendarInterval(months: value.months, days: value.days % 30, seconds: value.seconds),
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
    if result.months > 0, result.days < 0 || (result.days == 0 && result.seconds < 0) {
      result.days += 30
      result.months -= 1
    } else if result.months < 0, result.days > 0 || (result.days == 0 && result.seconds > 0) {
      result.days -= 30
      result.months += 1
    }
    if result.days > 0, result.seconds < 0 {
      result.seconds += 86_400
      result.days -= 1
    } else if result.days < 0, result.seconds > 0 {
      result.seconds -= 86_400
      result.days += 1
    }
    return result
  }
}
