/// A length of time as PostgreSQL keeps it: months, days and seconds apart, because a month has no
/// fixed number of days.
///
/// Two lengths are equal when they take equally long: one month and 30 days are.
public struct CalendarInterval: Hashable, Sendable {
  /// Whole months; a year is twelve.
  public var months: Int32
  /// Whole days.
  public var days: Int32
  /// Seconds.
  public var seconds: Int64

  /// A length by its parts.
  public init(months: Int32 = 0, days: Int32 = 0, seconds: Int64 = 0) {
    self.months = months
    self.days = days
    self.seconds = seconds
  }

  /// Seconds where a month counts 30 days and a day 24 hours: what lengths are compared by.
  public var comparableSeconds: Int64 {
    (Int64(months) * 30 + Int64(days)) * 86_400 + seconds
  }

  /// Whether both take equally long.
  public static func == (a: Self, b: Self) -> Bool { a.comparableSeconds == b.comparableSeconds }

  /// Feeds what ``==(_:_:)`` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(comparableSeconds) }
}

extension CalendarInterval: Comparable {
  /// Whether the left length is shorter.
  public static func < (a: Self, b: Self) -> Bool { a.comparableSeconds < b.comparableSeconds }
}

extension CalendarInterval: CustomStringConvertible {
  /// As PostgreSQL writes it: `1 year 2 mons 3 days 04:05:06`.
  public var description: String {
    var parts: [String] = []
    func add(_ count: Int, _ unit: String) {
      if count != 0 { parts.append("\(count) \(unit)\(count == 1 ? "" : "s")") }
    }
    add(Int(months) / 12, "year")
    add(Int(months) % 12, "mon")
    add(Int(days), "day")
    if seconds != 0 || parts.isEmpty {
      let magnitude = Int(seconds.magnitude)
      parts.append(
        (seconds < 0 ? "-" : "") + padded(magnitude / 3600, 2) + ":"
          + padded(magnitude / 60 % 60, 2) + ":" + padded(magnitude % 60, 2))
    }
    return parts.joined(separator: " ")
  }
}
