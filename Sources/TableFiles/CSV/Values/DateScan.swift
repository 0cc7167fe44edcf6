internal import Tables

/// Reads days and moments in ISO 8601 from bytes without blanks around them: what programs write.
enum DateScan {
  /// `2023-06-22`
  static func isoDate(_ bytes: Bytes) -> CalendarDate? { isoDate(bytes, length: bytes.count) }

  /// A day in ISO 8601, `T` or a blank, and `08:30`, `08:30:00` or `08:30:00.000`.
  static func isoTimestamp(_ bytes: Bytes) -> Timestamp? {
    guard bytes.count >= 16, bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == .space,
      let date = isoDate(bytes, length: 10), let hour = number(bytes, 11, 2),
      bytes[13] == UInt8(ascii: ":"), let minute = number(bytes, 14, 2)
    else { return nil }
    if bytes.count == 16 { return Timestamp(date, hour: hour, minute: minute) }
    guard bytes.count >= 19, bytes[16] == UInt8(ascii: ":"), let second = number(bytes, 17, 2)
    else { return nil }
    var microsecond = 0
    if bytes.count > 19 {
      guard bytes[19] == UInt8(ascii: ".") || bytes[19] == UInt8(ascii: ","), bytes.count > 20,
        bytes[20...].allSatisfy({ isDigit($0) })
      else { return nil }
      microsecond = microseconds(bytes, 20..<bytes.count)
    }
    return Timestamp(date, hour: hour, minute: minute, second: second, microsecond: microsecond)
  }

  /// `20230622`, which is a day only in a column that is declared to hold days.
  static func compactDate(_ bytes: Bytes) -> CalendarDate? {
    guard bytes.count == 8, let year = number(bytes, 0, 4), let month = number(bytes, 4, 2),
      let day = number(bytes, 6, 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// Whether the first bytes look like a day in ISO 8601.
  static func looksLikeISO(_ bytes: Bytes) -> Bool {
    bytes.count >= 10 && bytes[4] == UInt8(ascii: "-") && bytes[7] == UInt8(ascii: "-")
  }

  private static func isoDate(_ bytes: Bytes, length: Int) -> CalendarDate? {
    guard length == 10, looksLikeISO(bytes), let year = number(bytes, 0, 4),
      let month = number(bytes, 5, 2), let day = number(bytes, 8, 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  /// A fraction of a second by its digits, to the nearest microsecond.
  static func microseconds(_ bytes: Bytes, _ digits: Range<Int>) -> Int {
    var value = 0
    for place in digits.lowerBound..<digits.lowerBound + 6 {
      value = value * 10 + (place < digits.upperBound ? Int(bytes[place] - UInt8(ascii: "0")) : 0)
    }
    let next = digits.lowerBound + 6
    return next < digits.upperBound && bytes[next] >= UInt8(ascii: "5") ? value + 1 : value
  }

  static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  /// The number that so many digits write.
  static func number(_ bytes: Bytes, _ start: Int, _ count: Int) -> Int? {
    guard count > 0, start + count <= bytes.count else { return nil }
    var value = 0
    for i in start..<start + count {
      guard isDigit(bytes[i]) else { return nil }
      value = value * 10 + Int(bytes[i] - UInt8(ascii: "0"))
    }
    return value
  }
}
