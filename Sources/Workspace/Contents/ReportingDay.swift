public import Tables

/// The day at whose end reports tell how things stand.
///
/// A year that is over is told of as of its 31 December. Nothing is known of the rest of a running
/// year: it is told of as of today, and a case log as of the newest day in it if that is earlier.
/// A day that was asked for goes before both, in its own year.
public struct ReportingDay: Hashable, Sendable {
  /// The day it is; without one every year is over.
  public var today: CalendarDate?
  /// The day that was asked for.
  public var asked: CalendarDate?

  /// A day to report of.
  public init(today: CalendarDate? = nil, asked: CalendarDate? = nil) {
    self.today = today
    self.asked = asked
  }

  /// The day of an interim report: one that was asked for, and with which its year is not over.
  public var interim: CalendarDate? {
    asked.flatMap { $0 == .lastDay(of: $0.year) ? nil : $0 }
  }

  /// The day that plans of a year are told of.
  public func asOf(year: Int) -> CalendarDate {
    if let asked, asked.year == year { return asked }
    return running(year) ?? .lastDay(of: year)
  }

  /// The day that the cases of a year are told of.
  public func asOf(year: Int, in log: UnitCaseLog) -> CalendarDate {
    let day = asOf(year: year)
    guard isNewestDay(year: year) else { return day }
    return log.newestDay(notAfter: day) ?? day
  }

  /// Whether case logs of a year are told of as of the newest day in them.
  public func isNewestDay(year: Int) -> Bool { asked?.year != year && running(year) != nil }

  /// Today, if the year is not over.
  private func running(_ year: Int) -> CalendarDate? {
    today.flatMap { $0.year <= year ? $0 : nil }
  }
}

extension CalendarDate {
  /// 31 December of a year.
  public static func lastDay(of year: Int) -> CalendarDate {
    CalendarDate(year: year, month: 12, day: 31) ?? CalendarDate(daysSince1970: 0)
  }
}

extension LoadedWorkspace {
  /// The day at whose end the plans of a year are told of.
  public func asOf(year: Int) -> CalendarDate { day.asOf(year: year) }

  /// The day at whose end the cases of a year are told of.
  public func asOf(year: Int, in log: UnitCaseLog) -> CalendarDate { day.asOf(year: year, in: log) }
}
