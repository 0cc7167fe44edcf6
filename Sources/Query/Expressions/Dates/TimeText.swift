internal import Tables

/// Moments as PostgreSQL writes them.
enum TimeText {
  /// `2024-01-31 08:30:00`, and a fraction where there is one.
  static func text(_ value: Timestamp) -> String {
    value.text(between: " ")
  }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

/// A moment as a day and what the clock shows.
struct Clock {
  var day: Int64
  /// Microseconds since midnight.
  var timeOfDay: Int64

  init(_ microsecondsSince1970: Int64) {
    let (days, rest) = microsecondsSince1970.quotientAndRemainder(dividingBy: Microseconds.day)
    (day, timeOfDay) = rest < 0 ? (days - 1, rest + Microseconds.day) : (days, rest)
  }

  var date: CalendarDate { CalendarDate(daysSince1970: Int32(truncatingIfNeeded: day)) }
  /// Seconds since midnight.
  var secondOfDay: Int { Int(timeOfDay / Microseconds.second) }
  /// The fraction of the second, in microseconds.
  var microsecond: Int { Int(timeOfDay % Microseconds.second) }
  var hour: Int { secondOfDay / 3600 }
  var minute: Int { secondOfDay / 60 % 60 }
  var second: Int { secondOfDay % 60 }
}

/// How many microseconds units of time take.
enum Microseconds {
  static let second: Int64 = 1_000_000
  static let minute: Int64 = 60_000_000
  static let hour: Int64 = 3_600_000_000
  static let day: Int64 = 86_400_000_000
}
