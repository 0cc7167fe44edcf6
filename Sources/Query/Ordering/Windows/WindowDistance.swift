internal import Tables

/// How far a RANGE frame reaches, and where a value so far away lies.
///
/// Whole numbers, days and seconds are counted in 128 bits, so that no distance leaves the range.
enum WindowDistance: Sendable {
  case whole(Int128)
  case real(Double)
  case decimal(DecimalNumber)
  /// Months of a calendar, and seconds.
  case calendar(months: Int, seconds: Int128)

  /// `nil` when the offset does not fit the type of the ordered column.
  init?(_ offset: Cell, of type: ColumnType) {
    switch (type, offset) {
    case (.integer, .integer(let value)): self = .whole(Int128(value))
    case (.real, .integer(let value)): self = .real(Double(value))
    case (.real, .real(let value)): self = .real(value)
    case (.numeric, .numeric(let value)): self = .decimal(value)
    case (.date, .integer(let days)): self = .whole(Int128(days) * 86_400)
    case (.date, .interval(let length)), (.timestamp, .interval(let length)):
      let seconds = Int128(length.days) * 86_400 + Int128(length.seconds)
      self =
        length.months == 0
        ? .whole(seconds) : .calendar(months: Int(length.months), seconds: seconds)
    case (.interval, .interval(let length)): self = .whole(length.wholeSeconds)
    default: return nil
    }
  }

  var isNegative: Bool {
    switch self {
    case .whole(let value): value < 0
    case .real(let value): value < 0
    case .decimal(let value): value.isNegative
    case .calendar(let months, let seconds): Int128(months) * 30 * 86_400 + seconds < 0
    }
  }

  /// The place of a value that lies after, or before, one at `place`, on the scale of
  /// ``WindowScale/wholes(_:)``.
  func moved(_ place: Int128, isForward: Bool) -> Int128 {
    switch self {
    case .whole(let distance): return isForward ? place + distance : place - distance
    case .real, .decimal: return place
    case .calendar(let months, let seconds):
      let start = Self.adding(months: isForward ? months : -months, to: place)
      return isForward ? start + seconds : start - seconds
    }
  }

  /// The same time of the day so many months later; a day that the month does not have is its last.
  /// Beyond the calendar of years 1 to 9999, everything is far away.
  private static func adding(months: Int, to seconds: Int128) -> Int128 {
    let far: Int128 = 1 << 100
    var day = seconds / 86_400
    if seconds % 86_400 < 0 { day -= 1 }
    guard let day32 = Int32(exactly: day) else { return months < 0 ? -far : far }
    let parts = CalendarDate(daysSince1970: day32).parts
    let index = parts.year * 12 + parts.month - 1 + months
    guard index >= 12, index < 120_000 else { return index < 12 ? -far : far }
    let (year, month) = (index / 12, index % 12 + 1)
    let last = CalendarDate.days(inMonth: month, year: year)
    guard let moved = CalendarDate(year: year, month: month, day: min(parts.day, last)) else {
      return months < 0 ? -far : far
    }
    return Int128(moved.daysSince1970) * 86_400 + (seconds - day * 86_400)
  }
}

extension CalendarInterval {
  /// What lengths are compared by.
  var wholeSeconds: Int128 {
    (Int128(months) * 30 + Int128(days)) * 86_400 + Int128(seconds)
  }
}
