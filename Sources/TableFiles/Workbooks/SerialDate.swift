internal import Tables

/// Days of Excel: numbers since the end of 1899, or since 1904 in workbooks that old Macs made.
struct SerialDate {
  /// Whether day 0 is 1 January 1904.
  var is1904 = false

  /// The value of a cell that is formatted as a day or time; `nil` if there is no such day.
  ///
  /// Excel takes 1900 for a leap year: up to its 29 February, day 60, numbers are one less. Moments are
  /// rounded to milliseconds, since a double holds no second of a day exactly.
  func cell(_ value: Double, _ format: CellFormat) -> Cell? {
    guard value >= 0, value < 2_958_466 else { return nil }
    let milliseconds = (value * 86_400_000).rounded()
    var days = Int64(milliseconds / 86_400_000)
    let rest = Int64(milliseconds) - days * 86_400_000
    let seconds = rest / 1000
    if format == .time { return .text(Self.time(days, seconds)) }
    days += is1904 ? -24_107 : value < 60 ? -25_568 : -25_569
    let date = CalendarDate(daysSince1970: Int32(days))
    guard date.year <= 9999 else { return nil }
    if format == .day, seconds == 0 { return .date(date) }
    return .timestamp(Timestamp(microsecondsSince1970: (days * 86_400_000 + rest) * 1000))
  }

  /// `08:30`, `08:30:15`; hours go on beyond 24.
  static func time(_ days: Int64, _ seconds: Int64) -> String {
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : String(number) }
    let clock = "\(two(days * 24 + seconds / 3600)):\(two(seconds / 60 % 60))"
    return seconds % 60 == 0 ? clock : "\(clock):\(two(seconds % 60))"
  }
}
