/// A period of the calendar: a day, a week, a month and so on.
public struct Period: Hashable, Sendable {
  /// How long it is.
  public let length: PeriodLength
  /// Its number. The next period of the same length has the next number.
  public let index: Int

  /// The period with a number.
  public init(_ length: PeriodLength, index: Int) {
    self.length = length
    self.index = index
  }

  /// The period that a day lies in.
  public init(_ length: PeriodLength, of day: CalendarDate) {
    self.init(length, index: length.index(of: day))
  }

  /// Its first day.
  public var firstDay: CalendarDate { length.firstDay(of: index) }

  /// Its last day.
  public var lastDay: CalendarDate { length.firstDay(of: index + 1).adding(days: -1) }

  /// The longer period that it lies in; `nil` where periods of its length can lie in several.
  ///
  /// A week belongs where its Thursday lies, as ISO 8601 has it for years.
  public func gathered(into longer: PeriodLength) -> Period? {
    guard length.fits(into: longer) else { return nil }
    if longer == length { return self }
    return Period(longer, of: length == .week ? firstDay.adding(days: 3) : firstDay)
  }
}

extension Period: CustomStringConvertible {
  /// Its label, see ``PeriodLength/label(of:)``.
  public var description: String { length.label(of: index) }
}

extension Period {
  /// A month, or `nil` if there is none with that number.
  init?(year: Int, month: Int) {
    guard (1...12).contains(month) else { return nil }
    self.init(.month, index: year * 12 + month - 1)
  }

  /// A part of a year by its number from 1, or `nil` if the year has no such part.
  init?(year: Int, part: Int, of length: PeriodLength) {
    if length == .week {
      // The week of 4 January is the first.
      guard part >= 1, let day = CalendarDate(year: year, month: 1, day: 4) else { return nil }
      let first = PeriodLength.week.index(of: day)
      guard let next = CalendarDate(year: year + 1, month: 1, day: 4),
        first + part - 1 < PeriodLength.week.index(of: next)
      else { return nil }
      self.init(.week, index: first + part - 1)
    } else {
      guard let count = length.perYear, (1...count).contains(part) else { return nil }
      self.init(length, index: year * count + part - 1)
    }
  }
}
