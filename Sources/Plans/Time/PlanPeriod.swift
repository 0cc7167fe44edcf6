public import Tables

/// A period as plans write it: a day, a month, a half-year, a year or a range of years.
public struct PlanPeriod: Hashable, Sendable {
  /// How exact the text is.
  public enum Precision: String, Hashable, Sendable, CaseIterable {
    /// `2023-09-01`
    case day
    /// `2023-09`
    case month
    /// `2016-var` (January to June) or `2016-host` (July to December)
    case halfYear
    /// `2023`
    case year
    /// `2022-2023`
    case years
  }

  /// The text, tidied.
  public let text: String
  /// The first day.
  public let first: CalendarDate
  /// The last day.
  public let last: CalendarDate
  /// How exact the text is.
  public let precision: Precision

  /// Reads a period, or gives `nil` when the text is none or the day does not exist.
  public init?(_ text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard let year = Self.number(parts[0], digits: 4) else { return nil }
    var (from, to) = ((year, 1, 1), (year, 12, 31))
    switch parts.count {
    case 1: precision = .year
    case 2:
      if let lastYear = Self.number(parts[1], digits: 4), lastYear >= year {
        to.0 = lastYear
        precision = .years
      } else if let month = Self.number(parts[1], digits: 2), (1...12).contains(month) {
        from.1 = month
        to = (year, month, CalendarDate.days(inMonth: month, year: year))
        precision = .month
      } else if parts[1] == "var" || parts[1] == "vår" {
        to = (year, 6, 30)
        precision = .halfYear
      } else if parts[1] == "host" || parts[1] == "höst" {
        from.1 = 7
        precision = .halfYear
      } else {
        return nil
      }
    case 3:
      guard let day = CalendarDate(iso: text) else { return nil }
      from = day.parts
      to = from
      precision = .day
    default: return nil
    }
    guard let first = CalendarDate(year: from.0, month: from.1, day: from.2),
      let last = CalendarDate(year: to.0, month: to.1, day: to.2)
    else { return nil }
    (self.text, self.first, self.last) = (text, first, last)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(text)
  }
}

extension PlanPeriod: Comparable {
  /// Orders by the last day, then by the first.
  public static func < (a: Self, b: Self) -> Bool {
    (a.last, a.first, a.text) < (b.last, b.first, b.text)
  }
}
