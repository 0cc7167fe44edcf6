internal import Tables

/// Moments and lengths of time as PostgreSQL writes them.
enum TimeText {
  /// `2024-01-31 08:30:00`.
  static func text(_ value: Timestamp) -> String {
    let time = Clock(secondsSince1970: value.secondsSince1970)
    return "\(value.date) \(two(time.hour)):\(two(time.minute)):\(two(time.second))"
  }

  /// `1 year 2 mons -3 days +04:05:06`.
  static func text(_ value: CalendarInterval) -> String {
    var text = ""
    var wasNegative = false
    func add(_ count: Int, _ unit: String) {
      guard count != 0 else { return }
      if !text.isEmpty { text += " " }
      if wasNegative, count > 0 { text += "+" }
      text += "\(count) \(unit)\(count == 1 ? "" : "s")"
      wasNegative = count < 0
    }
    add(Int(value.months) / 12, "year")
    add(Int(value.months) % 12, "mon")
    add(Int(value.days), "day")
    guard value.seconds != 0 || text.isEmpty else { return text }
    if !text.isEmpty { text += " " }
    if value.seconds < 0 { text += "-" } else if wasNegative { text += "+" }
    let magnitude = Int(value.seconds.magnitude)
    return text + "\(two(magnitude / 3600)):\(two(magnitude / 60 % 60)):\(two(magnitude % 60))"
  }

  static func two(_ number: Int) -> String { padded(number, 2) }

  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: Swift.max(0, width - digits.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

/// A moment as a day and what the clock shows.
struct Clock {
  var day: Int64
  /// Seconds since midnight.
  var secondOfDay: Int

  init(secondsSince1970 seconds: Int64) {
    day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    secondOfDay = Int(seconds - day * 86_400)
  }

  var date: CalendarDate { CalendarDate(daysSince1970: Int32(truncatingIfNeeded: day)) }
  var hour: Int { secondOfDay / 3600 }
  var minute: Int { secondOfDay / 60 % 60 }
  var second: Int { secondOfDay % 60 }
}
