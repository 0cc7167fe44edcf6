/// How long a period of the calendar is.
public enum PeriodLength: String, Sendable, CaseIterable, Hashable {
  /// A day.
  case day
  /// A week of ISO 8601, Monday to Sunday.
  case week
  /// A month.
  case month
  /// Three months; the first begins in January.
  case quarter
  /// Four months; the first begins in January.
  case tertial
  /// Six months: January to June, July to December.
  case halfYear = "half-year"
  /// A term of Swedish schools: VT lies in January to June, HT in July to December.
  case term
  /// A year that begins in July and is named by two, such as the school year 2022/23.
  case schoolYear = "school-year"
  /// A year of the calendar.
  case year

  /// How many periods make a year, about; the natural season. `nil` where there is none.
  public var perYear: Int? {
    switch self {
    case .week: 52
    case .month, .quarter, .tertial, .halfYear, .term: 12 / (months ?? 12)
    case .day, .schoolYear, .year: nil
    }
  }

  /// The number of the period that a day lies in. Neighbours differ by 1.
  public func index(of day: CalendarDate) -> Int {
    let days = Int(day.daysSince1970)
    guard let months else {
      // 1970-01-01 was a Thursday; weeks start on Monday.
      return self == .week ? (days + 3 - (day.weekday - 1)) / 7 : days
    }
    let (year, month, _) = day.parts
    return (year * 12 + month - 1 - firstMonth) / months
  }

  /// The first day of a period by its number.
  func firstDay(of index: Int) -> CalendarDate {
    guard let months else {
      return CalendarDate(daysSince1970: Int32(clamping: self == .week ? index * 7 - 3 : index))
    }
    return CalendarDate(daysSince1970: 0)
      .adding(months: index * months + firstMonth - 1970 * 12)
  }

  /// What a period is called: `2023-06-01`, `2023-W22`, `2023-06`, `2023-Q2`, `2023-T2`, `2023-H1`,
  /// `VT 2023`, `2022/23`, `2023`.
  public func label(of index: Int) -> String {
    switch self {
    case .day: firstDay(of: index).description
    case .week: Self.weekLabel(monday: firstDay(of: index))
    case .month: "\(index / 12)-" + padded(index % 12 + 1, 2)
    case .quarter: "\(index / 4)-Q\(index % 4 + 1)"
    case .tertial: "\(index / 3)-T\(index % 3 + 1)"
    case .halfYear: "\(index / 2)-H\(index % 2 + 1)"
    case .term: (index % 2 == 0 ? "VT " : "HT ") + "\(index / 2)"
    case .schoolYear: "\(index)/" + padded((index + 1) % 100, 2)
    case .year: "\(index)"
    }
  }

  /// Whether each period of this length lies in one of another; a week where its Thursday lies.
  func fits(into longer: PeriodLength) -> Bool {
    if self == longer || self == .day { return true }
    guard let whole = longer.months else { return false }
    guard let months else { return true }
    return whole % months == 0 && (longer.firstMonth - firstMonth) % months == 0
  }

  /// How many months it has; `nil` for days and weeks.
  private var months: Int? {
    switch self {
    case .day, .week: nil
    case .month: 1
    case .quarter: 3
    case .tertial: 4
    case .halfYear, .term: 6
    case .schoolYear, .year: 12
    }
  }

  /// How many months after January the first period of a year begins.
  private var firstMonth: Int { self == .schoolYear ? 6 : 0 }

  /// ISO 8601: a week belongs to the year of its Thursday.
  private static func weekLabel(monday: CalendarDate) -> String {
    let thursday = monday.adding(days: 3)
    let first = CalendarDate(year: thursday.year, month: 1, day: 1) ?? thursday
    let number = Int(thursday.daysSince1970 - first.daysSince1970) / 7 + 1
    return "\(thursday.year)-W" + padded(number, 2)
  }
}
