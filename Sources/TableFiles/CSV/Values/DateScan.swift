internal import Tables

/// Reads days and moments from bytes without blanks around them.
enum DateScan {
  /// A day: `2023-06-22`, `22 juni 2023`, `22 jun. 2023` or `22/6 2023`.
  static func date(_ bytes: Bytes) -> CalendarDate? {
    isoDate(bytes, length: bytes.count) ?? swedishDate(bytes)
  }

  /// A moment: a day in ISO 8601, `T` or a blank, and `08:30`, `08:30:00` or `08:30:00.000`.
  /// The fraction is cut off.
  static func timestamp(_ bytes: Bytes) -> Timestamp? {
    guard bytes.count >= 16, bytes[10] | 0x20 == UInt8(ascii: "t") || bytes[10] == .space,
      let date = isoDate(bytes, length: 10), let hour = number(bytes, 11, 2),
      bytes[13] == UInt8(ascii: ":"), let minute = number(bytes, 14, 2)
    else { return nil }
    if bytes.count == 16 { return Timestamp(date, hour: hour, minute: minute) }
    guard bytes.count >= 19, bytes[16] == UInt8(ascii: ":"), let second = number(bytes, 17, 2)
    else { return nil }
    if bytes.count > 19 {
      guard bytes[19] == UInt8(ascii: ".") || bytes[19] == UInt8(ascii: ","), bytes.count > 20,
        bytes[20...].allSatisfy({ isDigit($0) })
      else { return nil }
    }
    return Timestamp(date, hour: hour, minute: minute, second: second)
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

  private static func swedishDate(_ bytes: Bytes) -> CalendarDate? {
    // "1/1 2023" is the shortest, "22 september 2023" the longest; blanks may be wide.
    guard (8...32).contains(bytes.count), isDigit(bytes[0]) else { return nil }
    let dayLength = isDigit(bytes[1]) ? 2 : 1
    guard let day = number(bytes, 0, dayLength) else { return nil }
    var i = dayLength
    let month: Int?
    if bytes[i] == UInt8(ascii: "/") {
      let monthLength = isDigit(bytes[i + 2]) ? 2 : 1
      month = number(bytes, i + 1, monthLength)
      i += 1 + monthLength
    } else {
      guard skipBlanks(bytes, &i) else { return nil }
      let start = i
      while i < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[i] | 0x20) {
        i += 1
      }
      month = monthNumber(Bytes(rebasing: bytes[start..<i]))
      if i < bytes.count, bytes[i] == UInt8(ascii: ".") { i += 1 }
    }
    guard let month, skipBlanks(bytes, &i), bytes.count - i == 4, let year = number(bytes, i, 4)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func skipBlanks(_ bytes: Bytes, _ i: inout Int) -> Bool {
    let start = i
    while i < bytes.count {
      let length = Blanks.length(bytes, at: i)
      if length == 0 { break }
      i += length
    }
    return i > start
  }

  private static let months: [StaticString] = [
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september",
    "oktober", "november", "december",
  ]

  /// A month by its name or the first three letters of it; September may have four.
  private static func monthNumber(_ name: Bytes) -> Int? {
    guard name.count >= 3 else { return nil }
    let index = months.firstIndex { month in
      let isShort = name.count == 3 || (name.count == 4 && month.utf8CodeUnitCount == 9)
      guard isShort || name.count == month.utf8CodeUnitCount else { return false }
      return month.withUTF8Buffer { full in
        name.indices.allSatisfy { name[$0] | 0x20 == full[$0] }
      }
    }
    return index.map { $0 + 1 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func number(_ bytes: Bytes, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var value = 0
    for i in start..<start + count {
      guard isDigit(bytes[i]) else { return nil }
      value = value * 10 + Int(bytes[i] - UInt8(ascii: "0"))
    }
    return value
  }
}
