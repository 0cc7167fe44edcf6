internal import Tables

extension DateTemplate {
  /// Writes a moment.
  func text(_ moment: Int64) -> String {
    let clock = Clock(moment)
    var result = ""
    for part in parts {
      guard let field = part.field else {
        result += part.literal
        continue
      }
      if let (name, width) = Self.name(field, clock) {
        result += name
        if part.isFilled, name.utf8.count < width {
          result += String(repeating: " ", count: width - name.utf8.count)
        }
        continue
      }
      let (number, width) = Self.number(field, clock)
      if field == .yearWithComma {
        result += String(number / 1000) + "," + TimeText.padded(number % 1000, 3)
      } else {
        result += part.isFilled ? TimeText.padded(number, width) : String(number)
      }
      if let ordinal = part.ordinal {
        result += OrdinalEnding.text(number, isUpper: ordinal == .upper)
      }
    }
    return result
  }

  static let romanMonths = [
    "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
  ]

  private static func cased(_ text: String, _ letters: Letters) -> String {
    switch letters {
    case .upper: Casing.raised(text)
    case .capital: text
    case .lower: Casing.lowered(text)
    }
  }

  /// The name that a field gives, and the width of the longest.
  private static func name(_ field: Field, _ clock: Clock) -> (String, Int)? {
    let date = clock.date
    let month = MonthNames.all[date.parts.month - 1]
    let weekday = WeekdayNames.all[date.weekday - 1]
    switch field {
    case .monthName(let letters): return (cased(month, letters), 9)
    case .monthShort(let letters): return (cased(String(month.prefix(3)), letters), 3)
    case .dayName(let letters): return (cased(weekday, letters), 9)
    case .dayShort(let letters): return (cased(String(weekday.prefix(3)), letters), 3)
    case .half(let letters, let dots):
      let text = clock.hour < 12 ? (dots ? "A.M." : "AM") : (dots ? "P.M." : "PM")
      return (cased(text, letters), 0)
    case .era(let letters, let dots): return (cased(dots ? "A.D." : "AD", letters), 0)
    case .roman(let letters):
      return (cased(romanMonths[date.parts.month - 1], letters), 4)
    // Moments are of no zone, as in a session in UTC.
    case .zoneHours, .zone: return ("+00", 0)
    case .zoneMinutes: return ("00", 0)
    case .zoneName: return ("", 0)
    default: return nil
    }
  }

  private static func number(_ field: Field, _ clock: Clock) -> (Int, width: Int) {
    let date = clock.date
    let (year, month, day) = date.parts
    let dayOfYear = DateField.dayOfYear(date)
    let iso = DateField.isoWeek(date)
    func last(_ year: Int, _ digits: Int) -> (Int, width: Int) {
      (digits == 4 ? year : year % [1, 10, 100, 1000][digits], digits)
    }
    return switch field {
    case .year(let digits): last(year, digits)
    case .yearWithComma: (year, 4)
    case .isoYear(let digits): last(iso.year, digits)
    case .century: ((year + 99) / 100, 2)
    case .quarter: ((month + 2) / 3, 1)
    case .month: (month, 2)
    case .dayOfYear: (dayOfYear, 3)
    case .isoDayOfYear: ((iso.week - 1) * 7 + date.weekday, 3)
    case .day: (day, 2)
    case .weekday: (date.weekday % 7 + 1, 1)
    case .isoWeekday: (date.weekday, 1)
    case .week: ((dayOfYear - 1) / 7 + 1, 2)
    case .weekOfMonth: ((day - 1) / 7 + 1, 1)
    case .isoWeek: (iso.week, 2)
    case .julian: (Int(clock.day) + 2_440_588, 1)
    case .hour12: ((clock.hour + 11) % 12 + 1, 2)
    case .hour24: (clock.hour, 2)
    case .minute: (clock.minute, 2)
    case .second: (clock.second, 2)
    case .fraction(let digits):
      (clock.microsecond / [1_000_000, 100_000, 10_000, 1000, 100, 10, 1][digits], digits)
    case .secondOfDay: (clock.secondOfDay, 1)
    default: (0, 1)
    }
  }
}
