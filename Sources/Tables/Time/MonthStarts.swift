/// The first days of the months of four centuries, so that a day is found without divisions.
///
/// Safe although unchecked: filled once, never changed, never freed.
package struct MonthStarts: @unchecked Sendable {
  /// Days since 1970-01-01 by month, and the day after the last month.
  private let days: UnsafePointer<Int32>

  private static let firstYear = 1800
  private static let count = 400 * 12

  package static let shared = MonthStarts()

  private init() {
    let days = UnsafeMutablePointer<Int32>.allocate(capacity: Self.count + 1)
    for month in 0...Self.count {
      let day = CalendarDate(year: Self.firstYear + month / 12, month: month % 12 + 1, day: 1)
      (days + month).initialize(to: day?.daysSince1970 ?? 0)
    }
    self.days = UnsafePointer(days)
  }

  /// A day by its parts; `nil` where there is no such day, or in a year before 1800 or after 2199.
  @inline(__always)
  package func day(year: UInt64, month: UInt64, day: UInt64) -> Int32? {
    let place = (year &- UInt64(Self.firstYear)) &* 12 &+ month &- 1
    guard month &- 1 < 12, place < UInt64(Self.count) else { return nil }
    let at = days + Int(truncatingIfNeeded: place)
    let result = at[0] &+ Int32(truncatingIfNeeded: day) &- 1
    return day &- 1 < 31 && result < at[1] ? result : nil
  }
}
