internal import Tables

/// How far a RANGE frame reaches, and where a value so far away lies.
///
/// Whole numbers, days and microseconds are counted in 128 bits, so that no distance leaves the range.
enum WindowDistance: Sendable {
  case whole(Int128)
  case real(Double)
  case decimal(DecimalNumber)
  /// Months of a calendar, and microseconds.
  case calendar(months: Int, time: Int128)

  private static let day = Int128(Microseconds.day)

  /// `nil` when the offset does not fit the type of the ordered column.
  init?(_ offset: Cell, of type: ColumnType) {
    switch (type, offset) {
    case (.integer, .integer(let value)): self = .whole(Int128(value))
    case (.real, .integer(let value)): self = .real(Double(value))
    case (.real, .real(let value)): self = .real(value)
    case (.numeric, .numeric(let value)): self = .decimal(value)
    case (.date, .integer(let days)): self = .whole(Int128(days) * Self.day)
    case (.date, .interval(let length)), (.timestamp, .interval(let length)):
      let time = Int128(length.days) * Self.day + Int128(length.microseconds)
      self =
        length.months == 0
        ? .whole(time) : .calendar(months: Int(length.months), time: time)
    case (.interval, .interval(let length)): self = .whole(Int128(length.comparableMicroseconds))
    default: return nil
    }
  }

  var isNegative: Bool {
    switch self {
    case .whole(let value): value < 0
    case .real(let value): value < 0
    case .decimal(let value): value.isNegative
    case .calendar(let months, let time): Int128(months) * 30 * Self.day + time < 0
    }
  }

  /// The place of a value that lies after, or before, one at `place`, on the scale of
  /// ``WindowScale/wholes(_:)``.
  func moved(_ place: Int128, isForward: Bool) -> Int128 {
    switch self {
    case .whole(let distance): return isForward ? place + distance : place - distance
    case .real, .decimal: return place
    case .calendar(let months, let time):
      let start = Self.adding(months: isForward ? months : -months, to: place)
      return isForward ? start + time : start - time
    }
  }

  /// The same time of the day so many months later; a day that the month does not have is its last.
  /// Beyond the calendar of years 1 to 9999, everything is far away.
  private static func adding(months: Int, to moment: Int128) -> Int128 {
    let far: Int128 = 1 << 100
    var day = moment / Self.day
    if moment % Self.day < 0 { day -= 1 }
    guard let day32 = Int32(exactly: day) else { return months < 0 ? -far : far }
    let parts = CalendarDate(daysSince1970: day32).parts
    let index = parts.year * 12 + parts.month - 1 + months
    guard index >= 12, index < 120_000 else { return index < 12 ? -far : far }
    let (year, month) = (index / 12, index % 12 + 1)
    let last = CalendarDate.days(inMonth: month, year: year)
    guard let moved = CalendarDate(year: year, month: month, day: min(parts.day, last)) else {
      return months < 0 ? -far : far
    }
    return Int128(moved.daysSince1970) * Self.day + (moment - day * Self.day)
  }
}
