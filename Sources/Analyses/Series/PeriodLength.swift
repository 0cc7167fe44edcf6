internal import Tables

/// How long a period of a series is.
package enum PeriodLength: String, Sendable, CaseIterable {
  case day, week, month, quarter, year

  /// The number of the period that a day lies in. Neighbours differ by 1.
  func index(of day: CalendarDate) -> Int {
    let (year, month, _) = day.parts
    return switch self {
    case .day: Int(day.daysSince1970)
    // 1970-01-01 was a Thursday; weeks start on Monday.
    case .week: (Int(day.daysSince1970) + 3 - (day.weekday - 1)) / 7
    case .month: year * 12 + month - 1
    case .quarter: year * 4 + (month - 1) / 3
    case .year: year
    }
  }

  /// What a period is called: `2023-06`, `2023-Q2`, the Monday of a week.
  func label(of index: Int) -> String {
    switch self {
    case .day: CalendarDate(daysSince1970: Int32(index)).description
    case .week: CalendarDate(daysSince1970: Int32(index * 7 - 3)).description
    case .month: "\(index / 12)-" + (index % 12 < 9 ? "0" : "") + "\(index % 12 + 1)"
    case .quarter: "\(index / 4)-Q\(index % 4 + 1)"
    case .year: "\(index)"
    }
  }

  /// How many periods make a year; the natural season.
  package var perYear: Int? {
    switch self {
    case .day: nil
    case .week: 52
    case .month: 12
    case .quarter: 4
    case .year: nil
    }
  }

  /// A period as people write it in tables: `2023`, `2023-06`, `2023-Q2`, `2023-K2`.
  static func reading(_ text: String) -> (length: PeriodLength, index: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, first.count == 4, let year = Int(first), year > 0 else {
      return nil
    }
    if parts.count == 1 { return (.year, year) }
    guard parts.count == 2 else {
      return CalendarDate(iso: text).map { (.day, PeriodLength.day.index(of: $0)) }
    }
    if let letter = parts[1].first, "QqKk".contains(letter), parts[1].count == 2,
      let quarter = parts[1].last?.wholeNumberValue, (1...4).contains(quarter)
    {
      return (.quarter, year * 4 + quarter - 1)
    }
    guard parts[1].count == 2, let month = Int(parts[1]), (1...12).contains(month) else {
      return nil
    }
    return (.month, year * 12 + month - 1)
  }
}
