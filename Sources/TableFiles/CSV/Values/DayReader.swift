/// Goes through the bytes of a day or moment.
struct DayReader {
  private let bytes: Bytes
  private var i = 0

  init(_ bytes: Bytes) { self.bytes = bytes }

  var isAtEnd: Bool { i == bytes.count }

  /// A number of so many digits, with no other digit behind it.
  mutating func number(digits: ClosedRange<Int>) -> Int? {
    var end = i
    while end < bytes.count, DateScan.isDigit(bytes[end]) { end += 1 }
    guard digits.contains(end - i), let value = DateScan.number(bytes, i, end - i) else {
      return nil
    }
    i = end
    return value
  }

  /// One of some marks.
  mutating func mark(among marks: StaticString) -> UInt8? {
    guard i < bytes.count, marks.withUTF8Buffer({ $0.contains(bytes[i]) }) else { return nil }
    i += 1
    return bytes[i - 1]
  }

  /// Blanks, at least one.
  mutating func takeBlanks() -> Bool {
    let start = i
    while i < bytes.count {
      let length = Blanks.length(bytes, at: i)
      if length == 0 { break }
      i += length
    }
    return i > start
  }

  /// A word of ASCII in any case.
  mutating func takeWord(_ word: StaticString) -> Bool {
    let fits = word.withUTF8Buffer { word in
      i + word.count <= bytes.count && word.indices.allSatisfy { bytes[i + $0] | 0x20 == word[$0] }
    }
    if fits { i += word.utf8CodeUnitCount }
    return fits
  }

  /// A month by its name, perhaps with a point behind it.
  mutating func month() -> Int? {
    let start = i
    while i < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[i] | 0x20) {
      i += 1
    }
    guard let month = MonthNames.number(Bytes(rebasing: bytes[start..<i])) else {
      i = start
      return nil
    }
    _ = mark(among: ".")
    return month
  }

  /// What stands behind a day: `T`, a comma, blanks or `kl.`, and a time.
  mutating func time() -> WrittenDay.Time? {
    let hasT = takeWord("t")
    if !hasT {
      _ = mark(among: ",")
      guard takeBlanks() else { return nil }
      if takeWord("kl") {
        _ = mark(among: ".")
        guard takeBlanks() else { return nil }
      }
    }
    guard var hour = number(digits: 1...2), let mark = mark(among: ":."),
      let minute = number(digits: 2...2)
    else { return nil }
    var (second, microsecond) = (0, 0)
    if i < bytes.count, bytes[i] == mark {
      i += 1
      guard let seconds = number(digits: 2...2) else { return nil }
      second = seconds
      if self.mark(among: ".,") != nil {
        let start = i
        guard number(digits: 1...18) != nil else { return nil }
        microsecond = DateScan.microseconds(bytes, start..<i)
      }
    }
    if let half = half() {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + half
    }
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return (hour, minute, second, microsecond)
  }

  /// The hours that `AM` or `PM` adds.
  private mutating func half() -> Int? {
    let start = i
    _ = takeBlanks()
    if takeWord("am") { return 0 }
    if takeWord("pm") { return 12 }
    i = start
    return nil
  }

  /// `Z`, `+02:00`, `+0200` or `+02`.
  mutating func takeZone() -> Bool {
    let start = i
    if takeWord("z") { return true }
    _ = takeBlanks()
    if mark(among: "+-") != nil {
      if number(digits: 4...4) != nil { return true }
      if number(digits: 2...2) != nil {
        if mark(among: ":") == nil || number(digits: 2...2) != nil { return true }
      }
    }
    i = start
    return false
  }
}

/// The names of the months in Swedish and English.
enum MonthNames {
  private static let names: [(name: StaticString, number: Int)] = [
    ("januari", 1), ("january", 1), ("februari", 2), ("february", 2), ("mars", 3), ("march", 3),
    ("april", 4), ("maj", 5), ("may", 5), ("juni", 6), ("june", 6), ("juli", 7), ("july", 7),
    ("augusti", 8), ("august", 8), ("september", 9), ("oktober", 10), ("october", 10),
    ("november", 11), ("december", 12),
  ]

  /// A month by its name or the first three letters of it; September may have four.
  static func number(_ name: Bytes) -> Int? {
    guard name.count >= 3 else { return nil }
    return names.first { full, number in
      let isShort = name.count == 3 || (name.count == 4 && number == 9)
      guard isShort || name.count == full.utf8CodeUnitCount else { return false }
      return full.withUTF8Buffer { full in
        name.indices.allSatisfy { name[$0] | 0x20 == full[$0] }
      }
    }?.number
  }
}
