/// A moment as a wall clock shows it, to the second, without a time zone.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01 00:00 on the same wall clock.
  public var secondsSince1970: Int64

  /// The moment so many seconds after 1970-01-01 00:00.
  public init(secondsSince1970: Int64) {
    self.secondsSince1970 = secondsSince1970
  }

  /// A moment of a day, or `nil` when the clock never shows it.
  public init?(_ date: CalendarDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    guard (0...23).contains(hour), (0...59).contains(minute), (0...59).contains(second) else {
      return nil
    }
    secondsSince1970 =
      Int64(date.daysSince1970) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The day it falls on.
  public var date: CalendarDate {
    let days = secondsSince1970 / 86_400 - (secondsSince1970 % 86_400 < 0 ? 1 : 0)
    return CalendarDate(daysSince1970: Int32(days))
  }

  /// Hours that pass from this moment to a later one; negative if it is earlier.
  public func hours(until later: Timestamp) -> Double {
    Double(later.secondsSince1970 - secondsSince1970) / 3600
  }

  /// Whether the left moment comes first.
  public static func < (a: Self, b: Self) -> Bool { a.secondsSince1970 < b.secondsSince1970 }
}

extension Timestamp: CustomStringConvertible {
  /// ISO 8601 without a zone, `2023-06-22T08:30:00`.
  public var description: String {
    let seconds = Int(secondsSince1970 - Int64(date.daysSince1970) * 86_400)
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60)
    return "\(date)T\(padded(h, 2)):\(padded(m, 2)):\(padded(s, 2))"
  }
}
