/// A moment as a wall clock shows it, to the microsecond, without a time zone.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Microseconds since 1970-01-01 00:00 on the same wall clock.
  public var microsecondsSince1970: Int64

  /// The moment so many microseconds after 1970-01-01 00:00.
  public init(microsecondsSince1970: Int64) {
    self.microsecondsSince1970 = microsecondsSince1970
  }

  /// The moment so many seconds after 1970-01-01 00:00; of 292 277 years at most.
  public init(secondsSince1970: Int64) {
    microsecondsSince1970 = secondsSince1970 * 1_000_000
  }

  /// A moment of a day, or `nil` when the clock never shows it. A whole million of microseconds is the next
  /// second, as rounding may give.
  public init?(
    _ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0, microsecond: Int = 0
  ) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second),
      (0...1_000_000).contains(microsecond)
    else { return nil }
    let seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    microsecondsSince1970 = seconds * 1_000_000 + Int64(microsecond)
  }

  /// Whole seconds since 1970-01-01 00:00 on the same wall clock; a fraction is cut off.
  public var secondsSince1970: Int64 { parts.seconds }

  /// The fraction of the second, in microseconds.
  public var microsecond: Int { parts.microsecond }

  private var parts: (seconds: Int64, microsecond: Int) {
    let (seconds, rest) = microsecondsSince1970.quotientAndRemainder(dividingBy: 1_000_000)
    return rest < 0 ? (seconds - 1, Int(rest) + 1_000_000) : (seconds, Int(rest))
  }

  /// The day it falls on.
  public var date: CalendarDate {
    let seconds = secondsSince1970
    let days = seconds / 86_400 - (seconds % 86_400 < 0 ? 1 : 0)
    return CalendarDate(daysSince1970: Int32(days))
  }

  /// Hours that pass from this moment to a later one; negative if it is earlier.
  public func hours(until later: Timestamp) -> Double {
    Double(later.microsecondsSince1970 - microsecondsSince1970) / 3_600_000_000
  }

  /// Whether the left moment comes first.
  public static func < (a: Self, b: Self) -> Bool {
    a.microsecondsSince1970 < b.microsecondsSince1970
  }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 without a zone, `2023-06-22T08:30:00`, and a fraction of the second where there is one:
  /// `2023-06-22T08:30:00.75`.
  public var description: String { text(between: "T") }

  /// The day and the clock with something between them.
  package func text(between mark: String) -> String {
    let (all, microsecond) = parts
    let seconds = Int(all - Int64(date.daysSince1970) * 86_400)
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    return "\(date)\(mark)\(padded(h, 2)):\(padded(m, 2)):\(padded(s, 2))"
      + fraction(microsecond)
  }
}

/// `.75` of 750 000 microseconds; nothing of none.
func fraction(_ microseconds: Int) -> String {
  guard microseconds != 0 else { return "" }
  var (digits, width) = (microseconds, 6)
  while digits % 10 == 0 { (digits, width) = (digits / 10, width - 1) }
  return "." + padded(digits, width)
}
