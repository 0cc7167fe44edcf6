internal import Tables

/// A day or moment as people write it in Sweden or in English.
///
///     2024-8-5   2024/08/15   2024.08.15   20240815 13:22   15.08.2024
///     15/8/2024   15-8-2024   8/15/2024    22/6 2023
///     22 juni 2023   den 22 jun. 2023   22-Jun-2023   June 22, 2023
///
/// with `13:22`, `13.22`, `kl. 9.05`, `13:22:05`, `13:22:05.000` or `1:22 PM` behind it. Points and
/// month names tell what is the day; two numbers with strokes or hyphens do so only if one is above
/// 12.
struct WrittenDay {
  /// Which of two numbers is the day.
  enum Order: UInt8 {
    /// The writing tells it, or both are the same.
    case sure
    /// The first, which is above 12.
    case dayFirst
    /// The second, which is above 12.
    case monthFirst
    /// Nobody knows.
    case either

    /// Whether a column that reads days in one order can read it.
    func fits(_ style: CellStyle) -> Bool {
      switch self {
      case .sure: true
      case .dayFirst: style.dayOrder == .dayFirst
      case .monthFirst: style.dayOrder == .monthFirst
      case .either: style.dayOrder != .unknown
      }
    }
  }

  private(set) var order = Order.sure
  typealias Time = (hour: Int, minute: Int, second: Int, microsecond: Int)
  private(set) var time: Time?
  /// Whether a time zone stands behind it.
  private(set) var hasZone = false
  private var dayFirst: CalendarDate?
  private var monthFirst: CalendarDate?

  /// - Parameter bytes: The value without blanks around it.
  init?(_ bytes: Bytes) {
    // "1/1 2023" is the shortest, "den 22 september 2023, kl. 13.22.05" among the longest.
    guard (8...48).contains(bytes.count) else { return nil }
    var reader = DayReader(bytes)
    if reader.takeWord("den") { guard reader.takeBlanks() else { return nil } }
    guard readYearFirst(&reader) || readNumbers(&reader) || readNames(&reader) else { return nil }
    guard dayFirst != nil || monthFirst != nil else { return nil }
    if reader.isAtEnd { return }
    guard let time = reader.time() else { return nil }
    self.time = time
    hasZone = reader.takeZone()
    guard reader.isAtEnd else { return nil }
  }

  /// The day, read in an order; `nil` where it would take guessing.
  func date(_ style: CellStyle.DayOrder) -> CalendarDate? {
    switch (order, style) {
    case (.sure, _), (.dayFirst, .unknown), (_, .dayFirst): dayFirst
    case (.monthFirst, .unknown), (_, .monthFirst): monthFirst
    case (.either, .unknown): nil
    }
  }

  private mutating func take(year: Int, month: Int, day: Int) {
    dayFirst = CalendarDate(year: year, month: month, day: day)
    monthFirst = dayFirst
  }

  /// `2024-8-5`, and `20240815` before a time.
  private mutating func readYearFirst(_ reader: inout DayReader) -> Bool {
    let start = reader
    if let compact = reader.number(digits: 8...8), !reader.isAtEnd {
      take(year: compact / 10_000, month: compact / 100 % 100, day: compact % 100)
      return true
    }
    reader = start
    guard let year = reader.number(digits: 4...4), let mark = reader.mark(among: "-/."),
      let month = reader.number(digits: 1...2), reader.mark(among: "-/.") == mark,
      let day = reader.number(digits: 1...2)
    else {
      reader = start
      return false
    }
    take(year: year, month: month, day: day)
    return true
  }

  /// `15/8/2024`, `15.08.2024`, `22/6 2023`.
  private mutating func readNumbers(_ reader: inout DayReader) -> Bool {
    let start = reader
    guard let first = reader.number(digits: 1...2), let mark = reader.mark(among: "-/."),
      let second = reader.number(digits: 1...2)
    else {
      reader = start
      return false
    }
    let isSwedish = mark == UInt8(ascii: "/") && reader.takeBlanks()
    guard isSwedish || reader.mark(among: "-/.") == mark, let year = reader.number(digits: 4...4)
    else {
      reader = start
      return false
    }
    take(year: year, month: second, day: first)
    if isSwedish || mark == UInt8(ascii: ".") || first == second { return true }
    monthFirst = CalendarDate(year: year, month: first, day: second)
    order = dayFirst == nil ? .monthFirst : monthFirst == nil ? .dayFirst : .either
    return true
  }

  /// `22 juni 2023`, `22-jun-2023`, `June 22, 2023`.
  private mutating func readNames(_ reader: inout DayReader) -> Bool {
    if let day = reader.number(digits: 1...2) {
      let mark = reader.mark(among: "-")
      guard mark != nil || reader.takeBlanks(), let month = reader.month(),
        mark.map({ reader.mark(among: "-") == $0 }) ?? reader.takeBlanks(),
        let year = reader.number(digits: 4...4)
      else { return false }
      take(year: year, month: month, day: day)
      return true
    }
    guard let month = reader.month(), reader.takeBlanks(), let day = reader.number(digits: 1...2)
    else { return false }
    _ = reader.mark(among: ",")
    guard reader.takeBlanks(), let year = reader.number(digits: 4...4) else { return false }
    take(year: year, month: month, day: day)
    return true
  }
}
