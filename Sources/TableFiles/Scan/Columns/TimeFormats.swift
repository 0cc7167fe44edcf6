internal import Tables

/// Days. Plain is `2023-06-22`.
struct DateFormat: ValueFormat {
  private let months = MonthStarts.shared

  @inline(__always)
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int32? {
    guard length == 10 else { return nil }
    return day(start)
  }

  /// The day in ten bytes; `nil` leaves it to the parser.
  @inline(__always)
  func day(_ start: UnsafePointer<UInt8>) -> Int32? {
    let raw = UnsafeRawPointer(start)
    // "YYYY-MM-" and "DD", the first byte in the lowest bits, without what is the same in all days.
    let upper = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self)) ^ 0x2D30_302D_3030_3030
    let lower = UInt64(UInt16(littleEndian: (raw + 8).loadUnaligned(as: UInt16.self))) ^ 0x3030
    // A digit above 9, or another hyphen, reaches the highest bit of its byte.
    let odd =
      ((upper | (upper &+ 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080)
      | ((lower | (lower &+ 0x7676)) & 0x8080)
    guard odd == 0 else { return nil }
    let digits = upper & 0xFFFF_FFFF
    let pairs = (digits &* 10) &+ (digits &>> 8)
    return months.day(
      year: ((pairs & 0xFF) &* 100) &+ ((pairs &>> 16) & 0xFF),
      month: (((upper &>> 40) & 0xFF) &* 10) &+ ((upper &>> 48) & 0xFF),
      day: ((lower & 0xFF) &* 10) &+ (lower &>> 8))
  }

  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Int32? {
    parser.date(bytes, style)?.daysSince1970
  }
}

/// Moments. Plain are `2023-06-22T08:30`, `2023-06-22 08:30:00` and `2023-06-22 08:30:00.125`.
struct TimestampFormat: ValueFormat {
  private let days = DateFormat()

  @inline(__always)
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
    guard length == 19 || length == 16 || length - 21 < 6 && length > 20,
      start[10] | 0x20 == UInt8(ascii: "t") || start[10] == .space,
      start[13] == UInt8(ascii: ":"), length == 16 || start[16] == UInt8(ascii: ":"),
      let day = days.day(start)
    else { return nil }
    var isValid = true
    func two(_ i: Int) -> Int64 {
      let (a, b) = (start[i] &- UInt8(ascii: "0"), start[i + 1] &- UInt8(ascii: "0"))
      if a > 9 || b > 9 { isValid = false }
      return Int64(a) &* 10 &+ Int64(b)
    }
    let (hour, minute, second) = (two(11), two(14), length == 16 ? 0 : two(17))
    guard isValid, hour < 24, minute < 60, second < 60 else { return nil }
    let seconds = Int64(day) * 86_400 + hour * 3600 + minute * 60 + second
    if length <= 19 { return seconds * 1_000_000 }
    guard start[19] == UInt8(ascii: ".") else { return nil }
    var fraction: Int64 = 0
    for place in 20..<26 {
      let digit = place < length ? start[place] &- UInt8(ascii: "0") : 0
      if digit > 9 { return nil }
      fraction = fraction &* 10 &+ Int64(digit)
    }
    return seconds * 1_000_000 + fraction
  }

  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Int64? {
    parser.timestamp(bytes, style)?.microsecondsSince1970
  }
}

/// Truth values; all of them are plain.
struct BooleanFormat: ValueFormat {
  @inline(__always)
  func plain(_ start: UnsafePointer<UInt8>, _ length: Int) -> Bool? {
    let raw = UnsafeRawPointer(start)
    let word = UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)) | 0x2020_2020
    // "true" and "fals", the first letter in the lowest byte.
    if length == 4, word == 0x6575_7274 { return true }
    if length == 5, word == 0x736C_6166, start[4] | 0x20 == UInt8(ascii: "e") { return false }
    return nil
  }

  func parse(_ bytes: Bytes, _ parser: ValueParser, _ style: CellStyle) -> Bool? {
    parser.boolean(bytes)
  }
}
